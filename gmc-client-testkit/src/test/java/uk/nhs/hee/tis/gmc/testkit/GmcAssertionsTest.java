package uk.nhs.hee.tis.gmc.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static uk.nhs.hee.tis.gmc.testkit.GmcAssertions.assertThat;

import java.time.LocalDate;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import uk.nhs.hee.tis.gmc.client.GmcClient;
import uk.nhs.hee.tis.gmc.client.model.AddReason;
import uk.nhs.hee.tis.gmc.client.model.DeferralReason;
import uk.nhs.hee.tis.gmc.client.model.DeferralSubreason;
import uk.nhs.hee.tis.gmc.client.model.GmcOperation;
import uk.nhs.hee.tis.gmc.client.model.Recommendation;
import uk.nhs.hee.tis.gmc.client.model.RecommendationType;
import uk.nhs.hee.tis.gmc.client.model.RemoveReason;

/** Each assertion passes on what came, and says what is wrong with anything else. */
class GmcAssertionsTest {
  private static final String HERE = Requests.HERE;
  private static final String AGENT = "gmc-client-testkit-test/1.0 (tester@example.nhs.uk)";
  private static final Recommendation DEFERRAL =
      Requests.recommendation("9000002")
          .defer(DeferralReason.INSUFFICIENT_EVIDENCE, LocalDate.of(2027, 3, 31))
          .subreason(DeferralSubreason.CPD)
          .build();

  private static final GmcMockServer gmc = GmcMockServer.start();
  private static final FakeGmcClient unused = FakeGmcClient.create();

  @BeforeAll
  static void sendOneOfEach() {
    gmc.whenGettingDoctors().answers();
    gmc.whenCheckingStatus().answersStatus("Approved");
    gmc.whenRecommending().acceptsAs("1");
    gmc.whenAdding().isAlreadySo();
    gmc.whenRemoving().isAlreadySo();
    try (GmcClient client = Clients.of(gmc).build()) {
      client.getDoctorsForDb(HERE);
      client.checkRecommendationStatus(Requests.status("9000001", "77"));
      client.tryRecommendation(Requests.revalidate("9000001"));
      client.tryRecommendationV2(DEFERRAL);
      client.tryAddDoctor(Requests.add("9000001"));
      client.tryRemoveDoctor(Requests.remove("9000001"));
      client.tryRemoveDoctor(Requests.remove("9000001"));
    }
  }

  @AfterAll
  static void stop() {
    gmc.close();
  }

  @Test
  void whatCameIsTypedAsItWasSent() {
    ReceivedCalls received = gmc.received();

    assertThat(received.listRequests()).containsExactly(HERE);
    assertThat(received.statusQueries()).containsExactly(Requests.status("9000001", "77"));
    assertThat(received.recommendations())
        .containsExactly(Requests.revalidate("9000001"), DEFERRAL);
    assertThat(received.additions()).containsExactly(Requests.add("9000001"));
    assertThat(received.removals())
        .containsExactly(Requests.remove("9000001"), Requests.remove("9000001"));
    assertThat(received.size()).isEqualTo(7);
  }

  @Test
  void everyAssertionPassesOnWhatCame() {
    assertThat(gmc).sentUserAgent(AGENT).sentHeader("Accept-Encoding", "gzip");
    assertThat(gmc).received(1).listRequestFor(HERE).withUserAgent(AGENT);
    assertThat(gmc)
        .received(1)
        .statusQueryFor("9000001")
        .withRecommendationId("77")
        .forDesignatedBody(HERE);
    assertThat(gmc)
        .received(1)
        .recommendationFor("9000002")
        .withType(RecommendationType.DEFER)
        .withReason(DeferralReason.INSUFFICIENT_EVIDENCE)
        .withSubreason(DeferralSubreason.CPD)
        .deferringTo(LocalDate.of(2027, 3, 31))
        .forDesignatedBody(HERE)
        .withSurname("Example")
        .byResponsibleOfficer("9000099")
        .withHeader("Accept-Encoding", "gzip");
    assertThat(gmc)
        .received(1)
        .additionFor("9000001")
        .withReason(AddReason.HAS_CONNECTION)
        .forDesignatedBody(HERE);
    assertThat(gmc).received(2).removalFor("9000001").withReason(RemoveReason.RETIRED);
    assertThat(gmc).received(0).recommendationFor("9000009");
    assertThat(gmc).received(1).callsOf(GmcOperation.TRY_RECOMMENDATION);
    assertThat(unused).sentNothing();
  }

  static Stream<Arguments> wrongClaims() {
    return Stream.of(
        claim(
            () -> assertThat(gmc).received(2).recommendationFor("9000001"),
            "expected 2 of TryRecommendation for doctor 9000001, but there were 1; nearest: 1 with"
                + " another doctor"),
        claim(
            () -> assertThat(gmc).received(0).additionFor("9000001"),
            "expected 0 of TryAddDoctor for doctor 9000001, but there were 1"),
        claim(
            () -> assertThat(gmc).received(1).removalFor("9000002"),
            "expected 1 of TryRemoveDoctor for doctor 9000002, but there were 0; nearest: 2 with"
                + " another doctor"),
        claim(
            () -> assertThat(gmc).received(1).statusQueryFor("9000002"),
            "expected 1 of CheckRecommendationStatus for doctor 9000002, but there were 0; nearest:"
                + " 1 with another doctor"),
        claim(
            () -> assertThat(gmc).received(1).listRequestFor("1-1RUZUSF"),
            "expected 1 of GetDoctorsForDB for designated body 1-1RUZUSF, but there were 0;"
                + " nearest: 1 with another designated body"),
        claim(
            () -> assertThat(gmc).received(2).callsOf(GmcOperation.TRY_ADD_DOCTOR),
            "expected 2 of TryAddDoctor, but there were 1; nearest: 6 with another operation"),
        claim(
            () -> assertThat(unused).received(1).additionFor("9000001"),
            "expected 1 of TryAddDoctor for doctor 9000001, but there were 0; there was no other"
                + " such call"),
        claim(
            () -> deferral().withType(RecommendationType.REVALIDATE),
            "TryRecommendationV2: expected type REVALIDATE, but was DEFER"),
        claim(
            () -> deferral().withReason(DeferralReason.ONGOING_PROCESS),
            "TryRecommendationV2: expected deferralReason ONGOING_PROCESS, but was"
                + " INSUFFICIENT_EVIDENCE"),
        claim(
            () -> deferral().withSubreason(DeferralSubreason.QIA),
            "TryRecommendationV2: expected deferralSubreason QIA, but was CPD"),
        claim(
            () -> deferral().deferringTo(LocalDate.of(2028, 1, 1)),
            "TryRecommendationV2: expected deferralDate 2028-01-01, but was 2027-03-31"),
        claim(
            () -> deferral().forDesignatedBody("1-1RUZUSF"),
            "TryRecommendationV2: expected designatedBodyCode 1-1RUZUSF, but was 1-1RSSQ2H"),
        claim(
            () -> deferral().withSurname("Nobody"),
            "TryRecommendationV2: expected surname Nobody, but was another one, not shown"),
        claim(
            () -> deferral().byResponsibleOfficer("9000098"),
            "TryRecommendationV2: expected responsibleOfficer.gmcNumber 9000098, but was another"
                + " one, not shown"),
        claim(
            () ->
                assertThat(gmc)
                    .received(1)
                    .recommendationFor("9000001")
                    .withReason(DeferralReason.ONGOING_PROCESS),
            "TryRecommendation: expected deferralReason ONGOING_PROCESS, but was absent"),
        claim(
            () ->
                assertThat(gmc)
                    .received(2)
                    .removalFor("9000001")
                    .withReason(RemoveReason.NO_CONNECTION),
            "TryRemoveDoctor, call 1 of 2: expected reason NO_CONNECTION, but was RETIRED"),
        claim(
            () -> assertThat(gmc).received(1).additionFor("9000001").forDesignatedBody("1-1RUZUSF"),
            "TryAddDoctor: expected designatedBodyCode 1-1RUZUSF, but was 1-1RSSQ2H"),
        claim(
            () -> assertThat(gmc).received(1).statusQueryFor("9000001").withRecommendationId("78"),
            "CheckRecommendationStatus: expected recommendationId 78, but was 77"),
        claim(
            () ->
                assertThat(gmc)
                    .received(1)
                    .statusQueryFor("9000001")
                    .forDesignatedBody("1-1RUZUSF"),
            "CheckRecommendationStatus: expected designatedBodyCode 1-1RUZUSF, but was 1-1RSSQ2H"),
        claim(
            () -> assertThat(gmc).received(1).listRequestFor(HERE).withHeader("X-Who", "me"),
            "GetDoctorsForDB: expected header X-Who me, but was absent"),
        claim(
            () -> assertThat(gmc).sentUserAgent("curl/8"),
            "GetDoctorsForDB: expected header User-Agent curl/8, but was " + AGENT),
        claim(
            () -> assertThat(unused).sentUserAgent("curl/8"),
            "expected User-Agent: curl/8, but nothing was sent"),
        claim(
            () -> assertThat(gmc).sentNothing(),
            "expected no request, but there were 7: {CheckRecommendationStatus=1,"
                + " GetDoctorsForDB=1, TryAddDoctor=1, TryRecommendation=1, TryRecommendationV2=1,"
                + " TryRemoveDoctor=2}"));
  }

  private static RecommendationsAssert deferral() {
    return assertThat(gmc).received(1).recommendationFor("9000002");
  }

  private static Arguments claim(ThrowingCallable claim, String message) {
    return Arguments.of(message, claim);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("wrongClaims")
  void aWrongClaimIsToldWhatCame(String message, ThrowingCallable claim) {
    assertThatThrownBy(claim).isInstanceOf(AssertionError.class).hasMessage(message);
  }

  @Test
  void nothingCanBeSaidAboutNoCall() {
    assertThatThrownBy(
            () -> assertThat(unused).received(0).additionFor("9000001").withUserAgent("x"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("received(0) leaves no call to say more about");
    assertThatThrownBy(() -> assertThat(unused).received(-1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("times must be 0 or more, but is -1");
  }

  @Test
  void whatNoClientSendsIsToldWithoutItsValues() {
    try (GmcMockServer other = GmcMockServer.start()) {
      Soap.call(other, GmcOperation.TRY_ADD_DOCTOR, Soap.fields("DoctorUID", "secret"));

      assertThatThrownBy(() -> other.received().additions())
          .isInstanceOf(AssertionError.class)
          .hasMessage(
              "a received TryAddDoctor is no request that the client would send: ChangeReason is"
                  + " none of the known codes");
    }
  }
}
