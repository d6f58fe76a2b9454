package uk.nhs.hee.tis.gmc.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static uk.nhs.hee.tis.gmc.testkit.GmcAssertions.assertThat;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
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

/** Each assertion passes on what came, and says what is wrong with anything else. */
class GmcAssertionsTest {
  private static final String HERE = Requests.HERE;
  private static final String AGENT = "gmc-client-testkit-test/1.0 (tester@example.nhs.uk)";
  private static final String ALL =
      "{CheckRecommendationStatus=1, GetDoctorsForDB=1, TryAddDoctor=1, TryRecommendation=1,"
          + " TryRecommendationV2=1, TryRemoveDoctor=2}";
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

  /** Each assertion with a claim that holds, one that does not, and what that is told. */
  static Stream<Arguments> assertions() {
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
                + " such call, received were {}"),
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
            "expected 2 of TryAddDoctor, but there were 1; there was no other such call, received"
                + " were "
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
            "expected 3 of TryAddDoctor, but there were 0; there was no other such call, received"
                + " were {}"),
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

  private static RecommendationsAssert deferral() {
    return assertThat(gmc).received(1).recommendationFor("9000002");
  }

  private static ConnectionsAssert<AddDoctor, AddReason> addition() {
    return assertThat(gmc).received(1).additionFor("9000001");
  }

  private static ConnectionsAssert<RemoveDoctor, RemoveReason> removals() {
    return assertThat(gmc).received(2).removalFor("9000001");
  }

  private static StatusQueriesAssert query() {
    return assertThat(gmc).received(1).statusQueryFor("9000001");
  }

  private static String told(String operation, int number, String difference) {
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

  @ParameterizedTest(name = "{index} {0}")
  @MethodSource("assertions")
  void anAssertionPassesOnWhatCameAndTellsWhatIsWrongWithAnythingElse(
      String name, ThrowingCallable holds, ThrowingCallable fails, String message) {
    assertThatCode(holds).doesNotThrowAnyException();
    assertThatThrownBy(fails).isInstanceOf(AssertionError.class).hasMessage(message);
  }

  @Test
  void everyPublicAssertionIsInTheTable() {
    Set<String> tested =
        assertions()
            .map(row -> (String) row.get()[0])
            .collect(Collectors.toCollection(TreeSet::new));
    Set<Class<?>> types = new HashSet<>();
    collect(GmcTrafficAssert.class, types);

    assertThat(types).hasSize(6);
    assertThat(tested)
        .containsExactlyInAnyOrderElementsOf(
            types.stream()
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                .filter(method -> Modifier.isPublic(method.getModifiers()) && !method.isBridge())
                .map(method -> method.getDeclaringClass().getSimpleName() + "." + method.getName())
                .collect(Collectors.toSet()));
  }

  /** This type, its parent of the testkit, and those that its methods lead to. */
  private static void collect(Class<?> type, Set<Class<?>> found) {
    if (type.getPackage() != GmcAssertions.class.getPackage() || !found.add(type)) {
      return;
    }
    collect(type.getSuperclass(), found);
    for (Method method : type.getDeclaredMethods()) {
      if (Modifier.isPublic(method.getModifiers())) {
        collect(method.getReturnType(), found);
      }
    }
  }

  @Test
  void theNearestCallIsTheOneWithTheFewestDifferences() {
    FakeGmcClient fake = FakeGmcClient.create();
    fake.whenRemoving().answers(GmcAnswers.alreadySo());
    RemoveDoctor.Builder removal = Requests.remove("9000001").toBuilder();
    fake.tryRemoveDoctor(removal.reason(RemoveReason.NO_CONNECTION).build());
    fake.tryRemoveDoctor(removal.reason(RemoveReason.RETIRED).build());

    assertThatThrownBy(
            () ->
                assertThat(fake)
                    .received(2)
                    .removalFor("9000001")
                    .forDesignatedBody(HERE)
                    .withReason(RemoveReason.RETIRED))
        .isInstanceOf(AssertionError.class)
        .hasMessage(
            "TryRemoveDoctor, call 1 of 2: expected reason RETIRED, but was NO_CONNECTION\n"
                + "nearest call: TryRemoveDoctor, number 2 of the 2 received, without a difference");
  }

  @Test
  void aHeaderThatMayBeSecretIsShownOnNeitherSide() {
    try (GmcMockServer other = GmcMockServer.start()) {
      String body = Soap.envelope(GmcOperation.GET_DOCTORS_FOR_DB, Soap.list(HERE));
      Soap.send(
          Soap.post(other, GmcOperation.GET_DOCTORS_FOR_DB, body)
              .header("Authorization", "Bearer came")
              .build());

      assertThatThrownBy(() -> assertThat(other).sentHeader("Authorization", "Bearer expected"))
          .isInstanceOf(AssertionError.class)
          .hasMessage(
              told(
                      "GetDoctorsForDB",
                      1,
                      "header Authorization with a value that is not shown, but was ***")
                  .replace("7", "1"));
    }
  }

  @Test
  @SuppressWarnings("CheckReturnValue")
  void aBareCountOfAFakesCallsFailsAtTheNextAssertionOrAtItsEnd() {
    FakeGmcClient fake = FakeGmcClient.create();
    String told =
        "these assertions do not say which calls they are about, so they checked nothing:\n"
            + "  received\\(1\\) at GmcAssertionsTest.java:\\d+\n"
            + "\\(go on with listRequestFor\\(…\\), additionFor\\(…\\), callsOf\\(…\\) or the"
            + " like\\)";
    assertThat(fake).received(1);
    assertThatThrownBy(() -> assertThat(fake).sentNothing())
        .isInstanceOf(AssertionError.class)
        .hasMessageMatching(told);
    assertThat(fake).received(1);
    assertThatThrownBy(fake::close).isInstanceOf(AssertionError.class).hasMessageMatching(told);
    assertThatCode(fake::close).doesNotThrowAnyException();
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
