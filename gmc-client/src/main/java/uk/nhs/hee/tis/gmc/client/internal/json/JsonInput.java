package uk.nhs.hee.tis.gmc.client.internal.json;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonCreator.Mode;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.databind.JsonMappingException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Any JSON value as a mapper read it, for a value type to take its components from.
 *
 * <p>Read by annotations rather than as a {@code Map}, so that Jackson does not raise its own
 * error: for a value of the wrong kind it quotes the value. A duplicate property is not lost
 * either, as it would be in a map.
 */
public final class JsonInput {
  private final @Nullable Object scalar;
  private final @Nullable List<@Nullable JsonInput> elements;
  private final Map<String, @Nullable JsonInput> properties;
  private Set<String> givenTwice = Set.of();

  /** For Jackson: an object, whose properties follow. */
  JsonInput() {
    scalar = null;
    elements = null;
    properties = new LinkedHashMap<>();
  }

  /** A long list has a million of these, so no map for each. */
  private JsonInput(@Nullable Object scalar, @Nullable List<@Nullable JsonInput> elements) {
    this.scalar = scalar;
    this.elements = elements;
    properties = Map.of();
  }

  @JsonAnySetter
  void put(String name, @Nullable JsonInput value) {
    if (properties.containsKey(name)) {
      if (givenTwice.isEmpty()) {
        givenTwice = new HashSet<>();
      }
      givenTwice.add(name);
    }
    properties.put(name, value);
  }

  @JsonCreator(mode = Mode.DELEGATING)
  static JsonInput of(String text) {
    return new JsonInput(text, null);
  }

  @JsonCreator(mode = Mode.DELEGATING)
  static JsonInput of(int number) {
    return of((long) number);
  }

  @JsonCreator(mode = Mode.DELEGATING)
  static JsonInput of(long number) {
    return new JsonInput(number, null);
  }

  @JsonCreator(mode = Mode.DELEGATING)
  static JsonInput of(double number) {
    return new JsonInput(number, null);
  }

  @JsonCreator(mode = Mode.DELEGATING)
  static JsonInput of(boolean value) {
    return new JsonInput(value, null);
  }

  // A value that no other creator accepts, an integer beyond 64 bits, ends up here too, and a
  // mapper that wraps a single value in an array would do so for ever. Jackson 2.11 looks for the
  // format at the
  // method, later ones at the parameter.
  @JsonCreator(mode = Mode.DELEGATING)
  @JsonFormat(without = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
  static JsonInput of(
      @JsonFormat(without = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
          List<@Nullable JsonInput> elements) {
    return new JsonInput(null, elements);
  }

  /**
   * Reads a value of the library from this JSON, as its {@code @JsonCreator} does.
   *
   * @param type the value's type, named in what is thrown
   * @param kind reads it
   * @return the value
   * @throws JsonMappingException if a component is missing or not acceptable; the message names the
   *     component and quotes nothing
   */
  public <T> T as(Class<T> type, JsonKind<T> kind) throws JsonMappingException {
    try {
      return kind.read(this);
    } catch (JsonRefusal refusal) {
      // Of the exceptions from a creator, Jackson 2 passes on only this one as it is. To any other
      // it adds the source location, and up to 2.15 that quotes the source, doctors and all.
      throw new JsonMappingException(null, refusal.in(type.getSimpleName()).getMessage());
    }
  }

  /**
   * {@return a property that must be there}
   *
   * @param name the property's name
   * @param kind what it is
   */
  public <T> T required(String name, JsonKind<T> kind) {
    T value = optional(name, kind);
    if (value == null) {
      throw JsonRefusal.because("is missing").in(name);
    }
    return value;
  }

  /**
   * {@return a property that may be absent or null}
   *
   * @param name the property's name
   * @param kind what it is
   */
  public <T> @Nullable T optional(String name, JsonKind<T> kind) {
    if (givenTwice.contains(name)) {
      throw JsonRefusal.because("is given twice").in(name);
    }
    JsonInput value = properties.get(name);
    return value == null ? null : part(name, value, kind);
  }

  /** Reads the value at a place in this one. */
  static <T> T part(String place, @Nullable JsonInput value, JsonKind<T> kind) {
    if (value == null) {
      throw JsonRefusal.because("is null").in(place);
    }
    try {
      return kind.read(value);
    } catch (JsonRefusal refusal) {
      throw refusal.in(place);
    }
  }

  <T> T read(Function<JsonInput, T> reader) {
    if (scalar != null || elements != null) {
      throw JsonRefusal.because("is not an object");
    }
    try {
      return reader.apply(this);
    } catch (IllegalArgumentException | IllegalStateException unacceptable) {
      // The checks of the value types quote no value.
      throw JsonRefusal.because("is not acceptable: " + unacceptable.getMessage());
    }
  }

  <T> T scalar(Class<T> type, String refusal) {
    if (!type.isInstance(scalar)) {
      throw JsonRefusal.because(refusal);
    }
    return type.cast(scalar);
  }

  List<@Nullable JsonInput> elements() {
    if (elements == null) {
      throw JsonRefusal.because("is not an array");
    }
    return elements;
  }

  Set<String> names() {
    if (scalar != null || elements != null) {
      throw JsonRefusal.because("is not an object");
    }
    return properties.keySet();
  }
}
