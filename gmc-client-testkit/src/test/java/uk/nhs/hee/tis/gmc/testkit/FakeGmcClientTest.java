package uk.nhs.hee.tis.gmc.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static uk.nhs.hee.tis.gmc.testkit.DoctorRow.doctor;
import static uk.nhs.hee.tis.gmc.testkit.GmcAnswers.added;
import static uk.nhs.hee.tis.gmc.testkit.GmcAnswers.alreadyAdded;
import static uk.nhs.hee.tis.gmc.testkit.GmcAnswers.alreadyRemoved;
import static uk.nhs.hee.tis.gmc.testkit.GmcAnswers.doctors;

import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import uk.nhs.hee.tis.gmc.client.BulkResult;
import uk.nhs.hee.tis.gmc.client.GmcAvailability;
import uk.nhs.hee.tis.gmc.client.error.GmcBlockedException;
import uk.nhs.hee.tis.gmc.client.error.GmcRejectedException;
import uk.nhs.hee.tis.gmc.client.error.GmcTimeoutException;
import uk.nhs.hee.tis.gmc.client.model.AddDoctor;
import uk.nhs.hee.tis.gmc.client.model.ConnectionReceipt;
import uk.nhs.hee.tis.gmc.client.model.DeferralReason;
import uk.nhs.hee.tis.gmc.client.model.Doctor;
import uk.nhs.hee.tis.gmc.client.model.ReturnCode;
import uk.nhs.hee.tis.gmc.client.model.UnderNotice;
import uk.nhs.hee.tis.gmc.testkit.errors.GmcErrors;

/** A fake ends calls as its stubs say, and tells what it received. */
class FakeGmcClientTest {
  private static final String HERE = "1-1RSSQ2H";

  private final FakeGmcClient fake = FakeGmcClient.create();

  @Test
  void aListIsThatOfItsDesignatedBody() {
    fake.whenGettingDoctors().answers(code -> doctors(code));
    fake.whenGettingDoctorsFor(HERE).answers(doctors(HERE, doctor("9000001").underNotice()));

    List<Doctor> doctors = fake.getDoctorsForDb(HERE).doctors();

    assertThat(doctors).extracting(Doctor::underNotice).containsExactly(UnderNotice.YES);
    assertThat(fake.getDoctorsForDb("1-1RUZUSF").doctors()).isEmpty();
    assertThat(fake.received().listRequests()).containsExactly(HERE, "1-1RUZUSF");
  }

  @Test
  void aRowIsReadAsTheClientReadsIt() {
    var answer =
        doctors(
            HERE,
            doctor("9000001")
                .named("Ada", "Example")
                .dueOn(LocalDate.of(2027, 3, 31))
                .with("DateAdded", "2020-01-02 00:00:00")
                .onHold(),
            doctor("9000002").with("SubmissionDate", "soon").underNotice((String) null),
            DoctorRow.nil(),
            DoctorRow.withoutNumber(),
            doctor("9000001"));

    assertThat(answer.doctors().get(0))
        .isEqualTo(
            Doctor.builder()
                .gmcNumber("9000001")
                .firstName("Ada")
                .lastName("Example")
                .submissionDate(LocalDate.of(2027, 3, 31))
                .dateAdded(LocalDate.of(2020, 1, 2))
                .underNotice(UnderNotice.ON_HOLD)
                .underNoticeText("On Hold")
                .build());
    assertThat(answer.doctors().get(1).underNotice()).isEqualTo(UnderNotice.UNKNOWN);
    assertThat(answer.unreadableFields()).hasSize(1);
    assertThat(answer.rowsWithoutGmcNumber()).hasSize(2);
    assertThat(answer.duplicateGmcNumbers()).containsExactly("9000001");
  }

  @Test
  void aFailureIsThrownAsItIsAndByTheFutureToo() {
    GmcBlockedException blocked = GmcErrors.blocked().build();
    fake.whenAdding().fails(blocked);

    assertThatThrownBy(() -> fake.tryAddDoctor(Requests.add("9000001"))).isSameAs(blocked);
    assertThatThrownBy(() -> fake.async().tryAddDoctor(Requests.add("9000001")).join())
        .isInstanceOf(CompletionException.class)
        .hasCause(blocked);
    assertThat(fake.received().additions())
        .containsExactly(Requests.add("9000001"), Requests.add("9000001"));
  }

  @Test
  void consecutiveCallsEndAsTheirChainOfResponsesSays() {
    fake.whenAdding()
        .forDoctor("9000001")
        .fails(GmcErrors.timeout().build())
        .then()
        .answers(alreadyAdded());
    AddDoctor request = Requests.add("9000001");

    assertThatThrownBy(() -> fake.tryAddDoctor(request)).isInstanceOf(GmcTimeoutException.class);
    for (int i = 0; i < 2; i++) {
      assertThat(fake.tryAddDoctor(request).outcome())
          .isEqualTo(ConnectionReceipt.Outcome.ALREADY_SO);
    }
  }

  @Test
  void everyOperationHasItsStub() {
    fake.whenCheckingStatus().forDesignatedBody(HERE).answers(GmcAnswers.approved());
    fake.whenRecommending().answers(GmcAnswers.recommended("900001"));
    fake.whenRemoving().answers(GmcAnswers.removed());

    assertThat(fake.checkRecommendationStatus(Requests.status("9000001", "900001")))
        .isEqualTo(GmcAnswers.approved());
    assertThat(fake.tryRecommendation(Requests.revalidate("9000001")).recommendationId())
        .contains("900001");
    assertThat(fake.async().tryRecommendationV2(Requests.revalidate("9000002")).join())
        .isEqualTo(GmcAnswers.recommended("900001"));
    fake.tryRemoveDoctor(Requests.remove("9000001"));

    assertThat(fake.received().statusQueries())
        .containsExactly(Requests.status("9000001", "900001"));
    assertThat(fake.received().recommendations())
        .containsExactly(Requests.revalidate("9000001"), Requests.revalidate("9000002"));
    assertThat(fake.received().removals()).containsExactly(Requests.remove("9000001"));
    assertThat(fake.received())
        .hasToString(
            "ReceivedCalls[CheckRecommendationStatus, TryRecommendation, TryRecommendationV2,"
                + " TryRemoveDoctor]");
  }

  @Test
  void aBulkGoesOnAfterARefusalAndStopsAtABlock() {
    fake.whenAdding().answers(added(null));
    fake.whenAdding()
        .forDoctor("9000002")
        .fails(GmcErrors.rejected(ReturnCode.REVALIDATION_LOCK).build());
    fake.whenAdding().forDoctor("9000004").fails(GmcErrors.blocked().build());

    BulkResult<AddDoctor, ConnectionReceipt> result =
        fake.bulk()
            .tryAddDoctors(
                IntStream.rangeClosed(1, 6)
                    .mapToObj(i -> Requests.add("900000" + i))
                    .collect(Collectors.toList()));

    assertThat(result)
        .hasToString(
            "BulkResult[DONE=2, ALREADY_SO=0, REJECTED=1, INVALID=0, FAILED=1,"
                + " OUTCOME_UNKNOWN=0, NOT_ATTEMPTED=2]");
    assertThat(result.items(BulkResult.Outcome.REJECTED).get(0).failure())
        .containsInstanceOf(GmcRejectedException.class);
  }

  @Test
  void bulksOfListsAndRemovalsWorkToo() {
    fake.whenGettingDoctors().answers(code -> doctors(code));
    fake.whenRemoving().answers(alreadyRemoved());

    assertThat(fake.bulk().getDoctorsForDbs(List.of("a", "b")).isComplete()).isTrue();
    assertThat(
            fake.bulk()
                .tryRemoveDoctors(List.of(Requests.remove("9000001")))
                .items(BulkResult.Outcome.ALREADY_SO))
        .hasSize(1);
  }

  @Test
  void aCallThatNoStubMatchesFailsTheTest() {
    fake.whenAdding().forDoctor("9000001").answers(added(null));

    String message = "no stub matches this call: add whenAdding().answers(…) or .fails(…)";
    assertThatThrownBy(() -> fake.tryAddDoctor(Requests.add("9000002")))
        .isInstanceOf(AssertionError.class)
        .hasMessage(message);
    assertThatThrownBy(() -> fake.bulk().tryAddDoctors(List.of(Requests.add("9000002"))))
        .isInstanceOf(AssertionError.class)
        .hasMessage(message);
    assertThatThrownBy(() -> fake.async().tryAddDoctor(Requests.add("9000002")))
        .isInstanceOf(AssertionError.class)
        .hasMessage(message);
  }

  @Test
  void whatTheRealClientWouldNotSendIsRefusedHereToo() {
    assertThatThrownBy(() -> fake.getDoctorsForDb(" "))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("designatedBodyCode is blank");
    assertThatThrownBy(
            () -> fake.tryRecommendationV2(Requests.defer(DeferralReason.INSUFFICIENT_EVIDENCE)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("TryRecommendationV2 wants a deferralSubreason with INSUFFICIENT_EVIDENCE");
    assertThat(fake.received().size()).isZero();
  }

  @Test
  void aClosedFakeRefusesFurtherCalls() {
    fake.close();

    assertThatThrownBy(() -> fake.tryAddDoctor(Requests.add("9000001")))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("the client is closed");
  }

  @Test
  void itIsAvailableAndSaysWhoItIs() {
    assertThat(fake.availability().state()).isEqualTo(GmcAvailability.State.AVAILABLE);
    assertThat(fake.identity().userAgent())
        .isEqualTo("fake-gmc-client/1.0 (tester@example.nhs.uk)");
  }

  @Test
  void manyThreadsLoseNoCall() {
    fake.whenAdding().fails(GmcErrors.timeout().build()).then().answers(added(null));

    long failed =
        IntStream.range(0, 1_000)
            .parallel()
            .filter(
                i -> {
                  try {
                    fake.tryAddDoctor(Requests.add(Integer.toString(9_000_000 + i)));
                    return false;
                  } catch (GmcTimeoutException e) {
                    return true;
                  }
                })
            .count();

    assertThat(failed).isEqualTo(1);
    assertThat(fake.received().additions()).hasSize(1_000);
  }
}
