package uk.nhs.hee.tis.gmc.client.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The JSON object of one value type: its properties in order, each with the way out of the value
 * and into its builder. Not changed once it is in a module.
 *
 * <p>Written by hand rather than left to Jackson's reflection: an {@code Optional} or a date would
 * need a further Jackson module, private fields an opened package, and a list that is missing would
 * be read as an empty one.
 *
 * @param <T> the value type
 * @param <B> what collects its components
 */
final class Form<T, B> {
  private final Class<T> type;
  private final Supplier<B> collector;
  private final Function<B, T> build;
  private final List<Property<T, B, ?>> properties = new ArrayList<>();

  Form(Class<T> type, Supplier<B> collector, Function<B, T> build) {
    this.type = type;
    this.collector = collector;
    this.build = build;
  }

  /** Adds a component that every value has; without it nothing is read. */
  <V> Form<T, B> with(String name, Kind<V> kind, Function<T, V> from, BiConsumer<B, V> into) {
    Function<T, Optional<V>> present = value -> Optional.of(from.apply(value));
    properties.add(new Property<>(name, kind, present, into, true));
    return this;
  }

  /** Adds a component that may be absent; an absent one is not written. */
  <V> Form<T, B> maybe(
      String name, Kind<V> kind, Function<T, Optional<V>> from, BiConsumer<B, V> into) {
    properties.add(new Property<>(name, kind, from, into, false));
    return this;
  }

  void addTo(SimpleModule module) {
    module.addSerializer(type, new Writer());
    module.addDeserializer(type, new Reader());
  }

  private static final class Property<T, B, V> {
    final String name;
    final boolean required;
    private final Kind<V> kind;
    private final Function<T, Optional<V>> from;
    private final BiConsumer<B, V> into;

    Property(
        String name,
        Kind<V> kind,
        Function<T, Optional<V>> from,
        BiConsumer<B, V> into,
        boolean required) {
      this.name = name;
      this.kind = kind;
      this.from = from;
      this.into = into;
      this.required = required;
    }

    void write(T value, JsonGenerator json, SerializerProvider provider) throws IOException {
      Optional<V> component = from.apply(value);
      if (component.isPresent()) {
        json.writeFieldName(name);
        kind.write(component.get(), json, provider);
      }
    }

    void read(JsonParser json, DeserializationContext context, B collected) throws IOException {
      try {
        into.accept(collected, kind.read(json, context));
      } catch (JsonMappingException e) {
        e.prependPath(collected, name);
        throw e;
      }
    }
  }

  private final class Writer extends JsonSerializer<T> {
    @Override
    public void serialize(T value, JsonGenerator json, SerializerProvider provider)
        throws IOException {
      json.writeStartObject();
      for (Property<T, B, ?> property : properties) {
        property.write(value, json, provider);
      }
      json.writeEndObject();
    }
  }

  private final class Reader extends JsonDeserializer<T> {
    @Override
    public T deserialize(JsonParser json, DeserializationContext context) throws IOException {
      if (!json.isExpectedStartObjectToken()) {
        throw failure("a " + type.getSimpleName() + " is an object in JSON");
      }
      B collected = collector.get();
      Set<String> seen = new HashSet<>();
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        String name = json.currentName();
        Property<T, B, ?> property = property(name);
        if (json.nextToken() == JsonToken.VALUE_NULL || property == null) {
          json.skipChildren();
        } else if (seen.add(name)) {
          property.read(json, context, collected);
        } else {
          throw failure("a " + type.getSimpleName() + " has " + name + " twice");
        }
      }
      for (Property<T, B, ?> property : properties) {
        if (property.required && !seen.contains(property.name)) {
          throw failure("a " + type.getSimpleName() + " needs " + property.name);
        }
      }
      try {
        return build.apply(collected);
      } catch (IllegalArgumentException | IllegalStateException e) {
        throw failure("no " + type.getSimpleName() + ": " + e.getMessage());
      }
    }

    private @Nullable Property<T, B, ?> property(String name) {
      for (Property<T, B, ?> property : properties) {
        if (property.name.equals(name)) {
          return property;
        }
      }
      return null;
    }
  }

  /** Without the place in the source: below 2.16 Jackson would quote it, doctors and all. */
  static JsonMappingException failure(String what) {
    return new JsonMappingException(null, what);
  }
}
