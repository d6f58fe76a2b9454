package uk.nhs.hee.tis.gmc.client.diagnose;

import java.util.Locale;
import uk.nhs.hee.tis.gmc.client.diagnose.LayerResult.Status;
import uk.nhs.hee.tis.gmc.client.error.Confidence;
import uk.nhs.hee.tis.gmc.client.error.Evidence;
import uk.nhs.hee.tis.gmc.client.error.GmcBlockedException;
import uk.nhs.hee.tis.gmc.client.error.GmcException;
import uk.nhs.hee.tis.gmc.client.error.GmcRateLimitedException;
import uk.nhs.hee.tis.gmc.client.internal.verdict.Verdict;
import uk.nhs.hee.tis.gmc.client.internal.verdict.Verdict.Category;

/** Turns a judgement on an answer into the verdict on the layer that sent it. */
final class EdgeWords {
  private EdgeWords() {}

  /** Returns the verdict on the edge, or on the caller's side where that answered. */
  static LayerResult.Builder ofGet(EdgeProbe.Answer answer, Route route) {
    Verdict verdict = answer.verdict;
    LayerResult.Builder result =
        LayerResult.of(Layer.EDGE, Status.PASSED, "it lets a plain GET through")
            .fact("answer to a plain GET", of(verdict));
    switch (verdict.source()) {
      case EDGE:
        result
            .status(Status.FAILED)
            .finding(edge(verdict.category(), verdict.finding(), verdict.confidence()))
            .actors(verdict.actors());
        break;
      case INTERMEDIARY:
      case NETWORK:
        ofStranger(verdict, route, result);
        break;
      default:
        result.finding("it lets a plain GET through to the GMC's own web server");
    }
    verdict.signals().stream().limit(1).forEach(sign -> result.fact("signal", sign));
    verdict.rayId().ifPresent(v -> result.fact("Ray ID", v));
    verdict.edgeLocation().ifPresent(v -> result.fact("edge location", v));
    verdict.egressAddress().ifPresent(v -> result.fact("our address as seen by the edge", v));
    return result;
  }

  private static void ofStranger(Verdict verdict, Route route, LayerResult.Builder result) {
    result.actors(verdict.actors());
    if (verdict.confidence() == Confidence.WEAK) {
      result
          .status(Status.WARNED)
          .finding("it is unclear who answered a plain GET (" + of(verdict) + ")");
    } else {
      stranger(result, of(verdict), verdict.confidence(), route);
    }
  }

  /** Returns the verdict on the edge or on the caller's side after a read that it refused. */
  static LayerResult.Builder ofRead(GmcException failure, Route route) {
    Evidence evidence = failure.evidence();
    LayerResult.Builder result =
        LayerResult.builder().status(Status.FAILED).actors(evidence.actors());
    evidence.rayId().ifPresent(v -> result.fact("Ray ID", v));
    switch (evidence.source()) {
      case EDGE:
        return result
            .layer(Layer.EDGE)
            .finding(
                "it lets a plain GET through, but for the read "
                    + edge(category(failure), evidence.finding(), evidence.confidence()));
      case INTERMEDIARY:
        return evidence.httpStatus().isPresent()
            ? stranger(result, of(evidence), evidence.confidence(), route)
            : result.layer(Layer.PROXY).finding(of(evidence));
      case GMC_SERVER:
        return result.layer(Layer.SOAP).finding("the read fails: " + of(evidence));
      default:
        return result.layer(Layer.SOAP).finding("the read got no usable answer: " + of(evidence));
    }
  }

  private static Category category(GmcException failure) {
    if (failure instanceof GmcBlockedException) {
      return Category.BLOCKED;
    }
    return failure instanceof GmcRateLimitedException
        ? Category.RATE_LIMITED
        : Category.UNAVAILABLE;
  }

  private static String edge(Category category, String finding, Confidence confidence) {
    String it = confidence == Confidence.WEAK ? "it probably " : "it ";
    String reason = " (" + finding + ", " + word(confidence) + ")";
    switch (category) {
      case BLOCKED:
        return it
            + "refuses this client"
            + reason
            + ", so credentials and permissions are not the cause";
      case RATE_LIMITED:
        return it + "asks this client to slow down" + reason;
      default:
        return it + "cannot pass requests on to the GMC's server" + reason;
    }
  }

  private static LayerResult.Builder stranger(
      LayerResult.Builder result, String judgement, Confidence confidence, Route route) {
    if (route.proxy == null) {
      result.fact(Conclusion.NO_PROXY, "yes");
    }
    return result
        .layer(Layer.PROXY)
        .status(Status.FAILED)
        .finding(
            "something on the caller's side of the network "
                + (confidence == Confidence.WEAK ? "probably " : "")
                + "answers instead of the GMC ("
                + judgement
                + ")");
  }

  private static String of(Verdict verdict) {
    return verdict.finding() + ", " + word(verdict.confidence());
  }

  private static String of(Evidence evidence) {
    return evidence.finding() + ", " + word(evidence.confidence());
  }

  private static String word(Confidence confidence) {
    return confidence.name().toLowerCase(Locale.ROOT);
  }
}
