package uk.nhs.hee.tis.gmc.client.model;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a successful call itself: the ids of both sides, how often it was tried, and how
 * long it took. Immutable.
 */
public final class CallInfo {
  private final String clientRequestId;
  private final @Nullable String gmcRequestId;
  private final int attempts;
  private final Duration duration;

  private CallInfo(Builder from) {
    clientRequestId = Checks.given("clientRequestId", from.clientRequestId);
    gmcRequestId = from.gmcRequestId;
    attempts = from.attempts;
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
    to.attempts = attempts;
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

  /** {@return how many times the request was sent, 1 or more} */
  public int attempts() {
    return attempts;
  }

  /** {@return how long the whole call took, waits between attempts included} */
  public Duration duration() {
    return duration;
  }

  private List<@Nullable Object> components() {
    return Arrays.<@Nullable Object>asList(clientRequestId, gmcRequestId, attempts, duration);
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
        + ", attempts="
        + attempts
        + ", duration="
        + duration
        + "]";
  }

  /** Builds {@link CallInfo}. Not thread-safe. */
  public static final class Builder {
    private @Nullable String clientRequestId;
    private @Nullable String gmcRequestId;
    private int attempts;
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
     * @param gmcRequestId as the GMC wrote it, or null if it answered none
     * @return this builder
     */
    public Builder gmcRequestId(@Nullable String gmcRequestId) {
      this.gmcRequestId = gmcRequestId;
      return this;
    }

    /**
     * Sets how many times the request was sent.
     *
     * @param attempts 1 or more; 0 if not set
     * @return this builder
     */
    public Builder attempts(int attempts) {
      this.attempts = attempts;
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
