package uk.nhs.hee.tis.gmc.example.legacy;

import java.net.URI;
import org.springframework.oxm.jaxb.Jaxb2Marshaller;
import org.springframework.ws.client.core.WebServiceTemplate;
import org.springframework.ws.soap.client.core.SoapActionCallback;
import uk.nhs.hee.tis.gmc.example.legacy.wsdl.CheckRecommendationStatus;
import uk.nhs.hee.tis.gmc.example.legacy.wsdl.CheckRecommendationStatusAnswer;
import uk.nhs.hee.tis.gmc.example.legacy.wsdl.CheckRecommendationStatusRequest;
import uk.nhs.hee.tis.gmc.example.legacy.wsdl.CheckRecommendationStatusResponse;
import uk.nhs.hee.tis.gmc.example.legacy.wsdl.GetDoctorsForDB;
import uk.nhs.hee.tis.gmc.example.legacy.wsdl.GetDoctorsForDBAnswer;
import uk.nhs.hee.tis.gmc.example.legacy.wsdl.GetDoctorsForDBRequest;
import uk.nhs.hee.tis.gmc.example.legacy.wsdl.GetDoctorsForDBResponse;
import uk.nhs.hee.tis.gmc.example.legacy.wsdl.TryAddDoctor;
import uk.nhs.hee.tis.gmc.example.legacy.wsdl.TryAddDoctorAnswer;
import uk.nhs.hee.tis.gmc.example.legacy.wsdl.TryAddDoctorRequest;
import uk.nhs.hee.tis.gmc.example.legacy.wsdl.TryAddDoctorResponse;
import uk.nhs.hee.tis.gmc.example.legacy.wsdl.TryRecommendation;
import uk.nhs.hee.tis.gmc.example.legacy.wsdl.TryRecommendationAnswer;
import uk.nhs.hee.tis.gmc.example.legacy.wsdl.TryRecommendationRequest;
import uk.nhs.hee.tis.gmc.example.legacy.wsdl.TryRecommendationResponse;
import uk.nhs.hee.tis.gmc.example.legacy.wsdl.TryRecommendationV2;
import uk.nhs.hee.tis.gmc.example.legacy.wsdl.TryRecommendationV2Request;
import uk.nhs.hee.tis.gmc.example.legacy.wsdl.TryRecommendationV2Response;
import uk.nhs.hee.tis.gmc.example.legacy.wsdl.TryRemoveDoctor;
import uk.nhs.hee.tis.gmc.example.legacy.wsdl.TryRemoveDoctorAnswer;
import uk.nhs.hee.tis.gmc.example.legacy.wsdl.TryRemoveDoctorRequest;
import uk.nhs.hee.tis.gmc.example.legacy.wsdl.TryRemoveDoctorResponse;

/**
 * Calls the six operations by a {@link WebServiceTemplate}, the way modules do that do not use
 * gmc-client yet. It shows that the stand-in serves them too; nobody should start with it.
 */
public final class LegacyClient {
  private static final String ACTION_BASE = "https://webcache.gmc-uk.org/GMCWebServices/";

  private final WebServiceTemplate template;
  private final String username;
  private final String password;

  /** Creates a client of this endpoint with these credentials. */
  public LegacyClient(URI endpoint, String username, String password) {
    Jaxb2Marshaller marshaller = new Jaxb2Marshaller();
    marshaller.setContextPath(GetDoctorsForDB.class.getPackage().getName());
    this.template = new WebServiceTemplate(marshaller);
    template.setDefaultUri(endpoint.toString());
    this.username = username;
    this.password = password;
  }

  /** Calls GetDoctorsForDB. */
  public GetDoctorsForDBAnswer getDoctors(GetDoctorsForDBRequest fields) {
    GetDoctorsForDB request = new GetDoctorsForDB();
    request.setRequest(fields);
    request.setUsername(username);
    request.setPassword(password);
    return call("GetDoctorsForDB", request, GetDoctorsForDBResponse.class)
        .getGetDoctorsForDBResult();
  }

  /** Calls CheckRecommendationStatus. */
  public CheckRecommendationStatusAnswer checkStatus(CheckRecommendationStatusRequest fields) {
    CheckRecommendationStatus request = new CheckRecommendationStatus();
    request.setRequest(fields);
    request.setUsername(username);
    request.setPassword(password);
    return call("CheckRecommendationStatus", request, CheckRecommendationStatusResponse.class)
        .getCheckRecommendationStatusResult();
  }

  /** Calls TryRecommendation. */
  public TryRecommendationAnswer recommend(TryRecommendationRequest fields) {
    TryRecommendation request = new TryRecommendation();
    request.setRecReq(fields);
    request.setUsername(username);
    request.setPassword(password);
    return call("TryRecommendation", request, TryRecommendationResponse.class)
        .getTryRecommendationResult();
  }

  /** Calls TryRecommendationV2. */
  public TryRecommendationAnswer recommendV2(TryRecommendationV2Request fields) {
    TryRecommendationV2 request = new TryRecommendationV2();
    request.setRecReq(fields);
    request.setUsername(username);
    request.setPassword(password);
    return call("TryRecommendationV2", request, TryRecommendationV2Response.class)
        .getTryRecommendationV2Result();
  }

  /** Calls TryAddDoctor. */
  public TryAddDoctorAnswer add(TryAddDoctorRequest fields) {
    TryAddDoctor request = new TryAddDoctor();
    request.setRecReq(fields);
    request.setUsername(username);
    request.setPassword(password);
    return call("TryAddDoctor", request, TryAddDoctorResponse.class).getTryAddDoctorResult();
  }

  /** Calls TryRemoveDoctor. */
  public TryRemoveDoctorAnswer remove(TryRemoveDoctorRequest fields) {
    TryRemoveDoctor request = new TryRemoveDoctor();
    request.setRecReq(fields);
    request.setUsername(username);
    request.setPassword(password);
    return call("TryRemoveDoctor", request, TryRemoveDoctorResponse.class)
        .getTryRemoveDoctorResult();
  }

  private <T> T call(String operation, Object request, Class<T> answer) {
    return answer.cast(
        template.marshalSendAndReceive(request, new SoapActionCallback(ACTION_BASE + operation)));
  }
}
