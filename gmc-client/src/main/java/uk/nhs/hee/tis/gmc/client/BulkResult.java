package uk.nhs.hee.tis.gmc.client;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import uk.nhs.hee.tis.gmc.client.error.GmcException;
import uk.nhs.hee.tis.gmc.client.error.GmcOutcomeUnknownException;
import uk.nhs.hee.tis.gmc.client.error.GmcPermissionException;
import uk.nhs.hee.tis.gmc.client.error.GmcRejectedException;
import uk.nhs.hee.tis.gmc.client.internal.json.JsonOutput;
import uk.nhs.hee.tis.gmc.client.model.ConnectionReceipt;
import uk.nhs.hee.tis.gmc.client.model.GmcAnswer;
import uk.nhs.hee.tis.gmc.client.model.ReturnCode;
import uk.nhs.hee.tis.gmc.client.model.UnsendableValueException;

/**
 * What became of each request of a bulk, in the order of the requests. Immutable.
 *
 * @param <Q> the request: a designated body code, or a doctor to add or remove
 * @param <A> the answer
 */
public final class BulkResult<Q, A extends GmcAnswer> {

  /** What became of one request. */
  public enum Outcome {
    /** It was carried out. */
    DONE,
    /** The desired state already held: return code 100 or 140. */
    ALREADY_SO,
    /**
     * The GMC refused it by a return code, 81 for its designated body included: retrying it as it
     * is does not help.
     */
    REJECTED,
    /**
     * It was not sent, because a value of it is missing or cannot be sent: retrying it as it is
     * does not help.
     */
    INVALID,
    /** It failed; if it was a write, it was certainly not carried out. */
    FAILED,
    /** It may have been carried out; this side cannot tell. */
    OUTCOME_UNKNOWN,
    /**
     * It was not sent, because the cause of an earlier failure would have affected it too, or
     * because the calling thread was interrupted.
     */
    NOT_ATTEMPTED
  }

  /**
   * One request and what became of it. Immutable.
   *
   * @param <Q> the request
   * @param <A> the answer
   */
  public static final class Item<Q, A extends GmcAnswer> {
    private final Q request;
    private final Outcome outcome;
    private final @Nullable A answer;
    private final @Nullable RuntimeException exception;

    private Item(
        Q request, Outcome outcome, @Nullable A answer, @Nullable RuntimeException exception) {
      this.request = Objects.requireNonNull(request, "request");
      this.outcome = outcome;
      this.answer = answer;
      this.exception = exception;
    }

    /**
     * {@return a request that was answered: {@link Outcome#DONE}, or {@link Outcome#ALREADY_SO} if
     * the receipt says so} The library makes items, and so do tests of code that reads them.
     *
     * @param request what was asked for
     * @param answer what the GMC answered
     * @param <Q> the request
     * @param <A> the answer
     */
    public static <Q, A extends GmcAnswer> Item<Q, A> answered(Q request, A answer) {
      Objects.requireNonNull(answer, "answer");
      boolean alreadySo =
          answer instanceof ConnectionReceipt
              && ((ConnectionReceipt) answer).outcome() == ConnectionReceipt.Outcome.ALREADY_SO;
      return new Item<>(request, alreadySo ? Outcome.ALREADY_SO : Outcome.DONE, answer, null);
    }

    /**
     * {@return a request whose call threw, with the outcome that a bulk gives such an exception}
     *
     * @param request what was asked for
     * @param exception what the call threw; the testkit's {@code GmcErrors} makes those of the
     *     client
     * @param <Q> the request
     * @param <A> the answer
     */
    public static <Q, A extends GmcAnswer> Item<Q, A> failed(
        Q request, RuntimeException exception) {
      return new Item<>(request, outcomeOf(exception), null, exception);
    }

    /**
     * {@return a request that was not sent: see {@link Outcome#NOT_ATTEMPTED}}
     *
     * @param request what was asked for
     * @param <Q> the request
     * @param <A> the answer
     */
    public static <Q, A extends GmcAnswer> Item<Q, A> notAttempted(Q request) {
      return new Item<>(request, Outcome.NOT_ATTEMPTED, null, null);
    }

    /**
     * {@return a request that was in flight when the calling thread was interrupted: its outcome is
     * unknown, and there is no exception to report it}
     *
     * @param request what was asked for
     * @param <Q> the request
     * @param <A> the answer
     */
    public static <Q, A extends GmcAnswer> Item<Q, A> interrupted(Q request) {
      return new Item<>(request, Outcome.OUTCOME_UNKNOWN, null, null);
    }

    private static Outcome outcomeOf(RuntimeException exception) {
      Objects.requireNonNull(exception, "exception");
      if (exception instanceof UnsendableValueException) {
        return Outcome.INVALID;
      }
      if (exception instanceof GmcOutcomeUnknownException
          || exception instanceof CancellationException) {
        return Outcome.OUTCOME_UNKNOWN;
      }
      if (exception instanceof GmcException && ((GmcException) exception).fromOpenCircuit()) {
        return Outcome.NOT_ATTEMPTED;
      }
      return isRejection(exception) ? Outcome.REJECTED : Outcome.FAILED;
    }

    /** Code 81 concerns one designated body, code 99 every call of the account. */
    static boolean isRejection(Throwable exception) {
      return exception instanceof GmcRejectedException
          || (exception instanceof GmcPermissionException
              && ((GmcPermissionException) exception)
                  .returnCode()
                  .filter(ReturnCode.NO_ACCESS_TO_DESIGNATED_BODY::equals)
                  .isPresent());
    }

    /** {@return the request} */
    public Q request() {
      return request;
    }

    /** {@return what became of it} */
    public Outcome outcome() {
      return outcome;
    }

    /**
     * {@return the answer to a request that was carried out, or whose desired state already held}
     */
    public Optional<A> answer() {
      return Optional.ofNullable(answer);
    }

    /**
     * {@return the failure of its call, with who must act and how long to wait} An item that was
     * not attempted has one only if the call was made and an open circuit held it back.
     */
    public Optional<GmcException> failure() {
      return exception().filter(GmcException.class::isInstance).map(GmcException.class::cast);
    }

    /**
     * {@return whatever was thrown instead of an answer: the {@link #failure()}, an {@link
     * UnsendableValueException} if the request is {@link Outcome#INVALID}, what a supplier of
     * credentials threw, or the {@link IllegalStateException} of a client closed meanwhile; absent
     * also if the request was not attempted or the thread was interrupted}
     */
    public Optional<RuntimeException> exception() {
      return Optional.ofNullable(exception);
    }

    /**
     * {@return the return code to store: that of the answer or the failure, or the one that the GMC
     * would have given for a value that cannot be sent; absent if the GMC's service did not answer}
     */
    public Optional<ReturnCode> returnCode() {
      if (answer != null) {
        return Optional.of(answer.returnCode());
      }
      return exception instanceof UnsendableValueException
          ? ((UnsendableValueException) exception).returnCode()
          : failure().flatMap(GmcException::returnCode);
    }

    /**
     * What a failure has to tell is its evidence; the message of another exception may be anyone's.
     */
    @JsonValue
    JsonOutput asJson() {
      return new JsonOutput()
          .put("request", request)
          .put("outcome", outcome)
          .put("answer", answer)
          .put("evidence", failure().map(GmcException::evidence).orElse(null));
    }

    /** {@return the outcome, without a doctor's data} */
    @Override
    public String toString() {
      return "Item[outcome=" + outcome + "]";
    }
  }

  private final List<Item<Q, A>> items;

  private BulkResult(List<Item<Q, A>> items) {
    this.items = List.copyOf(items);
  }

  /**
   * {@return a result; the library makes them, and so do tests of code that reads them}
   *
   * @param items what became of each request, in their order
   * @param <Q> the request
   * @param <A> the answer
   */
  public static <Q, A extends GmcAnswer> BulkResult<Q, A> of(List<Item<Q, A>> items) {
    return new BulkResult<>(items);
  }

  /** {@return every item, in the order of the requests} */
  public List<Item<Q, A>> items() {
    return items;
  }

  /**
   * {@return the items with this outcome, in the order of the requests}
   *
   * @param outcome the outcome of the items to return
   */
  public List<Item<Q, A>> items(Outcome outcome) {
    Objects.requireNonNull(outcome, "outcome");
    return items.stream().filter(item -> item.outcome == outcome).collect(Collectors.toList());
  }

  /** {@return whether every request was carried out, or its desired state already held} */
  public boolean isComplete() {
    return items.stream().allMatch(item -> item.answer != null);
  }

  /**
   * {@return the requests that a second run has to do: those that failed, were not attempted, or
   * whose outcome is unknown} Those that the GMC refused and those that cannot be sent are left
   * out.
   */
  public List<Q> toRetry() {
    return items.stream()
        .filter(item -> item.answer == null)
        .filter(item -> item.outcome != Outcome.REJECTED && item.outcome != Outcome.INVALID)
        .map(Item::request)
        .collect(Collectors.toList());
  }

  @JsonValue
  JsonOutput asJson() {
    return new JsonOutput().put("complete", isComplete()).put("items", items);
  }

  /** {@return how many items there are of each outcome, without a doctor's data} */
  @Override
  public String toString() {
    return Arrays.stream(Outcome.values())
        .map(outcome -> outcome + "=" + items(outcome).size())
        .collect(Collectors.joining(", ", "BulkResult[", "]"));
  }
}
