package uk.nhs.hee.tis.gmc.testkit.standin;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uk.nhs.hee.tis.gmc.testkit.GmcRegister;

/** Reads a register from JSON: an array with one object for each doctor. */
final class JsonRegister {
  private static final ObjectMapper MAPPER =
      new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private final String file;
  private final DoctorFields doctors = new DoctorFields();

  JsonRegister(String file) {
    this.file = file;
  }

  GmcRegister read(String text) {
    JsonNode array = parse(text);
    if (!array.isArray()) {
      throw new UsageException(file + " must hold an array of objects, one for each doctor");
    }
    for (int i = 0; i < array.size(); i++) {
      try {
        doctors.add(fields(array.get(i)));
      } catch (UsageException e) {
        throw new UsageException(file + ", entry " + (i + 1) + ": " + e.getMessage(), e);
      }
    }
    return doctors.register();
  }

  private JsonNode parse(String text) {
    try {
      return MAPPER.readTree(text);
    } catch (JsonProcessingException e) {
      @Nullable JsonLocation location = e.getLocation();
      // The parser's own message shows the text around the place: doctors, perhaps.
      throw new UsageException(
          file + (location == null ? "" : ", line " + location.getLineNr()) + ": is not JSON");
    }
  }

  private static Map<String, String> fields(JsonNode entry) {
    if (!entry.isObject()) {
      throw new UsageException("must be an object");
    }
    Map<String, String> fields = new HashMap<>();
    for (Iterator<String> names = entry.fieldNames(); names.hasNext(); ) {
      String name = names.next();
      JsonNode value = entry.get(name);
      if (!DoctorFields.names().contains(name)) {
        throw new UsageException(
            "each field name must be one of "
                + String.join(", ", DoctorFields.names())
                + ", but one is "
                + name);
      }
      if (!value.isTextual() && !value.isNull()) {
        throw new UsageException(name + " must be a text or null");
      }
      if (value.isTextual()) {
        fields.put(name, value.textValue());
      }
    }
    return fields;
  }
}
