package uk.nhs.hee.tis.gmc.testkit.errors;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import uk.nhs.hee.tis.gmc.client.error.Effect;
import uk.nhs.hee.tis.gmc.client.error.Evidence;
import uk.nhs.hee.tis.gmc.client.error.GmcException;
import uk.nhs.hee.tis.gmc.client.model.GmcOperation;

/**
 * Builds one of the client's exceptions, with the message and the evidence that the client itself
 * gives such a failure. Start at {@link GmcErrors}, which gives the default failures. Not
 * thread-safe.
 *
 * @param <E> the exception
 * @param <B> the builder itself
 */
public abstract class GmcErrorBuilder<E extends GmcException, B extends GmcErrorBuilder<E, B>> {
  private final List<Consumer<Evidence.Builder>> changes = new ArrayList<>();
  private GmcOperation operation = GmcOperation.GET_DOCTORS_FOR_DB;
  private @Nullable String message;
  private @Nullable Throwable cause;

  GmcErrorBuilder() {}

  /**
   * Sets the operation that failed; GetDoctorsForDB by default.
   *
   * @param operation one of the six
   * @return this builder
   */
  public B operation(GmcOperation operation) {
    this.operation = operation;
    return self();
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
   * Changes anything in the evidence; if there are several changes, the last one wins.
   *
   * @param change is run by {@link #build()}, on the evidence as the client would give it
   * @return this builder
   */
  public B evidence(Consumer<Evidence.Builder> change) {
    changes.add(change);
    return self();
  }

  /**
   * Sets the message; without it, it is the one that the client makes of the evidence.
   *
   * @param message what {@link Throwable#getMessage()} is to return
   * @return this builder
   */
  public B message(String message) {
    this.message = message;
    return self();
  }

  /**
   * Sets the cause; that of the client's exception by default, which is often none.
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
   * @throws IllegalStateException if a value that every call has was removed from the evidence
   */
  public E build() {
    Failure failure = failure(operation);
    Evidence.Builder facts = failure.evidence();
    changes.forEach(change -> change.accept(facts));
    Evidence evidence = facts.build();
    GmcException real =
        evidence.fromOpenCircuit() ? failure.heldBack(evidence) : failure.exception(evidence);
    return make(
        real,
        message == null ? String.valueOf(real.getMessage()) : message,
        cause == null ? real.getCause() : cause);
  }

  @SuppressWarnings("unchecked") // Every subclass binds B to itself.
  final B self() {
    return (B) this;
  }

  /** Returns what fails the operation. */
  abstract Failure failure(GmcOperation failed);

  /** Returns the exception that the client made, with this message and cause. */
  abstract E make(GmcException real, String text, @Nullable Throwable because);
}
