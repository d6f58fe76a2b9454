package uk.nhs.hee.tis.gmc.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import uk.nhs.hee.tis.gmc.client.error.Confidence;
import uk.nhs.hee.tis.gmc.client.error.Effect;
import uk.nhs.hee.tis.gmc.client.error.GmcException;
import uk.nhs.hee.tis.gmc.client.error.GmcOutcomeUnknownException;
import uk.nhs.hee.tis.gmc.client.error.GmcPermissionException;
import uk.nhs.hee.tis.gmc.client.error.GmcRejectedException;
import uk.nhs.hee.tis.gmc.client.error.GmcUnavailableException;
import uk.nhs.hee.tis.gmc.client.error.Source;
import uk.nhs.hee.tis.gmc.client.fixture.Call;
import uk.nhs.hee.tis.gmc.client.fixture.HttpReply;
import uk.nhs.hee.tis.gmc.client.fixture.Soap;
import uk.nhs.hee.tis.gmc.client.fixture.WireServer;
import uk.nhs.hee.tis.gmc.client.model.ReturnCode;

/** What each return code becomes for each operation. */
class ReturnCodesTest {
  private static final WireServer SERVER = WireServer.start();
  private static final GmcClient GMC = Clients.of(SERVER);

  private static final List<Integer> KNOWN =
      List.of(
          0, 70, 80, 81, 82, 84, 85, 87, 88, 89, 90, 91, 92, 93, 94, 95, 96, 97, 98, 99, 100, 106,
          110, 120, 130, 140, 150, 160, 161);

  /** The codes that are anything but a rejection. */
  private static final Map<Integer, Class<? extends GmcException>> SPECIAL =
      Map.of(
          81, GmcPermissionException.class,
          99, GmcPermissionException.class,
          98, GmcUnavailableException.class);

  @AfterAll
  static void stop() {
    SERVER.close();
  }

  @Test
  void theLibraryKnowsTheCodesOfThisTable() {
    assertThat(ReturnCode.known())
        .extracting(code -> Integer.valueOf(code.code()))
        .containsExactlyElementsOf(KNOWN);
  }

  @ParameterizedTest
  @MethodSource("failures")
  void aFailureIsAnExceptionOfItsKind(Call call, String code) {
    GmcException failure = failure(call, code);

    boolean internal = code.equals("98");
    Class<? extends GmcException> type =
        SPECIAL.getOrDefault(Integer.valueOf(code), GmcRejectedException.class);
    if (internal && !call.operation().isRead()) {
      assertThat(failure)
          .isInstanceOf(GmcOutcomeUnknownException.class)
          .cause()
          .isExactlyInstanceOf(type);
    } else {
      assertThat(failure).isExactlyInstanceOf(type).hasNoCause();
    }
    assertThat(failure.effect()).isEqualTo(internal ? Effect.MAY_HAVE_RUN : Effect.NOT_PROCESSED);
    assertThat(failure.retryable()).isEqualTo(internal);
    assertThat(failure.source()).isEqualTo(Source.GMC_SERVICE);
    assertThat(failure.actors()).isEqualTo(ReturnCode.of(code).actors());
    assertThat(failure.gmcRequestId()).hasValue("4410992");
    assertThat(failure.operation()).isEqualTo(call.operation());
    assertThat(failure.attempts()).isEqualTo(1);
    assertThat(failure.evidence().confidence()).isEqualTo(Confidence.CERTAIN);
    assertThat(failure.returnCode()).hasValue(ReturnCode.of(code));
    assertThat(failure.evidence().signals())
        .containsExactly("a complete SOAP answer of GMC Connect with return code " + code);
  }

  @ParameterizedTest
  @EnumSource
  void aCodeThatNobodyKnowsIsCarriedAsItIs(Call call) {
    for (String code : List.of("162", "0162", "E-7")) {
      GmcRejectedException failure = (GmcRejectedException) failure(call, code);

      assertThat(failure.returnCode().orElseThrow().code()).isEqualTo(code);
      assertThat(failure.returnCode().orElseThrow().isKnown()).isFalse();
      assertThat(failure.returnCode().orElseThrow().kind()).isEqualTo(ReturnCode.Kind.UNKNOWN);
      assertThat(failure.evidence().confidence()).isEqualTo(Confidence.LIKELY);
    }
  }

  @Test
  void aRejectionOfAListNeedsNoList() {
    SERVER.then(
        HttpReply.soap(
            Soap.answer(
                Call.GET_DOCTORS.operation(), "<Doctors/>" + Soap.field("ReturnCode", "80"))));

    assertThat(
            catchThrowableOfType(GmcRejectedException.class, () -> GMC.getDoctorsForDb(Call.BODY)))
        .extracting(GmcException::returnCode)
        .isEqualTo(Optional.of(ReturnCode.INVALID_DESIGNATED_BODY));
  }

  static List<Arguments> failures() {
    List<Arguments> failures = new ArrayList<>();
    for (Call call : Call.values()) {
      for (int code : KNOWN) {
        boolean answer =
            code == 0 || (code == 100 && call == Call.ADD) || (code == 140 && call == Call.REMOVE);
        if (!answer) {
          failures.add(Arguments.of(call, String.valueOf(code)));
        }
      }
    }
    return failures;
  }

  private static GmcException failure(Call call, String code) {
    SERVER.then(HttpReply.soap(Soap.code(call.operation(), code)));
    GmcException failure = catchThrowableOfType(GmcException.class, () -> call.on(GMC));
    assertThat(failure).as("failure").isNotNull();
    return failure;
  }
}
