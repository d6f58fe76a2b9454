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
      return broken(broken, clues);
    }
    switch (soap.form()) {
      case FAULT:
        return fault(soap);
      case TRUNCATED:
        return broken(cutByUs(clues) ? Kind.INCOMPLETE : Kind.TRUNCATED, clues);
      case MALFORMED:
        return broken(Kind.MALFORMED, clues);
      case OTHER:
        return broken(Kind.INCOMPLETE, clues);
      default:
        return broken == null ? null : fault(soap);
    }
  }

  /** An envelope longer than what is looked at is no proof that the connection broke. */
  private static boolean cutByUs(Clues clues) {
    return clues.answer().bodyComplete() && clues.answer().body().length > BodyBytes.LIMIT;
  }

  private static Verdict.Builder broken(Kind kind, Clues clues) {
    String finding = finding(kind);
    if (kind == Kind.MALFORMED) {
      finding += clues.answer().detail().map(detail -> ": " + detail).orElse("");
    }
    return protocol(kind, finding)
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
        return "a SOAP answer without the parts it must have";
      case OTHER_CALL:
        return "the SOAP answer to another call, by its ClientRequestID";
      default:
        return "an answer that only begins as SOAP";
    }
  }

  private static Verdict.Builder fault(SoapProbe.Result soap) {
    switch (soap.faultCode()) {
      case "Client":
      case "Sender":
        return clientFault(soap);
      case "VersionMismatch":
      case "MustUnderstand":
        return faultOf(soap).beforeService(BeforeService.SOAP_NOT_DISPATCHED).actors(CALLER);
      case "Server":
      case "Receiver":
        return faultOf(soap).retryable(true).actors(GMC_SERVICE);
      default:
        return faultOf(soap).actors(CALLER, GMC_SERVICE);
    }
  }

  private static Verdict.Builder clientFault(SoapProbe.Result soap) {
    return faultOf(soap)
        .beforeService(soap.soapActionRefused() ? BeforeService.SOAP_NOT_DISPATCHED : null)
        .actors(CALLER);
  }

  private static Verdict.Builder faultOf(SoapProbe.Result soap) {
    String code = soap.faultCode().isEmpty() ? "unknown" : soap.faultCode();
    String finding =
        soap.soapActionRefused()
            ? "a SOAP fault: the GMC's server did not recognise the SOAPAction"
            : "a SOAP fault, code " + code;
    return protocol(Kind.SOAP_FAULT, finding)
        .signal("the body is a SOAP envelope with a fault, code " + code);
  }

  private static Verdict.Builder protocol(Kind kind, String finding) {
    return Verdict.of(PROTOCOL, Source.GMC_SERVER, finding)
        .protocolKind(kind)
        .confidence(Confidence.CERTAIN);
  }
}
