package uk.nhs.hee.tis.gmc.client;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import uk.nhs.hee.tis.gmc.client.error.GmcException;
import uk.nhs.hee.tis.gmc.client.internal.json.JsonOutput;

/**
 * What became of each request of a bulk, in the order of the requests. Immutable.
 *
 * @param <Q> the request: a designated body code, or a doctor to add or remove
 * @param <A> the answer
 */
public final class BulkResult<Q, A> {

  /** What became of one request. */
  public enum Outcome {
    /** It was carried out. */
    DONE,
    /** The wished state held already: return code 100 or 140. */
    ALREADY_SO,
    /** The GMC refused it by a return code: repeating it as it is does not help. */
    REFUSED,
    /**
     * It was not sent, because a value of it is missing or cannot be sent: retrying it as it is
     * does not help.
     */
    INVALID,
    /** It failed and was certainly not carried out. */
    FAILED,
    /** It may have been carried out; nobody on this side can tell. */
    OUTCOME_UNKNOWN,
    /** It was not sent, because an earlier failure would have met it too. */
    NOT_ATTEMPTED
  }

  /**
   * One request and what became of it.
   *
   * @param <Q> the request
   * @param <A> the answer
   */
  public static final class Item<Q, A> {
    private final Q request;
    private final Outcome outcome;
    private final @Nullable A answer;
    private final @Nullable RuntimeException failure;

    Item(Q request, Outcome outcome, @Nullable A answer, @Nullable RuntimeException failure) {
      this.request = request;
      this.outcome = outcome;
      this.answer = answer;
      this.failure = failure;
    }

    /** {@return the request} */
    public Q request() {
      return request;
    }

    /** {@return what became of it} */
    public Outcome outcome() {
      return outcome;
    }

    /** {@return the answer of a request that was carried out, or whose wish already held} */
    public Optional<A> answer() {
      return Optional.ofNullable(answer);
    }

    /**
     * {@return why it has no answer: a {@link uk.nhs.hee.tis.gmc.client.error.GmcException}, or an
     * {@link IllegalArgumentException} if a value cannot be sent} One that was not attempted has it
     * only if the call was made and an open circuit held it back.
     */
    public Optional<RuntimeException> failure() {
      return Optional.ofNullable(failure);
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
          .put(
              "evidence",
              failure instanceof GmcException ? ((GmcException) failure).evidence() : null);
    }

    /** {@return the outcome, without a doctor's data} */
    @Override
    public String toString() {
      return "Item[outcome=" + outcome + "]";
    }
  }

  private final List<Item<Q, A>> items;

  BulkResult(List<Item<Q, A>> items) {
    this.items = List.copyOf(items);
  }

  /** {@return every item, in the order of the requests} */
  public List<Item<Q, A>> items() {
    return items;
  }

  /**
   * {@return the items with this outcome, in the order of the requests}
   *
   * @param outcome what became of the items wanted
   */
  public List<Item<Q, A>> items(Outcome outcome) {
    Objects.requireNonNull(outcome, "outcome");
    return items.stream().filter(item -> item.outcome == outcome).collect(Collectors.toList());
  }

  /** {@return whether every request was carried out, or was so already} */
  public boolean isComplete() {
    return items.stream().allMatch(item -> item.answer != null);
  }

  /**
   * {@return the requests that a second run has to do: those that failed, were not attempted, or
   * whose outcome is unknown} Those that the GMC refused, and those that cannot be sent, are not
   * among them.
   */
  public List<Q> toRepeat() {
    return items.stream()
        .filter(item -> item.answer == null)
        .filter(item -> item.outcome != Outcome.REFUSED && item.outcome != Outcome.INVALID)
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
