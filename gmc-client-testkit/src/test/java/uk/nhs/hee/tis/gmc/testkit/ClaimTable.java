package uk.nhs.hee.tis.gmc.testkit;

import static uk.nhs.hee.tis.gmc.testkit.assertions.GmcAssertions.assertThat;

import java.time.LocalDate;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.params.provider.Arguments;
import uk.nhs.hee.tis.gmc.client.GmcClient;
import uk.nhs.hee.tis.gmc.client.model.AddDoctor;
import uk.nhs.hee.tis.gmc.client.model.AddReason;
import uk.nhs.hee.tis.gmc.client.model.DeferralReason;
import uk.nhs.hee.tis.gmc.client.model.DeferralSubreason;
import uk.nhs.hee.tis.gmc.client.model.GmcOperation;
import uk.nhs.hee.tis.gmc.client.model.Recommendation;
import uk.nhs.hee.tis.gmc.client.model.RecommendationType;
import uk.nhs.hee.tis.gmc.client.model.RemoveDoctor;
import uk.nhs.hee.tis.gmc.client.model.RemoveReason;
import uk.nhs.hee.tis.gmc.testkit.assertions.ConnectionsAssert;
import uk.nhs.hee.tis.gmc.testkit.assertions.RecommendationsAssert;
import uk.nhs.hee.tis.gmc.testkit.assertions.StatusQueriesAssert;

/** Each assertion with a claim that holds, one that does not, and what that is told. */
final class ClaimTable {
  private static final String HERE = Requests.HERE;
  private static final String AGENT = "gmc-client-testkit-test/1.0 (tester@example.nhs.uk)";
  private static final String ALL =
      "{CheckRecommendationStatus=1, GetDoctorsForDB=1, TryAddDoctor=1, TryRecommendation=1,"
          + " TryRecommendationV2=1, TryRemoveDoctor=2}";
  static final Recommendation DEFERRAL =
      Requests.recommendation("9000002")
          .defer(DeferralReason.INSUFFICIENT_EVIDENCE, LocalDate.of(2027, 3, 31))
          .subreason(DeferralSubreason.CPD)
          .build();

  private final GmcMockServer gmc;
  private final FakeGmcClient unused;

  /** Makes claims about a server that gets one of each call, and a fake that gets none. */
  ClaimTable(GmcMockServer gmc, FakeGmcClient unused) {
    this.gmc = gmc;
    this.unused = unused;
  }

  void sendOneOfEach() {
    gmc.whenGettingDoctors().answers();
    gmc.whenCheckingStatus().answersStatus("Approved");
    gmc.whenRecommending().acceptsAs("1");
    gmc.whenAdding().answersAlreadySo();
    gmc.whenRemoving().answersAlreadySo();
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

  Stream<Arguments> rows() {
    return Stream.of(
        row(
            "ReceivedCount.recommendationFor",
            () -> assertThat(gmc).received(1).recommendationFor("9000001"),
            () -> assertThat(gmc).received(2).recommendationFor("9000001"),
            "expected 2 of TryRecommendation for doctor 9000001, but there were 1\n"
                + "nearest call: TryRecommendationV2, number 4 of the 7 received\n"
                + "  expected gmcNumber 9000001, but was 9000002"),
        row(
            "ReceivedCount.additionFor",
            () -> assertThat(gmc).received(0).additionFor("9000009"),
            () -> assertThat(gmc).received(0).additionFor("9000001"),
            "expected 0 of TryAddDoctor for doctor 9000001, but there were 1\n"
                + "  TryAddDoctor, number 5 of the 7 received"),
        row(
            "ReceivedCount.additionFor",
            () -> assertThat(unused).received(0).additionFor("9000001"),
            () -> assertThat(unused).received(1).additionFor("9000001"),
            "expected 1 of TryAddDoctor for doctor 9000001, but there were 0; there was no other"
                + " such call; received: {}"),
        row(
            "ReceivedCount.removalFor",
            () -> assertThat(gmc).received(2).removalFor("9000001"),
            () -> assertThat(gmc).received(1).removalFor("9000001"),
            "expected 1 of TryRemoveDoctor for doctor 9000001, but there were 2\n"
                + "  TryRemoveDoctor, number 6 of the 7 received\n"
                + "  TryRemoveDoctor, number 7 of the 7 received"),
        row(
            "ReceivedCount.statusQueryFor",
            () -> assertThat(gmc).received(1).statusQueryFor("9000001"),
            () -> assertThat(gmc).received(1).statusQueryFor("9000002"),
            "expected 1 of CheckRecommendationStatus for doctor 9000002, but there were 0\n"
                + "nearest call: CheckRecommendationStatus, number 2 of the 7 received\n"
                + "  expected gmcNumber 9000002, but was 9000001"),
        row(
            "ReceivedCount.listRequestFor",
            () -> assertThat(gmc).received(1).listRequestFor(HERE),
            () -> assertThat(gmc).received(1).listRequestFor("1-1RUZUSF"),
            "expected 1 of GetDoctorsForDB for designated body 1-1RUZUSF, but there were 0\n"
                + "nearest call: GetDoctorsForDB, number 1 of the 7 received\n"
                + "  expected designatedBodyCode 1-1RUZUSF, but was 1-1RSSQ2H"),
        row(
            "ReceivedCount.callsOf",
            () -> assertThat(gmc).received(1).callsOf(GmcOperation.TRY_ADD_DOCTOR),
            () -> assertThat(gmc).received(2).callsOf(GmcOperation.TRY_ADD_DOCTOR),
            "expected 2 of TryAddDoctor, but there were 1; there was no other such call; received: "
                + ALL),
        row(
            "RecommendationsAssert.withType",
            () -> deferral().withType(RecommendationType.DEFER),
            () -> deferral().withType(RecommendationType.REVALIDATE),
            deferralTold("type REVALIDATE, but was DEFER")),
        row(
            "RecommendationsAssert.withReason",
            () -> deferral().withReason(DeferralReason.INSUFFICIENT_EVIDENCE),
            () -> deferral().withReason(DeferralReason.ONGOING_PROCESS),
            deferralTold("deferralReason ONGOING_PROCESS, but was INSUFFICIENT_EVIDENCE")),
        row(
            "RecommendationsAssert.withSubreason",
            () -> deferral().withSubreason(DeferralSubreason.CPD),
            () -> deferral().withSubreason(DeferralSubreason.QIA),
            deferralTold("deferralSubreason QIA, but was CPD")),
        row(
            "RecommendationsAssert.deferringTo",
            () -> deferral().deferringTo(LocalDate.of(2027, 3, 31)),
            () -> deferral().deferringTo(LocalDate.of(2028, 1, 1)),
            deferralTold("deferralDate 2028-01-01, but was 2027-03-31")),
        row(
            "RecommendationsAssert.forDesignatedBody",
            () -> deferral().forDesignatedBody(HERE),
            () -> deferral().forDesignatedBody("1-1RUZUSF"),
            deferralTold("designatedBodyCode 1-1RUZUSF, but was 1-1RSSQ2H")),
        row(
            "RecommendationsAssert.withSurname",
            () -> deferral().withSurname("Example"),
            () -> deferral().withSurname("Nobody"),
            deferralTold("surname Nobody, but was Example")),
        row(
            "RecommendationsAssert.byResponsibleOfficer",
            () -> deferral().byResponsibleOfficer("9000099"),
            () -> deferral().byResponsibleOfficer("9000098"),
            deferralTold("responsibleOfficer.gmcNumber 9000098, but was 9000099")),
        row(
            "ConnectionsAssert.withReason",
            () -> addition().withReason(AddReason.HAS_CONNECTION),
            () -> addition().withReason(AddReason.CONFLICT_OF_INTEREST),
            told("TryAddDoctor", 5, "reason CONFLICT_OF_INTEREST, but was HAS_CONNECTION")),
        row(
            "ConnectionsAssert.withReason",
            () -> removals().withReason(RemoveReason.RETIRED),
            () -> removals().withReason(RemoveReason.NO_CONNECTION),
            "TryRemoveDoctor, call 1 of 2: expected reason NO_CONNECTION, but was RETIRED\n"
                + "nearest call: TryRemoveDoctor, number 6 of the 7 received\n"
                + "  expected reason NO_CONNECTION, but was RETIRED"),
        row(
            "ConnectionsAssert.forDesignatedBody",
            () -> addition().forDesignatedBody(HERE),
            () -> addition().forDesignatedBody("1-1RUZUSF"),
            told("TryAddDoctor", 5, "designatedBodyCode 1-1RUZUSF, but was 1-1RSSQ2H")),
        row(
            "StatusQueriesAssert.withRecommendationId",
            () -> query().withRecommendationId("77"),
            () -> query().withRecommendationId("78"),
            told("CheckRecommendationStatus", 2, "recommendationId 78, but was 77")),
        row(
            "StatusQueriesAssert.forDesignatedBody",
            () -> query().forDesignatedBody(HERE),
            () -> query().forDesignatedBody("1-1RUZUSF"),
            told(
                "CheckRecommendationStatus", 2, "designatedBodyCode 1-1RUZUSF, but was 1-1RSSQ2H")),
        row(
            "CallsAssert.withHeader",
            () -> query().withHeader("Accept-Encoding", "gzip"),
            () -> query().withHeader("X-Who", "me"),
            told("CheckRecommendationStatus", 2, "header X-Who me, but was absent")),
        row(
            "CallsAssert.withUserAgent",
            () -> query().withUserAgent(AGENT),
            () -> query().withUserAgent("curl/8"),
            told("CheckRecommendationStatus", 2, "header User-Agent curl/8, but was " + AGENT)),
        row(
            "GmcTrafficAssert.received",
            () -> assertThat(unused).received(0).callsOf(GmcOperation.TRY_ADD_DOCTOR),
            () -> assertThat(unused).received(3).callsOf(GmcOperation.TRY_ADD_DOCTOR),
            "expected 3 of TryAddDoctor, but there were 0; there was no other such call;"
                + " received: {}"),
        row(
            "GmcTrafficAssert.sentHeader",
            () -> assertThat(gmc).sentHeader("Accept-Encoding", "gzip"),
            () -> assertThat(gmc).sentHeader("X-Who", "me"),
            allTold("header X-Who me, but was absent")),
        row(
            "GmcTrafficAssert.sentUserAgent",
            () -> assertThat(gmc).sentUserAgent(AGENT),
            () -> assertThat(gmc).sentUserAgent("curl/8"),
            allTold("header User-Agent curl/8, but was " + AGENT)),
        row(
            "GmcTrafficAssert.sentUserAgent",
            () -> assertThat(gmc).sentUserAgent(AGENT),
            () -> assertThat(unused).sentUserAgent("curl/8"),
            "expected User-Agent: curl/8, but nothing was sent"),
        row(
            "GmcTrafficAssert.sentNothing",
            () -> assertThat(unused).sentNothing(),
            () -> assertThat(gmc).sentNothing(),
            "expected no request, but there were 7: " + ALL));
  }

  private RecommendationsAssert deferral() {
    return assertThat(gmc).received(1).recommendationFor("9000002");
  }

  private ConnectionsAssert<AddDoctor, AddReason> addition() {
    return assertThat(gmc).received(1).additionFor("9000001");
  }

  private ConnectionsAssert<RemoveDoctor, RemoveReason> removals() {
    return assertThat(gmc).received(2).removalFor("9000001");
  }

  private StatusQueriesAssert query() {
    return assertThat(gmc).received(1).statusQueryFor("9000001");
  }

  static String told(String operation, int number, String difference) {
    return operation
        + ": expected "
        + difference
        + "\nnearest call: "
        + operation
        + ", number "
        + number
        + " of the 7 received\n  expected "
        + difference;
  }

  private static String deferralTold(String difference) {
    return told("TryRecommendationV2", 4, difference);
  }

  private static String allTold(String difference) {
    return told("GetDoctorsForDB", 1, difference)
        .replaceFirst("GetDoctorsForDB", "GetDoctorsForDB, call 1 of 7");
  }

  private static Arguments row(
      String assertion, ThrowingCallable holds, ThrowingCallable fails, String message) {
    return Arguments.of(assertion, holds, fails, message);
  }
}
