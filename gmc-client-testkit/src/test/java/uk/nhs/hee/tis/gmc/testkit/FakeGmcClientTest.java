package uk.nhs.hee.tis.gmc.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static uk.nhs.hee.tis.gmc.testkit.DoctorRow.doctor;
import static uk.nhs.hee.tis.gmc.testkit.GmcAnswers.added;
import static uk.nhs.hee.tis.gmc.testkit.GmcAnswers.alreadyAdded;
import static uk.nhs.hee.tis.gmc.testkit.GmcAnswers.alreadyRemoved;
import static uk.nhs.hee.tis.gmc.testkit.GmcAnswers.doctors;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import uk.nhs.hee.tis.gmc.client.BulkResult;
import uk.nhs.hee.tis.gmc.client.CallOptions;
import uk.nhs.hee.tis.gmc.client.GmcAvailability;
import uk.nhs.hee.tis.gmc.client.GmcClient;
import uk.nhs.hee.tis.gmc.client.GmcCredentials;
import uk.nhs.hee.tis.gmc.client.error.GmcBlockedException;
import uk.nhs.hee.tis.gmc.client.error.GmcRejectedException;
import uk.nhs.hee.tis.gmc.client.error.GmcTimeoutException;
import uk.nhs.hee.tis.gmc.client.model.AddDoctor;
import uk.nhs.hee.tis.gmc.client.model.ConnectionReceipt;
import uk.nhs.hee.tis.gmc.client.model.DeferralReason;
import uk.nhs.hee.tis.gmc.client.model.DeferralSubreason;
import uk.nhs.hee.tis.gmc.client.model.Doctor;
import uk.nhs.hee.tis.gmc.client.model.GmcAnswer;
import uk.nhs.hee.tis.gmc.client.model.RecommendationStatus;
import uk.nhs.hee.tis.gmc.client.model.ReturnCode;
import uk.nhs.hee.tis.gmc.client.model.UnderNotice;
import uk.nhs.hee.tis.gmc.client.model.UnsendableValueException;
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

    assertThat(fake.checkRecommendationStatus(Requests.status("9000001", "900001")).state())
        .isEqualTo(RecommendationStatus.State.APPROVED);
    assertThat(fake.tryRecommendation(Requests.revalidate("9000001")).recommendationId())
        .contains("900001");
    assertThat(
            fake.async()
                .tryRecommendationV2(Requests.revalidate("9000002"))
                .join()
                .recommendationId())
        .contains("900001");
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

  private static Arguments unsendable(String name, Consumer<GmcClient> call) {
    return Arguments.of(name, call);
  }

  @SuppressWarnings("NullAway") // What no Java code with annotations passes, others may.
  static Stream<Arguments> callsThatCannotBeSent() {
    return Stream.of(
        unsendable("no body", gmc -> gmc.getDoctorsForDb((String) null)),
        unsendable("a blank body", gmc -> gmc.getDoctorsForDb(" ")),
        unsendable("a body that XML cannot hold", gmc -> gmc.getDoctorsForDb("1-\u0001")),
        unsendable("no options", gmc -> gmc.getDoctorsForDb(HERE, (CallOptions) null)),
        unsendable("no addition", gmc -> gmc.tryAddDoctor(null)),
        unsendable("no removal", gmc -> gmc.tryRemoveDoctor(null)),
        unsendable("no query", gmc -> gmc.checkRecommendationStatus(null)),
        unsendable("no recommendation", gmc -> gmc.tryRecommendation(null)),
        unsendable("no recommendation V2", gmc -> gmc.tryRecommendationV2(null)),
        unsendable(
            "a user that XML cannot hold",
            gmc ->
                gmc.tryAddDoctor(Requests.add("9000001").toBuilder().internalUser("\0").build())),
        unsendable(
            "an id that XML cannot hold",
            gmc ->
                gmc.checkRecommendationStatus(Requests.status("9000001", "1"), options("\uFFFE"))),
        unsendable(
            "a surname that XML cannot hold",
            gmc ->
                gmc.tryRecommendation(
                    Requests.revalidate("9000001").toBuilder().surname("\u000B").build())),
        unsendable(
            "a sub-reason in V1",
            gmc ->
                gmc.tryRecommendation(
                    Requests.defer(DeferralReason.INSUFFICIENT_EVIDENCE).toBuilder()
                        .subreason(DeferralSubreason.CPD)
                        .build())),
        unsendable(
            "no sub-reason in V2",
            gmc -> gmc.tryRecommendationV2(Requests.defer(DeferralReason.INSUFFICIENT_EVIDENCE))));
  }

  private static CallOptions options(String clientRequestId) {
    return CallOptions.builder().clientRequestId(clientRequestId).build();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("callsThatCannotBeSent")
  void whatTheRealClientWouldNotSendIsRefusedInTheSameWords(String name, Consumer<GmcClient> call) {
    Throwable real;
    try (GmcClient client =
        GmcClient.builder()
            .endpoint(URI.create("https://gmc-connect.example/"))
            .credentials(GmcCredentials.of("user", "password"))
            .internalUser("a.tester")
            .build()) {
      real = catchThrowable(() -> call.accept(client));
    }

    Throwable refused = catchThrowable(() -> call.accept(fake));
    assertThat(real).isInstanceOf(IllegalArgumentException.class);
    assertThat(refused).hasSameClassAs(real).hasMessage(real.getMessage());
    if (real instanceof UnsendableValueException) {
      assertThat(((UnsendableValueException) refused).field())
          .isEqualTo(((UnsendableValueException) real).field());
      assertThat(((UnsendableValueException) refused).returnCode())
          .isEqualTo(((UnsendableValueException) real).returnCode());
    }
    assertThat(fake.received().size()).isZero();
  }

  @Test
  void theClientRequestIdIsEchoedAndRecorded() {
    fake.whenGettingDoctors().answers(code -> doctors(code));
    fake.whenCheckingStatus().answers(GmcAnswers.approved());
    fake.whenRecommending().answers(GmcAnswers.recommended("900001"));
    fake.whenAdding().answers(added(null));
    fake.whenRemoving().answers(alreadyRemoved());

    List<GmcAnswer> answers =
        List.of(
            fake.getDoctorsForDb(HERE, options("id-1")),
            fake.checkRecommendationStatus(Requests.status("9000001", "1"), options("id-2")),
            fake.tryRecommendationV2(Requests.revalidate("9000001"), options("id-3")),
            fake.tryAddDoctor(Requests.add("9000001"), options("id-4")),
            fake.tryRemoveDoctor(Requests.remove("9000001"), options("id-5")));

    assertThat(answers)
        .extracting(answer -> answer.info().clientRequestId())
        .containsExactly("id-1", "id-2", "id-3", "id-4", "id-5");
    assertThat(fake.received().calls())
        .extracting(call -> call.clientRequestId().orElseThrow())
        .containsExactly("id-1", "id-2", "id-3", "id-4", "id-5");
    assertThat(answers.get(4).info().returnCode()).isEqualTo(ReturnCode.NOT_ASSOCIATED);
  }

  @Test
  void aCallWithoutAClientRequestIdGetsOneOfItsOwn() {
    fake.whenAdding().answers(added(null));

    String first = fake.tryAddDoctor(Requests.add("9000001")).info().clientRequestId();
    String second =
        fake.async().tryAddDoctor(Requests.add("9000001")).join().info().clientRequestId();

    assertThat(first).isNotEqualTo(second).matches("[0-9a-f-]{36}");
    assertThat(fake.received().calls())
        .extracting(call -> call.clientRequestId().orElseThrow())
        .containsExactly(first, second);
  }

  @Test
  void aClosedFakeRefusesFurtherCalls() {
    fake.close();

    assertThatThrownBy(() -> fake.tryAddDoctor(Requests.add("9000001")))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("the client is closed");
    assertThatThrownBy(() -> fake.bulk().tryAddDoctors(List.of(Requests.add("9000001"))))
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
