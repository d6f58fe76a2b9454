package uk.nhs.hee.tis.gmc.example.benchmarks;

import java.net.URI;
import java.util.List;
import java.util.Map;
import javax.xml.bind.JAXBContext;
import javax.xml.bind.JAXBException;
import javax.xml.namespace.QName;
import javax.xml.ws.BindingProvider;
import javax.xml.ws.Dispatch;
import javax.xml.ws.Service;
import javax.xml.ws.handler.MessageContext;
import javax.xml.ws.soap.SOAPBinding;
import uk.nhs.hee.tis.gmc.example.legacy.wsdl.CheckRecommendationStatus;
import uk.nhs.hee.tis.gmc.example.legacy.wsdl.CheckRecommendationStatusResponse;
import uk.nhs.hee.tis.gmc.example.legacy.wsdl.GetDoctorsForDB;
import uk.nhs.hee.tis.gmc.example.legacy.wsdl.GetDoctorsForDBResponse;

/** Calls with Metro, which binds while it reads; it is told to ask for gzip. */
final class MetroCaller implements Caller {
  private static final String NAMESPACE = "https://webcache.gmc-uk.org/GMCWebServices/";

  private final Dispatch<Object> lists;
  private final Dispatch<Object> statuses;

  MetroCaller(URI endpoint) {
    lists = dispatch(endpoint, "GetDoctorsForDB");
    statuses = dispatch(endpoint, "CheckRecommendationStatus");
  }

  private static Dispatch<Object> dispatch(URI endpoint, String operation) {
    QName port = new QName(NAMESPACE, "WebServiceSoap");
    Service service = Service.create(new QName(NAMESPACE, "WebService"));
    service.addPort(port, SOAPBinding.SOAP11HTTP_BINDING, endpoint.toString());
    Dispatch<Object> dispatch;
    try {
      dispatch =
          service.createDispatch(
              port,
              JAXBContext.newInstance(GetDoctorsForDB.class.getPackage().getName()),
              Service.Mode.PAYLOAD);
    } catch (JAXBException e) {
      throw new IllegalStateException(e);
    }
    Map<String, Object> context = dispatch.getRequestContext();
    context.put(BindingProvider.SOAPACTION_USE_PROPERTY, true);
    context.put(BindingProvider.SOAPACTION_URI_PROPERTY, NAMESPACE + operation);
    context.put(MessageContext.HTTP_REQUEST_HEADERS, Map.of("Accept-Encoding", List.of("gzip")));
    return dispatch;
  }

  @Override
  public int list() {
    GetDoctorsForDB request = new GetDoctorsForDB();
    request.setRequest(WireRequests.list());
    request.setUsername("user");
    request.setPassword("password");
    GetDoctorsForDBResponse answer = (GetDoctorsForDBResponse) lists.invoke(request);
    return answer.getGetDoctorsForDBResult().getDoctors().getGetDoctorsForDBResponseDoctor().size();
  }

  @Override
  public String status() {
    CheckRecommendationStatus request = new CheckRecommendationStatus();
    request.setRequest(WireRequests.status());
    request.setUsername("user");
    request.setPassword("password");
    CheckRecommendationStatusResponse answer =
        (CheckRecommendationStatusResponse) statuses.invoke(request);
    return answer.getCheckRecommendationStatusResult().getStatus();
  }
}
