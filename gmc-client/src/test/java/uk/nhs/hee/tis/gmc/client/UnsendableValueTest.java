package uk.nhs.hee.tis.gmc.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import uk.nhs.hee.tis.gmc.client.fixture.Call;
import uk.nhs.hee.tis.gmc.client.fixture.Nothing;
import uk.nhs.hee.tis.gmc.client.model.AddDoctor;
import uk.nhs.hee.tis.gmc.client.model.AddReason;
import uk.nhs.hee.tis.gmc.client.model.DeferralReason;
import uk.nhs.hee.tis.gmc.client.model.DeferralSubreason;
import uk.nhs.hee.tis.gmc.client.model.Recommendation;
import uk.nhs.hee.tis.gmc.client.model.RecommendationType;
import uk.nhs.hee.tis.gmc.client.model.RemoveDoctor;
import uk.nhs.hee.tis.gmc.client.model.RemoveReason;
import uk.nhs.hee.tis.gmc.client.model.ResponsibleOfficer;
import uk.nhs.hee.tis.gmc.client.model.ReturnCode;
import uk.nhs.hee.tis.gmc.client.model.StatusQuery;
import uk.nhs.hee.tis.gmc.client.model.UnsendableValueException;

/** What a request whose value is missing or bad ends in, before anything is sent. */
class UnsendableValueTest {
  private static final LocalDate DAY = LocalDate.of(2027, 3, 9);

  private final Setting setting = new Setting();

  @Test
  void aCallerKeepsItsReturnCodeAsItKeepsThoseOfTheGmc() {
    UnsendableValueException unsendable = unsendable(() -> AddDoctor.builder().build());

    assertThat(unsendable.field()).isEqualTo("gmcNumber");
    assertThat(unsendable.returnCode().map(ReturnCode::code)).contains("70");
    assertThat(unsendable).isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("badRequests")
  void everyRequestNamesFieldAndReturnCode(
      String message, String field, String code, ThrowingCallable request) {
    UnsendableValueException unsendable = unsendable(request);

    assertThat(unsendable).hasMessage(message);
    assertThat(unsendable.field()).isEqualTo(field);
    assertThat(unsendable.returnCode().map(ReturnCode::code)).contains(code);
  }

  static Stream<Arguments> badRequests() {
    String missing = Nothing.at(String.class);
    return Stream.of(
        bad("gmcNumber is missing", 70, () -> add().gmcNumber(missing).build()),
        bad("gmcNumber is blank", 70, () -> remove().gmcNumber(" ").build()),
        bad(
            "gmcNumber must be seven digits, but is 7 characters and not all are digits",
            70,
            () -> Call.statusQuery().toBuilder().gmcNumber("UNKNOWN").build()),
        bad(
            "gmcNumber must be seven digits, but is 8 characters",
            70,
            () -> recommendation().gmcNumber("12345678").build()),
        bad("designatedBodyCode is missing", 80, () -> add().designatedBodyCode(missing).build()),
        bad("designatedBodyCode is blank", 80, () -> remove().designatedBodyCode("").build()),
        bad(
            "designatedBodyCode is missing",
            80,
            () -> Call.statusQuery().toBuilder().designatedBodyCode(missing).build()),
        bad(
            "designatedBodyCode is missing",
            80,
            () -> recommendation().designatedBodyCode(missing).build()),
        bad("reason is missing", 120, () -> add().reason(Nothing.at(AddReason.class)).build()),
        bad(
            "reason is missing",
            120,
            () -> remove().reason(Nothing.at(RemoveReason.class)).build()),
        bad("internalUser is blank", 110, () -> add().internalUser(" ").build()),
        bad(
            "recommendationId is blank",
            130,
            () ->
                StatusQuery.builder()
                    .gmcNumber("7000001")
                    .designatedBodyCode(Call.BODY)
                    .recommendationId(" ")
                    .build()),
        bad("surname is missing", 82, () -> recommendation().surname(missing).build()),
        bad(
            "responsibleOfficer is missing",
            84,
            () ->
                recommendation().responsibleOfficer(Nothing.at(ResponsibleOfficer.class)).build()),
        bad(
            "responsibleOfficer.gmcNumber is missing",
            84,
            () -> ResponsibleOfficer.builder().surname("Rookwhistle").build()),
        bad(
            "responsibleOfficer.surname is missing",
            85,
            () -> ResponsibleOfficer.builder().gmcNumber("0000042").build()),
        bad(
            "type is missing: call revalidate(), defer(…) or nonEngagement()",
            87,
            () ->
                Recommendation.builder()
                    .gmcNumber("7000001")
                    .surname("Quillfeather")
                    .designatedBodyCode(Call.BODY)
                    .responsibleOfficer(Call.revalidation().responsibleOfficer())
                    .build()),
        bad(
            "deferralReason is missing",
            88,
            () -> recommendation().defer(Nothing.at(DeferralReason.class), DAY).build()),
        bad(
            "deferralDate is missing",
            89,
            () ->
                recommendation()
                    .defer(DeferralReason.ONGOING_PROCESS, Nothing.at(LocalDate.class))
                    .build()),
        bad(
            "deferralDate must lie in the years 1 to 9999, but is +10000-01-01",
            89,
            () ->
                recommendation()
                    .defer(DeferralReason.ONGOING_PROCESS, LocalDate.of(10_000, 1, 1))
                    .build()),
        bad(
            "deferralDate must lie in the years 1 to 9999, but is 0000-12-31",
            89,
            () ->
                recommendation()
                    .defer(DeferralReason.ONGOING_PROCESS, LocalDate.of(0, 12, 31))
                    .build()),
        bad(
            "deferralSubreason CPD goes with deferralReason INSUFFICIENT_EVIDENCE only, but there is"
                + " no reason",
            94,
            () -> recommendation().revalidate().subreason(DeferralSubreason.CPD).build()),
        bad(
            "deferralSubreason CPD goes with deferralReason INSUFFICIENT_EVIDENCE only, but the"
                + " reason is"
                + " ONGOING_PROCESS",
            94,
            () ->
                recommendation()
                    .defer(DeferralReason.ONGOING_PROCESS, DAY)
                    .subreason(DeferralSubreason.CPD)
                    .build()),
        bad(
            "internalUserEmail is missing",
            150,
            () -> recommendation().internalUserEmail(missing).build()));
  }

  private static Arguments bad(String message, int code, ThrowingCallable request) {
    String field = message.substring(0, message.indexOf(' '));
    return Arguments.of(message, field, String.valueOf(code), request);
  }

  private static AddDoctor.Builder add() {
    return Call.add().toBuilder();
  }

  private static RemoveDoctor.Builder remove() {
    return Call.remove().toBuilder();
  }

  private static Recommendation.Builder recommendation() {
    return Call.revalidation().toBuilder();
  }

  @Test
  void aListOfNoBodyIsAnInvalidDesignatedBodyCode() {
    GmcClient gmc = setting.client().build();

    for (String code : List.of("", " ")) {
      assertUnsendable(
          () -> gmc.getDoctorsForDb(code),
          "designatedBodyCode is blank",
          ReturnCode.INVALID_DESIGNATED_BODY);
    }
    assertUnsendable(
        () -> gmc.async().getDoctorsForDb(Nothing.at(String.class)),
        "designatedBodyCode is missing",
        ReturnCode.INVALID_DESIGNATED_BODY);
    assertThat(setting.http.requests()).isZero();
  }

  @Test
  void aCallForNobodyIsAMissingInternalUser() {
    GmcClient gmc =
        GmcClient.builder()
            .endpoint(URI.create("https://127.0.0.1:1/GMCWebServices/WebService.asmx"))
            .credentials(GmcCredentials.of("user", "password"))
            .httpClient(setting.http)
            .build();

    assertUnsendable(
        () -> gmc.tryAddDoctor(Call.add()),
        "internalUser is missing: set it on the request, the call or the client",
        ReturnCode.MISSING_INTERNAL_USER);
    assertUnsendable(
        () -> CallOptions.builder().internalUser(" "),
        "internalUser is blank",
        ReturnCode.MISSING_INTERNAL_USER);
    assertThat(setting.http.requests()).isZero();
  }

  @Test
  void aSecondVersionWithoutItsSubreasonIsAMissingSubreason() {
    Recommendation without =
        recommendation().defer(DeferralReason.INSUFFICIENT_EVIDENCE, DAY).build();

    assertUnsendable(
        () -> setting.client().build().tryRecommendationV2(without),
        "deferralSubreason is missing: TryRecommendationV2 requires one with deferralReason"
            + " INSUFFICIENT_EVIDENCE",
        ReturnCode.MISSING_SUBREASON);
  }

  @Test
  void whereTheGmcHasNoCodeThereIsNone() {
    GmcClient gmc = setting.client().build();
    AddDoctor control = add().designatedBodyCode("1-\uFFFF").build();

    assertThat(unsendable(() -> gmc.tryAddDoctor(control)))
        .hasMessage("designatedBodyCode holds U+FFFF at index 2, which XML cannot hold")
        .extracting(UnsendableValueException::field, UnsendableValueException::returnCode)
        .containsExactly("designatedBodyCode", Optional.empty());
    assertThat(unsendable(() -> gmc.tryRecommendation(Call.deferral())))
        .hasMessage(
            "TryRecommendation has no sub-reason, but deferralSubreason is PATIENT_FEEDBACK: use"
                + " tryRecommendationV2")
        .extracting(UnsendableValueException::field, UnsendableValueException::returnCode)
        .containsExactly("deferralSubreason", Optional.empty());
    assertThat(unsendable(() -> CallOptions.builder().clientRequestId("a\nb")))
        .hasMessage("clientRequestId holds the control character U+000A at index 1")
        .extracting(UnsendableValueException::field, UnsendableValueException::returnCode)
        .containsExactly("clientRequestId", Optional.empty());
    assertThat(setting.http.requests()).isZero();
  }

  @Test
  void credentialsThatCannotBeSentAreNoValueOfTheRequest() {
    GmcClient gmc =
        setting.client().credentials(GmcCredentials.of("us\u0001er", "password")).build();

    assertThatThrownBy(() -> gmc.tryAddDoctor(Call.add()))
        .isExactlyInstanceOf(IllegalArgumentException.class)
        .hasMessage("username holds U+0001 at index 2, which XML cannot hold");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("codes")
  <E extends Enum<E>> void everyConstantIsFoundByItsCode(
      E[] constants,
      Function<E, String> codes,
      Function<String, E> ofCode,
      String field,
      ReturnCode refusal) {
    for (E constant : constants) {
      assertThat(ofCode.apply(codes.apply(constant))).isSameAs(constant);
    }
    String known = Stream.of(constants).map(codes).collect(Collectors.joining(", "));
    assertUnsendable(
        () -> ofCode.apply("9"),
        field + " must be one of the codes " + known + ", but is 9",
        refusal);
    assertUnsendable(
        () -> ofCode.apply("7391846"),
        field + " must be one of the codes " + known + ", but is 7 characters",
        refusal);
    assertUnsendable(() -> ofCode.apply(""), field + " is blank", refusal);
    assertUnsendable(() -> ofCode.apply(Nothing.at(String.class)), field + " is missing", refusal);
  }

  static Stream<Arguments> codes() {
    return Stream.of(
        Arguments.of(
            AddReason.values(),
            (Function<AddReason, String>) AddReason::code,
            (Function<String, AddReason>) AddReason::ofCode,
            "reason",
            ReturnCode.INVALID_CHANGE_REASON),
        Arguments.of(
            RemoveReason.values(),
            (Function<RemoveReason, String>) RemoveReason::code,
            (Function<String, RemoveReason>) RemoveReason::ofCode,
            "reason",
            ReturnCode.INVALID_CHANGE_REASON),
        Arguments.of(
            RecommendationType.values(),
            (Function<RecommendationType, String>) RecommendationType::code,
            (Function<String, RecommendationType>) RecommendationType::ofCode,
            "type",
            ReturnCode.INVALID_RECOMMENDATION),
        Arguments.of(
            DeferralReason.values(),
            (Function<DeferralReason, String>) DeferralReason::code,
            (Function<String, DeferralReason>) DeferralReason::ofCode,
            "deferralReason",
            ReturnCode.INVALID_RECOMMENDATION_REASON),
        Arguments.of(
            DeferralSubreason.values(),
            (Function<DeferralSubreason, String>) DeferralSubreason::code,
            (Function<String, DeferralSubreason>) DeferralSubreason::ofCode,
            "deferralSubreason",
            ReturnCode.INVALID_RECOMMENDATION_SUBREASON));
  }

  @Test
  void serialisationKeepsFieldAndReturnCode() throws Exception {
    UnsendableValueException sent =
        new UnsendableValueException("gmcNumber", "gmcNumber is blank", ReturnCode.of("70"));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    new ObjectOutputStream(bytes).writeObject(sent);

    UnsendableValueException read =
        (UnsendableValueException)
            new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray())).readObject();

    assertThat(read).hasMessage("gmcNumber is blank");
    assertThat(read.field()).isEqualTo("gmcNumber");
    assertThat(read.returnCode()).contains(ReturnCode.INVALID_GMC_NUMBER);
  }

  private static void assertUnsendable(
      ThrowingCallable call, String message, ReturnCode returnCode) {
    UnsendableValueException unsendable = unsendable(call);
    assertThat(unsendable).hasMessage(message);
    assertThat(unsendable.returnCode()).contains(returnCode);
  }

  private static UnsendableValueException unsendable(ThrowingCallable call) {
    UnsendableValueException thrown = catchThrowableOfType(UnsendableValueException.class, call);
    assertThat(thrown).isNotNull();
    return thrown;
  }
}
