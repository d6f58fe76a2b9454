package uk.nhs.hee.tis.gmc.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.nhs.hee.tis.gmc.client.error.Effect;
import uk.nhs.hee.tis.gmc.client.error.GmcException;
import uk.nhs.hee.tis.gmc.client.error.GmcOutcomeUnknownException;
import uk.nhs.hee.tis.gmc.client.error.GmcProtocolException;
import uk.nhs.hee.tis.gmc.client.fixture.Call;
import uk.nhs.hee.tis.gmc.client.fixture.HttpReply;
import uk.nhs.hee.tis.gmc.client.fixture.RecordingHttpClient;
import uk.nhs.hee.tis.gmc.client.fixture.RecordingSink;
import uk.nhs.hee.tis.gmc.client.fixture.Soap;
import uk.nhs.hee.tis.gmc.client.fixture.WireServer;

/** An answer counts only for the call whose id it echoes, as far as the echo tells. */
class WhoseAnswerTest {
  private static final String OURS = "0f7c2d4e-1a2b-4c3d-8e9f-0123456789ab";
  private static final String STRANGE = "7d1f0000-aaaa-4bbb-8ccc-0123456789ab";

  private final WireServer server = WireServer.start();
  private final GmcClient gmc = Clients.of(server);

  @AfterEach
  void stop() {
    server.close();
  }

  @ParameterizedTest
  @EnumSource
  void anAnswerWithAStrangeUuidIsThatOfAnotherCall(Call call) {
    assertOtherCall(failure(call, OURS, STRANGE), call);
    assertOtherCall(failure(call, "7000001", STRANGE), call);
  }

  @ParameterizedTest
  @EnumSource
  void anAnswerWithTheIdOfAnEarlierCallIsThatOfAnotherCall(Call call) {
    answered(call, "nightly-1", "nightly-1");

    assertOtherCall(failure(call, "nightly-2", " NIGHTLY-1\n"), call);
    assertOtherCall(failure(call, "nightly-10", "nightly-1"), call);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{7D1F0000-AAAA-4BBB-8CCC-0123456789AB}",
        "(7d1f0000-aaaa-4bbb-8ccc-0123456789ab)",
        "7d1f0000aaaa4bbb8ccc0123456789ab",
        "\n 7D1F0000-aaaa-4bbb-8ccc-0123456789ab\t"
      })
  void aStrangeUuidIsKnownInEachFormThatDotNetWrites(String echo) {
    assertOtherCall(failure(Call.CHECK_STATUS, OURS, echo), Call.CHECK_STATUS);
  }

  @Test
  void anotherCallsRefusalIsNotOurs() {
    for (String code : List.of("91", "98", "99", "1000")) {
      server.then(
          HttpReply.soap(echoing(Soap.code(Call.RECOMMEND_V2.operation(), code), "c-1", STRANGE)));

      assertOtherCall(thrown(Call.RECOMMEND_V2, OURS), Call.RECOMMEND_V2);
    }
  }

  @Test
  void anotherCallsIdsAreNotHandedOn() {
    GmcException failure = failure(Call.RECOMMEND_V2, OURS, STRANGE);

    assertThat(failure.evidence().recommendationId()).isEmpty();
    assertThat(failure.gmcRequestId()).isEmpty();
    assertThat(failure.getCause())
        .hasMessage(
            "The GMC's own web server gave no usable answer to this TryRecommendationV2"
                + " request (the SOAP answer to another call, going by its ClientRequestID,"
                + " certain)."
                + " None of the answer was used. It may have been carried out. Do not submit"
                + " it again: look the doctor up in GMC Connect, or ask the GMC; if it arrived,"
                + " a second one would be refused with return code 91, which does not say whose"
                + " recommendation is open. Who must act: the GMC's service team. If you ask"
                + " the GMC, quote the time 2027-01-05T00:05:00Z.");
  }

  @Test
  void aListOfAnotherCallIsNeverCompleted() {
    List<RecordingSink> sinks = new ArrayList<>();
    server.then(
        HttpReply.soap(echoing(Soap.success(Call.GET_DOCTORS.operation()), "c-1", STRANGE)));

    GmcProtocolException failure =
        catchThrowableOfType(
            GmcProtocolException.class,
            () -> gmc.getDoctorsForDb(Call.BODY, RecordingSink.into(sinks)));

    assertThat(failure.kind()).isEqualTo(GmcProtocolException.Kind.OTHER_CALL);
    assertThat(sinks).hasSize(1);
    assertThat(sinks.get(0).doctors).hasSize(2);
    assertThat(sinks.get(0).ends).containsExactly("discard");
  }

  @ParameterizedTest
  @EnumSource
  void ourIdIsOursInAnyCaseAndForm(Call call) {
    for (String echo :
        List.of(
            OURS,
            OURS.toUpperCase(Locale.ROOT),
            "\n  " + OURS + " ",
            '{' + OURS + '}',
            OURS.replace("-", ""))) {
      answered(call, OURS, echo);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " \n",
        "0f7c2d4e",
        "0F7C2D4E-1a2b-4c3d-8e9f-0123456789a",
        "7000001",
        "x",
        "7d1f0000-aaaa-4bbb-8ccc",
        "7d1f0000-aaaa-4bbb-8ccc-0123456789ab?",
        "00000000-0000-0000-0000-000000000000",
        "{",
        "()"
      })
  void anEchoThatTellsNothingIsAccepted(String echo) {
    answered(Call.RECOMMEND_V2, OURS, echo);
  }

  @Test
  void anAbsentEchoIsAccepted() {
    String answer = Soap.success(Call.REMOVE.operation());
    server.then(HttpReply.soap(Soap.edit(answer, "<ClientRequestID>c-1</ClientRequestID>", "")));

    assertThat(Call.REMOVE.on(gmc, id(OURS)).clientRequestId()).isEqualTo(OURS);
  }

  @Test
  void aLongIdThatWasCutBehindItsUuidIsOurs() {
    answered(Call.ADD, OURS + "-run-7", OURS);
  }

  @Test
  void theSameIdMayServeSeveralCalls() {
    answered(Call.ADD, "7000001", "7000001");
    answered(Call.REMOVE, "7000001", "7000001");
  }

  @Test
  void anEarlierIdIsForgottenBehindFourThousandOthers() {
    Setting setting = new Setting();
    GmcClient client = setting.client().build();
    String answer = Soap.success(Call.REMOVE.operation());
    setting.http.always(RecordingHttpClient.soap(answer));
    for (int i = 0; i <= 4096; i++) {
      Call.REMOVE.on(client, id("run-" + i));
    }
    setting.http.always(RecordingHttpClient.soap(echoing(answer, "c-1", "run-0")));

    assertThat(Call.REMOVE.on(client, id("last")).clientRequestId()).isEqualTo("last");
  }

  private void answered(Call call, String ours, String echo) {
    server.then(HttpReply.soap(echoing(Soap.success(call.operation()), "c-1", echo)));

    assertThat(call.on(gmc, id(ours)).clientRequestId()).isEqualTo(ours);
  }

  private GmcException failure(Call call, String ours, String echo) {
    server.then(HttpReply.soap(echoing(Soap.success(call.operation()), "c-1", echo)));
    return thrown(call, ours);
  }

  private GmcException thrown(Call call, String ours) {
    GmcException failure = catchThrowableOfType(GmcException.class, () -> call.on(gmc, id(ours)));
    assertThat(failure).as("failure").isNotNull();
    return failure;
  }

  private static void assertOtherCall(GmcException failure, Call call) {
    Throwable protocol = failure;
    if (!call.operation().isRead()) {
      assertThat(failure).isInstanceOf(GmcOutcomeUnknownException.class);
      protocol = failure.getCause();
    }
    assertThat(protocol)
        .isInstanceOfSatisfying(
            GmcProtocolException.class,
            e -> assertThat(e.kind()).isEqualTo(GmcProtocolException.Kind.OTHER_CALL))
        .hasRootCauseMessage("ClientRequestID is that of another call");
    assertThat(failure.effect()).isEqualTo(Effect.MAY_HAVE_RUN);
    assertThat(failure.retryable()).isFalse();
  }

  private static String echoing(String answer, String echo, String by) {
    return Soap.edit(
        answer, Soap.field("ClientRequestID", echo), Soap.field("ClientRequestID", by));
  }

  private static CallOptions id(String id) {
    return CallOptions.builder().clientRequestId(id).build();
  }
}
