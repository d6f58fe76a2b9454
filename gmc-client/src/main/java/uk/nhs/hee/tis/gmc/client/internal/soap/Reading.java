package uk.nhs.hee.tis.gmc.client.internal.soap;

import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import uk.nhs.hee.tis.gmc.client.model.CallInfo;
import uk.nhs.hee.tis.gmc.client.model.Doctor;
import uk.nhs.hee.tis.gmc.client.model.GmcAnswer;

/**
 * What one attempt makes of its answer: it receives the rows as they are read, and in the end
 * either returns the typed answer or is told to discard them. Used by one thread.
 *
 * @param <A> the typed answer
 */
public abstract class Reading<A extends GmcAnswer> {

  private @Nullable CallIds ids;

  Reading() {}

  /** Names the call whose answer it must be. */
  void ofCall(CallIds call) {
    ids = call;
  }

  boolean isOfAnotherCall(String echo) {
    return ids != null && ids.isOfAnotherCall(echo);
  }

  /** Returns a reading of an answer without rows. */
  static <A extends GmcAnswer> Reading<A> of(BiFunction<RawAnswer, CallInfo, A> typed) {
    return new Reading<>() {
      @Override
      public A answer(RawAnswer raw, CallInfo info) {
        return typed.apply(raw, info);
      }
    };
  }

  /** The list begins. */
  void listBegins() {}

  /** Takes the next row; the answer may still turn out to be unusable. */
  void row(Doctor doctor) {}

  /**
   * Returns the typed answer of a call that the GMC carried out, or whose desired state already
   * held.
   */
  public abstract A answer(RawAnswer raw, CallInfo info);

  /** Discards the rows: the answer was incomplete or refused. No effect without rows. */
  public void discard() {}
}
