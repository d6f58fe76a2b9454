package uk.nhs.hee.tis.gmc.client.diagnose;

import com.fasterxml.jackson.annotation.JsonValue;
import java.net.URI;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.nhs.hee.tis.gmc.client.ClientIdentity;
import uk.nhs.hee.tis.gmc.client.error.Evidence;
import uk.nhs.hee.tis.gmc.client.internal.json.JsonOutput;

/**
 * The result of a diagnosis: a verdict for each layer, one sentence on which of them fails and who
 * must act, and the evidence. It contains no credentials and no doctor's data. Immutable and
 * thread-safe; times are UTC.
 */
public final class DiagnosisReport {
  private final Instant startedAt;
  private final @Nullable String environmentLabel;
  private final @Nullable URI endpoint;
  private final @Nullable ClientIdentity identity;
  private final List<LayerResult> layers;
  private final @Nullable Evidence evidence;

  private DiagnosisReport(Builder from) {
    if (from.startedAt == null) {
      throw new IllegalStateException("startedAt is missing");
    }
    startedAt = from.startedAt;
    environmentLabel = from.environmentLabel;
    endpoint = from.endpoint;
    identity = from.identity;
    layers = List.copyOf(from.layers);
    evidence = from.evidence;
  }

  /** {@return a new builder, with nothing set} */
  public static Builder builder() {
    return new Builder();
  }

  /** {@return a builder that starts from this value} */
  public Builder toBuilder() {
    return new Builder()
        .startedAt(startedAt)
        .environmentLabel(environmentLabel)
        .endpoint(endpoint)
        .identity(identity)
        .layers(layers)
        .evidence(evidence);
  }

  /** {@return when the diagnosis started} */
  public Instant startedAt() {
    return startedAt;
  }

  /** {@return the label of the environment, such as {@code prod}, if the client was given one} */
  public Optional<String> environmentLabel() {
    return Optional.ofNullable(environmentLabel);
  }

  /** {@return the endpoint that was probed; empty if the configuration names no usable one} */
  public Optional<URI> endpoint() {
    return Optional.ofNullable(endpoint);
  }

  /** {@return how the client identifies itself; empty if the configuration is not usable} */
  public Optional<ClientIdentity> identity() {
    return Optional.ofNullable(identity);
  }

  /** {@return the verdicts, from the nearest layer to the farthest} */
  public List<LayerResult> layers() {
    return layers;
  }

  /**
   * Returns the verdict on a layer.
   *
   * @param layer which layer
   * @return its verdict, if the report has one
   */
  public Optional<LayerResult> layer(Layer layer) {
    return layers.stream().filter(result -> result.layer() == layer).findFirst();
  }

  /** {@return the nearest layer that stops calls, if any does} */
  public Optional<LayerResult> failing() {
    return layers.stream()
        .filter(result -> result.status() == LayerResult.Status.FAILED)
        .findFirst();
  }

  /**
   * {@return the evidence of the call that failed, ready to send to the GMC; empty if none failed
   * or if no call could be made, when the layers' facts are all there is}
   */
  public Optional<Evidence> evidence() {
    return Optional.ofNullable(evidence);
  }

  /** {@return one sentence: which layer fails, why, and who must act} */
  public String conclusion() {
    return Conclusion.of(this);
  }

  /** {@return the report as plain text: the layers, the conclusion, the evidence} */
  public String toText() {
    return ReportText.of(this);
  }

  /** {@return the report as one JSON object, times in ISO 8601 (UTC), absent values left out} */
  public String toJson() {
    return ReportJson.of(this);
  }

  @JsonValue
  JsonOutput asJson() {
    return ReportJson.write(this);
  }

  private List<@Nullable Object> components() {
    return Arrays.<@Nullable Object>asList(
        startedAt, environmentLabel, endpoint, identity, layers, evidence);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof DiagnosisReport
        && components().equals(((DiagnosisReport) other).components());
  }

  @Override
  public int hashCode() {
    return components().hashCode();
  }

  @Override
  public String toString() {
    return "DiagnosisReport" + toJson();
  }

  /** Builds a {@link DiagnosisReport}: the start is required. Not thread-safe. */
  public static final class Builder {
    private @Nullable Instant startedAt;
    private @Nullable String environmentLabel;
    private @Nullable URI endpoint;
    private @Nullable ClientIdentity identity;
    private List<LayerResult> layers = List.of();
    private @Nullable Evidence evidence;

    private Builder() {}

    /**
     * Sets when the diagnosis started.
     *
     * @param startedAt a time in UTC
     * @return this builder
     */
    public Builder startedAt(Instant startedAt) {
      this.startedAt = startedAt;
      return this;
    }

    /**
     * Sets the label of the environment; null if there is none.
     *
     * @param environmentLabel such as {@code prod}, or null
     * @return this builder
     */
    public Builder environmentLabel(@Nullable String environmentLabel) {
      this.environmentLabel = environmentLabel;
      return this;
    }

    /**
     * Sets the endpoint; null if the configuration names no usable one.
     *
     * @param endpoint the service's URL, or null; its user info, query and fragment, which may be
     *     secret, are left out
     * @return this builder
     */
    public Builder endpoint(@Nullable URI endpoint) {
      this.endpoint = endpoint == null ? null : withoutSecrets(endpoint);
      return this;
    }

    private static URI withoutSecrets(URI endpoint) {
      String text = endpoint.toString().replaceFirst("[?#].*", "");
      return URI.create(text.replaceFirst("//[^/]*@", "//"));
    }

    /**
     * Sets how the client identifies itself; null if the configuration is not usable.
     *
     * @param identity the identity, or null
     * @return this builder
     */
    public Builder identity(@Nullable ClientIdentity identity) {
      this.identity = identity;
      return this;
    }

    /**
     * Sets the verdicts, from the nearest layer to the farthest.
     *
     * @param layers one result each
     * @return this builder
     */
    public Builder layers(List<LayerResult> layers) {
      this.layers = layers;
      return this;
    }

    /**
     * Sets the evidence of the call that failed; null if none did.
     *
     * @param evidence the evidence, or null
     * @return this builder
     */
    public Builder evidence(@Nullable Evidence evidence) {
      this.evidence = evidence;
      return this;
    }

    /**
     * Returns the report.
     *
     * @return the report
     * @throws IllegalStateException if the start is missing
     */
    public DiagnosisReport build() {
      return new DiagnosisReport(this);
    }
  }
}
