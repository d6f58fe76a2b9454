package uk.nhs.hee.tis.gmc.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import uk.nhs.hee.tis.gmc.client.CallOptions;
import uk.nhs.hee.tis.gmc.client.GmcClient;
import uk.nhs.hee.tis.gmc.client.error.GmcException;
import uk.nhs.hee.tis.gmc.client.model.AddDoctor;
import uk.nhs.hee.tis.gmc.client.model.AddReason;
import uk.nhs.hee.tis.gmc.client.model.Recommendation;
import uk.nhs.hee.tis.gmc.client.model.RemoveDoctor;
import uk.nhs.hee.tis.gmc.client.model.RemoveReason;
import uk.nhs.hee.tis.gmc.client.model.ResponsibleOfficer;
import uk.nhs.hee.tis.gmc.client.model.StatusQuery;

/**
 * Random texts in every text field, with a fixed seed: read back equal, on contract, or refused.
 */
class RoundTripPropertyTest {
  private static final int ROUNDS = 60;
  private static final String[] PIECES = {
    "a",
    "Z",
    " ",
    "é",
    "ß",
    "Ł",
    "中",
    "😀",
    "👩‍⚕️",
    "&",
    "<",
    ">",
    "\"",
    "'",
    "]]>",
    "<!--",
    "-->",
    "&amp;",
    "&#39;",
    "\t",
    "\n",
    "\r",
    "\r\n",
    "</DoctorSurname>",
    "\u00A0",
    "\uFFFD",
    "\u0085"
  };
  private static final String[] FORBIDDEN = {
    "\u0000", "\u0001", "\u0008", "\u000B", "\u001F", "\uFFFE", "\uFFFF", "\uD83D", "\uDE00"
  };

  @RegisterExtension static final GmcMockServer gmc = GmcMockServer.create();

  private final Random random = new Random(20210301);

  @Test
  void everyTextReadsBackEqualAndKeepsTheContract() {
    gmc.register().addDesignatedBody(Requests.HERE);
    try (GmcClient client = Clients.of(gmc).build()) {
      for (int round = 0; round < ROUNDS; round++) {
        Map<String, String> texts = new HashMap<>();
        UnaryOperator<String> sent = name -> texts.computeIfAbsent(name, unused -> text());
        everyOperation(client, sent, (operation, call) -> readsBack(operation, call, sent));
      }
    }
  }

  @Test
  void everyTextWithAForbiddenCharacterIsRefusedUnsent() {
    try (GmcClient client = Clients.of(gmc).build()) {
      for (String forbidden : FORBIDDEN) {
        String bad = text() + forbidden + " ";
        everyOperation(
            client,
            name -> bad,
            (operation, call) ->
                assertThatThrownBy(call::run)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageMatching(
                        "\\w+ holds U\\+[0-9A-F]{4} at index \\d+, which XML cannot hold"));
      }
      assertThat(gmc.requests()).isEmpty();
    }
  }

  private void readsBack(String operation, Runnable call, UnaryOperator<String> sent) {
    try {
      call.run();
    } catch (GmcException refused) {
      assertThat(refused.evidence().returnCode())
          .as("the stand-in knows none of the random bodies")
          .isPresent();
    }
    ReceivedRequest received = gmc.requests().get(gmc.requests().size() - 1);
    assertThat(received.violations()).isEmpty();
    assertThat(received.operation().orElseThrow().operationName()).isEqualTo(operation);
    assertThat(received.clientRequestId()).contains(withoutControls(sent.apply("id")));
    Map<String, String> fields =
        Map.of(
            "DoctorSurname", "surname",
            "RoSurname", "roSurname",
            "RoPhoneNumber", "phone",
            "RoDesignatedBodyCode", "body",
            "DesignatedBodyCode", "body",
            "DesignatedBodyId", "body",
            "InternalUser", "user",
            "InternalUserId", "user",
            "InternalUserEmailAddress", "email",
            "RecommendationId", "recommendation");
    fields.forEach(
        (field, name) ->
            received
                .field(field)
                .ifPresent(value -> assertThat(value).as(field).isEqualTo(sent.apply(name))));
  }

  /** A request id goes into logs, so that the client refuses one with a control character. */
  private static String withoutControls(String id) {
    return id.replaceAll("[\\p{Cntrl}\\x{80}-\\x{9f}\\x{2028}\\x{2029}]", "");
  }

  private static void everyOperation(
      GmcClient client, UnaryOperator<String> sent, BiConsumer<String, Runnable> check) {
    String body = sent.apply("body");
    CallOptions options =
        CallOptions.builder()
            .clientRequestId(withoutControls(sent.apply("id")))
            .internalUser(sent.apply("user"))
            .build();
    Recommendation recommendation =
        Recommendation.builder()
            .gmcNumber("9000001")
            .surname(sent.apply("surname"))
            .designatedBodyCode(body)
            .responsibleOfficer(
                ResponsibleOfficer.builder()
                    .gmcNumber("9000002")
                    .surname(sent.apply("roSurname"))
                    .phoneNumber(sent.apply("phone"))
                    .build())
            .revalidate()
            .internalUserEmail(sent.apply("email"))
            .build();
    check.accept("GetDoctorsForDB", () -> client.getDoctorsForDb(body, options));
    check.accept(
        "CheckRecommendationStatus",
        () ->
            client.checkRecommendationStatus(
                StatusQuery.builder()
                    .gmcNumber("9000001")
                    .designatedBodyCode(body)
                    .recommendationId(sent.apply("recommendation"))
                    .build(),
                options));
    check.accept("TryRecommendation", () -> client.tryRecommendation(recommendation, options));
    check.accept("TryRecommendationV2", () -> client.tryRecommendationV2(recommendation, options));
    check.accept(
        "TryAddDoctor",
        () ->
            client.tryAddDoctor(
                AddDoctor.builder()
                    .gmcNumber("9000001")
                    .designatedBodyCode(body)
                    .reason(AddReason.HAS_CONNECTION)
                    .build(),
                options));
    check.accept(
        "TryRemoveDoctor",
        () ->
            client.tryRemoveDoctor(
                RemoveDoctor.builder()
                    .gmcNumber("9000001")
                    .designatedBodyCode(body)
                    .reason(RemoveReason.RETIRED)
                    .build(),
                options));
  }

  private String text() {
    StringBuilder text = new StringBuilder("x");
    int pieces = random.nextInt(12);
    for (int i = 0; i < pieces; i++) {
      text.append(PIECES[random.nextInt(PIECES.length)]);
    }
    return text.toString();
  }
}
