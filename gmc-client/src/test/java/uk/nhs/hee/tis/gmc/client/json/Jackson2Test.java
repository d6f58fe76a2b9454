package uk.nhs.hee.tis.gmc.client.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/** The JSON forms on the Jackson 2 of the class path. */
class Jackson2Test extends JsonSuite {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final ObjectMapper NON_EMPTY =
      new ObjectMapper()
          .setDefaultPropertyInclusion(
              JsonInclude.Value.construct(
                  JsonInclude.Include.NON_EMPTY, JsonInclude.Include.NON_EMPTY));
  private static final ObjectMapper LENIENT =
      new ObjectMapper()
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(
              DeserializationFeature.ACCEPT_EMPTY_ARRAY_AS_NULL_OBJECT,
              DeserializationFeature.ACCEPT_EMPTY_STRING_AS_NULL_OBJECT,
              DeserializationFeature.ACCEPT_FLOAT_AS_INT,
              DeserializationFeature.ACCEPT_SINGLE_VALUE_AS_ARRAY,
              DeserializationFeature.UNWRAP_SINGLE_VALUE_ARRAYS,
              DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS,
              DeserializationFeature.USE_BIG_INTEGER_FOR_INTS,
              DeserializationFeature.USE_JAVA_ARRAY_FOR_JSON_ARRAY);

  @Override
  String write(Object value) throws Exception {
    return MAPPER.writeValueAsString(value);
  }

  @Override
  String writeNonEmpty(Object value) throws Exception {
    return NON_EMPTY.writeValueAsString(value);
  }

  @Override
  <T> T read(String json, Class<T> type) throws Exception {
    return MAPPER.readValue(json, type);
  }

  @Override
  <T> T readLeniently(String json, Class<T> type) throws Exception {
    return LENIENT.readValue(json, type);
  }

  @Override
  <T> T readTree(String json, Class<T> type) throws Exception {
    return MAPPER.treeToValue(MAPPER.readTree(json), type);
  }

  @Override
  String refusal(Throwable thrown) {
    assertThat(thrown).isExactlyInstanceOf(JsonMappingException.class);
    return ((JsonMappingException) thrown).getOriginalMessage();
  }
}
