package uk.nhs.hee.tis.gmc.client.internal.verdict;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import uk.nhs.hee.tis.gmc.client.error.Confidence;
import uk.nhs.hee.tis.gmc.client.error.Effect;
import uk.nhs.hee.tis.gmc.client.error.Evidence;
import uk.nhs.hee.tis.gmc.client.error.GmcBlockedException;
import uk.nhs.hee.tis.gmc.client.error.GmcIntermediaryException;
import uk.nhs.hee.tis.gmc.client.error.GmcProtocolException;
import uk.nhs.hee.tis.gmc.client.error.Source;
import uk.nhs.hee.tis.gmc.client.model.Actor;

/** Who answered and what it means. Immutable. */
public final class Verdict {

  /** Which exception the verdict becomes. */
  public enum Category {
    /** The edge refused: {@link GmcBlockedException}. */
    BLOCKED,
    /** Slow down. */
    RATE_LIMITED,
    /** The GMC's own web server refused the account. */
    PERMISSION,
    /** The GMC's server or its edge is down or failing. */
    UNAVAILABLE,
    /** Something on the caller's side answered: {@link GmcIntermediaryException}. */
    INTERMEDIARY,
    /** Not an answer from GMC Connect: {@link GmcProtocolException}. */
    PROTOCOL
  }

  private final Category category;
  private final Source source;
  private final String finding;
  private final boolean beforeService;
  private final boolean retryable;
  private final List<Actor> actors;
  private final Confidence confidence;
  private final List<String> signals;
  private final GmcBlockedException.@Nullable Kind blockedKind;
  private final GmcIntermediaryException.@Nullable Kind intermediaryKind;
  private final GmcProtocolException.@Nullable Kind protocolKind;
  private final @Nullable Integer cloudflareCode;
  private final @Nullable String rayId;
  private final @Nullable String edgeLocation;
  private final @Nullable String egressAddress;
  private final @Nullable RetryAfter retryAfter;
  private final @Nullable String excerpt;

  private Verdict(Builder from) {
    category = from.category;
    source = from.source;
    finding = from.finding;
    beforeService = from.beforeService;
    retryable = from.retryable;
    actors = from.actors;
    confidence = from.confidence;
    signals = List.copyOf(from.signals);
    blockedKind = from.blockedKind;
    intermediaryKind = from.intermediaryKind;
    protocolKind = from.protocolKind;
    cloudflareCode = from.cloudflareCode;
    rayId = from.rayId;
    edgeLocation = from.edgeLocation;
    egressAddress = from.egressAddress;
    retryAfter = from.retryAfter;
    excerpt = from.excerpt;
  }

  static Builder of(Category category, Source source, String finding) {
    return new Builder(category, source, finding);
  }

  /** Returns which exception the verdict becomes. */
  public Category category() {
    return category;
  }

  /** Returns who answered. */
  public Source source() {
    return source;
  }

  /** Returns the verdict in a few words for use in a sentence. */
  public String finding() {
    return finding;
  }

  /** Returns whether the request was certainly stopped before the GMC's service. */
  public boolean beforeService() {
    return beforeService;
  }

  /** Returns whether the same call may succeed later without anyone changing anything. */
  public boolean retryable() {
    return retryable;
  }

  /** Returns who must act, in the order in which they act. */
  public List<Actor> actors() {
    return actors;
  }

  /** Returns how certain the verdict is. */
  public Confidence confidence() {
    return confidence;
  }

  /** Returns the signals behind the verdict, strongest first; never empty. */
  public List<String> signals() {
    return signals;
  }

  /** Returns the kind of a block; {@link GmcBlockedException.Kind#UNSPECIFIED} if unknown. */
  public GmcBlockedException.Kind blockedKind() {
    return Objects.requireNonNullElse(blockedKind, GmcBlockedException.Kind.UNSPECIFIED);
  }

  /** Returns the kind of intermediary; a plain block if unknown. */
  public GmcIntermediaryException.Kind intermediaryKind() {
    return Objects.requireNonNullElse(intermediaryKind, GmcIntermediaryException.Kind.BLOCK);
  }

  /** Returns what is wrong with an answer that is not from GMC Connect. */
  public GmcProtocolException.Kind protocolKind() {
    return Objects.requireNonNullElse(protocolKind, GmcProtocolException.Kind.NOT_SOAP);
  }

  /** Returns the Cloudflare error code, if the answer named one. */
  public OptionalInt cloudflareCode() {
    return cloudflareCode == null ? OptionalInt.empty() : OptionalInt.of(cloudflareCode);
  }

  /** Returns the 16 hex digits of the Ray ID, if present. */
  public Optional<String> rayId() {
    return Optional.ofNullable(rayId);
  }

  /** Returns the Cloudflare location, such as {@code LHR}, if present. */
  public Optional<String> edgeLocation() {
    return Optional.ofNullable(edgeLocation);
  }

  /** Returns the caller's address as the edge saw it, if the answer names it. */
  public Optional<String> egressAddress() {
    return Optional.ofNullable(egressAddress);
  }

  /**
   * Returns the wait from the time of the answer, never negative, if the answer asked for one.
   *
   * @param answeredAt when the answer came, by our clock
   */
  public Optional<Duration> retryAfter(Instant answeredAt) {
    return Optional.ofNullable(retryAfter).flatMap(asked -> asked.from(answeredAt));
  }

  /** Returns a cleaned excerpt of the foreign body, if there was one; never of a SOAP answer. */
  public Optional<String> excerpt() {
    return Optional.ofNullable(excerpt);
  }

  /**
   * Returns what the verdict adds to the evidence of a failed call.
   *
   * @param answeredAt when the answer came, by our clock
   */
  public Evidence.Builder toEvidence(Instant answeredAt) {
    return Evidence.builder()
        .source(source)
        .effect(beforeService ? Effect.NOT_PROCESSED : Effect.MAY_HAVE_RUN)
        .finding(finding)
        .actors(actors)
        .blockedKind(category == Category.BLOCKED ? blockedKind() : null)
        .intermediaryKind(category == Category.INTERMEDIARY ? intermediaryKind() : null)
        .protocolKind(category == Category.PROTOCOL ? protocolKind() : null)
        .retryable(retryable)
        .confidence(confidence)
        .signals(signals)
        .retryAfter(retryAfter(answeredAt).orElse(null))
        .cloudflareCode(cloudflareCode)
        .rayId(rayId)
        .edgeLocation(edgeLocation)
        .egressAddress(egressAddress)
        .excerpt(excerpt);
  }

  /** Builds a verdict; what is not set is absent, false, or weak. */
  static final class Builder {
    private final Category category;
    private final Source source;
    private final List<String> signals = new ArrayList<>();
    private String finding;
    private String pageTitle = "";
    private boolean beforeService;
    private boolean retryable;
    private List<Actor> actors = List.of();
    private Confidence confidence = Confidence.WEAK;
    private GmcBlockedException.@Nullable Kind blockedKind;
    private GmcIntermediaryException.@Nullable Kind intermediaryKind;
    private GmcProtocolException.@Nullable Kind protocolKind;
    private @Nullable Integer cloudflareCode;
    private @Nullable String rayId;
    private @Nullable String edgeLocation;
    private @Nullable String egressAddress;
    private @Nullable RetryAfter retryAfter;
    private @Nullable String excerpt;

    private Builder(Category category, Source source, String finding) {
      this.category = category;
      this.source = source;
      this.finding = finding;
    }

    /**
     * Sets the reason from the closed list why the service cannot have run; null if there is none.
     */
    Builder beforeService(@Nullable BeforeService reason) {
      beforeService = reason != null;
      return this;
    }

    Builder retryable(boolean value) {
      retryable = value;
      return this;
    }

    Builder actors(Actor... values) {
      return actors(List.of(values));
    }

    Builder actors(List<Actor> values) {
      actors = values;
      return this;
    }

    Builder confidence(Confidence value) {
      confidence = value;
      return this;
    }

    /** Sets what the finding says about the page's title, unless the page repeats what was sent. */
    Builder pageTitle(String words) {
      pageTitle = words;
      return this;
    }

    /** Adds to the finding. */
    Builder alsoFound(String more) {
      finding += more;
      return this;
    }

    Builder signal(String value) {
      signals.add(value);
      return this;
    }

    /** Hides anything from the request that the finding and the signals so far repeat. */
    Builder without(Echo echo) {
      finding = echo.finding(finding) + echo.title(pageTitle);
      signals.replaceAll(echo::signal);
      return this;
    }

    Builder blockedKind(GmcBlockedException.Kind value) {
      blockedKind = value;
      return this;
    }

    Builder intermediaryKind(GmcIntermediaryException.Kind value) {
      intermediaryKind = value;
      return this;
    }

    Builder protocolKind(GmcProtocolException.Kind value) {
      protocolKind = value;
      return this;
    }

    Builder cloudflareCode(int value) {
      cloudflareCode = value;
      return this;
    }

    Builder rayId(@Nullable String value) {
      rayId = value;
      return this;
    }

    Builder edgeLocation(@Nullable String value) {
      edgeLocation = value;
      return this;
    }

    Builder egressAddress(@Nullable String value) {
      egressAddress = value;
      return this;
    }

    Builder retryAfter(RetryAfter value) {
      retryAfter = value;
      return this;
    }

    Builder excerpt(@Nullable String value) {
      excerpt = value;
      return this;
    }

    Verdict build() {
      return new Verdict(this);
    }
  }
}
