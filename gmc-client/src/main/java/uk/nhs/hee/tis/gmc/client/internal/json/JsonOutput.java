package uk.nhs.hee.tis.gmc.client.internal.json;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.time.Duration;
import java.time.temporal.Temporal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A JSON object as any mapper writes it: its properties in the order in which they were added.
 *
 * <p>Not itself a {@code Map}: a mapper that leaves out what is empty, as Spring Boot's {@code
 * default-property-inclusion} asks, would leave an empty list out of a map, and no annotation could
 * stop it. Not thread-safe while properties are added.
 */
public final class JsonOutput {
  private final Map<String, Object> properties = new LinkedHashMap<>();

  /**
   * Adds a property, unless its value is null.
   *
   * @param name the property's name
   * @param value text, a number, a boolean, an enum (written as its name), a date, time or duration
   *     (written in ISO 8601), a value type of the library, or a list of these
   * @return this object
   */
  public JsonOutput put(String name, @Nullable Object value) {
    if (value instanceof Enum) {
      properties.put(name, ((Enum<?>) value).name());
    } else if (value instanceof Temporal || value instanceof Duration) {
      properties.put(name, value.toString());
    } else if (value != null) {
      properties.put(name, value);
    }
    return this;
  }

  /**
   * Adds an object whose properties are named by the keys.
   *
   * @param name the property's name
   * @param values what {@link #put(String, Object)} takes, in the order to be written
   * @return this object
   */
  public JsonOutput put(String name, Map<String, ?> values) {
    JsonOutput object = new JsonOutput();
    values.forEach(object::put);
    properties.put(name, object);
    return this;
  }

  /** {@return the properties, in order} */
  @JsonAnyGetter
  @JsonInclude(value = Include.ALWAYS, content = Include.ALWAYS)
  Map<String, Object> properties() {
    return Collections.unmodifiableMap(properties);
  }
}
