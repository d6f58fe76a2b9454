package uk.nhs.hee.tis.gmc.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static uk.nhs.hee.tis.gmc.testkit.GmcAnswers.added;
import static uk.nhs.hee.tis.gmc.testkit.GmcAnswers.alreadyAdded;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import uk.nhs.hee.tis.gmc.client.error.GmcTimeoutException;
import uk.nhs.hee.tis.gmc.client.model.AddDoctor;
import uk.nhs.hee.tis.gmc.client.model.ConnectionReceipt;
import uk.nhs.hee.tis.gmc.testkit.errors.GmcErrors;

/** What a call meets that no stub of a fake matches, or one that is not finished. */
class UnfinishedFakeStubsTest {
  private static final String HERE = "1-1RSSQ2H";

  private final FakeGmcClient fake = FakeGmcClient.create();

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
  void aCallThatMeetsAnUnfinishedStubFailsWithThatStubsMessage() {
    fake.whenAdding().answers(added(null));
    fake.whenAdding().forDoctor("9000001").forDesignatedBody(HERE);

    assertThatThrownBy(() -> fake.tryAddDoctor(Requests.add("9000001")))
        .isInstanceOf(AssertionError.class)
        .message()
        .matches(
            unfinished(
                "whenAdding\\(\\)\\.forDoctor\\(…\\)\\.forDesignatedBody\\(\"1-1RSSQ2H\"\\)"));
    assertThat(fake.tryAddDoctor(Requests.add("9000002")).outcome())
        .isEqualTo(ConnectionReceipt.Outcome.DONE);
  }

  private static String unfinished(String words) {
    return "the stub "
        + words
        + " at UnfinishedFakeStubsTest\\.java:\\d+ does not say what happens: end it with answers\\(…\\) or"
        + " fails\\(…\\)";
  }

  private static Arguments stub(String words, Consumer<FakeGmcClient> begin) {
    return Arguments.of(words, begin);
  }

  static Stream<Arguments> stubs() {
    return Stream.of(
        stub("whenGettingDoctors\\(\\)", FakeGmcClient::whenGettingDoctors),
        stub("whenGettingDoctorsFor\\(\"1-1RSSQ2H\"\\)", gmc -> gmc.whenGettingDoctorsFor(HERE)),
        stub("whenCheckingStatus\\(\\)", FakeGmcClient::whenCheckingStatus),
        stub("whenRecommending\\(\\)", FakeGmcClient::whenRecommending),
        stub("whenAdding\\(\\)\\.where\\(…\\)", gmc -> gmc.whenAdding().where(request -> true)),
        stub("whenRemoving\\(\\)", FakeGmcClient::whenRemoving));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("stubs")
  void anUnfinishedStubIsNamedAsItsAuthorWroteIt(String words, Consumer<FakeGmcClient> begin) {
    begin.accept(fake);

    assertThat(
            Stream.<Runnable>of(
                    () -> fake.getDoctorsForDb(HERE),
                    () -> fake.checkRecommendationStatus(Requests.status("9000001", "1")),
                    () -> fake.tryRecommendationV2(Requests.revalidate("9000001")),
                    () -> fake.tryAddDoctor(Requests.add("9000001")),
                    () -> fake.tryRemoveDoctor(Requests.remove("9000001")))
                .map(call -> catchThrowable(call::run).getMessage())
                .filter(message -> !message.startsWith("no stub matches this call: ")))
        .singleElement()
        .asString()
        .matches(unfinished(words));
  }

  @Test
  void aSequenceWithoutItsEndAnswersUntilThere() {
    fake.whenAdding().fails(GmcErrors.timeout().build()).then();
    AddDoctor request = Requests.add("9000001");

    assertThatThrownBy(() -> fake.tryAddDoctor(request)).isInstanceOf(GmcTimeoutException.class);
    assertThatThrownBy(() -> fake.tryAddDoctor(request))
        .isInstanceOf(AssertionError.class)
        .message()
        .matches(unfinished("whenAdding\\(\\)….then\\(\\)"));
  }

  @Test
  void aStubThatIsFinishedAfterANewerOneDecidesInItsPlace() {
    FakeStub<AddDoctor, ConnectionReceipt> finishedLater = fake.whenAdding();
    fake.whenAdding().answers(added(null));
    AddDoctor request = Requests.add("9000001");
    assertThat(fake.tryAddDoctor(request).outcome()).isEqualTo(ConnectionReceipt.Outcome.DONE);

    finishedLater.answers(alreadyAdded());
    assertThat(fake.tryAddDoctor(request).outcome())
        .isEqualTo(ConnectionReceipt.Outcome.ALREADY_SO);
  }

  @Test
  void aSequenceIsAboutTheSameCallsThroughout() {
    FakeStub<AddDoctor, ConnectionReceipt> rest = fake.whenAdding().answers(added(null)).then();

    assertThatThrownBy(() -> rest.forDoctor("9000001"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("forDoctor(…) is for the beginning of a stub, not for whenAdding()….then()");
    assertThat(fake.tryAddDoctor(Requests.add("9000002")).outcome())
        .isEqualTo(ConnectionReceipt.Outcome.DONE);
  }
}
