package uk.nhs.hee.tis.gmc.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import uk.nhs.hee.tis.gmc.client.error.Confidence;
import uk.nhs.hee.tis.gmc.client.error.Effect;
import uk.nhs.hee.tis.gmc.client.error.GmcBlockedException;
import uk.nhs.hee.tis.gmc.client.error.GmcException;
import uk.nhs.hee.tis.gmc.client.error.GmcIntermediaryException;
import uk.nhs.hee.tis.gmc.client.error.GmcOutcomeUnknownException;
import uk.nhs.hee.tis.gmc.client.error.GmcProtocolException;
import uk.nhs.hee.tis.gmc.client.error.GmcTimeoutException;
import uk.nhs.hee.tis.gmc.client.error.GmcUnavailableException;
import uk.nhs.hee.tis.gmc.client.error.Source;
import uk.nhs.hee.tis.gmc.client.model.GmcOperation;
import uk.nhs.hee.tis.gmc.client.model.ReturnCode;
import uk.nhs.hee.tis.gmc.testkit.errors.GmcErrors;
import uk.nhs.hee.tis.gmc.testkit.errors.ReturnCodeErrorBuilder;

/** What the exceptions for tests without a server can be told to be. */
class GmcErrorsTest {

  @ParameterizedTest
  @CsvSource({
    "0, GET_DOCTORS_FOR_DB, GetDoctorsForDB",
    "0, TRY_ADD_DOCTOR, TryAddDoctor",
    "100, TRY_ADD_DOCTOR, TryAddDoctor",
    "140, TRY_REMOVE_DOCTOR, TryRemoveDoctor"
  })
  void aCodeThatTheClientAcceptsMakesNoException(String code, GmcOperation operation, String name) {
    ReturnCodeErrorBuilder builder = GmcErrors.returnCode(ReturnCode.of(code)).operation(operation);

    assertThatThrownBy(builder::build)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "return code %s fails no %s: the client returns an answer for it, as GmcAnswers makes",
            code, name);
  }

  @Test
  void aReturnCodesExceptionMayHaveAMessageAndACauseOfItsOwn() {
    for (String code : List.of("91", "98", "99", "00")) {
      for (GmcOperation operation :
          List.of(GmcOperation.GET_DOCTORS_FOR_DB, GmcOperation.TRY_ADD_DOCTOR)) {
        IllegalStateException cause = new IllegalStateException("x");
        GmcException plain = GmcErrors.returnCode(ReturnCode.of(code)).operation(operation).build();
        GmcException own =
            GmcErrors.returnCode(ReturnCode.of(code))
                .operation(operation)
                .message("m")
                .cause(cause)
                .build();

        assertThat(own).hasSameClassAs(plain).hasMessage("m").hasCause(cause);
        assertThat(own.evidence()).isEqualTo(plain.evidence());
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void aBlockIsOfEveryKind(GmcBlockedException.Kind kind) {
    assertThat(GmcErrors.blocked().kind(kind).build().kind()).isEqualTo(kind);
  }

  @Test
  void aBlockSaysWhatItWasTold() {
    GmcBlockedException blocked =
        GmcErrors.blocked()
            .kind(GmcBlockedException.Kind.IP_BAN)
            .cloudflareCode(1106)
            .rayId("0123456789abcdef")
            .confidence(Confidence.LIKELY)
            .operation(GmcOperation.TRY_ADD_DOCTOR)
            .attempts(3)
            .build();

    assertThat(blocked)
        .hasMessage(
            "GMC Connect's Cloudflare edge refused this TryAddDoctor request (error 1106: the"
                + " caller's IP address is banned, certain). The GMC's service never saw it;"
                + " credentials and permissions are not the cause. The User-Agent sent was"
                + " 'nightly-sync/1.0 (tester@example.nhs.uk)'. Do not retry: the GMC's firewall"
                + " team must allow the calling IP address (203.0.113.45). Who must act: the"
                + " GMC's firewall team. Send the evidence to the GMC and quote Ray ID"
                + " 0123456789abcdef at 2026-11-22T00:05:12Z.");
    assertThat(blocked.cloudflareCode()).hasValue(1106);
    assertThat(blocked.rayId()).contains("0123456789abcdef");
    assertThat(blocked.confidence()).isEqualTo(Confidence.LIKELY);
    assertThat(blocked.attempts()).isEqualTo(3);
    assertThat(blocked.evidence().toText()).contains("0123456789abcdef", "1106");
  }

  @Test
  void aNumberThatIsNoBlockMakesNone() {
    assertThatThrownBy(() -> GmcErrors.blocked().cloudflareCode(1015))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Cloudflare's error 1015 is not a block");
  }

  @ParameterizedTest
  @EnumSource
  void anAnswerOfSomethingElseIsOfEveryKind(GmcIntermediaryException.Kind kind) {
    assertThat(GmcErrors.intermediary().kind(kind).build().kind()).isEqualTo(kind);
  }

  @ParameterizedTest
  @EnumSource
  void anUnusableAnswerIsOfEveryKind(GmcProtocolException.Kind kind) {
    assertThat(GmcErrors.protocol().kind(kind).build().kind()).isEqualTo(kind);
  }

  @Test
  void aRateLimitSaysHowLongToWaitOrNot() {
    assertThat(GmcErrors.rateLimited().build().retryAfter()).contains(Duration.ofSeconds(30));
    assertThat(GmcErrors.rateLimited().retryAfter(null).build().retryAfter()).isEmpty();
  }

  @Test
  void aCallHeldBackByAnOpenCircuitWasNotSent() {
    GmcUnavailableException held = GmcErrors.unavailable().fromOpenCircuit().build();

    assertThat(held.fromOpenCircuit()).isTrue();
    assertThat(held.effect()).isEqualTo(Effect.NOT_SENT);
    assertThat(held.attempts()).isZero();
    assertThat(held)
        .hasMessageStartingWith(
            "GetDoctorsForDB was not sent: the circuit is open since an earlier call failed, and"
                + " calls are held back until one succeeds again. That failure: ");
  }

  @Test
  void anUnknownOutcomeIsCausedByTheFailureBehindIt() {
    GmcOutcomeUnknownException unknown =
        GmcErrors.outcomeUnknown(GmcOperation.TRY_RECOMMENDATION_V2).build();

    assertThat(unknown).hasCauseInstanceOf(GmcTimeoutException.class);
    assertThat(unknown.operation()).isEqualTo(GmcOperation.TRY_RECOMMENDATION_V2);
    assertThat(unknown.effect()).isEqualTo(Effect.MAY_HAVE_RUN);
    assertThat(unknown)
        .hasMessage(
            "TryRecommendationV2 may have been carried out; this side cannot tell. The"
                + " failure: TryRecommendationV2 got no usable answer from gmc-connect.example:"
                + " no answer within 60 s. The request may have reached the GMC. Do not submit it"
                + " again: look the doctor up in GMC Connect, or ask the GMC; if it arrived, a"
                + " second one would be refused with return code 91, which does not say whose"
                + " recommendation is open. Who must act: the caller's network team, then the"
                + " GMC's service team. Time: 2026-11-22T00:06:12Z.");
  }

  @Test
  void theOutcomeOfAReadIsNeverUnknown() {
    assertThatThrownBy(() -> GmcErrors.outcomeUnknown(GmcOperation.GET_DOCTORS_FOR_DB))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the outcome of a GetDoctorsForDB whose effect is MAY_HAVE_RUN is not unknown");
  }

  @Test
  void aCodeOfAnotherTypeIsNoRejection() {
    assertThatThrownBy(() -> GmcErrors.rejected(ReturnCode.INVALID_CREDENTIALS))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("return code 99 is not a GmcRejectedException");
  }

  @Test
  void theRestHaveTheirEffect() {
    assertThat(GmcErrors.unreachable().build().effect()).isEqualTo(Effect.NOT_SENT);
    assertThat(GmcErrors.timeout().build().effect()).isEqualTo(Effect.MAY_HAVE_RUN);
    assertThat(GmcErrors.notSent().build().source()).isEqualTo(Source.CALLER);
    assertThat(GmcErrors.timeout().message("late").cause(new IllegalStateException("x")).build())
        .hasMessage("late")
        .hasCauseInstanceOf(IllegalStateException.class);
  }
}
