package uk.nhs.hee.tis.gmc.client.error;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonCreator.Mode;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonMappingException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
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
  private final EvidenceCall call;
  private final EvidenceAnswer answer;
  private final EvidenceVerdict verdict;
  private final @Nullable String advice;
  private final @Nullable Incident incident;

  private Evidence(Builder from) {
    call = new EvidenceCall(from.call);
    answer = new EvidenceAnswer(from.answer);
    verdict = new EvidenceVerdict(from.verdict);
    advice = from.advice;
    incident = from.incident;
  }

  /** {@return a new builder, with nothing set} */
  public static Builder builder() {
    return new Builder(
        new EvidenceCall.Draft(), new EvidenceAnswer.Draft(), new EvidenceVerdict.Draft());
  }

  /** {@return a builder that starts from this value} */
  public Builder toBuilder() {
    return new Builder(call.draft(), answer.draft(), verdict.draft())
        .advice(advice)
        .incident(incident);
  }

  /** {@return the operation that was called} */
  public GmcOperation operation() {
    return call.operation;
  }

  /** {@return the request id that this side gave the call} */
  public String clientRequestId() {
    return call.clientRequestId;
  }

  /** {@return the GMC's own id of the request, if its answer had one} */
  public Optional<String> gmcRequestId() {
    return Optional.ofNullable(answer.gmcRequestId);
  }

  /**
   * {@return the GMC's id of the recommendation, if its answer named one before it failed} It shows
   * that the GMC holds a recommendation, and identifies it in a look-up; the API gives it only
   * once.
   */
  public Optional<String> recommendationId() {
    return Optional.ofNullable(answer.recommendationId);
  }

  /** {@return how many times the request was tried; 0 if it was refused before the first} */
  public int attempts() {
    return call.attempts;
  }

  /** {@return the label of the environment, such as {@code prod}, if the client was given one} */
  public Optional<String> environmentLabel() {
    return Optional.ofNullable(call.environmentLabel);
  }

  /** {@return the endpoint that was called} */
  public URI url() {
    return call.url;
  }

  /** {@return when the call started} */
  public Instant startedAt() {
    return call.startedAt;
  }

  /** {@return when it failed} */
  public Instant endedAt() {
    return call.endedAt;
  }

  /**
   * {@return the caller's proxy that the call's requests go through, as {@code host:port} without a
   * user name; empty if they go directly}
   */
  public Optional<String> proxy() {
    return Optional.ofNullable(call.proxy);
  }

  /**
   * {@return the addresses that the host name resolved to, at the time of the failure} The JDK does
   * not say which of them a connection went to. Empty for a call through a proxy, which resolves
   * the name itself.
   */
  public List<String> resolvedAddresses() {
    return call.resolvedAddresses;
  }

  /** {@return the HTTP status of the answer, if there was one} */
  public OptionalInt httpStatus() {
    return ofNullable(answer.httpStatus);
  }

  /**
   * {@return how long to wait from {@link #endedAt()}, never negative, if an answer asked for a
   * wait}
   */
  public Optional<Duration> retryAfter() {
    return Optional.ofNullable(answer.retryAfter);
  }

  /** {@return the headers of the answer that help to show who sent it} */
  public Map<String, String> responseHeaders() {
    return answer.responseHeaders;
  }

  /** {@return the Ray ID, 16 hex digits by which the GMC's firewall team can find the request} */
  public Optional<String> rayId() {
    return Optional.ofNullable(answer.rayId);
  }

  /** {@return the Cloudflare location that answered, such as {@code LHR}} */
  public Optional<String> edgeLocation() {
    return Optional.ofNullable(answer.edgeLocation);
  }

  /** {@return the caller's address as the edge saw it, if its answer names it} */
  public Optional<String> egressAddress() {
    return Optional.ofNullable(answer.egressAddress);
  }

  /** {@return the User-Agent that was sent} */
  public String userAgent() {
    return call.userAgent;
  }

  /** {@return the further identity headers that were sent, secret ones shown as {@code ***}} */
  public Map<String, String> identityHeaders() {
    return call.identityHeaders;
  }

  /** {@return the Cloudflare error code, such as 1020, if the answer named one} */
  public OptionalInt cloudflareCode() {
    return ofNullable(answer.cloudflareCode);
  }

  /** {@return the GMC's return code, if its service answered} */
  public Optional<ReturnCode> returnCode() {
    return Optional.ofNullable(answer.returnCode);
  }

  /** {@return the verdict in a few words, such as {@code error 1010: client signature banned}} */
  public String finding() {
    return verdict.finding;
  }

  /** {@return who refused or failed the call} */
  public Source source() {
    return verdict.source;
  }

  /** {@return whether the operation may have run} */
  public Effect effect() {
    return verdict.effect;
  }

  /** {@return whether the same call may succeed later without a change} */
  public boolean retryable() {
    return verdict.retryable;
  }

  /** {@return who must act, in order; empty if nobody has to} */
  public List<Actor> actors() {
    return verdict.actors;
  }

  /** {@return what to do, in one sentence} */
  public String advice() {
    return advice != null ? advice : Advice.of(this);
  }

  /** {@return why the edge refused, if it did} */
  public Optional<GmcBlockedException.Kind> blockedKind() {
    return Optional.ofNullable(verdict.blockedKind);
  }

  /** {@return what kind of intermediary answered, if one did} */
  public Optional<GmcIntermediaryException.Kind> intermediaryKind() {
    return Optional.ofNullable(verdict.intermediaryKind);
  }

  /** {@return what is wrong with an answer that cannot be used, if there was one} */
  public Optional<GmcProtocolException.Kind> protocolKind() {
    return Optional.ofNullable(verdict.protocolKind);
  }

  /** {@return how certain the verdict is} */
  public Confidence confidence() {
    return verdict.confidence;
  }

  /** {@return the signals behind the verdict, strongest first} */
  public List<String> signals() {
    return verdict.signals;
  }

  /** {@return a cleaned excerpt of a foreign body, never of a SOAP answer} */
  public Optional<String> excerpt() {
    return Optional.ofNullable(answer.excerpt);
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
    return verdict.fromOpenCircuit;
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
    return Arrays.<@Nullable Object>asList(call, answer, verdict, advice(), incident);
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

  private static OptionalInt ofNullable(@Nullable Integer value) {
    return value == null ? OptionalInt.empty() : OptionalInt.of(value);
  }

  static <T> T required(String field, @Nullable T value) {
    if (value == null) {
      throw new IllegalStateException(field + " is missing");
    }
    return value;
  }

  /** Builds {@link Evidence}. Not thread-safe. */
  public static final class Builder {
    private final EvidenceCall.Draft call;
    private final EvidenceAnswer.Draft answer;
    private final EvidenceVerdict.Draft verdict;
    private @Nullable String advice;
    private @Nullable Incident incident;

    private Builder(
        EvidenceCall.Draft call, EvidenceAnswer.Draft answer, EvidenceVerdict.Draft verdict) {
      this.call = call;
      this.answer = answer;
      this.verdict = verdict;
    }

    /**
     * Sets the operation that was called.
     *
     * @param operation one of the GMC's six; required
     * @return this builder
     */
    public Builder operation(GmcOperation operation) {
      call.operation = operation;
      return this;
    }

    /**
     * Sets the request id that this side gave the call.
     *
     * @param clientRequestId the id that the GMC echoes; required
     * @return this builder
     */
    public Builder clientRequestId(String clientRequestId) {
      call.clientRequestId = clientRequestId;
      return this;
    }

    /**
     * Sets the GMC's own id of the request.
     *
     * @param gmcRequestId as the GMC wrote it, or null if its answer had none
     * @return this builder
     */
    public Builder gmcRequestId(@Nullable String gmcRequestId) {
      answer.gmcRequestId = gmcRequestId;
      return this;
    }

    /**
     * Sets the GMC's id of the recommendation.
     *
     * @param recommendationId as the GMC wrote it, or null if its answer named none
     * @return this builder
     */
    public Builder recommendationId(@Nullable String recommendationId) {
      answer.recommendationId = recommendationId;
      return this;
    }

    /**
     * Sets how many times the request was tried.
     *
     * @param attempts 0, the default, if the call was refused before the first
     * @return this builder
     * @throws IllegalArgumentException if it is negative
     */
    public Builder attempts(int attempts) {
      if (attempts < 0) {
        throw new IllegalArgumentException("attempts must not be negative, but is " + attempts);
      }
      call.attempts = attempts;
      return this;
    }

    /**
     * Sets the label of the environment.
     *
     * @param environmentLabel such as {@code prod}, or null if the client was given none
     * @return this builder
     */
    public Builder environmentLabel(@Nullable String environmentLabel) {
      call.environmentLabel = environmentLabel;
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
      call.url = url;
      return this;
    }

    /**
     * Sets when the call started.
     *
     * @param startedAt by this side's clock; required
     * @return this builder
     */
    public Builder startedAt(Instant startedAt) {
      call.startedAt = startedAt;
      return this;
    }

    /**
     * Sets when it failed.
     *
     * @param endedAt by this side's clock; required
     * @return this builder
     */
    public Builder endedAt(Instant endedAt) {
      call.endedAt = endedAt;
      return this;
    }

    /**
     * Sets the proxy that requests go through; null if they go directly.
     *
     * @param proxy host and port, such as {@code proxy.example.nhs.uk:3128}, without a user name
     * @return this builder
     */
    public Builder proxy(@Nullable String proxy) {
      call.proxy = proxy;
      return this;
    }

    /**
     * Sets the addresses that the host name resolved to, at the time of the failure.
     *
     * @param resolvedAddresses IPv4 and IPv6 addresses as text, which may be empty
     * @return this builder
     */
    public Builder resolvedAddresses(List<String> resolvedAddresses) {
      call.resolvedAddresses = resolvedAddresses;
      return this;
    }

    /**
     * Sets the HTTP status of the answer.
     *
     * @param httpStatus such as 403, or null if there was no answer
     * @return this builder
     */
    public Builder httpStatus(@Nullable Integer httpStatus) {
      answer.httpStatus = httpStatus;
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
      answer.retryAfter = retryAfter;
      return this;
    }

    /**
     * Sets the headers of the answer that help to show who sent it.
     *
     * @param responseHeaders values by name, kept in this order; never a cookie
     * @return this builder
     */
    public Builder responseHeaders(Map<String, String> responseHeaders) {
      answer.responseHeaders = responseHeaders;
      return this;
    }

    /**
     * Sets the Ray ID, 16 hex digits by which the GMC's firewall team can find the request.
     *
     * @param rayId from the header {@code CF-Ray} or the page, or null for none
     * @return this builder
     */
    public Builder rayId(@Nullable String rayId) {
      answer.rayId = rayId;
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
      answer.edgeLocation = edgeLocation;
      return this;
    }

    /**
     * Sets the caller's address as the edge saw it.
     *
     * @param egressAddress an IPv4 or IPv6 address as text, or null if the answer does not name it
     * @return this builder
     */
    public Builder egressAddress(@Nullable String egressAddress) {
      answer.egressAddress = egressAddress;
      return this;
    }

    /**
     * Sets the User-Agent that was sent.
     *
     * @param userAgent the whole value of the header; required
     * @return this builder
     */
    public Builder userAgent(String userAgent) {
      call.userAgent = userAgent;
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
      call.identityHeaders = identityHeaders;
      return this;
    }

    /**
     * Sets the Cloudflare error code.
     *
     * @param cloudflareCode such as 1020, or null if the answer named none
     * @return this builder
     */
    public Builder cloudflareCode(@Nullable Integer cloudflareCode) {
      answer.cloudflareCode = cloudflareCode;
      return this;
    }

    /**
     * Sets the GMC's return code.
     *
     * @param returnCode known or not, or null if the service did not answer
     * @return this builder
     */
    public Builder returnCode(@Nullable ReturnCode returnCode) {
      answer.returnCode = returnCode;
      return this;
    }

    /**
     * Sets the verdict in a few words.
     *
     * @param finding such as {@code error 1010: client signature banned}; required
     * @return this builder
     */
    public Builder finding(String finding) {
      verdict.finding = finding;
      return this;
    }

    /**
     * Sets who refused or failed the call.
     *
     * @param source the first question in every incident; required
     * @return this builder
     */
    public Builder source(Source source) {
      verdict.source = source;
      return this;
    }

    /**
     * Sets whether the operation may have run.
     *
     * @param effect {@link Effect#MAY_HAVE_RUN} unless the contrary is certain; required
     * @return this builder
     */
    public Builder effect(Effect effect) {
      verdict.effect = effect;
      return this;
    }

    /**
     * Sets whether the same call may succeed later without a change.
     *
     * @param retryable true if it may; false if not set
     * @return this builder
     */
    public Builder retryable(boolean retryable) {
      verdict.retryable = retryable;
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
      verdict.actors = actors;
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
      verdict.blockedKind = blockedKind;
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
      verdict.intermediaryKind = intermediaryKind;
      return this;
    }

    /**
     * Sets what is wrong with an answer that cannot be used.
     *
     * @param protocolKind the kind of a {@link GmcProtocolException}, or null if it is not one
     * @return this builder
     */
    public Builder protocolKind(GmcProtocolException.@Nullable Kind protocolKind) {
      verdict.protocolKind = protocolKind;
      return this;
    }

    /**
     * Sets how certain the verdict is.
     *
     * @param confidence what the signals allow; required
     * @return this builder
     */
    public Builder confidence(Confidence confidence) {
      verdict.confidence = confidence;
      return this;
    }

    /**
     * Sets the signals behind the verdict, strongest first.
     *
     * @param signals a few words each; empty if not set
     * @return this builder
     */
    public Builder signals(List<String> signals) {
      verdict.signals = signals;
      return this;
    }

    /**
     * Sets a cleaned excerpt of a foreign body, never of a SOAP answer.
     *
     * @param excerpt plain text without secrets, or null for none
     * @return this builder
     */
    public Builder excerpt(@Nullable String excerpt) {
      answer.excerpt = excerpt;
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
      verdict.fromOpenCircuit = fromOpenCircuit;
      return this;
    }

    /**
     * {@return the evidence}
     *
     * @throws IllegalStateException if a required value is missing
     */
    public Evidence build() {
      return new Evidence(this);
    }
  }
}
