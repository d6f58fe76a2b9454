package uk.nhs.hee.tis.gmc.testkit.errors;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import uk.nhs.hee.tis.gmc.client.error.Effect;
import uk.nhs.hee.tis.gmc.client.error.Evidence;
import uk.nhs.hee.tis.gmc.client.error.GmcException;
import uk.nhs.hee.tis.gmc.client.model.Actor;
import uk.nhs.hee.tis.gmc.client.model.GmcOperation;

/**
 * Builds an exception of the client with evidence like that of a real failure. Start at {@link
 * GmcErrors}, which says what the evidence holds unless told otherwise. Not thread-safe.
 *
 * @param <E> the exception
 * @param <B> the builder itself
 */
public abstract class GmcErrorBuilder<E extends GmcException, B extends GmcErrorBuilder<E, B>> {
  private final Evidence.Builder evidence;
  private final String verb;
  private @Nullable String message;
  private @Nullable Throwable cause;

  GmcErrorBuilder(String verb, Evidence.Builder evidence) {
    this.verb = verb;
    this.evidence = evidence;
  }

  /**
   * Sets the operation that failed; GetDoctorsForDB by default.
   *
   * @param operation one of the six
   * @return this builder
   */
  public B operation(GmcOperation operation) {
    return evidence(e -> e.operation(operation));
  }

  /**
   * Sets the request id that the caller's side gave the call.
   *
   * @param clientRequestId text that helps to find the call in logs
   * @return this builder
   */
  public B clientRequestId(String clientRequestId) {
    return evidence(e -> e.clientRequestId(clientRequestId));
  }

  /**
   * Sets how many times the request was tried; 1 by default.
   *
   * @param attempts the first one included
   * @return this builder
   */
  public B attempts(int attempts) {
    return evidence(e -> e.attempts(attempts));
  }

  /**
   * Sets whether the operation may have run.
   *
   * @param effect what the caller may conclude about the GMC's records
   * @return this builder
   */
  public B effect(Effect effect) {
    return evidence(e -> e.effect(effect));
  }

  /**
   * Sets whether the same call may succeed later without a change.
   *
   * @param retryable what {@link GmcException#retryable()} is to return
   * @return this builder
   */
  public B retryable(boolean retryable) {
    return evidence(e -> e.retryable(retryable));
  }

  /**
   * Makes it the failure of a call that an open circuit held back: never sent, no attempt.
   *
   * @return this builder
   */
  public B fromOpenCircuit() {
    return evidence(e -> e.fromOpenCircuit(true).effect(Effect.NOT_SENT).attempts(0));
  }

  /**
   * Changes anything in the evidence.
   *
   * @param change is run at once, on the evidence as it stands
   * @return this builder
   */
  public B evidence(Consumer<Evidence.Builder> change) {
    change.accept(evidence);
    return self();
  }

  /**
   * Sets the message; without it, one is made of the evidence.
   *
   * @param message what {@link Throwable#getMessage()} is to return
   * @return this builder
   */
  public B message(String message) {
    this.message = message;
    return self();
  }

  /**
   * Sets the cause; none by default.
   *
   * @param cause what {@link Throwable#getCause()} is to return
   * @return this builder
   */
  public B cause(Throwable cause) {
    this.cause = cause;
    return self();
  }

  /**
   * {@return the exception}
   *
   * @throws IllegalStateException if the evidence was robbed of a value that every call has
   */
  public E build() {
    Evidence built = evidence.build();
    return make(message == null ? words(built) : message, built, cause);
  }

  private String words(Evidence e) {
    String who = e.source().words();
    return Character.toUpperCase(who.charAt(0))
        + who.substring(1)
        + (who.indexOf(',') < 0 ? " " : ", ")
        + verb
        + " this "
        + e.operation().operationName()
        + " request ("
        + e.finding()
        + "). "
        + e.advice()
        + (e.actors().isEmpty() ? "" : " Who must act: " + Actor.words(e.actors()) + ".");
  }

  @SuppressWarnings("unchecked") // Every subclass binds B to itself.
  final B self() {
    return (B) this;
  }

  abstract E make(String text, Evidence built, @Nullable Throwable because);
}
