package uk.nhs.hee.tis.gmc.client;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static uk.nhs.hee.tis.gmc.client.fixture.RecordingHttpClient.stalling;
import static uk.nhs.hee.tis.gmc.client.fixture.Soap.IDS;
import static uk.nhs.hee.tis.gmc.client.fixture.Soap.field;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.nhs.hee.tis.gmc.client.error.Confidence;
import uk.nhs.hee.tis.gmc.client.error.Effect;
import uk.nhs.hee.tis.gmc.client.error.GmcException;
import uk.nhs.hee.tis.gmc.client.error.GmcOutcomeUnknownException;
import uk.nhs.hee.tis.gmc.client.error.GmcProtocolException;
import uk.nhs.hee.tis.gmc.client.error.GmcRejectedException;
import uk.nhs.hee.tis.gmc.client.fixture.Call;
import uk.nhs.hee.tis.gmc.client.fixture.HttpReply;
import uk.nhs.hee.tis.gmc.client.fixture.HttpReply.Framing;
import uk.nhs.hee.tis.gmc.client.fixture.Soap;
import uk.nhs.hee.tis.gmc.client.fixture.WireServer;
import uk.nhs.hee.tis.gmc.client.model.GmcOperation;

/** What was read of a receipt reaches the caller, though the receipt is not whole or not clear. */
class KeptReceiptTest {
  private static final GmcOperation V2 = GmcOperation.TRY_RECOMMENDATION_V2;
  private static final String RECEIPT = Soap.success(V2);
  private static final WireServer SERVER = WireServer.start();
  private static final GmcClient GMC = Clients.of(SERVER);

  @AfterAll
  static void stop() {
    SERVER.close();
  }

  @ParameterizedTest
  @EnumSource
  void aReceiptThatIsCutHandsOnTheIdsBeforeTheCut(Framing framing) {
    GmcOutcomeUnknownException afterBoth =
        unknown(HttpReply.soap(RECEIPT).framing(framing).cutAt(behind("</GMCRequestID>")));
    GmcOutcomeUnknownException afterOne =
        unknown(HttpReply.soap(RECEIPT).framing(framing).cutAt(behind("</RecommendationID>")));
    GmcOutcomeUnknownException inside =
        unknown(HttpReply.soap(RECEIPT).framing(framing).cutAt(behind("<RecommendationID>10-A")));

    assertThat(afterBoth.evidence().recommendationId()).hasValue("10-ABC");
    assertThat(afterBoth.gmcRequestId()).hasValue("4410992");
    assertThat(afterBoth.getCause())
        .isInstanceOfSatisfying(
            GmcProtocolException.class,
            e -> assertThat(e.kind()).isEqualTo(GmcProtocolException.Kind.TRUNCATED));
    assertThat(afterOne.evidence().recommendationId()).hasValue("10-ABC");
    assertThat(afterOne.gmcRequestId()).isEmpty();
    assertThat(inside.evidence().recommendationId()).isEmpty();
    assertThat(inside.gmcRequestId()).isEmpty();
  }

  @Test
  void aReceiptThatStallsHandsThemOnToo() {
    Setting setting = new Setting();
    setting.http.always(stalling(200, "text/xml", RECEIPT.substring(0, behind("</GMCRequestID>"))));
    Duration attemptTimeout = Duration.ofMillis(1);
    GmcClient gmc = setting.client().attemptTimeout(attemptTimeout).build();
    CompletableFuture<?> call = Setting.start(Call.RECOMMEND_V2, gmc);

    setting.time.advance(attemptTimeout);
    GmcException late = Setting.failureOf(call);

    assertThat(late).isInstanceOf(GmcOutcomeUnknownException.class);
    assertThat(late.evidence().recommendationId()).hasValue("10-ABC");
    assertThat(late.gmcRequestId()).hasValue("4410992");
  }

  @Test
  void aReceiptThatIsMalformedOrIncompleteBehindThemHandsThemOn() {
    for (String rest :
        new String[] {"<ReturnCode>0</ReturnCod>", "&nbsp;", "", "<ReturnCode/>", "text"}) {
      String answer = Soap.answer(V2, field("RecommendationID", " 10-ABC\n") + IDS + rest);

      GmcException failure = unknown(HttpReply.soap(answer));

      assertThat(failure.evidence().recommendationId()).as(rest).hasValue("10-ABC");
      assertThat(failure.gmcRequestId()).as(rest).hasValue("4410992");
    }
  }

  @Test
  void aCutReceiptOfAnyWriteAndReadHandsOnTheGmcRequestId() {
    for (Call call : Call.values()) {
      byte[] answer = Soap.success(call.operation()).getBytes(UTF_8);
      int cut = Soap.success(call.operation()).indexOf("</GMCRequestID>") + 15;
      assertThat(cut).isLessThan(answer.length);
      SERVER.then(HttpReply.of("200 OK", "text/xml", answer).cutAt(cut));

      GmcException failure = catchThrowableOfType(GmcException.class, () -> call.on(GMC));

      assertThat(failure.gmcRequestId()).as("%s", call).hasValue("4410992");
    }
  }

  @Test
  void theIdsAreInTheEvidenceForAPersonAndForAMachine() {
    GmcException failure = unknown(HttpReply.soap(RECEIPT).cutAt(behind("</GMCRequestID>")));

    assertThat(failure.evidence().toText())
        .contains("GMC request id:        4410992\n", "Recommendation id:     10-ABC\n");
    assertThat(failure.evidence().toJson())
        .contains("\"gmcRequestId\":\"4410992\",\"recommendationId\":\"10-ABC\"");
    assertThat(failure.evidence().toBuilder().build()).isEqualTo(failure.evidence());
  }

  @Test
  void anIdThatCannotStandInALineIsNotHandedOn() {
    String answer = Soap.answer(V2, field("RecommendationID", "10\nWho must act: nobody") + IDS);

    assertThat(unknown(HttpReply.soap(answer)).evidence().recommendationId()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"162", "E-7", "0162", "success", "0x0"})
  void anUnknownCodeBesideARecommendationIdIsNoRefusal(String code) {
    GmcOutcomeUnknownException failure =
        unknown(HttpReply.soap(receipt(field("RecommendationID", "10-ABC"), code)));

    assertThat(failure.evidence().recommendationId()).hasValue("10-ABC");
    assertThat(failure.evidence().returnCode().orElseThrow().code()).isEqualTo(code);
    assertThat(failure.getCause()).isInstanceOf(GmcProtocolException.class);
    assertThat(failure.effect()).isEqualTo(Effect.MAY_HAVE_RUN);
    assertThat(failure.getCause())
        .hasMessage(
            "The GMC's service answered TryRecommendationV2 with return code "
                + code
                + " together with a recommendation id: a return code that this version of"
                + " gmc-client"
                + " does not know. That indicates neither success nor refusal. The answer names"
                + " recommendation id 10-ABC. Do not submit it again: look the doctor up in GMC"
                + " Connect, or ask the GMC about recommendation id 10-ABC; if it arrived, a"
                + " second one would be refused with return code 91, which does not say whose"
                + " recommendation is open. Who must act: the caller, then the GMC's service"
                + " team. Quote GMC request id 4410992 at 2027-01-05T00:05:00Z.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"00", "+0", "-0", "000", "0.0", "0.", "\u00a00", "\uff10", "0\u200b", "+ 0"})
  void aSuccessInAnotherFormIsNoRefusalOfAWrite(String code) {
    for (Call call : Call.values()) {
      SERVER.then(
          HttpReply.soap(
              Soap.success(call.operation()).replace(Soap.DONE, field("ReturnCode", code))));

      GmcException failure = catchThrowableOfType(GmcException.class, () -> call.on(GMC));

      assertThat(failure)
          .isInstanceOf(
              call.operation().isRead()
                  ? GmcProtocolException.class
                  : GmcOutcomeUnknownException.class);
      assertThat(failure.effect()).isEqualTo(Effect.MAY_HAVE_RUN);
      assertThat(failure.retryable()).isFalse();
      assertThat(failure.evidence().confidence()).isEqualTo(Confidence.LIKELY);
      assertThat(failure.evidence().finding())
          .endsWith(", which is not how the GMC writes 0 (success)");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"091", "+91", "91.0"})
  void aRefusalInAnotherFormIsNoCertainRefusalEither(String code) {
    GmcException failure = unknown(HttpReply.soap(receipt("", code)));

    assertThat(failure.getCause())
        .hasMessage(
            "The GMC's service answered TryRecommendationV2 with return code "
                + code
                + ", which is not how the GMC writes 91 (open recommendation exists). That"
                + " indicates neither success nor refusal. Do not submit it again: look the"
                + " doctor"
                + " up in GMC Connect, or ask the GMC; if it arrived, a second one would be"
                + " refused with return code 91, which does not say whose recommendation is"
                + " open. Who must act: the caller, then the GMC's service team. Quote GMC"
                + " request id 4410992 at 2027-01-05T00:05:00Z.");
  }

  @Test
  void blanksAroundACodeAreNoOtherForm() {
    SERVER.then(HttpReply.soap(receipt(field("RecommendationID", "10-ABC"), "\n 0 ")));

    assertThat(GMC.tryRecommendationV2(Call.deferral()).recommendationId()).hasValue("10-ABC");
  }

  @Test
  void anUnknownCodeWithoutAnIdStaysARejection() {
    for (String id : new String[] {"", "<RecommendationID/>", field("RecommendationID", " \n")}) {
      SERVER.then(HttpReply.soap(receipt(id, "162")));

      GmcRejectedException failure =
          catchThrowableOfType(
              GmcRejectedException.class, () -> GMC.tryRecommendationV2(Call.deferral()));

      assertThat(failure.effect()).isEqualTo(Effect.NOT_PROCESSED);
      assertThat(failure.evidence().confidence()).isEqualTo(Confidence.LIKELY);
      assertThat(failure)
          .hasMessage(
              "The GMC's service refused TryRecommendationV2 with return code 162 (a"
                  + " return code that this version of gmc-client does not know). It is probably"
                  + " a refusal, but that is not certain. Ask the GMC what the code means; a"
                  + " later version of gmc-client may know it. Who must act: the caller, then"
                  + " the GMC's service team. Quote GMC request id 4410992 at"
                  + " 2027-01-05T00:05:00Z.");
    }
  }

  @Test
  void aKnownRefusalBesideAnIdStaysCertain() {
    SERVER.then(HttpReply.soap(receipt(field("RecommendationID", "10-ABC"), "91")));

    GmcRejectedException failure =
        catchThrowableOfType(
            GmcRejectedException.class, () -> GMC.tryRecommendationV2(Call.deferral()));

    assertThat(failure.evidence().confidence()).isEqualTo(Confidence.CERTAIN);
    assertThat(failure.evidence().recommendationId()).hasValue("10-ABC");
  }

  private static String receipt(String id, String code) {
    return Soap.answer(V2, id + IDS + field("ReturnCode", code));
  }

  private static int behind(String part) {
    return RECEIPT.indexOf(part) + part.length();
  }

  private static GmcOutcomeUnknownException unknown(HttpReply reply) {
    SERVER.then(reply);
    GmcOutcomeUnknownException failure =
        catchThrowableOfType(
            GmcOutcomeUnknownException.class, () -> GMC.tryRecommendationV2(Call.deferral()));
    assertThat(failure).as("failure").isNotNull();
    return failure;
  }
}
