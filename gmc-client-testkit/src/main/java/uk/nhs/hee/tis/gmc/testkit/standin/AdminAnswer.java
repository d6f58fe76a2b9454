package uk.nhs.hee.tis.gmc.testkit.standin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.charset.StandardCharsets;

/** An answer of the admin interface: a status and JSON. */
final class AdminAnswer {
  private final int status;
  private final JsonNode json;

  private AdminAnswer(int status, JsonNode json) {
    this.status = status;
    this.json = json;
  }

  static AdminAnswer of(JsonNode json) {
    return new AdminAnswer(200, json);
  }

  static AdminAnswer error(int status, String message) {
    return new AdminAnswer(status, JsonNodeFactory.instance.objectNode().put("error", message));
  }

  int status() {
    return status;
  }

  byte[] body() {
    return (json + "\n").getBytes(StandardCharsets.UTF_8);
  }
}
