package uk.nhs.hee.tis.gmc.client.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonInclude.Include;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.exc.ValueInstantiationException;
import tools.jackson.databind.json.JsonMapper;

/** The JSON forms on Jackson 3. */
class Jackson3Test extends JsonSuite {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final ObjectMapper NON_EMPTY =
      JsonMapper.builder()
          .changeDefaultPropertyInclusion(
              value ->
                  value
                      .withValueInclusion(Include.NON_EMPTY)
                      .withContentInclusion(Include.NON_EMPTY))
          .build();
  private static final ObjectMapper LENIENT =
      JsonMapper.builder()
          .enable(
              DeserializationFeature.ACCEPT_EMPTY_ARRAY_AS_NULL_OBJECT,
              DeserializationFeature.ACCEPT_EMPTY_STRING_AS_NULL_OBJECT,
              DeserializationFeature.ACCEPT_FLOAT_AS_INT,
              DeserializationFeature.ACCEPT_SINGLE_VALUE_AS_ARRAY,
              DeserializationFeature.UNWRAP_SINGLE_VALUE_ARRAYS,
              DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS,
              DeserializationFeature.USE_BIG_INTEGER_FOR_INTS,
              DeserializationFeature.USE_JAVA_ARRAY_FOR_JSON_ARRAY)
          .build();

  @Override
  String write(Object value) {
    return MAPPER.writeValueAsString(value);
  }

  @Override
  String writeNonEmpty(Object value) {
    return NON_EMPTY.writeValueAsString(value);
  }

  @Override
  <T> T read(String json, Class<T> type) {
    return MAPPER.readValue(json, type);
  }

  @Override
  <T> T readLeniently(String json, Class<T> type) {
    return LENIENT.readValue(json, type);
  }

  @Override
  <T> T readTree(String json, Class<T> type) {
    return MAPPER.treeToValue(MAPPER.readTree(json), type);
  }

  /** Jackson 3 says which class it could not make, then the reason in the library's words. */
  @Override
  String refusal(Throwable thrown) {
    assertThat(thrown).isExactlyInstanceOf(ValueInstantiationException.class);
    String message = ((ValueInstantiationException) thrown).getOriginalMessage();
    assertThat(message).matches("Cannot construct instance of `[\\w.]+`, problem: .*");
    return message.substring(message.indexOf(", problem: ") + ", problem: ".length());
  }
}
