package uk.nhs.hee.tis.gmc.client.internal.call;

import org.jspecify.annotations.Nullable;
import uk.nhs.hee.tis.gmc.client.error.Evidence;
import uk.nhs.hee.tis.gmc.client.error.GmcException;

/**
 * A failed attempt inside the pipeline: the judgement on it, and which exception it becomes once
 * the facts of the call are added.
 */
final class CallFailure extends Exception {
  private static final long serialVersionUID = 1L;

  /** Makes the typed exception. */
  interface Maker {
    GmcException make(Evidence evidence, @Nullable Throwable cause);
  }

  /** The evidence as far as the judgement goes: finding, source, effect and what it rests on. */
  final transient Evidence.Builder judged;

  private final String kind;
  private final boolean serviceAnswered;
  private final transient Maker maker;

  /**
   * Creates it.
   *
   * @param kind what counts as the same failure when consecutive ones are seen as one incident
   * @param serviceAnswered whether the service answered as it should, and just refused this request
   */
  CallFailure(
      String kind,
      boolean serviceAnswered,
      Evidence.Builder judged,
      Maker maker,
      @Nullable Throwable cause) {
    super(kind, cause);
    this.kind = kind;
    this.serviceAnswered = serviceAnswered;
    this.judged = judged;
    this.maker = maker;
  }

  String kind() {
    return kind;
  }

  boolean serviceAnswered() {
    return serviceAnswered;
  }

  GmcException exception(Evidence evidence) {
    return maker.make(evidence, getCause());
  }
}
