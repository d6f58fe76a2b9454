package uk.nhs.hee.tis.gmc.client.error;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonCreator.Mode;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonMappingException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.nhs.hee.tis.gmc.client.internal.json.JsonInput;
import uk.nhs.hee.tis.gmc.client.internal.json.JsonKind;
import uk.nhs.hee.tis.gmc.client.internal.json.JsonOutput;

/**
 * Failures of one kind, treated as one: when it began, how many calls it has affected, and when a
 * call last succeeded. All times are UTC. Immutable.
 *
 * <p>It is over as soon as a call is answered. If calls fail in the same way again within five
 * minutes of its last failure, it continues, and from then on it is over only when a call is
 * answered five minutes or more after its last failure: a service that comes and goes is one
 * incident.
 */
public final class Incident {
  private final String id;
  private final Instant first;
  private final Instant last;
  private final long failed;
  private final long heldBack;
  private final @Nullable Instant lastSuccess;

  private Incident(
      String id,
      Instant first,
      Instant last,
      long failed,
      long heldBack,
      @Nullable Instant lastSuccess) {
    this.id = Objects.requireNonNull(id, "id");
    this.first = Objects.requireNonNull(first, "first");
    this.last = Objects.requireNonNull(last, "last");
    this.failed = failed;
    this.heldBack = heldBack;
    this.lastSuccess = lastSuccess;
  }

  /**
   * {@return an incident}
   *
   * @param id a short name that logs, e-mails and tickets can refer to
   * @param first when the first of its calls failed
   * @param last when the last of its calls so far failed or was held back
   * @param failed how many calls have been sent and have failed in it
   * @param heldBack how many calls the open circuit has held back in it
   * @param lastSuccess when a call of this client last succeeded before {@code last}, or null if
   *     none had
   */
  public static Incident of(
      String id,
      Instant first,
      Instant last,
      long failed,
      long heldBack,
      @Nullable Instant lastSuccess) {
    return new Incident(id, first, last, failed, heldBack, lastSuccess);
  }

  /** {@return the short name that logs, e-mails and tickets can refer to} */
  public String id() {
    return id;
  }

  /** {@return when the first of its calls failed} */
  public Instant first() {
    return first;
  }

  /** {@return when the last of its calls so far failed or was held back} */
  public Instant last() {
    return last;
  }

  /** {@return how many calls have been sent and have failed in it} */
  public long failed() {
    return failed;
  }

  /** {@return how many calls the open circuit has held back in it, so that they were not sent} */
  public long heldBack() {
    return heldBack;
  }

  /**
   * {@return how many calls it has affected and since when, such as {@code 1 refused, 49 held back
   * since 2027-01-05T00:05:12Z}}
   *
   * @param source who refused the calls; if nobody answered, they count as failed
   */
  public String words(Source source) {
    boolean answered = source != Source.NETWORK && source != Source.CALLER;
    return failed
        + (answered ? " refused" : " failed")
        + (heldBack == 0 ? "" : ", " + heldBack + " held back")
        + " since "
        + first.truncatedTo(ChronoUnit.SECONDS);
  }

  /** {@return when a call of this client last succeeded before {@link #last()}, if one had} */
  public Optional<Instant> lastSuccess() {
    return Optional.ofNullable(lastSuccess);
  }

  @JsonValue
  JsonOutput asJson() {
    return new JsonOutput()
        .put("id", id)
        .put("first", first)
        .put("last", last)
        .put("failed", failed)
        .put("heldBack", heldBack)
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
        json.required("failed", JsonKind.LONG),
        json.required("heldBack", JsonKind.LONG),
        json.optional("lastSuccess", JsonKind.INSTANT));
  }

  private List<@Nullable Object> components() {
    return Arrays.<@Nullable Object>asList(id, first, last, failed, heldBack, lastSuccess);
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
        + ", failed="
        + failed
        + ", heldBack="
        + heldBack
        + ", lastSuccess="
        + lastSuccess
        + "]";
  }
}
