package uk.nhs.hee.tis.gmc.client.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.SerializerProvider;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/**
 * How a component of a value type looks in JSON. Stateless.
 *
 * @param <V> the component's type
 */
interface Kind<V> {
  /** A text. */
  Kind<String> TEXT = text(text -> text, text -> text);

  /** An ISO date, such as {@code 2027-03-09}. */
  Kind<LocalDate> DATE = text(LocalDate::toString, LocalDate::parse);

  /** An ISO duration, such as {@code PT1.5S}. */
  Kind<Duration> DURATION = text(Duration::toString, Duration::parse);

  /** A whole number. */
  Kind<Integer> NUMBER =
      new Kind<>() {
        @Override
        public void write(Integer value, JsonGenerator json, SerializerProvider provider)
            throws IOException {
          json.writeNumber(value);
        }

        @Override
        public Integer read(JsonParser json, DeserializationContext context) throws IOException {
          if (json.currentToken() != JsonToken.VALUE_NUMBER_INT) {
            throw Form.failure("is no whole number");
          }
          return json.getIntValue();
        }
      };

  /** Writes a component. */
  void write(V value, JsonGenerator json, SerializerProvider provider) throws IOException;

  /** Reads a component from the parser's current token. */
  V read(JsonParser json, DeserializationContext context) throws IOException;

  /** A component of another type that the module knows. */
  static <V> Kind<V> value(Class<V> type) {
    return new Kind<>() {
      @Override
      public void write(V value, JsonGenerator json, SerializerProvider provider)
          throws IOException {
        provider.defaultSerializeValue(value, json);
      }

      @Override
      public V read(JsonParser json, DeserializationContext context) throws IOException {
        return context.readValue(json, type);
      }
    };
  }

  /** A list of components of another type that the module, or Jackson itself, knows. */
  static <V> Kind<List<V>> listOf(Class<V> type) {
    Kind<V> element = value(type);
    return new Kind<>() {
      @Override
      public void write(List<V> values, JsonGenerator json, SerializerProvider provider)
          throws IOException {
        json.writeStartArray();
        for (V value : values) {
          element.write(value, json, provider);
        }
        json.writeEndArray();
      }

      @Override
      public List<V> read(JsonParser json, DeserializationContext context) throws IOException {
        if (!json.isExpectedStartArrayToken()) {
          throw Form.failure("is no array");
        }
        List<V> values = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
          // A null would be read as no object at all, and a row less.
          if (json.currentToken() == JsonToken.VALUE_NULL) {
            throw Form.failure("has null in it");
          }
          values.add(element.read(json, context));
        }
        return values;
      }
    };
  }

  /** The name of one of these. */
  static <E extends Enum<E>> Kind<E> oneOf(Class<E> type) {
    return text(Enum::name, name -> Enum.valueOf(type, name));
  }

  /** The name of one of these, or of one that a later version of this library may know. */
  static <E extends Enum<E>> Kind<E> oneOf(Class<E> type, E unknown) {
    return text(
        Enum::name,
        name ->
            Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equals(name))
                .findFirst()
                .orElse(unknown));
  }

  /** A component with a text that says it all. */
  static <V> Kind<V> text(Function<V, String> to, Function<String, V> from) {
    return new Kind<>() {
      @Override
      public void write(V value, JsonGenerator json, SerializerProvider provider)
          throws IOException {
        json.writeString(to.apply(value));
      }

      @Override
      public V read(JsonParser json, DeserializationContext context) throws IOException {
        if (json.currentToken() != JsonToken.VALUE_STRING) {
          throw Form.failure("is no text");
        }
        try {
          return from.apply(json.getText());
        } catch (DateTimeException | IllegalArgumentException e) {
          throw Form.failure("is none of its kind");
        }
      }
    };
  }
}
