package uk.nhs.hee.tis.gmc.client;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import uk.nhs.hee.tis.gmc.client.error.Effect;
import uk.nhs.hee.tis.gmc.client.error.GmcOutcomeUnknownException;
import uk.nhs.hee.tis.gmc.client.error.GmcProtocolException;
import uk.nhs.hee.tis.gmc.client.fixture.BrokenAnswers;
import uk.nhs.hee.tis.gmc.client.fixture.Call;
import uk.nhs.hee.tis.gmc.client.fixture.HttpReply;
import uk.nhs.hee.tis.gmc.client.fixture.Soap;
import uk.nhs.hee.tis.gmc.client.fixture.WireServer;

/** A broken answer as a caller of the client meets it: one exception of the right kind. */
class BrokenAnswerOverTheWireTest {
  private static final WireServer SERVER = WireServer.start();
  private static final GmcClient GMC = Clients.of(SERVER);

  @AfterAll
  static void stop() {
    SERVER.close();
  }

  @ParameterizedTest
  @MethodSource("brokenAnswers")
  void aBrokenListIsAProtocolException(BrokenAnswers.Case broken) {
    GmcProtocolException failure =
        failure(GMC, HttpReply.of("200 OK", "text/xml; charset=utf-8", broken.body));

    assertThat(failure.kind()).isEqualTo(broken.kind);
    assertThat(failure).hasRootCauseMessage(broken.message);
    assertThat(failure.effect()).isEqualTo(Effect.MAY_HAVE_RUN);
    assertThat(failure.evidence().httpStatus()).hasValue(200);
    assertThat(failure.evidence().excerpt().orElse("")).doesNotContain("Quill", "7000000");
  }

  @Test
  void anAnswerThatBreaksOffIsTruncatedEvenBeforeItsEnvelope() {
    HttpReply list = HttpReply.soap(Soap.success(Call.GET_DOCTORS.operation()));

    GmcProtocolException early = failure(GMC, list.cutAt(20));
    GmcProtocolException late = failure(GMC, list.cutAt(900));

    assertThat(early.kind()).isEqualTo(GmcProtocolException.Kind.TRUNCATED);
    assertThat(early).hasMessage(late.getMessage());
    assertThat(late.kind()).isEqualTo(GmcProtocolException.Kind.TRUNCATED);
    assertThat(late)
        .hasMessage(
            "GetDoctorsForDB got no usable answer from localhost: the answer broke off part-way"
                + " through. The request may have reached the GMC. Try again later; if it"
                + " persists, pass the evidence on. Who must act: the caller's network team,"
                + " then the GMC's service team. Time: 2027-01-05T00:05:00Z.");
  }

  @Test
  void bytesBehindAGzipStreamFailTheAnswer() {
    byte[] packed = HttpReply.gzip(Soap.success(Call.GET_DOCTORS.operation()).getBytes(UTF_8));
    for (int more : List.of(1, 2, 3, 40)) {
      byte[] garbage = Arrays.copyOf(packed, packed.length + more);

      GmcProtocolException failure = failure(GMC, HttpReply.of("200 OK", "text/xml", garbage));

      assertThat(failure.kind()).isEqualTo(GmcProtocolException.Kind.TRUNCATED);
      assertThat(failure).hasRootCauseMessage("bytes follow the end of the gzip stream");
    }
  }

  @Test
  void anAnswerLongerThanAllowedIsTooLarge() {
    String list = Soap.success(Call.GET_DOCTORS.operation());
    int length = list.length();
    GmcClientBuilder builder = Clients.builder(SERVER.endpoint());

    GmcProtocolException failure =
        failure(builder.maxAnswerBytes(length - 1).build(), HttpReply.soap(list));

    assertThat(failure.kind()).isEqualTo(GmcProtocolException.Kind.TOO_LARGE);
    assertThat(failure)
        .hasMessage(
            "GetDoctorsForDB got no usable answer from localhost: the answer is longer"
                + " than maxAnswerBytes, "
                + (length - 1)
                + ". The request may have reached the GMC. Do not retry: pass the evidence on."
                + " Who must act: the caller's network team, then the GMC's service team. Time:"
                + " 2027-01-05T00:05:00Z.");
    SERVER.then(HttpReply.soap(list));
    assertThat(builder.maxAnswerBytes(length).build().getDoctorsForDb(Call.BODY).doctors())
        .hasSize(2);
  }

  @Test
  void theLimitCountsUnpackedBytes() {
    HttpReply bomb = HttpReply.soap(Soap.list(" ".repeat(3_000_000))).gzip();
    assertThat(bomb.length()).isLessThan(10_000);

    GmcProtocolException failure =
        failure(Clients.builder(SERVER.endpoint()).maxAnswerBytes(1_000_000).build(), bomb);

    assertThat(failure.kind()).isEqualTo(GmcProtocolException.Kind.TOO_LARGE);
  }

  @ParameterizedTest
  @EnumSource(names = {"RECOMMEND", "RECOMMEND_V2", "ADD", "REMOVE"})
  void afterAWriteABrokenAnswerLeavesTheOutcomeUnknown(Call call) {
    SERVER.then(HttpReply.soap(Soap.answer(call.operation(), Soap.IDS)));

    GmcOutcomeUnknownException failure =
        catchThrowableOfType(GmcOutcomeUnknownException.class, () -> call.on(GMC));

    assertThat(failure.effect()).isEqualTo(Effect.MAY_HAVE_RUN);
    assertThat(failure)
        .hasRootCauseMessage("ReturnCode is missing")
        .cause()
        .isInstanceOfSatisfying(
            GmcProtocolException.class,
            cause -> {
              assertThat(cause.kind()).isEqualTo(GmcProtocolException.Kind.INCOMPLETE);
              assertThat(cause.evidence()).isEqualTo(failure.evidence());
            });
  }

  static List<BrokenAnswers.Case> brokenAnswers() {
    return BrokenAnswers.all();
  }

  private static GmcProtocolException failure(GmcClient gmc, HttpReply reply) {
    SERVER.then(reply);
    GmcProtocolException failure =
        catchThrowableOfType(GmcProtocolException.class, () -> gmc.getDoctorsForDb(Call.BODY));
    assertThat(failure).as("failure").isNotNull();
    return failure;
  }
}
