package uk.nhs.hee.tis.gmc.client.internal.verdict;

import static uk.nhs.hee.tis.gmc.client.internal.verdict.Verdict.Category.PROTOCOL;
import static uk.nhs.hee.tis.gmc.client.model.Actor.CALLER;
import static uk.nhs.hee.tis.gmc.client.model.Actor.CALLER_NETWORK;
import static uk.nhs.hee.tis.gmc.client.model.Actor.GMC_SERVICE;

import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.nhs.hee.tis.gmc.client.error.Confidence;
import uk.nhs.hee.tis.gmc.client.error.GmcProtocolException.Kind;
import uk.nhs.hee.tis.gmc.client.error.Source;
import uk.nhs.hee.tis.gmc.client.model.Actor;

/** Step 2: what parses as a SOAP envelope is judged as one, whatever its text says. */
final class SoapRules {
  private SoapRules() {}

  static Verdict.@Nullable Builder envelope(Clues clues) {
    SoapProbe.Result soap = SoapProbe.of(clues.page());
    Kind broken = clues.answer().brokenEnvelope().orElse(null);
    if (broken != null && broken != Kind.SOAP_FAULT && soap.form() != SoapProbe.Form.FAULT) {
      return broken(broken, soap, clues);
    }
    switch (soap.form()) {
      case FAULT:
        return fault(soap, clues);
      case TRUNCATED:
        return broken(cutByUs(clues) ? Kind.INCOMPLETE : Kind.TRUNCATED, soap, clues);
      case MALFORMED:
        return broken(Kind.MALFORMED, soap, clues);
      case OTHER:
        return broken(Kind.INCOMPLETE, soap, clues);
      default:
        return broken == null ? null : fault(soap, clues);
    }
  }

  /** An envelope longer than the part examined does not prove that the connection broke. */
  private static boolean cutByUs(Clues clues) {
    return clues.answer().bodyComplete() && clues.answer().body().length > BodyBytes.LIMIT;
  }

  private static Verdict.Builder broken(Kind kind, SoapProbe.Result soap, Clues clues) {
    String finding = finding(kind);
    if (kind == Kind.MALFORMED) {
      finding += clues.answer().detail().map(detail -> ": " + detail).orElse("");
    }
    return protocol(kind, finding, kind == Kind.OTHER_CALL || isSigned(soap, clues))
        .retryable(kind == Kind.TRUNCATED)
        .actors(actors(kind))
        .signal("the answer begins as a SOAP envelope");
  }

  private static List<Actor> actors(Kind kind) {
    switch (kind) {
      case TRUNCATED:
        return List.of(CALLER_NETWORK);
      case TOO_LARGE:
        return List.of(CALLER);
      default:
        return List.of(GMC_SERVICE);
    }
  }

  private static String finding(Kind kind) {
    switch (kind) {
      case TRUNCATED:
        return "a SOAP answer that was cut off";
      case MALFORMED:
        return "a SOAP answer that is not well-formed";
      case TOO_LARGE:
        return "a SOAP answer longer than the client accepts";
      case INCOMPLETE:
        return "a SOAP answer with required parts missing";
      case OTHER_CALL:
        return "the SOAP answer to another call, going by its ClientRequestID";
      default:
        return "an answer that only begins like SOAP";
    }
  }

  private static Verdict.Builder fault(SoapProbe.Result soap, Clues clues) {
    Verdict.Builder fault = faultOf(soap, clues);
    switch (soap.faultCode()) {
      case "Client":
      case "Sender":
        return fault
            .beforeService(notDispatched(soap.soapActionRefused(), soap, clues))
            .actors(CALLER);
      case "VersionMismatch":
      case "MustUnderstand":
        return fault.beforeService(notDispatched(true, soap, clues)).actors(CALLER);
      case "Server":
      case "Receiver":
        return fault.retryable(true).actors(GMC_SERVICE);
      default:
        return fault.actors(CALLER, GMC_SERVICE);
    }
  }

  private static @Nullable BeforeService notDispatched(
      boolean stopped, SoapProbe.Result soap, Clues clues) {
    return stopped && isSigned(soap, clues) ? BeforeService.SOAP_NOT_DISPATCHED : null;
  }

  private static Verdict.Builder faultOf(SoapProbe.Result soap, Clues clues) {
    String code = soap.faultCode().isEmpty() ? "unknown" : soap.faultCode();
    String finding = "HTTP " + clues.status() + " with a SOAP fault, code " + code;
    return protocol(Kind.SOAP_FAULT, finding + "; " + whatToCheck(soap), isSigned(soap, clues))
        .signal("the body is a SOAP envelope with a fault, code " + code);
  }

  private static String whatToCheck(SoapProbe.Result soap) {
    if (soap.soapActionRefused()) {
      return "the GMC's server did not recognise the SOAPAction: check soapActionBase";
    }
    switch (soap.faultCode()) {
      case "Client":
      case "Sender":
        return "check the endpoint's path, the SOAP version and the values of the request";
      case "VersionMismatch":
        return "check the SOAP version";
      case "MustUnderstand":
        return "check what adds SOAP headers to the request";
      case "Server":
      case "Receiver":
        return "the service failed on the request; there is nothing to check on this side";
      default:
        return "ask the GMC what its service logged";
    }
  }

  /** Without a sign of Cloudflare or the GMC, any SOAP gateway may have written it. */
  private static boolean isSigned(SoapProbe.Result soap, Clues clues) {
    return soap.namesGmc() || clues.throughCloudflare() || clues.origin().any();
  }

  private static Verdict.Builder protocol(Kind kind, String finding, boolean signed) {
    return Verdict.of(PROTOCOL, Source.GMC_SERVER, finding)
        .protocolKind(kind)
        .confidence(signed ? Confidence.CERTAIN : Confidence.LIKELY);
  }
}
