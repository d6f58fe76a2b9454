package uk.nhs.hee.tis.gmc.client.error;

import java.net.URI;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import uk.nhs.hee.tis.gmc.client.model.GmcOperation;
import uk.nhs.hee.tis.gmc.client.model.ReturnCode;

/**
 * What is known of a failed call: everything the GMC asked for in the incident of July 2021, ready
 * to send.
 *
 * <p>{@link #toText()} is fit for a mail to the GMC, {@link #toJson()} for a log or a ticket.
 * Neither holds credentials, the request, an answer of the service or a doctor's data. Immutable
 * and thread-safe; all times are UTC.
 */
public final class Evidence {
  private final GmcOperation operation;
  private final String clientRequestId;
  private final @Nullable String gmcRequestId;
  private final int attempts;
  private final @Nullable String environment;
  private final URI url;
  private final Instant startedAt;
  private final Instant endedAt;
  private final List<String> resolvedAddresses;
  private final @Nullable Integer httpStatus;
  private final Map<String, String> responseHeaders;
  private final @Nullable String rayId;
  private final @Nullable String edgeLocation;
  private final @Nullable String egressAddress;
  private final String userAgent;
  private final Map<String, String> identityHeaders;
  private final @Nullable Integer cloudflareCode;
  private final @Nullable ReturnCode returnCode;
  private final String finding;
  private final Source source;
  private final Effect effect;
  private final boolean retryable;
  private final String whoActs;
  private final Confidence confidence;
  private final List<String> signals;
  private final @Nullable String excerpt;
  private final @Nullable Incident incident;
  private final boolean fromOpenCircuit;

  private Evidence(Builder from) {
    operation = Builder.required("operation", from.operation);
    clientRequestId = Builder.required("clientRequestId", from.clientRequestId);
    gmcRequestId = from.gmcRequestId;
    attempts = from.attempts;
    environment = from.environment;
    url = Builder.required("url", from.url);
    startedAt = Builder.required("startedAt", from.startedAt);
    endedAt = Builder.required("endedAt", from.endedAt);
    resolvedAddresses = List.copyOf(from.resolvedAddresses);
    httpStatus = from.httpStatus;
    responseHeaders = Collections.unmodifiableMap(new LinkedHashMap<>(from.responseHeaders));
    rayId = from.rayId;
    edgeLocation = from.edgeLocation;
    egressAddress = from.egressAddress;
    userAgent = Builder.required("userAgent", from.userAgent);
    identityHeaders = Collections.unmodifiableMap(new LinkedHashMap<>(from.identityHeaders));
    cloudflareCode = from.cloudflareCode;
    returnCode = from.returnCode;
    finding = Builder.required("finding", from.finding);
    source = Builder.required("source", from.source);
    effect = Builder.required("effect", from.effect);
    retryable = from.retryable;
    whoActs = Builder.required("whoActs", from.whoActs);
    confidence = Builder.required("confidence", from.confidence);
    signals = List.copyOf(from.signals);
    excerpt = from.excerpt;
    incident = from.incident;
    fromOpenCircuit = from.fromOpenCircuit;
  }

  /** Returns a new builder, with nothing set. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns a builder that starts from this value. */
  public Builder toBuilder() {
    Builder to = new Builder();
    to.operation = operation;
    to.clientRequestId = clientRequestId;
    to.gmcRequestId = gmcRequestId;
    to.attempts = attempts;
    to.environment = environment;
    to.url = url;
    to.startedAt = startedAt;
    to.endedAt = endedAt;
    to.resolvedAddresses = resolvedAddresses;
    to.httpStatus = httpStatus;
    to.responseHeaders = responseHeaders;
    to.rayId = rayId;
    to.edgeLocation = edgeLocation;
    to.egressAddress = egressAddress;
    to.userAgent = userAgent;
    to.identityHeaders = identityHeaders;
    to.cloudflareCode = cloudflareCode;
    to.returnCode = returnCode;
    to.finding = finding;
    to.source = source;
    to.effect = effect;
    to.retryable = retryable;
    to.whoActs = whoActs;
    to.confidence = confidence;
    to.signals = signals;
    to.excerpt = excerpt;
    to.incident = incident;
    to.fromOpenCircuit = fromOpenCircuit;
    return to;
  }

  /** Returns the operation that was called. */
  public GmcOperation operation() {
    return operation;
  }

  /** Returns the request id that this side gave the call. */
  public String clientRequestId() {
    return clientRequestId;
  }

  /** Returns the GMC's own id of the request, if it answered one. */
  public Optional<String> gmcRequestId() {
    return Optional.ofNullable(gmcRequestId);
  }

  /** Returns how many times the request was tried. */
  public int attempts() {
    return attempts;
  }

  /** Returns the label of the environment, such as {@code prod}, if the client was given one. */
  public Optional<String> environment() {
    return Optional.ofNullable(environment);
  }

  /** Returns the endpoint that was called. */
  public URI url() {
    return url;
  }

  /** Returns when the call started. */
  public Instant startedAt() {
    return startedAt;
  }

  /** Returns when it failed. */
  public Instant endedAt() {
    return endedAt;
  }

  /** Returns the addresses that the host name resolved to, at the time of the failure. */
  public List<String> resolvedAddresses() {
    return resolvedAddresses;
  }

  /** Returns the HTTP status of the answer, if there was one. */
  public OptionalInt httpStatus() {
    return httpStatus == null ? OptionalInt.empty() : OptionalInt.of(httpStatus);
  }

  /** Returns the headers of the answer that help to tell who sent it. */
  public Map<String, String> responseHeaders() {
    return responseHeaders;
  }

  /** Returns the 16 hex digits by which the GMC's firewall team finds the request. */
  public Optional<String> rayId() {
    return Optional.ofNullable(rayId);
  }

  /** Returns the Cloudflare location that answered, such as {@code LHR}. */
  public Optional<String> edgeLocation() {
    return Optional.ofNullable(edgeLocation);
  }

  /** Returns the caller's address as the edge saw it, if its answer names it. */
  public Optional<String> egressAddress() {
    return Optional.ofNullable(egressAddress);
  }

  /** Returns the User-Agent that was sent. */
  public String userAgent() {
    return userAgent;
  }

  /** Returns the further identity headers that were sent, secret ones shown as {@code ***}. */
  public Map<String, String> identityHeaders() {
    return identityHeaders;
  }

  /** Returns the Cloudflare error code, such as 1020, if the answer named one. */
  public OptionalInt cloudflareCode() {
    return cloudflareCode == null ? OptionalInt.empty() : OptionalInt.of(cloudflareCode);
  }

  /** Returns the GMC's return code, if its service answered. */
  public Optional<ReturnCode> returnCode() {
    return Optional.ofNullable(returnCode);
  }

  /** Returns the verdict in a few words, such as {@code error 1010: client signature banned}. */
  public String finding() {
    return finding;
  }

  /** Returns who refused or failed the call. */
  public Source source() {
    return source;
  }

  /** Returns whether the operation may have run. */
  public Effect effect() {
    return effect;
  }

  /** Returns whether the same call may succeed later without a change. */
  public boolean retryable() {
    return retryable;
  }

  /** Returns who must act, in a few words. */
  public String whoActs() {
    return whoActs;
  }

  /** Returns how sure the verdict is. */
  public Confidence confidence() {
    return confidence;
  }

  /** Returns the signs that the verdict rests on, strongest first. */
  public List<String> signals() {
    return signals;
  }

  /** Returns a cleaned excerpt of a foreign body, never of a SOAP answer. */
  public Optional<String> excerpt() {
    return Optional.ofNullable(excerpt);
  }

  /** Returns the incident that this failure belongs to. */
  public Optional<Incident> incident() {
    return Optional.ofNullable(incident);
  }

  /**
   * Returns whether the call was not sent at all, because an earlier failure opened the circuit;
   * what is said of an answer is then that failure's.
   */
  public boolean fromOpenCircuit() {
    return fromOpenCircuit;
  }

  /** Returns the evidence as plain text, its first sentence fit to open a mail to the GMC. */
  public String toText() {
    return EvidenceText.of(this);
  }

  /** Returns the evidence as one JSON object, times in ISO 8601 (UTC), absent values left out. */
  public String toJson() {
    return EvidenceJson.of(this);
  }

  private List<@Nullable Object> components() {
    return Arrays.<@Nullable Object>asList(
        operation,
        clientRequestId,
        gmcRequestId,
        attempts,
        environment,
        url,
        startedAt,
        endedAt,
        resolvedAddresses,
        httpStatus,
        responseHeaders,
        rayId,
        edgeLocation,
        egressAddress,
        userAgent,
        identityHeaders,
        cloudflareCode,
        returnCode,
        finding,
        source,
        effect,
        retryable,
        whoActs,
        confidence,
        signals,
        excerpt,
        incident,
        fromOpenCircuit);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Evidence && components().equals(((Evidence) other).components());
  }

  @Override
  public int hashCode() {
    return components().hashCode();
  }

  @Override
  public String toString() {
    return "Evidence" + toJson();
  }

  /** Builds {@link Evidence}. Not thread-safe. */
  public static final class Builder {
    private @Nullable GmcOperation operation;
    private @Nullable String clientRequestId;
    private @Nullable String gmcRequestId;
    private int attempts;
    private @Nullable String environment;
    private @Nullable URI url;
    private @Nullable Instant startedAt;
    private @Nullable Instant endedAt;
    private List<String> resolvedAddresses = List.of();
    private @Nullable Integer httpStatus;
    private Map<String, String> responseHeaders = Map.of();
    private @Nullable String rayId;
    private @Nullable String edgeLocation;
    private @Nullable String egressAddress;
    private @Nullable String userAgent;
    private Map<String, String> identityHeaders = Map.of();
    private @Nullable Integer cloudflareCode;
    private @Nullable ReturnCode returnCode;
    private @Nullable String finding;
    private @Nullable Source source;
    private @Nullable Effect effect;
    private boolean retryable;
    private @Nullable String whoActs;
    private @Nullable Confidence confidence;
    private List<String> signals = List.of();
    private @Nullable String excerpt;
    private @Nullable Incident incident;
    private boolean fromOpenCircuit;

    private Builder() {}

    /** Sets the operation that was called. */
    public Builder operation(GmcOperation operation) {
      this.operation = operation;
      return this;
    }

    /** Sets the request id that this side gave the call. */
    public Builder clientRequestId(String clientRequestId) {
      this.clientRequestId = clientRequestId;
      return this;
    }

    /** Sets the GMC's own id of the request, if it answered one. */
    public Builder gmcRequestId(@Nullable String gmcRequestId) {
      this.gmcRequestId = gmcRequestId;
      return this;
    }

    /** Sets how many times the request was tried. */
    public Builder attempts(int attempts) {
      this.attempts = attempts;
      return this;
    }

    /** Sets the label of the environment, such as {@code prod}, if the client was given one. */
    public Builder environment(@Nullable String environment) {
      this.environment = environment;
      return this;
    }

    /** Sets the endpoint that was called. */
    public Builder url(URI url) {
      this.url = url;
      return this;
    }

    /** Sets when the call started. */
    public Builder startedAt(Instant startedAt) {
      this.startedAt = startedAt;
      return this;
    }

    /** Sets when it failed. */
    public Builder endedAt(Instant endedAt) {
      this.endedAt = endedAt;
      return this;
    }

    /** Sets the addresses that the host name resolved to, at the time of the failure. */
    public Builder resolvedAddresses(List<String> resolvedAddresses) {
      this.resolvedAddresses = resolvedAddresses;
      return this;
    }

    /** Sets the HTTP status of the answer, if there was one. */
    public Builder httpStatus(@Nullable Integer httpStatus) {
      this.httpStatus = httpStatus;
      return this;
    }

    /** Sets the headers of the answer that help to tell who sent it. */
    public Builder responseHeaders(Map<String, String> responseHeaders) {
      this.responseHeaders = responseHeaders;
      return this;
    }

    /** Sets the 16 hex digits by which the GMC's firewall team finds the request. */
    public Builder rayId(@Nullable String rayId) {
      this.rayId = rayId;
      return this;
    }

    /** Sets the Cloudflare location that answered, such as {@code LHR}. */
    public Builder edgeLocation(@Nullable String edgeLocation) {
      this.edgeLocation = edgeLocation;
      return this;
    }

    /** Sets the caller's address as the edge saw it, if its answer names it. */
    public Builder egressAddress(@Nullable String egressAddress) {
      this.egressAddress = egressAddress;
      return this;
    }

    /** Sets the User-Agent that was sent. */
    public Builder userAgent(String userAgent) {
      this.userAgent = userAgent;
      return this;
    }

    /** Sets the further identity headers that were sent, secret ones shown as {@code ***}. */
    public Builder identityHeaders(Map<String, String> identityHeaders) {
      this.identityHeaders = identityHeaders;
      return this;
    }

    /** Sets the Cloudflare error code, such as 1020, if the answer named one. */
    public Builder cloudflareCode(@Nullable Integer cloudflareCode) {
      this.cloudflareCode = cloudflareCode;
      return this;
    }

    /** Sets the GMC's return code, if its service answered. */
    public Builder returnCode(@Nullable ReturnCode returnCode) {
      this.returnCode = returnCode;
      return this;
    }

    /** Sets the verdict in a few words, such as {@code error 1010: client signature banned}. */
    public Builder finding(String finding) {
      this.finding = finding;
      return this;
    }

    /** Sets who refused or failed the call. */
    public Builder source(Source source) {
      this.source = source;
      return this;
    }

    /** Sets whether the operation may have run. */
    public Builder effect(Effect effect) {
      this.effect = effect;
      return this;
    }

    /** Sets whether the same call may succeed later without a change. */
    public Builder retryable(boolean retryable) {
      this.retryable = retryable;
      return this;
    }

    /** Sets who must act, in a few words. */
    public Builder whoActs(String whoActs) {
      this.whoActs = whoActs;
      return this;
    }

    /** Sets how sure the verdict is. */
    public Builder confidence(Confidence confidence) {
      this.confidence = confidence;
      return this;
    }

    /** Sets the signs that the verdict rests on, strongest first. */
    public Builder signals(List<String> signals) {
      this.signals = signals;
      return this;
    }

    /** Sets a cleaned excerpt of a foreign body, never of a SOAP answer. */
    public Builder excerpt(@Nullable String excerpt) {
      this.excerpt = excerpt;
      return this;
    }

    /** Sets the incident that this failure belongs to. */
    public Builder incident(@Nullable Incident incident) {
      this.incident = incident;
      return this;
    }

    /** Sets whether an earlier failure opened the circuit, so that nothing was sent. */
    public Builder fromOpenCircuit(boolean fromOpenCircuit) {
      this.fromOpenCircuit = fromOpenCircuit;
      return this;
    }

    /**
     * Returns the evidence.
     *
     * @throws IllegalStateException if a value that every call has is missing
     */
    public Evidence build() {
      return new Evidence(this);
    }

    private static <T> T required(String field, @Nullable T value) {
      if (value == null) {
        throw new IllegalStateException(field + " is missing");
      }
      return value;
    }
  }
}
