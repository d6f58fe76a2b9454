package uk.nhs.hee.tis.gmc.client.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.Module;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import uk.nhs.hee.tis.gmc.client.error.Evidence;
import uk.nhs.hee.tis.gmc.client.model.ReturnCode;

/**
 * A Jackson module for passing requests, answers and evidence on, such as over a queue.
 *
 * <pre>{@code
 * ObjectMapper mapper = new ObjectMapper().registerModule(GmcJson.module());
 * String message = mapper.writeValueAsString(gmc.getDoctorsForDb("1-1RSSQ2H"));
 * DoctorsForDb doctors = mapper.readValue(message, DoctorsForDb.class);
 * }</pre>
 *
 * <p>Works with Jackson 2.11 and later and needs no other module. Registered by nobody but the
 * caller: an application's own JSON is as it was.
 *
 * <p>The properties are named as the accessors are. Dates and durations are ISO texts, enums their
 * names, and what is absent is left out. All requests and answers of the model are written and
 * read: a message without its list, or with a row that is null, is refused rather than read as a
 * shorter list; properties that a later version of this library may add are passed over. {@link
 * Evidence} is written as {@link Evidence#toJson()} has it, a {@link ReturnCode} as its code;
 * neither is read.
 *
 * <p>These messages hold doctors' personal data, which the queue must be fit to hold. What is
 * thrown here quotes none of it; but for a message that is not JSON at all, Jackson before 2.16
 * quotes the message unless {@code JsonParser.Feature.INCLUDE_SOURCE_IN_LOCATION} is switched off.
 */
public final class GmcJson {
  private GmcJson() {}

  /**
   * Returns a new module.
   *
   * @return the module, for {@code ObjectMapper.registerModule(…)}
   */
  @SuppressWarnings("exports") // Who calls this has Jackson; nobody else needs to name it.
  public static Module module() {
    SimpleModule module = new SimpleModule("gmc-client");
    AnswerForms.addTo(module);
    RequestForms.addTo(module);
    module.addSerializer(Evidence.class, new EvidenceWriter());
    module.addSerializer(ReturnCode.class, new ReturnCodeWriter());
    return module;
  }

  private static final class ReturnCodeWriter extends JsonSerializer<ReturnCode> {
    @Override
    public void serialize(ReturnCode value, JsonGenerator json, SerializerProvider provider)
        throws IOException {
      json.writeString(value.code());
    }
  }

  private static final class EvidenceWriter extends JsonSerializer<Evidence> {
    private static final ObjectMapper PLAIN = new ObjectMapper();

    @Override
    public void serialize(Evidence value, JsonGenerator json, SerializerProvider provider)
        throws IOException {
      JsonNode tree = PLAIN.readTree(value.toJson());
      provider.defaultSerializeValue(tree, json);
    }
  }
}
