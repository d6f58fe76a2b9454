package uk.nhs.hee.tis.gmc.client.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonCreator.Mode;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonMappingException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.nhs.hee.tis.gmc.client.internal.json.JsonInput;
import uk.nhs.hee.tis.gmc.client.internal.json.JsonKind;
import uk.nhs.hee.tis.gmc.client.internal.json.JsonOutput;

/**
 * Facts about a successful call: the ids of both sides, the return code, how many times it was
 * tried, when it started and how long it took. Immutable.
 */
public final class CallInfo {
  private final String clientRequestId;
  private final @Nullable String gmcRequestId;
  private final ReturnCode returnCode;
  private final int attempts;
  private final Instant startedAt;
  private final Duration duration;

  private CallInfo(Builder from) {
    clientRequestId = Checks.given("clientRequestId", from.clientRequestId);
    gmcRequestId = from.gmcRequestId;
    returnCode = Checks.given("returnCode", from.returnCode);
    attempts = from.attempts;
    startedAt = Checks.given("startedAt", from.startedAt);
    duration = Checks.given("duration", from.duration);
  }

  /** {@return a new builder, with nothing set} */
  public static Builder builder() {
    return new Builder();
  }

  /** {@return a builder that starts from this value} */
  public Builder toBuilder() {
    Builder to = new Builder();
    to.clientRequestId = clientRequestId;
    to.gmcRequestId = gmcRequestId;
    to.returnCode = returnCode;
    to.attempts = attempts;
    to.startedAt = startedAt;
    to.duration = duration;
    return to;
  }

  /** {@return the request id that this side gave the call; the GMC echoes it} */
  public String clientRequestId() {
    return clientRequestId;
  }

  /** {@return the GMC's own id of the request, the one to quote to the GMC} */
  public Optional<String> gmcRequestId() {
    return Optional.ofNullable(gmcRequestId);
  }

  /**
   * {@return the GMC's return code: 0, or 100 or 140 if the desired state of a doctor's connection
   * already held}
   */
  public ReturnCode returnCode() {
    return returnCode;
  }

  /** {@return how many times the request was sent, 1 or more} */
  public int attempts() {
    return attempts;
  }

  /** {@return when the call started, in UTC, by this side's clock} */
  public Instant startedAt() {
    return startedAt;
  }

  /** {@return how long the whole call took, waits between attempts included} */
  public Duration duration() {
    return duration;
  }

  @JsonValue
  JsonOutput asJson() {
    return new JsonOutput()
        .put("clientRequestId", clientRequestId)
        .put("gmcRequestId", gmcRequestId)
        .put("returnCode", returnCode)
        .put("attempts", attempts)
        .put("startedAt", startedAt)
        .put("duration", duration);
  }

  @JsonCreator(mode = Mode.DELEGATING)
  static CallInfo fromJson(JsonInput json) throws JsonMappingException {
    return json.as(CallInfo.class, JsonKind.object(CallInfo::read));
  }

  static CallInfo read(JsonInput json) {
    return builder()
        .clientRequestId(json.required("clientRequestId", JsonKind.TEXT))
        .gmcRequestId(json.optional("gmcRequestId", JsonKind.TEXT))
        .returnCode(json.required("returnCode", ReturnCode.JSON))
        .attempts(json.required("attempts", JsonKind.INTEGER))
        .startedAt(json.required("startedAt", JsonKind.INSTANT))
        .duration(json.required("duration", JsonKind.DURATION))
        .build();
  }

  private List<@Nullable Object> components() {
    return Arrays.<@Nullable Object>asList(
        clientRequestId, gmcRequestId, returnCode, attempts, startedAt, duration);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof CallInfo && components().equals(((CallInfo) other).components());
  }

  @Override
  public int hashCode() {
    return components().hashCode();
  }

  @Override
  public String toString() {
    return "CallInfo[clientRequestId="
        + clientRequestId
        + ", gmcRequestId="
        + gmcRequestId
        + ", returnCode="
        + returnCode.code()
        + ", attempts="
        + attempts
        + ", startedAt="
        + startedAt
        + ", duration="
        + duration
        + "]";
  }

  /** Builds {@link CallInfo}. Not thread-safe. */
  public static final class Builder {
    private @Nullable String clientRequestId;
    private @Nullable String gmcRequestId;
    private ReturnCode returnCode = ReturnCode.SUCCESS;
    private int attempts;
    private @Nullable Instant startedAt;
    private @Nullable Duration duration;

    private Builder() {}

    /**
     * Sets the request id that this side gave the call; the GMC echoes it.
     *
     * @param clientRequestId any text; required
     * @return this builder
     */
    public Builder clientRequestId(String clientRequestId) {
      this.clientRequestId = clientRequestId;
      return this;
    }

    /**
     * Sets the GMC's own id of the request, the one to quote to the GMC.
     *
     * @param gmcRequestId as the GMC wrote it, or null if its answer had none
     * @return this builder
     */
    public Builder gmcRequestId(@Nullable String gmcRequestId) {
      this.gmcRequestId = gmcRequestId;
      return this;
    }

    /**
     * Sets the GMC's return code.
     *
     * @param returnCode of an answer that is not a failure; {@link ReturnCode#SUCCESS} if not set
     * @return this builder
     */
    public Builder returnCode(ReturnCode returnCode) {
      this.returnCode = returnCode;
      return this;
    }

    /**
     * Sets how many times the request was sent.
     *
     * @param attempts 1 or more in an answer of the client; 0 if not set
     * @return this builder
     * @throws IllegalArgumentException if it is negative
     */
    public Builder attempts(int attempts) {
      if (attempts < 0) {
        throw new IllegalArgumentException("attempts must not be negative, but is " + attempts);
      }
      this.attempts = attempts;
      return this;
    }

    /**
     * Sets when the call started.
     *
     * @param startedAt by this side's clock; required
     * @return this builder
     */
    public Builder startedAt(Instant startedAt) {
      this.startedAt = startedAt;
      return this;
    }

    /**
     * Sets how long the whole call took, waits between attempts included.
     *
     * @param duration from the start of the call to its answer; required
     * @return this builder
     */
    public Builder duration(Duration duration) {
      this.duration = duration;
      return this;
    }

    /**
     * {@return the value}
     *
     * @throws IllegalArgumentException if a component is missing or not acceptable; the message
     *     names it
     */
    public CallInfo build() {
      return new CallInfo(this);
    }
  }
}
