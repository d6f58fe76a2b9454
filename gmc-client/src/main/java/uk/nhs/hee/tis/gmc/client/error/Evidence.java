package uk.nhs.hee.tis.gmc.client.error;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonCreator.Mode;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonMappingException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import uk.nhs.hee.tis.gmc.client.internal.json.JsonInput;
import uk.nhs.hee.tis.gmc.client.internal.json.JsonKind;
import uk.nhs.hee.tis.gmc.client.internal.json.JsonOutput;
import uk.nhs.hee.tis.gmc.client.model.Actor;
import uk.nhs.hee.tis.gmc.client.model.GmcOperation;
import uk.nhs.hee.tis.gmc.client.model.ReturnCode;

/**
 * What is known about a failed call: everything the GMC asked for in the incident of July 2021,
 * ready to send.
 *
 * <p>{@link #toText()} is suitable for an e-mail to the GMC, {@link #toJson()} for a log or a
 * ticket. Neither contains credentials, the request, an answer from the service or a doctor's data.
 * Immutable and thread-safe; all times are UTC.
 *
 * <pre>{@code
 * try {
 *   gmc.getDoctorsForDb("1-1RSSQ2H");
 * } catch (GmcBlockedException blocked) {
 *   mail(blocked.evidence().toText());
 * }
 * }</pre>
 */
public final class Evidence {
  private final GmcOperation operation;
  private final String clientRequestId;
  private final @Nullable String gmcRequestId;
  private final @Nullable String recommendationId;
  private final int attempts;
  private final @Nullable String environmentLabel;
  private final URI url;
  private final Instant startedAt;
  private final Instant endedAt;
  private final @Nullable String proxy;
  private final List<String> resolvedAddresses;
  private final @Nullable Integer httpStatus;
  private final @Nullable Duration retryAfter;
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
  private final List<Actor> actors;
  private final @Nullable String advice;
  private final GmcBlockedException.@Nullable Kind blockedKind;
  private final GmcIntermediaryException.@Nullable Kind intermediaryKind;
  private final GmcProtocolException.@Nullable Kind protocolKind;
  private final Confidence confidence;
  private final List<String> signals;
  private final @Nullable String excerpt;
  private final @Nullable Incident incident;
  private final boolean fromOpenCircuit;

  private Evidence(Builder from) {
    operation = Builder.required("operation", from.operation);
    clientRequestId = Builder.required("clientRequestId", from.clientRequestId);
    gmcRequestId = from.gmcRequestId;
    recommendationId = from.recommendationId;
    attempts = from.attempts;
    environmentLabel = from.environmentLabel;
    url = Builder.required("url", from.url);
    startedAt = Builder.required("startedAt", from.startedAt);
    endedAt = Builder.required("endedAt", from.endedAt);
    proxy = from.proxy;
    resolvedAddresses = List.copyOf(from.resolvedAddresses);
    httpStatus = from.httpStatus;
    retryAfter = from.retryAfter;
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
    actors = List.copyOf(from.actors);
    advice = from.advice;
    blockedKind = from.blockedKind;
    intermediaryKind = from.intermediaryKind;
    protocolKind = from.protocolKind;
    confidence = Builder.required("confidence", from.confidence);
    signals = List.copyOf(from.signals);
    excerpt = from.excerpt;
    incident = from.incident;
    fromOpenCircuit = from.fromOpenCircuit;
  }

  /** {@return a new builder, with nothing set} */
  public static Builder builder() {
    return new Builder();
  }

  /** {@return a builder that starts from this value} */
  public Builder toBuilder() {
    Builder to = new Builder();
    to.operation = operation;
    to.clientRequestId = clientRequestId;
    to.gmcRequestId = gmcRequestId;
    to.recommendationId = recommendationId;
    to.attempts = attempts;
    to.environmentLabel = environmentLabel;
    to.url = url;
    to.startedAt = startedAt;
    to.endedAt = endedAt;
    to.proxy = proxy;
    to.resolvedAddresses = resolvedAddresses;
    to.httpStatus = httpStatus;
    to.retryAfter = retryAfter;
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
    to.actors = actors;
    to.advice = advice;
    to.blockedKind = blockedKind;
    to.intermediaryKind = intermediaryKind;
    to.protocolKind = protocolKind;
    to.confidence = confidence;
    to.signals = signals;
    to.excerpt = excerpt;
    to.incident = incident;
    to.fromOpenCircuit = fromOpenCircuit;
    return to;
  }

  /** {@return the operation that was called} */
  public GmcOperation operation() {
    return operation;
  }

  /** {@return the request id that this side gave the call} */
  public String clientRequestId() {
    return clientRequestId;
  }

  /** {@return the GMC's own id of the request, if its answer had one} */
  public Optional<String> gmcRequestId() {
    return Optional.ofNullable(gmcRequestId);
  }

  /**
   * {@return the GMC's id of the recommendation, if its answer named one before it failed} It shows
   * that the GMC holds a recommendation, and identifies it in a look-up; the API gives it only
   * once.
   */
  public Optional<String> recommendationId() {
    return Optional.ofNullable(recommendationId);
  }

  /** {@return how many times the request was tried} */
  public int attempts() {
    return attempts;
  }

  /** {@return the label of the environment, such as {@code prod}, if the client was given one} */
  public Optional<String> environmentLabel() {
    return Optional.ofNullable(environmentLabel);
  }

  /** {@return the endpoint that was called} */
  public URI url() {
    return url;
  }

  /** {@return when the call started} */
  public Instant startedAt() {
    return startedAt;
  }

  /** {@return when it failed} */
  public Instant endedAt() {
    return endedAt;
  }

  /**
   * {@return the caller's proxy that the call's requests go through, as {@code host:port} without a
   * user name; empty if they go directly}
   */
  public Optional<String> proxy() {
    return Optional.ofNullable(proxy);
  }

  /**
   * {@return the addresses that the host name resolved to, at the time of the failure} The JDK does
   * not say which of them a connection went to. Empty for a call through a proxy, which resolves
   * the name itself.
   */
  public List<String> resolvedAddresses() {
    return resolvedAddresses;
  }

  /** {@return the HTTP status of the answer, if there was one} */
  public OptionalInt httpStatus() {
    return httpStatus == null ? OptionalInt.empty() : OptionalInt.of(httpStatus);
  }

  /**
   * {@return how long to wait from {@link #endedAt()}, never negative, if an answer asked for a
   * wait}
   */
  public Optional<Duration> retryAfter() {
    return Optional.ofNullable(retryAfter);
  }

  /** {@return the headers of the answer that help to show who sent it} */
  public Map<String, String> responseHeaders() {
    return responseHeaders;
  }

  /** {@return the Ray ID, 16 hex digits by which the GMC's firewall team can find the request} */
  public Optional<String> rayId() {
    return Optional.ofNullable(rayId);
  }

  /** {@return the Cloudflare location that answered, such as {@code LHR}} */
  public Optional<String> edgeLocation() {
    return Optional.ofNullable(edgeLocation);
  }

  /** {@return the caller's address as the edge saw it, if its answer names it} */
  public Optional<String> egressAddress() {
    return Optional.ofNullable(egressAddress);
  }

  /** {@return the User-Agent that was sent} */
  public String userAgent() {
    return userAgent;
  }

  /** {@return the further identity headers that were sent, secret ones shown as {@code ***}} */
  public Map<String, String> identityHeaders() {
    return identityHeaders;
  }

  /** {@return the Cloudflare error code, such as 1020, if the answer named one} */
  public OptionalInt cloudflareCode() {
    return cloudflareCode == null ? OptionalInt.empty() : OptionalInt.of(cloudflareCode);
  }

  /** {@return the GMC's return code, if its service answered} */
  public Optional<ReturnCode> returnCode() {
    return Optional.ofNullable(returnCode);
  }

  /** {@return the verdict in a few words, such as {@code error 1010: client signature banned}} */
  public String finding() {
    return finding;
  }

  /** {@return who refused or failed the call} */
  public Source source() {
    return source;
  }

  /** {@return whether the operation may have run} */
  public Effect effect() {
    return effect;
  }

  /** {@return whether the same call may succeed later without a change} */
  public boolean retryable() {
    return retryable;
  }

  /** {@return who must act, in order; empty if nobody has to} */
  public List<Actor> actors() {
    return actors;
  }

  /** {@return what to do, in one sentence} */
  public String advice() {
    return advice != null ? advice : Advice.of(this);
  }

  /** {@return why the edge refused, if it did} */
  public Optional<GmcBlockedException.Kind> blockedKind() {
    return Optional.ofNullable(blockedKind);
  }

  /** {@return what kind of intermediary answered, if one did} */
  public Optional<GmcIntermediaryException.Kind> intermediaryKind() {
    return Optional.ofNullable(intermediaryKind);
  }

  /** {@return what is wrong with an answer that is not from GMC Connect, if there was one} */
  public Optional<GmcProtocolException.Kind> protocolKind() {
    return Optional.ofNullable(protocolKind);
  }

  /** {@return how certain the verdict is} */
  public Confidence confidence() {
    return confidence;
  }

  /** {@return the signals behind the verdict, strongest first} */
  public List<String> signals() {
    return signals;
  }

  /** {@return a cleaned excerpt of a foreign body, never of a SOAP answer} */
  public Optional<String> excerpt() {
    return Optional.ofNullable(excerpt);
  }

  /** {@return the incident that this failure belongs to} */
  public Optional<Incident> incident() {
    return Optional.ofNullable(incident);
  }

  /**
   * {@return whether the call was not sent at all, because an earlier failure opened the circuit;
   * any details of an answer are then those of that failure}
   */
  public boolean fromOpenCircuit() {
    return fromOpenCircuit;
  }

  /**
   * {@return the evidence as plain text, its first sentence suitable for opening an e-mail to the
   * GMC}
   */
  public String toText() {
    return EvidenceText.of(this);
  }

  /** {@return the evidence as one JSON object, times in ISO 8601 (UTC), absent values left out} */
  public String toJson() {
    return EvidenceJson.of(this);
  }

  @JsonValue
  JsonOutput asJson() {
    return EvidenceJson.write(this);
  }

  @JsonCreator(mode = Mode.DELEGATING)
  static Evidence fromJson(JsonInput json) throws JsonMappingException {
    return json.as(Evidence.class, JsonKind.object(EvidenceJson::read));
  }

  private List<@Nullable Object> components() {
    return Arrays.<@Nullable Object>asList(
        operation,
        clientRequestId,
        gmcRequestId,
        recommendationId,
        attempts,
        environmentLabel,
        url,
        startedAt,
        endedAt,
        proxy,
        resolvedAddresses,
        httpStatus,
        retryAfter,
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
        actors,
        advice(),
        blockedKind,
        intermediaryKind,
        protocolKind,
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
    private @Nullable String recommendationId;
    private int attempts;
    private @Nullable String environmentLabel;
    private @Nullable URI url;
    private @Nullable Instant startedAt;
    private @Nullable Instant endedAt;
    private @Nullable String proxy;
    private List<String> resolvedAddresses = List.of();
    private @Nullable Integer httpStatus;
    private @Nullable Duration retryAfter;
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
    private List<Actor> actors = List.of();
    private @Nullable String advice;
    private GmcBlockedException.@Nullable Kind blockedKind;
    private GmcIntermediaryException.@Nullable Kind intermediaryKind;
    private GmcProtocolException.@Nullable Kind protocolKind;
    private @Nullable Confidence confidence;
    private List<String> signals = List.of();
    private @Nullable String excerpt;
    private @Nullable Incident incident;
    private boolean fromOpenCircuit;

    private Builder() {}

    /**
     * Sets the operation that was called.
     *
     * @param operation one of the GMC's six; required
     * @return this builder
     */
    public Builder operation(GmcOperation operation) {
      this.operation = operation;
      return this;
    }

    /**
     * Sets the request id that this side gave the call.
     *
     * @param clientRequestId the id that the GMC echoes; required
     * @return this builder
     */
    public Builder clientRequestId(String clientRequestId) {
      this.clientRequestId = clientRequestId;
      return this;
    }

    /**
     * Sets the GMC's own id of the request.
     *
     * @param gmcRequestId as the GMC wrote it, or null if its answer had none
     * @return this builder
     */
    public Builder gmcRequestId(@Nullable String gmcRequestId) {
      this.gmcRequestId = gmcRequestId;
      return this;
    }

    /**
     * Sets the GMC's id of the recommendation.
     *
     * @param recommendationId as the GMC wrote it, or null if its answer named none
     * @return this builder
     */
    public Builder recommendationId(@Nullable String recommendationId) {
      this.recommendationId = recommendationId;
      return this;
    }

    /**
     * Sets how many times the request was tried.
     *
     * @param attempts 0 if the call was refused before the first, which is the default
     * @return this builder
     */
    public Builder attempts(int attempts) {
      this.attempts = attempts;
      return this;
    }

    /**
     * Sets the label of the environment.
     *
     * @param environmentLabel such as {@code prod}, or null if the client was given none
     * @return this builder
     */
    public Builder environmentLabel(@Nullable String environmentLabel) {
      this.environmentLabel = environmentLabel;
      return this;
    }

    /**
     * Sets the endpoint that was called.
     *
     * @param url the endpoint; its user info, query and fragment, which may be secret, are left
     *     out; required
     * @return this builder
     */
    public Builder url(URI url) {
      this.url = url == null ? null : withoutSecrets(url);
      return this;
    }

    private static URI withoutSecrets(URI url) {
      String text = url.toString().replaceFirst("[?#].*", "");
      return URI.create(text.replaceFirst("//[^/]*@", "//"));
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
     * Sets when it failed.
     *
     * @param endedAt by this side's clock; required
     * @return this builder
     */
    public Builder endedAt(Instant endedAt) {
      this.endedAt = endedAt;
      return this;
    }

    /**
     * Sets the proxy that requests go through; null if they go directly.
     *
     * @param proxy host and port, such as {@code proxy.example.nhs.uk:3128}, without a user name
     * @return this builder
     */
    public Builder proxy(@Nullable String proxy) {
      this.proxy = proxy;
      return this;
    }

    /**
     * Sets the addresses that the host name resolved to, at the time of the failure.
     *
     * @param resolvedAddresses IPv4 and IPv6 addresses as text, which may be empty
     * @return this builder
     */
    public Builder resolvedAddresses(List<String> resolvedAddresses) {
      this.resolvedAddresses = resolvedAddresses;
      return this;
    }

    /**
     * Sets the HTTP status of the answer.
     *
     * @param httpStatus such as 403, or null if there was no answer
     * @return this builder
     */
    public Builder httpStatus(@Nullable Integer httpStatus) {
      this.httpStatus = httpStatus;
      return this;
    }

    /**
     * Sets how long an answer asked to wait.
     *
     * @param retryAfter the wait from {@code endedAt}, 0 or more, or null for none
     * @return this builder
     * @throws IllegalArgumentException if it is negative
     */
    public Builder retryAfter(@Nullable Duration retryAfter) {
      if (retryAfter != null && retryAfter.isNegative()) {
        throw new IllegalArgumentException("retryAfter must not be negative, but is " + retryAfter);
      }
      this.retryAfter = retryAfter;
      return this;
    }

    /**
     * Sets the headers of the answer that help to show who sent it.
     *
     * @param responseHeaders values by name, kept in this order; never a cookie
     * @return this builder
     */
    public Builder responseHeaders(Map<String, String> responseHeaders) {
      this.responseHeaders = responseHeaders;
      return this;
    }

    /**
     * Sets the Ray ID, 16 hex digits by which the GMC's firewall team can find the request.
     *
     * @param rayId from the header {@code CF-Ray} or the page, or null for none
     * @return this builder
     */
    public Builder rayId(@Nullable String rayId) {
      this.rayId = rayId;
      return this;
    }

    /**
     * Sets the Cloudflare location that answered.
     *
     * @param edgeLocation the airport code that ends {@code CF-Ray}, such as {@code LHR}, or null
     *     for none
     * @return this builder
     */
    public Builder edgeLocation(@Nullable String edgeLocation) {
      this.edgeLocation = edgeLocation;
      return this;
    }

    /**
     * Sets the caller's address as the edge saw it.
     *
     * @param egressAddress an IPv4 or IPv6 address as text, or null if the answer does not name it
     * @return this builder
     */
    public Builder egressAddress(@Nullable String egressAddress) {
      this.egressAddress = egressAddress;
      return this;
    }

    /**
     * Sets the User-Agent that was sent.
     *
     * @param userAgent the whole value of the header; required
     * @return this builder
     */
    public Builder userAgent(String userAgent) {
      this.userAgent = userAgent;
      return this;
    }

    /**
     * Sets the further identity headers that were sent.
     *
     * @param identityHeaders values by name, kept in this order, secret ones already shown as
     *     {@code ***}
     * @return this builder
     */
    public Builder identityHeaders(Map<String, String> identityHeaders) {
      this.identityHeaders = identityHeaders;
      return this;
    }

    /**
     * Sets the Cloudflare error code.
     *
     * @param cloudflareCode such as 1020, or null if the answer named none
     * @return this builder
     */
    public Builder cloudflareCode(@Nullable Integer cloudflareCode) {
      this.cloudflareCode = cloudflareCode;
      return this;
    }

    /**
     * Sets the GMC's return code.
     *
     * @param returnCode known or not, or null if the service did not answer
     * @return this builder
     */
    public Builder returnCode(@Nullable ReturnCode returnCode) {
      this.returnCode = returnCode;
      return this;
    }

    /**
     * Sets the verdict in a few words.
     *
     * @param finding such as {@code error 1010: client signature banned}; required
     * @return this builder
     */
    public Builder finding(String finding) {
      this.finding = finding;
      return this;
    }

    /**
     * Sets who refused or failed the call.
     *
     * @param source the first question in every incident; required
     * @return this builder
     */
    public Builder source(Source source) {
      this.source = source;
      return this;
    }

    /**
     * Sets whether the operation may have run.
     *
     * @param effect {@link Effect#MAY_HAVE_RUN} unless the contrary is certain; required
     * @return this builder
     */
    public Builder effect(Effect effect) {
      this.effect = effect;
      return this;
    }

    /**
     * Sets whether the same call may succeed later without a change.
     *
     * @param retryable true if it may; false if not set
     * @return this builder
     */
    public Builder retryable(boolean retryable) {
      this.retryable = retryable;
      return this;
    }

    /**
     * Sets who must act.
     *
     * @param actors in the order in which they must act; none if not set
     * @return this builder
     */
    public Builder actors(Actor... actors) {
      return actors(List.of(actors));
    }

    /**
     * Sets who must act.
     *
     * @param actors in the order in which they must act; none if not set
     * @return this builder
     */
    public Builder actors(List<Actor> actors) {
      this.actors = actors;
      return this;
    }

    /**
     * Sets what to do.
     *
     * @param advice one sentence with its full stop; null, as if not set, for advice derived from
     *     the rest of the evidence
     * @return this builder
     */
    public Builder advice(@Nullable String advice) {
      this.advice = advice;
      return this;
    }

    /**
     * Sets why the edge refused.
     *
     * @param blockedKind the kind of a {@link GmcBlockedException}, or null if it is not one
     * @return this builder
     */
    public Builder blockedKind(GmcBlockedException.@Nullable Kind blockedKind) {
      this.blockedKind = blockedKind;
      return this;
    }

    /**
     * Sets what kind of intermediary answered.
     *
     * @param intermediaryKind the kind of a {@link GmcIntermediaryException}, or null if it is not
     *     one
     * @return this builder
     */
    public Builder intermediaryKind(GmcIntermediaryException.@Nullable Kind intermediaryKind) {
      this.intermediaryKind = intermediaryKind;
      return this;
    }

    /**
     * Sets what is wrong with an answer that is not from GMC Connect.
     *
     * @param protocolKind the kind of a {@link GmcProtocolException}, or null if it is not one
     * @return this builder
     */
    public Builder protocolKind(GmcProtocolException.@Nullable Kind protocolKind) {
      this.protocolKind = protocolKind;
      return this;
    }

    /**
     * Sets how certain the verdict is.
     *
     * @param confidence what the signals allow; required
     * @return this builder
     */
    public Builder confidence(Confidence confidence) {
      this.confidence = confidence;
      return this;
    }

    /**
     * Sets the signals behind the verdict, strongest first.
     *
     * @param signals a few words each; empty if not set
     * @return this builder
     */
    public Builder signals(List<String> signals) {
      this.signals = signals;
      return this;
    }

    /**
     * Sets a cleaned excerpt of a foreign body, never of a SOAP answer.
     *
     * @param excerpt plain text without secrets, or null for none
     * @return this builder
     */
    public Builder excerpt(@Nullable String excerpt) {
      this.excerpt = excerpt;
      return this;
    }

    /**
     * Sets the incident that this failure belongs to.
     *
     * @param incident the run of similar failures so far, or null for none
     * @return this builder
     */
    public Builder incident(@Nullable Incident incident) {
      this.incident = incident;
      return this;
    }

    /**
     * Sets whether an earlier failure opened the circuit, so that nothing was sent.
     *
     * @param fromOpenCircuit true if nothing was sent; false if not set
     * @return this builder
     */
    public Builder fromOpenCircuit(boolean fromOpenCircuit) {
      this.fromOpenCircuit = fromOpenCircuit;
      return this;
    }

    /**
     * {@return the evidence}
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
