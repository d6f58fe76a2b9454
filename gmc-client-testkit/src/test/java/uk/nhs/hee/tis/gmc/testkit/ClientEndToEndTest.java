package uk.nhs.hee.tis.gmc.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.nhs.hee.tis.gmc.client.CallOptions;
import uk.nhs.hee.tis.gmc.client.GmcClient;
import uk.nhs.hee.tis.gmc.client.GmcCredentials;
import uk.nhs.hee.tis.gmc.client.SoapVersion;
import uk.nhs.hee.tis.gmc.client.error.Effect;
import uk.nhs.hee.tis.gmc.client.error.GmcOutcomeUnknownException;
import uk.nhs.hee.tis.gmc.client.error.GmcPermissionException;
import uk.nhs.hee.tis.gmc.client.error.GmcProtocolException;
import uk.nhs.hee.tis.gmc.client.error.GmcRejectedException;
import uk.nhs.hee.tis.gmc.client.model.AddDoctor;
import uk.nhs.hee.tis.gmc.client.model.AddReason;
import uk.nhs.hee.tis.gmc.client.model.ConnectionReceipt;
import uk.nhs.hee.tis.gmc.client.model.DeferralReason;
import uk.nhs.hee.tis.gmc.client.model.DeferralSubreason;
import uk.nhs.hee.tis.gmc.client.model.Doctor;
import uk.nhs.hee.tis.gmc.client.model.DoctorsForDb;
import uk.nhs.hee.tis.gmc.client.model.Recommendation;
import uk.nhs.hee.tis.gmc.client.model.RecommendationReceipt;
import uk.nhs.hee.tis.gmc.client.model.RecommendationStatus;
import uk.nhs.hee.tis.gmc.client.model.RemoveDoctor;
import uk.nhs.hee.tis.gmc.client.model.RemoveReason;
import uk.nhs.hee.tis.gmc.client.model.ResponsibleOfficer;
import uk.nhs.hee.tis.gmc.client.model.ReturnCode;
import uk.nhs.hee.tis.gmc.client.model.StatusQuery;
import uk.nhs.hee.tis.gmc.client.model.UnderNotice;

/** The real client against the stand-in: every operation, in both versions of SOAP. */
class ClientEndToEndTest {
  private static final String BODY = "1-1RSSQ2H";

  @RegisterExtension
  final GmcMockServer gmc =
      GmcMockServer.builder()
          .register(
              GmcRegister.empty()
                  .connect(
                      BODY,
                      DoctorRow.doctor("9000001")
                          .named("Zoë", "O'Hara & <Daughters>")
                          .underNotice()
                          .dueOn(LocalDate.of(2027, 7, 21))))
          .build();

  @ParameterizedTest
  @EnumSource(SoapVersion.class)
  void listOfDoctorsReadsBackWhole(SoapVersion version) {
    try (GmcClient client = Clients.of(gmc).soapVersion(version).build()) {
      DoctorsForDb doctors = client.getDoctorsForDb(BODY);

      Doctor doctor = doctors.doctors().get(0);
      assertThat(doctors.doctors()).hasSize(1);
      assertThat(doctor.gmcNumber()).contains("9000001");
      assertThat(doctor.firstName()).contains("Zoë");
      assertThat(doctor.lastName()).contains("O'Hara & <Daughters>");
      assertThat(doctor.submissionDate()).contains(LocalDate.of(2027, 7, 21));
      assertThat(doctor.underNotice()).isEqualTo(UnderNotice.YES);
      assertThat(doctors.designatedBodyCode()).isEqualTo(BODY);
      assertThat(doctors.attempts()).isEqualTo(1);
      assertThat(doctors.gmcRequestId()).isPresent();
    }
  }

  @ParameterizedTest
  @EnumSource(SoapVersion.class)
  void addedDoctorShowsInTheListAndSecondAddIsAlreadySo(SoapVersion version) {
    AddDoctor add =
        AddDoctor.builder()
            .gmcNumber("9000002")
            .designatedBodyCode(BODY)
            .reason(AddReason.HAS_CONNECTION)
            .build();
    try (GmcClient client = Clients.of(gmc).soapVersion(version).build()) {
      ConnectionReceipt first = client.tryAddDoctor(add);
      ConnectionReceipt second = client.tryAddDoctor(add);

      assertThat(first.outcome()).isEqualTo(ConnectionReceipt.Outcome.DONE);
      assertThat(second.outcome()).isEqualTo(ConnectionReceipt.Outcome.ALREADY_SO);
      assertThat(numbers(client.getDoctorsForDb(BODY))).containsExactly("9000001", "9000002");
    }
  }

  @ParameterizedTest
  @EnumSource(SoapVersion.class)
  void removedDoctorLeavesTheListAndSecondRemovalIsAlreadySo(SoapVersion version) {
    RemoveDoctor remove =
        RemoveDoctor.builder()
            .gmcNumber("9000001")
            .designatedBodyCode(BODY)
            .reason(RemoveReason.RETIRED)
            .build();
    try (GmcClient client = Clients.of(gmc).soapVersion(version).build()) {
      assertThat(client.tryRemoveDoctor(remove).outcome())
          .isEqualTo(ConnectionReceipt.Outcome.DONE);
      assertThat(client.tryRemoveDoctor(remove).outcome())
          .isEqualTo(ConnectionReceipt.Outcome.ALREADY_SO);
      assertThat(client.getDoctorsForDb(BODY).doctors()).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(SoapVersion.class)
  void recommendationIsAcceptedOnceAndItsStatusCanBeAsked(SoapVersion version) {
    Recommendation deferral =
        recommendation()
            .defer(DeferralReason.INSUFFICIENT_EVIDENCE, LocalDate.of(2027, 3, 31))
            .subreason(DeferralSubreason.CPD)
            .build();
    try (GmcClient client = Clients.of(gmc).soapVersion(version).build()) {
      RecommendationReceipt receipt = client.tryRecommendationV2(deferral);
      String id = receipt.recommendationId().orElseThrow();
      RecommendationStatus status = client.checkRecommendationStatus(query(id));
      GmcRejectedException second =
          catchThrowableOfType(
              GmcRejectedException.class, () -> client.tryRecommendationV2(deferral));

      assertThat(status.state()).isEqualTo(RecommendationStatus.State.UNDER_REVIEW);
      assertThat(second.returnCode()).contains(ReturnCode.OPEN_RECOMMENDATION_EXISTS);
      assertThat(second.effect()).isEqualTo(Effect.NOT_PROCESSED);
      assertThat(gmc.register().recommendations()).hasSize(1);
      gmc.register().status(id, "Approved");
      assertThat(client.checkRecommendationStatus(query(id)).state())
          .isEqualTo(RecommendationStatus.State.APPROVED);
    }
  }

  @ParameterizedTest
  @EnumSource(SoapVersion.class)
  void firstVersionOfTheRecommendationIsAccepted(SoapVersion version) {
    try (GmcClient client = Clients.of(gmc).soapVersion(version).build()) {
      assertThat(client.tryRecommendation(recommendation().revalidate().build()).recommendationId())
          .isPresent();
    }
  }

  @Test
  void everyKindOfRecommendationKeepsTheContract() {
    try (GmcClient client = Clients.of(gmc).build()) {
      for (Recommendation recommendation :
          List.of(
              recommendation().revalidate().build(),
              recommendation().nonEngagement().build(),
              recommendation()
                  .defer(DeferralReason.ONGOING_PROCESS, LocalDate.of(2027, 12, 1))
                  .build())) {
        String id = client.tryRecommendationV2(recommendation).recommendationId().orElseThrow();
        gmc.register().status(id, "Rejected");
      }
      assertThat(gmc.violations()).isEmpty();
      assertThat(gmc.register().recommendations()).hasSize(3);
    }
  }

  @Test
  void wrongPasswordIsAPermissionErrorOfTheService() {
    try (GmcClient client = Clients.of(gmc).build()) {
      GmcPermissionException refused =
          catchThrowableOfType(
              GmcPermissionException.class,
              () ->
                  client.getDoctorsForDb(
                      BODY,
                      CallOptions.builder().credentials(GmcCredentials.of("gmc", "no")).build()));

      assertThat(refused.evidence().returnCode()).contains(ReturnCode.INVALID_CREDENTIALS);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void listThatIsCutInTheMiddleIsNoShorterList(boolean chunked) {
    for (int number = 9000100; number < 9000400; number++) {
      gmc.register().connect(BODY, DoctorRow.doctor("" + number).with("DoctorLastName", "X"));
    }
    GmcStub list = gmc.whenGettingDoctorsFor(BODY);
    if (chunked) {
      list.truncatesChunkedAt(0.5);
    } else {
      list.truncatesAt(0.5);
    }
    try (GmcClient client = Clients.of(gmc).build()) {
      GmcProtocolException cut =
          catchThrowableOfType(GmcProtocolException.class, () -> client.getDoctorsForDb(BODY));

      assertThat(cut.kind()).isEqualTo(GmcProtocolException.Kind.TRUNCATED);
    }
  }

  @Test
  void writeWhoseAnswerIsLostHasAnUnknownOutcome() {
    gmc.whenAdding().dropsConnection(Drop.AFTER_PROCESSING);
    AddDoctor add =
        AddDoctor.builder()
            .gmcNumber("9000002")
            .designatedBodyCode(BODY)
            .reason(AddReason.HAS_CONNECTION)
            .build();
    try (GmcClient client = Clients.of(gmc).build()) {
      GmcOutcomeUnknownException unknown =
          catchThrowableOfType(GmcOutcomeUnknownException.class, () -> client.tryAddDoctor(add));

      assertThat(unknown.effect()).isEqualTo(Effect.MAY_HAVE_RUN);
      assertThat(numbers(client.getDoctorsForDb(BODY))).contains("9000002");
    }
  }

  private static List<String> numbers(DoctorsForDb doctors) {
    return doctors.doctors().stream()
        .map(doctor -> doctor.gmcNumber().orElse("none"))
        .collect(Collectors.toList());
  }

  private static StatusQuery query(String recommendationId) {
    return StatusQuery.builder()
        .gmcNumber("9000001")
        .designatedBodyCode(BODY)
        .recommendationId(recommendationId)
        .build();
  }

  private static Recommendation.Builder recommendation() {
    return Recommendation.builder()
        .gmcNumber("9000001")
        .surname("O'Hara & <Daughters>")
        .designatedBodyCode(BODY)
        .responsibleOfficer(
            ResponsibleOfficer.builder()
                .gmcNumber("9000009")
                .surname("Łukasz")
                .phoneNumber("01632 960000")
                .build())
        .internalUserEmail("a.tester@example.nhs.uk");
  }
}
