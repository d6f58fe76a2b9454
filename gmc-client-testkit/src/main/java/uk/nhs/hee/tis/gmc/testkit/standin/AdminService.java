package uk.nhs.hee.tis.gmc.testkit.standin;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import uk.nhs.hee.tis.gmc.client.model.GmcOperation;
import uk.nhs.hee.tis.gmc.testkit.AnsweredRequest;
import uk.nhs.hee.tis.gmc.testkit.GmcScenario;
import uk.nhs.hee.tis.gmc.testkit.JournalEntry;
import uk.nhs.hee.tis.gmc.testkit.ReceivedRequest;

/** What the admin interface can do. It shows only a doctor's GMC number, and no credentials. */
final class AdminService {
  static final String PATH = "/admin";

  private static final String SCENARIOS = PATH + "/scenarios";
  private static final String JOURNAL = PATH + "/journal";
  private static final String RESET = PATH + "/reset";
  private static final int MOST_ENTRIES = 1_000;

  private final StandIn standIn;

  AdminService(StandIn standIn) {
    this.standIn = standIn;
  }

  AdminAnswer answer(String method, String path) {
    switch (method + " " + path) {
      case "GET " + SCENARIOS:
        return scenarios();
      case "GET " + JOURNAL:
        return journal();
      case "POST " + RESET:
        standIn.reset();
        return scenarios();
      default:
        return path.startsWith(SCENARIOS + "/")
            ? scenario(method, path.substring(SCENARIOS.length() + 1))
            : AdminAnswer.error(
                404,
                "try GET /admin/scenarios, POST and DELETE /admin/scenarios/NAME,"
                    + " GET /admin/journal and POST /admin/reset");
    }
  }

  private AdminAnswer scenario(String method, String name) {
    GmcScenario scenario;
    try {
      scenario = GmcScenario.named(name);
    } catch (IllegalArgumentException e) {
      return AdminAnswer.error(404, String.valueOf(e.getMessage()));
    }
    switch (method) {
      case "POST":
        standIn.switchOn(scenario);
        return scenarios();
      case "DELETE":
        standIn.switchOff(scenario);
        return scenarios();
      default:
        return AdminAnswer.error(405, "POST switches a scenario on, DELETE switches it off");
    }
  }

  private AdminAnswer scenarios() {
    Set<GmcScenario> on = standIn.scenarios();
    ArrayNode all = JsonNodeFactory.instance.arrayNode();
    for (GmcScenario scenario : GmcScenario.values()) {
      all.addObject().put("name", scenario.shortName()).put("on", on.contains(scenario));
    }
    return AdminAnswer.of(all);
  }

  private AdminAnswer journal() {
    ObjectNode journal = JsonNodeFactory.instance.objectNode();
    ArrayNode received = journal.putArray("received");
    standIn.answered().forEach(answered -> describe(answered, received.addObject()));
    ArrayNode answered = journal.putArray("answeredFromRegister");
    latest(standIn.answeredFromRegister()).forEach(entry -> describe(entry, answered.addObject()));
    return AdminAnswer.of(journal);
  }

  private static <T> List<T> latest(List<T> entries) {
    return entries.subList(Math.max(0, entries.size() - MOST_ENTRIES), entries.size());
  }

  private static void describe(AnsweredRequest answered, ObjectNode json) {
    ReceivedRequest request = answered.request();
    json.put("time", answered.receivedAt().toString());
    json.put("clientAddress", answered.clientAddress());
    json.put(
        "status", answered.status().isPresent() ? (Integer) answered.status().getAsInt() : null);
    json.put("answer", answered.answer());
    json.put("by", answered.stub().orElse("register"));
    json.put("operation", request.operation().map(GmcOperation::operationName).orElse(null));
    json.put("nonSoapRequest", request.nonSoapRequest().orElse(null));
    json.put("clientRequestId", request.clientRequestId().orElse(null));
    json.put("userAgent", request.header("User-Agent").orElse(null));
    ArrayNode violations = json.putArray("violations");
    request.violations().forEach(violations::add);
  }

  private static void describe(JournalEntry entry, ObjectNode json) {
    json.put("operation", entry.operation().operationName());
    json.put("designatedBodyCode", entry.designatedBodyCode());
    json.put("gmcNumber", entry.gmcNumber());
    json.put("gmcRequestId", entry.gmcRequestId());
    json.put("returnCode", entry.returnCode().code());
  }
}
