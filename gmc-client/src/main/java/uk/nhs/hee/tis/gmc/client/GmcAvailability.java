package uk.nhs.hee.tis.gmc.client;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonCreator.Mode;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonMappingException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import uk.nhs.hee.tis.gmc.client.internal.json.JsonInput;
import uk.nhs.hee.tis.gmc.client.internal.json.JsonKind;
import uk.nhs.hee.tis.gmc.client.internal.json.JsonOutput;

/**
 * Whether GMC Connect can be used, judged from one client's ordinary calls: nothing is sent to find
 * out. Immutable.
 *
 * <p>A block and a refusal of the account show at once; other failures after two calls in a row, or
 * four of the last twenty. Once the service has answered three calls in a row, if only to refuse a
 * request, it counts as available again.
 */
public final class GmcAvailability {

  /** What the client's calls show. */
  public enum State {
    /** Calls succeed, or none has been made yet. */
    AVAILABLE,
    /** Some calls fail, or calls are only just being answered again. */
    DEGRADED,
    /** The Cloudflare edge refuses this client. */
    BLOCKED,
    /**
     * The GMC refuses this client's credentials or IP address (return code 99, or HTTP 401 or 403
     * from its server).
     */
    ACCESS_DENIED,
    /** Nothing came back from three calls in a row. */
    UNREACHABLE
  }

  private final State state;
  private final Instant since;
  private final Map<String, Instant> lastSuccesses;

  private GmcAvailability(State state, Instant since, Map<String, Instant> lastSuccesses) {
    this.state = Objects.requireNonNull(state, "state");
    this.since = Objects.requireNonNull(since, "since");
    this.lastSuccesses = Map.copyOf(lastSuccesses);
  }

  /**
   * {@return an availability; for tests of listeners and of code that reads it}
   *
   * @param state what the client's calls show
   * @param since since when they have shown it
   * @param lastSuccesses when the last call for each designated body succeeded, by its code
   */
  public static GmcAvailability of(State state, Instant since, Map<String, Instant> lastSuccesses) {
    return new GmcAvailability(state, since, lastSuccesses);
  }

  /** {@return what the client's calls show} */
  public State state() {
    return state;
  }

  /** {@return since when they have shown it} */
  public Instant since() {
    return since;
  }

  /**
   * {@return when the last call for a designated body succeeded, if any has since this client was
   * built}
   *
   * @param designatedBodyCode the body's code, such as {@code 1-1RSSQ2H}
   */
  public Optional<Instant> lastSuccess(String designatedBodyCode) {
    return Optional.ofNullable(lastSuccesses.get(designatedBodyCode));
  }

  /** {@return when the last call for each designated body succeeded, by its code} */
  public Map<String, Instant> lastSuccesses() {
    return lastSuccesses;
  }

  @JsonValue
  JsonOutput asJson() {
    return new JsonOutput()
        .put("state", state)
        .put("since", since)
        .put("lastSuccesses", new TreeMap<>(lastSuccesses));
  }

  @JsonCreator(mode = Mode.DELEGATING)
  static GmcAvailability fromJson(JsonInput json) throws JsonMappingException {
    return json.as(GmcAvailability.class, JsonKind.object(GmcAvailability::read));
  }

  private static GmcAvailability read(JsonInput json) {
    return of(
        json.required("state", JsonKind.oneOf(State.class)),
        json.required("since", JsonKind.INSTANT),
        json.required("lastSuccesses", JsonKind.mapOf(JsonKind.INSTANT)));
  }

  private List<Object> components() {
    return Arrays.asList(state, since, lastSuccesses);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof GmcAvailability
        && components().equals(((GmcAvailability) other).components());
  }

  @Override
  public int hashCode() {
    return components().hashCode();
  }

  @Override
  public String toString() {
    return "GmcAvailability[state="
        + state
        + ", since="
        + since
        + ", lastSuccesses="
        + lastSuccesses
        + "]";
  }
}
