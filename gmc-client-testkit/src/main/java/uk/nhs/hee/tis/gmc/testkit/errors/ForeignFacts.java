package uk.nhs.hee.tis.gmc.testkit.errors;

import java.util.List;
import uk.nhs.hee.tis.gmc.client.error.Confidence;
import uk.nhs.hee.tis.gmc.client.error.Effect;
import uk.nhs.hee.tis.gmc.client.error.Evidence;
import uk.nhs.hee.tis.gmc.client.error.GmcIntermediaryException;
import uk.nhs.hee.tis.gmc.client.error.GmcProtocolException;
import uk.nhs.hee.tis.gmc.client.error.Source;
import uk.nhs.hee.tis.gmc.client.model.Actor;

/** Evidence of answers that are not GMC Connect's, by their kind. */
final class ForeignFacts {
  private static final String INCOMPLETE = "a SOAP answer without the parts it must have";

  private ForeignFacts() {}

  static Evidence.Builder intermediary(GmcIntermediaryException.Kind kind) {
    return facts(kind).intermediaryKind(kind);
  }

  private static Evidence.Builder facts(GmcIntermediaryException.Kind kind) {
    switch (kind) {
      case PROXY_LOGIN:
        return ErrorFacts.page(
            Source.INTERMEDIARY, 407, "HTTP 407, a proxy wants a login", Actor.CALLER_NETWORK);
      case PORTAL:
        return ErrorFacts.page(
                Source.INTERMEDIARY,
                200,
                "HTTP 200, an HTML page meant for a browser, page title: Guest network sign-in",
                Actor.CALLER_NETWORK)
            .effect(Effect.MAY_HAVE_RUN)
            .confidence(Confidence.LIKELY);
      case OUTAGE:
        return ErrorFacts.page(
                Source.INTERMEDIARY,
                503,
                "HTTP 503 by an unknown intermediary",
                Actor.CALLER_NETWORK)
            .effect(Effect.MAY_HAVE_RUN)
            .retryable(true);
      default:
        return ErrorFacts.page(Source.INTERMEDIARY, 403, "HTTP 403 by Squid", Actor.CALLER_NETWORK);
    }
  }

  static Evidence.Builder protocol(GmcProtocolException.Kind kind) {
    return facts(kind).protocolKind(kind);
  }

  private static Evidence.Builder facts(GmcProtocolException.Kind kind) {
    switch (kind) {
      case SOAP_FAULT:
        return ErrorFacts.throughEdge(
                Source.GMC_SERVER,
                500,
                "HTTP 500 with a SOAP fault, code Server; the service failed on the request; there is"
                    + " nothing to check on this side",
                Actor.GMC_SERVICE)
            .effect(Effect.MAY_HAVE_RUN)
            .retryable(true);
      case NOT_SOAP:
        return ErrorFacts.page(
                Source.INTERMEDIARY,
                200,
                "HTTP 200 with an HTML page instead of SOAP",
                Actor.CALLER_NETWORK)
            .effect(Effect.MAY_HAVE_RUN)
            .confidence(Confidence.WEAK);
      case TRUNCATED:
        return broken("the answer broke off before its end").retryable(true);
      case TOO_LARGE:
        return broken("the answer is longer than maxAnswerBytes, 67108864").retryable(false);
      default:
        return ErrorFacts.throughEdge(Source.GMC_SERVER, 200, unusable(kind), Actor.GMC_SERVICE)
            .effect(Effect.MAY_HAVE_RUN)
            .signals(List.of("the answer begins as a SOAP envelope", "HTTP status 200"));
    }
  }

  private static String unusable(GmcProtocolException.Kind kind) {
    switch (kind) {
      case MALFORMED:
        return "a SOAP answer that is not well-formed: an element that is not closed by its own end"
            + " tag (line 1, column 73)";
      case OTHER_CALL:
        return "the SOAP answer to another call, by its ClientRequestID";
      default:
        return INCOMPLETE;
    }
  }

  private static Evidence.Builder broken(String finding) {
    return ErrorFacts.network(
            Effect.MAY_HAVE_RUN, finding, "HTTP status 200, then an incomplete body")
        .httpStatus(200);
  }
}
