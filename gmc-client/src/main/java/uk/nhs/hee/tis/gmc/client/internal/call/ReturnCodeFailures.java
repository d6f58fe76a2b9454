package uk.nhs.hee.tis.gmc.client.internal.call;

import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.nhs.hee.tis.gmc.client.error.Confidence;
import uk.nhs.hee.tis.gmc.client.error.Effect;
import uk.nhs.hee.tis.gmc.client.error.Evidence;
import uk.nhs.hee.tis.gmc.client.error.GmcException;
import uk.nhs.hee.tis.gmc.client.error.GmcPermissionException;
import uk.nhs.hee.tis.gmc.client.error.GmcRejectedException;
import uk.nhs.hee.tis.gmc.client.error.GmcUnavailableException;
import uk.nhs.hee.tis.gmc.client.error.Source;
import uk.nhs.hee.tis.gmc.client.model.GmcOperation;
import uk.nhs.hee.tis.gmc.client.model.ReturnCode;

/** Failures that the GMC's service itself answered, by a return code. */
final class ReturnCodeFailures {
  private static final int MAX_SHOWN = 20;

  private ReturnCodeFailures() {}

  static CallFailure of(GmcOperation operation, ReturnCode code, @Nullable String gmcRequestId) {
    ReturnCode.Kind kind = code.kind(operation);
    boolean failure = kind == ReturnCode.Kind.GMC_FAILURE;
    Evidence.Builder judged =
        Evidence.builder()
            .source(Source.GMC_SERVICE)
            .effect(failure ? Effect.MAY_HAVE_RUN : Effect.NOT_PROCESSED)
            .finding("return code " + shown(code) + ": " + code.meaning())
            .whoActs(code.whoActs())
            .retryable(failure)
            .confidence(Confidence.CERTAIN)
            .signals(
                List.of("a complete SOAP answer of GMC Connect with return code " + shown(code)))
            .returnCode(code)
            .gmcRequestId(gmcRequestId);
    return new CallFailure(
        "return code " + shown(code),
        reach(code, kind),
        judged,
        evidence -> message(evidence, code, kind),
        (message, evidence, cause) -> make(message, evidence, kind),
        null);
  }

  /** An unknown code is carried as it came, but what a person reads is short and one line. */
  private static String shown(ReturnCode code) {
    String visible = code.code().replaceAll("[^ -~]", "?");
    return visible.length() <= MAX_SHOWN ? visible : visible.substring(0, MAX_SHOWN) + "…";
  }

  private static Reach reach(ReturnCode code, ReturnCode.Kind kind) {
    if (kind == ReturnCode.Kind.PERMISSION) {
      return code.equals(ReturnCode.INVALID_CREDENTIALS) ? Reach.CREDENTIALS : Reach.THIS_BODY;
    }
    return kind == ReturnCode.Kind.GMC_FAILURE ? Reach.OUTAGE : Reach.THIS_REQUEST;
  }

  private static GmcException make(String message, Evidence evidence, ReturnCode.Kind kind) {
    switch (kind) {
      case PERMISSION:
        return new GmcPermissionException(message, evidence, null);
      case GMC_FAILURE:
        return new GmcUnavailableException(message, evidence, null);
      default:
        return new GmcRejectedException(message, evidence, null);
    }
  }

  private static String message(Evidence evidence, ReturnCode code, ReturnCode.Kind kind) {
    StringBuilder out = new StringBuilder("The GMC's service ");
    out.append(kind == ReturnCode.Kind.GMC_FAILURE ? "failed in " : "refused ")
        .append(evidence.operation().operationName())
        .append(" with return code ")
        .append(shown(code))
        .append(" (")
        .append(code.meaning())
        .append(").");
    if (code.equals(ReturnCode.INVALID_CREDENTIALS)) {
      out.append(
          " The code does not tell which of the three it is; the request passed the Cloudflare edge,"
              + " so this is no block. Do not repeat the call: check user name and password, and ask"
              + " the GMC whether it admits the IP address that calls now.");
    }
    if (code.equals(ReturnCode.OPEN_RECOMMENDATION_EXISTS)) {
      out.append(
          " This is also how a repeated submission shows: compare with your own record before asking"
              + " the GMC.");
    }
    out.append(" Who must act: ").append(evidence.whoActs()).append('.');
    evidence
        .gmcRequestId()
        .ifPresent(
            id ->
                out.append(" Quote GMC request id ")
                    .append(id)
                    .append(" at ")
                    .append(Messages.seconds(evidence.endedAt()))
                    .append('.'));
    return out.toString();
  }
}
