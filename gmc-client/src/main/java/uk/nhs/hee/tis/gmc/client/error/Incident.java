package uk.nhs.hee.tis.gmc.client.error;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonCreator.Mode;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonMappingException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.nhs.hee.tis.gmc.client.internal.json.JsonInput;
import uk.nhs.hee.tis.gmc.client.internal.json.JsonKind;
import uk.nhs.hee.tis.gmc.client.internal.json.JsonOutput;

/**
 * Consecutive failures of one kind, seen as one: when it began, how many calls it has cost, and
 * when the last call before it succeeded. All times are UTC. Immutable.
 */
public final class Incident {
  private final String id;
  private final Instant first;
  private final Instant last;
  private final long count;
  private final @Nullable Instant lastSuccess;

  private Incident(
      String id, Instant first, Instant last, long count, @Nullable Instant lastSuccess) {
    this.id = Objects.requireNonNull(id, "id");
    this.first = Objects.requireNonNull(first, "first");
    this.last = Objects.requireNonNull(last, "last");
    this.count = count;
    this.lastSuccess = lastSuccess;
  }

  /**
   * {@return an incident}
   *
   * @param id a short name by which logs, mails and tickets can refer to it
   * @param first when the first of its calls failed
   * @param last when the last of its calls so far failed
   * @param count how many calls have failed in it
   * @param lastSuccess when this client's last call before it succeeded, or null if none had
   */
  public static Incident of(
      String id, Instant first, Instant last, long count, @Nullable Instant lastSuccess) {
    return new Incident(id, first, last, count, lastSuccess);
  }

  /** {@return the short name by which logs, mails and tickets can refer to the incident} */
  public String id() {
    return id;
  }

  /** {@return when the first of its calls failed} */
  public Instant first() {
    return first;
  }

  /** {@return when the last of its calls so far failed} */
  public Instant last() {
    return last;
  }

  /** {@return how many calls have failed in it} */
  public long count() {
    return count;
  }

  /** {@return when this client's last call before the incident succeeded, if any had} */
  public Optional<Instant> lastSuccess() {
    return Optional.ofNullable(lastSuccess);
  }

  @JsonValue
  JsonOutput asJson() {
    return new JsonOutput()
        .put("id", id)
        .put("first", first)
        .put("last", last)
        .put("count", count)
        .put("lastSuccess", lastSuccess);
  }

  @JsonCreator(mode = Mode.DELEGATING)
  static Incident fromJson(JsonInput json) throws JsonMappingException {
    return json.as(Incident.class, JsonKind.object(Incident::read));
  }

  static Incident read(JsonInput json) {
    return of(
        json.required("id", JsonKind.TEXT),
        json.required("first", JsonKind.INSTANT),
        json.required("last", JsonKind.INSTANT),
        json.required("count", JsonKind.LONG),
        json.optional("lastSuccess", JsonKind.INSTANT));
  }

  private List<@Nullable Object> components() {
    return Arrays.<@Nullable Object>asList(id, first, last, count, lastSuccess);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Incident && components().equals(((Incident) other).components());
  }

  @Override
  public int hashCode() {
    return components().hashCode();
  }

  @Override
  public String toString() {
    return "Incident[id="
        + id
        + ", first="
        + first
        + ", last="
        + last
        + ", count="
        + count
        + ", lastSuccess="
        + lastSuccess
        + "]";
  }
}
