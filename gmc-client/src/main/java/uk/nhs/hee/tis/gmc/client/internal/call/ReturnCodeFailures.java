package uk.nhs.hee.tis.gmc.client.internal.call;

import java.text.Normalizer;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import uk.nhs.hee.tis.gmc.client.error.Confidence;
import uk.nhs.hee.tis.gmc.client.error.Effect;
import uk.nhs.hee.tis.gmc.client.error.Evidence;
import uk.nhs.hee.tis.gmc.client.error.GmcException;
import uk.nhs.hee.tis.gmc.client.error.GmcPermissionException;
import uk.nhs.hee.tis.gmc.client.error.GmcProtocolException;
import uk.nhs.hee.tis.gmc.client.error.GmcProtocolException.Kind;
import uk.nhs.hee.tis.gmc.client.error.GmcRejectedException;
import uk.nhs.hee.tis.gmc.client.error.GmcUnavailableException;
import uk.nhs.hee.tis.gmc.client.error.Source;
import uk.nhs.hee.tis.gmc.client.internal.soap.RawAnswer;
import uk.nhs.hee.tis.gmc.client.internal.soap.SentValues;
import uk.nhs.hee.tis.gmc.client.model.Actor;
import uk.nhs.hee.tis.gmc.client.model.GmcOperation;
import uk.nhs.hee.tis.gmc.client.model.ReturnCode;

/** Failures that the GMC's service itself answered, by a return code. */
final class ReturnCodeFailures {
  private static final int MAX_SHOWN = 20;
  private static final int LONGEST_CODE = 3;
  private static final Pattern NUMBER = Pattern.compile("\\+?-?0*([0-9]+?)(?:[.,]0*)?");

  /** White space, and characters of no width. */
  private static final Pattern NOT_SHOWN = Pattern.compile("[\\s\\p{Z}\\p{C}]+");

  private ReturnCodeFailures() {}

  /**
   * Returns the failure.
   *
   * @param sent what a code that is no code of the GMC's may repeat, and is then hidden
   */
  static CallFailure of(GmcOperation operation, RawAnswer answer, SentValues sent) {
    String recommendationId = answer.recommendationId().orElse(null);
    ReturnCode meant = sameNumber(answer.returnCode());
    ReturnCode code = meant == null ? withoutSent(answer.returnCode(), sent) : answer.returnCode();
    CallFailure failure;
    if (meant != null) {
      failure =
          unclear(
              code,
              "return code "
                  + shown(code)
                  + ", which is not how the GMC writes "
                  + meant.code()
                  + " ("
                  + meant.meaning()
                  + ")");
    } else if (!code.isKnown() && operation.isRecommendation() && recommendationId != null) {
      failure =
          unclear(
              code,
              "return code "
                  + shown(code)
                  + " together with a recommendation id: "
                  + code.meaning());
    } else {
      failure = refusal(operation, code);
    }
    return failure.with(
        facts ->
            facts
                .returnCode(code)
                .gmcRequestId(answer.gmcRequestId().orElse(null))
                .recommendationId(recommendationId));
  }

  /** A code as short as the GMC's is told as it is: a new one must not be lost to a short name. */
  private static ReturnCode withoutSent(ReturnCode code, SentValues sent) {
    return code.code().length() <= LONGEST_CODE || !sent.appearIn(code.code())
        ? code
        : ReturnCode.of(SentValues.HIDDEN);
  }

  /** Returns the known code of which this one is another spelling, such as {@code 00} of 0. */
  private static @Nullable ReturnCode sameNumber(ReturnCode code) {
    if (code.isKnown()) {
      return null;
    }
    String text = Normalizer.normalize(code.code(), Normalizer.Form.NFKC);
    Matcher number = NUMBER.matcher(NOT_SHOWN.matcher(text).replaceAll(""));
    if (!number.matches()) {
      return null;
    }
    ReturnCode same = ReturnCode.of(number.group(1));
    return same.isKnown() ? same : null;
  }

  /** An answer from the service that indicates neither that it acted nor that it refused to. */
  private static CallFailure unclear(ReturnCode code, String finding) {
    Supplier<Evidence.Builder> judged =
        () ->
            Evidence.builder()
                .source(Source.GMC_SERVICE)
                .effect(Effect.MAY_HAVE_RUN)
                .finding(finding)
                .actors(Actor.CALLER, Actor.GMC_SERVICE)
                .protocolKind(Kind.MALFORMED)
                .retryable(false)
                .confidence(Confidence.LIKELY)
                .signals(List.of(signal(code)));
    return new CallFailure(
        "return code " + shown(code),
        Reach.THIS_REQUEST,
        judged,
        ReturnCodeFailures::unclearMessage,
        GmcProtocolException::new,
        null);
  }

  private static String unclearMessage(Evidence evidence) {
    StringBuilder out = new StringBuilder("The GMC's service answered ");
    out.append(evidence.operation().operationName())
        .append(" with ")
        .append(evidence.finding())
        .append(". That indicates neither success nor refusal.");
    evidence
        .recommendationId()
        .ifPresent(id -> out.append(" The answer names recommendation id ").append(id).append('.'));
    appendAdvice(out, evidence);
    return out.toString();
  }

  private static String signal(ReturnCode code) {
    return "a complete SOAP answer of GMC Connect with return code " + shown(code);
  }

  private static CallFailure refusal(GmcOperation operation, ReturnCode code) {
    ReturnCode.Kind kind = code.kind(operation);
    boolean failure = kind == ReturnCode.Kind.GMC_FAILURE;
    Supplier<Evidence.Builder> judged =
        () ->
            Evidence.builder()
                .source(Source.GMC_SERVICE)
                .effect(failure ? Effect.MAY_HAVE_RUN : Effect.NOT_PROCESSED)
                .finding("return code " + shown(code) + ": " + code.meaning())
                .actors(code.actors())
                .retryable(failure)
                .confidence(code.isKnown() ? Confidence.CERTAIN : Confidence.LIKELY)
                .signals(List.of(signal(code)));
    return new CallFailure(
        "return code " + shown(code),
        reach(code, kind),
        judged,
        evidence -> message(evidence, code, kind),
        (message, evidence, cause) -> make(message, evidence, kind),
        null);
  }

  /** An unknown code is kept as it came, but what a person reads is short and on one line. */
  private static String shown(ReturnCode code) {
    String visible = code.code().replaceAll("[^ -~]", "?");
    return visible.equals(SentValues.HIDDEN) || visible.length() <= MAX_SHOWN
        ? visible
        : visible.substring(0, MAX_SHOWN) + "…";
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
          " The code does not say which of the three is wrong; the request passed the Cloudflare"
              + " edge,"
              + " so this is not a block.");
    }
    if (!code.isKnown()) {
      out.append(" It is probably a refusal, but that is not certain.");
    }
    appendAdvice(out, evidence);
    return out.toString();
  }

  private static void appendAdvice(StringBuilder out, Evidence evidence) {
    out.append(' ').append(Messages.adviceAndActors(evidence));
    evidence
        .gmcRequestId()
        .ifPresent(
            id ->
                out.append(" Quote GMC request id ")
                    .append(id)
                    .append(" at ")
                    .append(Messages.seconds(evidence.endedAt()))
                    .append('.'));
  }
}
