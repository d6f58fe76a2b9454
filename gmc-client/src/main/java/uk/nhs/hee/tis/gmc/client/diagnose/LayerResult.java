package uk.nhs.hee.tis.gmc.client.diagnose;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import uk.nhs.hee.tis.gmc.client.internal.json.JsonOutput;
import uk.nhs.hee.tis.gmc.client.model.Actor;

/** The verdict on one layer. Immutable and thread-safe. */
public final class LayerResult {

  /** The state of a layer. */
  public enum Status {
    /** It works as it should. */
    PASSED,
    /** It lets calls through, but needs attention. */
    WARNED,
    /** It stops calls. */
    FAILED,
    /** It was not probed; the finding says why. */
    SKIPPED
  }

  private final Layer layer;
  private final Status status;
  private final String finding;
  private final List<Actor> actors;
  private final Map<String, String> facts;

  private LayerResult(Builder from) {
    layer = Builder.required("layer", from.layer);
    status = Builder.required("status", from.status);
    finding = Builder.required("finding", from.finding);
    actors = List.copyOf(from.actors);
    facts = Collections.unmodifiableMap(new LinkedHashMap<>(from.facts));
  }

  /** {@return a new builder, with nothing set} */
  public static Builder builder() {
    return new Builder();
  }

  /** {@return a builder that starts from this value} */
  public Builder toBuilder() {
    Builder to = new Builder();
    to.layer = layer;
    to.status = status;
    to.finding = finding;
    to.actors = actors;
    to.facts.putAll(facts);
    return to;
  }

  static Builder of(Layer layer, Status status, String finding) {
    return builder().layer(layer).status(status).finding(finding);
  }

  /** {@return the layer} */
  public Layer layer() {
    return layer;
  }

  /** {@return the state of the layer} */
  public Status status() {
    return status;
  }

  /** {@return what was found, or why it was skipped, in words for use in a sentence} */
  public String finding() {
    return finding;
  }

  /**
   * {@return who must act if the layer failed or warned, in the order in which they act; else
   * empty}
   */
  public List<Actor> actors() {
    return actors;
  }

  /**
   * {@return the facts behind the verdict, in the order found, such as addresses and connect times}
   */
  public Map<String, String> facts() {
    return facts;
  }

  @JsonValue
  JsonOutput asJson() {
    return new JsonOutput()
        .put("layer", layer)
        .put("status", status)
        .put("finding", finding)
        .put("actors", actors.stream().map(Actor::name).collect(Collectors.toList()))
        .put("facts", facts);
  }

  private List<@Nullable Object> components() {
    return Arrays.<@Nullable Object>asList(layer, status, finding, actors, facts);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof LayerResult && components().equals(((LayerResult) other).components());
  }

  @Override
  public int hashCode() {
    return components().hashCode();
  }

  @Override
  public String toString() {
    return "LayerResult[layer="
        + layer
        + ", status="
        + status
        + ", finding="
        + finding
        + ", actors="
        + actors
        + ", facts="
        + facts
        + "]";
  }

  /** Builds a {@link LayerResult}: layer, status and finding are required. Not thread-safe. */
  public static final class Builder {
    private @Nullable Layer layer;
    private @Nullable Status status;
    private @Nullable String finding;
    private List<Actor> actors = List.of();
    private final Map<String, String> facts = new LinkedHashMap<>();

    private Builder() {}

    /**
     * Sets the layer.
     *
     * @param layer which layer
     * @return this builder
     */
    public Builder layer(Layer layer) {
      this.layer = layer;
      return this;
    }

    /**
     * Sets the state of the layer.
     *
     * @param status passed, warned, failed or skipped
     * @return this builder
     */
    public Builder status(Status status) {
      this.status = status;
      return this;
    }

    /**
     * Sets what was found, or why it was skipped.
     *
     * @param finding a clause without a full stop, for use in a sentence
     * @return this builder
     */
    public Builder finding(String finding) {
      this.finding = finding;
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
     * Adds a fact behind the verdict, replacing one of the same name.
     *
     * @param name what it is, such as {@code issuer}
     * @param value what was found; never a secret
     * @return this builder
     */
    public Builder fact(String name, String value) {
      facts.put(name, value);
      return this;
    }

    /**
     * Returns the result.
     *
     * @return the result
     * @throws IllegalStateException if layer, status or finding is missing
     */
    public LayerResult build() {
      return new LayerResult(this);
    }

    private static <T> T required(String component, @Nullable T value) {
      if (value == null) {
        throw new IllegalStateException(component + " is missing");
      }
      return value;
    }
  }
}
