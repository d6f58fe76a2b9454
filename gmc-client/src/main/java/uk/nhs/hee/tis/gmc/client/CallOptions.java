package uk.nhs.hee.tis.gmc.client;

import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import uk.nhs.hee.tis.gmc.client.model.UnsendableValueException;

/** What one call does differently from its client's defaults. Immutable. */
public final class CallOptions {
  private static final CallOptions DEFAULTS = builder().build();

  private final @Nullable Duration deadline;
  private final @Nullable String clientRequestId;
  private final @Nullable String internalUser;
  private final @Nullable GmcCredentials credentials;
  private final @Nullable RetryPolicy retryPolicy;
  private final @Nullable CircuitBreakerPolicy circuitBreakerPolicy;
  private final Map<String, String> headers;

  private CallOptions(Builder from) {
    deadline = from.deadline;
    clientRequestId = from.clientRequestId;
    internalUser = from.internalUser;
    credentials = from.credentials;
    retryPolicy = from.retryPolicy;
    circuitBreakerPolicy = from.circuitBreakerPolicy;
    Map<String, String> copy = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    copy.putAll(from.headers);
    headers = Collections.unmodifiableMap(copy);
  }

  /** {@return options that change nothing} */
  public static CallOptions defaults() {
    return DEFAULTS;
  }

  /** {@return a new builder, with nothing set} */
  public static Builder builder() {
    return new Builder();
  }

  /** {@return a builder that starts from these options} */
  public Builder toBuilder() {
    Builder to = new Builder();
    to.deadline = deadline;
    to.clientRequestId = clientRequestId;
    to.internalUser = internalUser;
    to.credentials = credentials;
    to.retryPolicy = retryPolicy;
    to.circuitBreakerPolicy = circuitBreakerPolicy;
    to.headers.putAll(headers);
    return to;
  }

  /** {@return how long the whole call may take; the client's default if absent} */
  public Optional<Duration> deadline() {
    return Optional.ofNullable(deadline);
  }

  /** {@return the request id of the call; a fresh UUID if absent} */
  public Optional<String> clientRequestId() {
    return Optional.ofNullable(clientRequestId);
  }

  /**
   * {@return the user on the caller's side, unless the request names one; the default if absent}
   */
  public Optional<String> internalUser() {
    return Optional.ofNullable(internalUser);
  }

  /** {@return the credentials of the call; the client's if absent} */
  public Optional<GmcCredentials> credentials() {
    return Optional.ofNullable(credentials);
  }

  /** {@return when the call is retried; the client's policy if absent} */
  public Optional<RetryPolicy> retryPolicy() {
    return Optional.ofNullable(retryPolicy);
  }

  /**
   * {@return when the circuit holds the call back and when its failure opens it; the client's
   * policy if absent}
   */
  public Optional<CircuitBreakerPolicy> circuitBreakerPolicy() {
    return Optional.ofNullable(circuitBreakerPolicy);
  }

  /**
   * {@return further headers by name without regard to case; they replace identity headers of the
   * same name}
   */
  public Map<String, String> headers() {
    return headers;
  }

  private List<@Nullable Object> components() {
    return Arrays.<@Nullable Object>asList(
        deadline,
        clientRequestId,
        internalUser,
        credentials,
        retryPolicy,
        circuitBreakerPolicy,
        Rules.folded(headers));
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof CallOptions && components().equals(((CallOptions) other).components());
  }

  @Override
  public int hashCode() {
    return components().hashCode();
  }

  @Override
  public String toString() {
    return "CallOptions[deadline="
        + deadline
        + ", clientRequestId="
        + clientRequestId
        + ", internalUser="
        + (internalUser == null ? null : "***")
        + ", credentials="
        + credentials
        + ", retryPolicy="
        + retryPolicy
        + ", circuitBreakerPolicy="
        + circuitBreakerPolicy
        + ", headers="
        + headers.keySet()
        + "]";
  }

  /** Builds {@link CallOptions}. Not thread-safe. */
  public static final class Builder {
    private final Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private @Nullable Duration deadline;
    private @Nullable String clientRequestId;
    private @Nullable String internalUser;
    private @Nullable GmcCredentials credentials;
    private @Nullable RetryPolicy retryPolicy;
    private @Nullable CircuitBreakerPolicy circuitBreakerPolicy;

    private Builder() {}

    /**
     * Sets how long the whole call may take.
     *
     * @param deadline a time from the start of the call, all attempts and waits included; at most a
     *     day
     * @return this builder
     * @throws IllegalArgumentException if it is not positive, or longer than a day
     */
    public Builder deadline(Duration deadline) {
      this.deadline = Rules.positive("deadline", deadline);
      return this;
    }

    /**
     * Sets the request id, which the GMC echoes. The GMC is not known to recognise a repeated one.
     *
     * @param clientRequestId any text without control characters and line separators; a fresh UUID
     *     if none is set
     * @return this builder
     * @throws UnsendableValueException if it is blank, or contains a control character, a line or a
     *     paragraph separator; the message does not show it
     */
    public Builder clientRequestId(String clientRequestId) {
      this.clientRequestId = RequestValues.clientRequestId(clientRequestId);
      return this;
    }

    /**
     * Sets the user on the caller's side, as reported to the GMC; a request's own internal user
     * takes precedence.
     *
     * @param internalUser a person's or a job's user name
     * @return this builder
     * @throws UnsendableValueException if it is blank
     */
    public Builder internalUser(String internalUser) {
      this.internalUser = RequestValues.internalUser(internalUser);
      return this;
    }

    /**
     * Sets the credentials of this call.
     *
     * @param credentials user name and password in place of the client's
     * @return this builder
     * @throws IllegalArgumentException if it is null
     */
    public Builder credentials(GmcCredentials credentials) {
      this.credentials = Rules.given("credentials", credentials);
      return this;
    }

    /**
     * Sets when this call is retried; {@link RetryPolicy#none()} for never.
     *
     * @param retryPolicy in place of the client's; its {@link RetryPolicy#budget()} is ignored
     * @return this builder
     * @throws IllegalArgumentException if it is null
     */
    public Builder retryPolicy(RetryPolicy retryPolicy) {
      this.retryPolicy = Rules.given("retryPolicy", retryPolicy);
      return this;
    }

    /**
     * Sets when the circuit holds this call back and when its failure opens it; {@link
     * CircuitBreakerPolicy#none()} for never.
     *
     * @param circuitBreakerPolicy in place of the client's, for the one circuit that all calls of
     *     the client share
     * @return this builder
     * @throws IllegalArgumentException if it is null
     */
    public Builder circuitBreakerPolicy(CircuitBreakerPolicy circuitBreakerPolicy) {
      this.circuitBreakerPolicy = Rules.given("circuitBreakerPolicy", circuitBreakerPolicy);
      return this;
    }

    /**
     * Adds a header to this call, replacing an identity header of the same name. Its value may be a
     * secret, so evidence shows the name of the header, but its value as {@code ***}; a value that
     * evidence should show belongs in the client's identity.
     *
     * @param name an RFC 9110 token, without regard to case
     * @param value visible ASCII, at most 1,024 characters
     * @return this builder
     * @throws IllegalArgumentException as {@link ClientIdentity.Builder#header header} of {@code
     *     ClientIdentity} does
     */
    public Builder header(String name, String value) {
      headers.put(Rules.headerName(name), Rules.headerValue(name, value));
      return this;
    }

    /** {@return the options} */
    public CallOptions build() {
      return new CallOptions(this);
    }
  }
}
