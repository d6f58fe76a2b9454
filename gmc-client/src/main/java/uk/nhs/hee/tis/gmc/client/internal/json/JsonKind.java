package uk.nhs.hee.tis.gmc.client.internal.json;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How a component of a value type is read from JSON. Stateless. Nothing is converted: a number is
 * not text, and text is not a number.
 *
 * @param <T> the component's type
 */
public interface JsonKind<T> {
  /** Text. */
  JsonKind<String> TEXT = json -> json.scalar(String.class, "is not text");

  /** True or false. */
  JsonKind<Boolean> BOOLEAN = json -> json.scalar(Boolean.class, "is not true or false");

  /** A whole number. */
  JsonKind<Long> LONG = json -> json.scalar(Long.class, "is not a whole number");

  /** A whole number of 32 bits. */
  JsonKind<Integer> INTEGER =
      json -> {
        long number = LONG.read(json);
        if (number != (int) number) {
          throw JsonRefusal.because("is not a whole number of 32 bits");
        }
        return (int) number;
      };

  /** An ISO date, such as {@code 2027-03-09}. */
  JsonKind<LocalDate> DATE = text("is not a date such as 2027-03-09", LocalDate::parse);

  /** An ISO duration, such as {@code PT1.5S}. */
  JsonKind<Duration> DURATION = text("is not a duration such as PT1.5S", Duration::parse);

  /** An ISO time in UTC, such as {@code 2027-03-09T00:05:00Z}. */
  JsonKind<Instant> INSTANT = text("is not a time such as 2027-03-09T00:05:00Z", Instant::parse);

  /**
   * Reads a component.
   *
   * @param json what the mapper read for it, not a JSON null
   * @return the component
   */
  T read(JsonInput json);

  /**
   * {@return text that says it all}
   *
   * @param refusal what is said of a text that does not parse, such as {@code is not a date}
   * @param parser throws {@link DateTimeException} or {@link IllegalArgumentException}
   */
  static <T> JsonKind<T> text(String refusal, Function<String, T> parser) {
    return json -> {
      String text = TEXT.read(json);
      try {
        return parser.apply(text);
      } catch (DateTimeException | IllegalArgumentException quotingTheText) {
        throw JsonRefusal.because(refusal);
      }
    };
  }

  /** {@return the name of one of the constants} */
  static <E extends Enum<E>> JsonKind<E> oneOf(Class<E> type) {
    String refusal = "is not one of " + Arrays.toString(type.getEnumConstants());
    return text(refusal, name -> Enum.valueOf(type, name));
  }

  /** {@return the name of one of the constants, or of one that only a later version knows} */
  static <E extends Enum<E>> JsonKind<E> oneOf(Class<E> type, E unknown) {
    return json -> {
      String name = TEXT.read(json);
      return Arrays.stream(type.getEnumConstants())
          .filter(constant -> constant.name().equals(name))
          .findFirst()
          .orElse(unknown);
    };
  }

  /**
   * {@return an object}
   *
   * @param reader reads its properties
   */
  static <T> JsonKind<T> object(Function<JsonInput, T> reader) {
    return json -> json.read(reader);
  }

  /** {@return an array, none of whose elements is null: a null would be a lost row} */
  static <T> JsonKind<List<T>> listOf(JsonKind<T> element) {
    return json -> {
      List<@Nullable JsonInput> elements = json.elements();
      List<T> values = new ArrayList<>(elements.size());
      for (int i = 0; i < elements.size(); i++) {
        values.add(JsonInput.part("[" + i + "]", elements.get(i), element));
      }
      return values;
    };
  }

  /** {@return an object with properties of any name and one kind, none of them null} */
  static <T> JsonKind<Map<String, T>> mapOf(JsonKind<T> value) {
    return json -> {
      Map<String, T> values = new LinkedHashMap<>();
      for (String name : json.names()) {
        values.put(name, json.required(name, value));
      }
      return values;
    };
  }
}
