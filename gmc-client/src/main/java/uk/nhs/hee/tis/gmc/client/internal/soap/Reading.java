package uk.nhs.hee.tis.gmc.client.internal.soap;

import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import uk.nhs.hee.tis.gmc.client.model.CallInfo;
import uk.nhs.hee.tis.gmc.client.model.Doctor;
import uk.nhs.hee.tis.gmc.client.model.GmcAnswer;

/**
 * What one attempt makes of its answer: it is handed the rows as they are read, and in the end
 * either gives the typed answer or is told that nothing came of it. Used by one thread.
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

  /** Takes the next row; the answer may still turn out to be none. */
  void row(Doctor doctor) {}

  /** Returns the typed answer of a call that the GMC carried out, or whose wish already held. */
  public abstract A answer(RawAnswer raw, CallInfo info);

  /** Forgets the rows: the answer was not whole, or was refused. Harmless without rows. */
  public void discard() {}
}
