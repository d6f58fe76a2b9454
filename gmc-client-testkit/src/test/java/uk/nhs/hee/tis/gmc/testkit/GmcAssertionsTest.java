package uk.nhs.hee.tis.gmc.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static uk.nhs.hee.tis.gmc.testkit.assertions.GmcAssertions.assertThat;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
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
import uk.nhs.hee.tis.gmc.client.model.GmcOperation;
import uk.nhs.hee.tis.gmc.client.model.RemoveDoctor;
import uk.nhs.hee.tis.gmc.client.model.RemoveReason;
import uk.nhs.hee.tis.gmc.testkit.assertions.GmcAssertions;
import uk.nhs.hee.tis.gmc.testkit.assertions.GmcTrafficAssert;

/** Each assertion passes on what came, and says what is wrong with anything else. */
class GmcAssertionsTest {
  private static final String HERE = Requests.HERE;

  private static final GmcMockServer gmc = GmcMockServer.create().start();
  private static final FakeGmcClient unused = FakeGmcClient.create();
  private static final ClaimTable table = new ClaimTable(gmc, unused);

  static Stream<Arguments> claims() {
    return table.rows();
  }

  @BeforeAll
  static void sendOneOfEach() {
    table.sendOneOfEach();
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
        .containsExactly(Requests.revalidate("9000001"), ClaimTable.DEFERRAL);
    assertThat(received.additions()).containsExactly(Requests.add("9000001"));
    assertThat(received.removals())
        .containsExactly(Requests.remove("9000001"), Requests.remove("9000001"));
    assertThat(received.size()).isEqualTo(7);
  }

  @ParameterizedTest(name = "{index} {0}")
  @MethodSource("claims")
  void anAssertionPassesOnWhatCameAndTellsWhatIsWrongWithAnythingElse(
      String name, ThrowingCallable holds, ThrowingCallable fails, String message) {
    assertThatCode(holds).doesNotThrowAnyException();
    assertThatThrownBy(fails).isInstanceOf(AssertionError.class).hasMessage(message);
  }

  @Test
  void everyPublicAssertionIsInTheTable() {
    Set<String> tested =
        claims().map(row -> (String) row.get()[0]).collect(Collectors.toCollection(TreeSet::new));
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
    fake.whenRemoving().answers(GmcAnswers.alreadyRemoved());
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
                + "nearest call: TryRemoveDoctor, number 2 of the 2 received, with no difference");
  }

  @Test
  void aHeaderThatMayBeSecretIsShownOnNeitherSide() {
    try (GmcMockServer other = GmcMockServer.create().start()) {
      other.register().addDesignatedBody(HERE);
      String body = Soap.envelope(GmcOperation.GET_DOCTORS_FOR_DB, Soap.list(HERE));
      Soap.send(
          Soap.post(other, GmcOperation.GET_DOCTORS_FOR_DB, body)
              .header("Authorization", "Bearer came")
              .build());

      assertThatThrownBy(() -> assertThat(other).sentHeader("Authorization", "Bearer expected"))
          .isInstanceOf(AssertionError.class)
          .hasMessage(
              ClaimTable.told(
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
        .hasMessage("received(0) leaves no call to assert anything about");
    assertThatThrownBy(() -> assertThat(unused).received(-1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("times must be 0 or more, but is -1");
  }

  @Test
  void whatNoClientSendsIsToldWithoutItsValues() {
    try (GmcMockServer other = GmcMockServer.create().start()) {
      Soap.call(other, GmcOperation.TRY_ADD_DOCTOR, Soap.fields("DoctorUID", "secret"));

      assertThatThrownBy(() -> other.received().additions())
          .isInstanceOf(AssertionError.class)
          .hasMessage(
              "a received TryAddDoctor is not a request that the client would send: ChangeReason"
                  + " is not a known code");
    }
  }
}
