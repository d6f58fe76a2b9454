package uk.nhs.hee.tis.gmc.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static uk.nhs.hee.tis.gmc.testkit.DoctorRow.doctor;
import static uk.nhs.hee.tis.gmc.testkit.DoctorRow.nil;
import static uk.nhs.hee.tis.gmc.testkit.DoctorRow.withoutNumber;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import uk.nhs.hee.tis.gmc.client.GmcClient;
import uk.nhs.hee.tis.gmc.client.error.GmcOutcomeUnknownException;
import uk.nhs.hee.tis.gmc.client.error.GmcRejectedException;
import uk.nhs.hee.tis.gmc.client.error.GmcTimeoutException;
import uk.nhs.hee.tis.gmc.client.model.ConnectionReceipt;
import uk.nhs.hee.tis.gmc.client.model.DoctorsForDb;
import uk.nhs.hee.tis.gmc.client.model.RecommendationStatus;
import uk.nhs.hee.tis.gmc.client.model.ReturnCode;

/** Stubs in domain words, as the real client meets them. */
class GmcStubWordsTest {
  private static final String HERE = Requests.HERE;

  @RegisterExtension static final GmcMockServer gmc = GmcMockServer.create();

  private static GmcClient client() {
    return Clients.of(gmc).build();
  }

  private static GmcClient hastyClient() {
    return Clients.of(gmc).attemptTimeout(Duration.ofMillis(700)).build();
  }

  @Test
  void aListHoldsTheRowsThatTheStubNamesAndTheClientReadsThemAsTheFakeDoes() {
    DoctorRow[] rows = {
      doctor("9000001")
          .underNotice()
          .named("Ada", "O'Example & Co")
          .dueOn(LocalDate.of(2027, 3, 31)),
      doctor("9000002").onHold().addedOn(LocalDate.of(2020, 1, 2)),
      doctor("9000001").underNotice((String) null),
      doctor("N/A").with("SubmissionDate", "soon"),
      doctor("9000003").with("DateAdded", "2020-01-02 00:00:00").with("Sanction", "x"),
      withoutNumber(),
      nil(),
    };
    gmc.whenGettingDoctorsFor(HERE).answers(rows);

    try (GmcClient client = client()) {
      DoctorsForDb list = client.getDoctorsForDb(HERE);
      DoctorsForDb fake = GmcAnswers.doctors(HERE, rows);

      assertThat(list.doctors()).isEqualTo(fake.doctors());
      assertThat(list.unreadableFields()).isEqualTo(fake.unreadableFields()).hasSize(1);
      assertThat(list.rowsWithoutGmcNumber()).isEqualTo(fake.rowsWithoutGmcNumber()).hasSize(2);
      assertThat(list.duplicateGmcNumbers()).containsExactly("9000001");
    }
  }

  @Test
  void anEmptyListIsAnAnswer() {
    gmc.whenGettingDoctorsFor(HERE).answers();

    try (GmcClient client = client()) {
      assertThat(client.getDoctorsForDb(HERE).doctors()).isEmpty();
    }
  }

  @Test
  void aStatusIsTheTextThatTheStubSays() {
    gmc.whenCheckingStatus().answersStatus("Lost");
    gmc.whenCheckingStatus().forDoctor("9000001").answersStatus("Approved");

    try (GmcClient client = client()) {
      assertThat(client.checkRecommendationStatus(Requests.status("9000001", "1")).state())
          .isEqualTo(RecommendationStatus.State.APPROVED);
      assertThat(client.checkRecommendationStatus(Requests.status("9000002", "1")).text())
          .contains("Lost");
    }
  }

  @Test
  void aRecommendationIsAcceptedUnderTheIdOfTheStub() {
    gmc.whenRecommending().acceptsAs("777");

    try (GmcClient client = client()) {
      assertThat(client.tryRecommendationV2(Requests.revalidate("9000001")).recommendationId())
          .contains("777");
    }
    assertThat(gmc.register().recommendations()).isEmpty();
  }

  @Test
  void anAdditionAndARemovalAreAnsweredWithoutTheRegister() {
    gmc.whenAdding().addsDoctorDueOn(LocalDate.of(2027, 7, 21)).then().answersAlreadySo();
    gmc.whenRemoving().answersAlreadySo();

    try (GmcClient client = client()) {
      assertThat(client.tryAddDoctor(Requests.add("9000001")).submissionDate())
          .contains(LocalDate.of(2027, 7, 21));
      assertThat(client.tryAddDoctor(Requests.add("9000001")).outcome())
          .isEqualTo(ConnectionReceipt.Outcome.ALREADY_SO);
      assertThat(client.tryRemoveDoctor(Requests.remove("9000001")).outcome())
          .isEqualTo(ConnectionReceipt.Outcome.ALREADY_SO);
    }
  }

  @Test
  void consecutiveRequestsMeetTheChainedResponsesInTurn() {
    gmc.register().addDesignatedBody(HERE);
    gmc.whenAdding()
        .dropsConnection(Drop.AFTER_PROCESSING)
        .then()
        .forTheFirst(2)
        .refusesWith(ReturnCode.REVALIDATION_LOCK)
        .then()
        .answersFromTheRegister();

    try (GmcClient client = client()) {
      assertThatThrownBy(() -> client.tryAddDoctor(Requests.add("9000001")))
          .isInstanceOf(GmcOutcomeUnknownException.class);
      for (int i = 0; i < 2; i++) {
        assertThatThrownBy(() -> client.tryAddDoctor(Requests.add("9000001")))
            .isInstanceOf(GmcRejectedException.class);
      }
      for (int i = 0; i < 2; i++) {
        assertThat(client.tryAddDoctor(Requests.add("9000001")).outcome())
            .isEqualTo(ConnectionReceipt.Outcome.ALREADY_SO);
      }
    }
  }

  @Test
  void anExhaustedStubGivesWayToTheOlderOne() {
    gmc.whenCheckingStatus().answersStatus("Approved");
    gmc.whenCheckingStatus()
        .answersStatus("Under Review")
        .then()
        .forTheFirst(1)
        .answersStatus("Rejected");

    try (GmcClient client = client()) {
      assertThat(
              List.of(
                  client.checkRecommendationStatus(Requests.status("9000001", "1")).state(),
                  client.checkRecommendationStatus(Requests.status("9000001", "1")).state(),
                  client.checkRecommendationStatus(Requests.status("9000001", "1")).state()))
          .containsExactly(
              RecommendationStatus.State.UNDER_REVIEW,
              RecommendationStatus.State.REJECTED,
              RecommendationStatus.State.APPROVED);
    }
  }

  @Test
  void aRequestThatIsNeverAnsweredIsActedOnByTheRegisterAsTold() {
    gmc.register().addDesignatedBody(HERE);
    gmc.whenAdding().forDoctor("9000001").neverAnswers();
    gmc.whenAdding().forDoctor("9000002").neverAnswers(Drop.AFTER_PROCESSING);

    try (GmcClient client = client()) {
      CompletableFuture<?> unheard = client.async().tryAddDoctor(Requests.add("9000001"));
      while (gmc.requests().isEmpty() && !unheard.isDone()) {
        Thread.onSpinWait();
      }
      CompletableFuture<?> heard = client.async().tryAddDoctor(Requests.add("9000002"));
      while (gmc.register().doctors(HERE).isEmpty() && !heard.isDone()) {
        Thread.onSpinWait();
      }

      assertThat(gmc.register().doctors(HERE))
          .extracting(doctor -> doctor.gmcNumber().orElse(""))
          .containsExactly("9000002");
      assertThat(unheard.cancel(true)).isTrue();
      assertThat(heard.cancel(true)).isTrue();
    }
  }

  @Test
  void aSlowAnswerIsWholeForThePatientAndATimeOutForTheHasty() {
    gmc.register().connect(HERE, DoctorRow.doctor("9000001"));
    gmc.whenGettingDoctors()
        .answersSlowly(Duration.ofMillis(300))
        .then()
        .answersSlowly(Duration.ofMinutes(5));

    try (GmcClient client = client();
        GmcClient hasty = hastyClient()) {
      assertThat(client.getDoctorsForDb(HERE).doctors()).hasSize(1);
      assertThatThrownBy(() -> hasty.getDoctorsForDb(HERE)).isInstanceOf(GmcTimeoutException.class);
    }
  }

  @Test
  void anAnswerOfTheWrongKindIsRefusedWhereItIsWritten() {
    assertThatThrownBy(() -> gmc.whenAdding().answers(doctor("9000001")))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("answers(…) is for whenGettingDoctors(), not for whenAdding()");
    assertThatThrownBy(() -> gmc.whenever().acceptsAs("1"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("acceptsAs(…) is for whenRecommending(), not for whenever()");
    assertThatThrownBy(() -> gmc.whenGettingDoctors().answersAlreadySo())
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            "answersAlreadySo() is for whenAdding() or whenRemoving(), not for"
                + " whenGettingDoctors()");
    assertThatThrownBy(() -> gmc.whenever().answersSlowly(Duration.ZERO))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("over must be positive, but is PT0S");
  }

  @Test
  void aRowHasNoOtherFieldsThanTheGmcs() {
    assertThatThrownBy(() -> doctor("9000001").with("Shoe", "42"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("a row has no field Shoe, only [GMCReferenceNumber, ");
    assertThatThrownBy(() -> nil().underNotice())
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("a nil row has no fields");
    assertThat(doctor("9000001").named("a", "b"))
        .hasToString("DoctorRow[GMCReferenceNumber, DoctorFirstName, DoctorLastName, UnderNotice]");
  }
}
