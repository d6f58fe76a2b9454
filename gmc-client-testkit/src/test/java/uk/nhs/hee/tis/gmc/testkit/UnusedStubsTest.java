package uk.nhs.hee.tis.gmc.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static uk.nhs.hee.tis.gmc.client.model.GmcOperation.GET_DOCTORS_FOR_DB;
import static uk.nhs.hee.tis.gmc.client.model.GmcOperation.TRY_ADD_DOCTOR;
import static uk.nhs.hee.tis.gmc.testkit.DoctorRow.doctor;
import static uk.nhs.hee.tis.gmc.testkit.SampleTests.failures;
import static uk.nhs.hee.tis.gmc.testkit.SampleTests.run;

import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A stub that no call met fails the test that set it. */
class UnusedStubsTest {
  private static final String HERE = "1-1RSSQ2H";

  @Test
  void aStubOfTheTestThatNoCallMeetsFailsItAndOneOfTheSetUpDoesNot() {
    assertThat(failures(run(Unused.class)))
        .singleElement()
        .asString()
        .matches(
            "no call matched these stubs of the test:\n"
                + "  whenRemoving\\(\\) at UnusedStubsTest.java:\\d+\n"
                + "  the second, whenGettingDoctors\\(\\) at UnusedStubsTest.java:\\d+\n"
                + "\\(remove those not needed, or mark them lenient\\(\\); strictStubs\\(false\\)"
                + " lets them all pass\\)");
  }

  private static Arguments stub(String words, Consumer<GmcMockServer> write) {
    return Arguments.of(words, write);
  }

  static Stream<Arguments> stubs() {
    return Stream.of(
        stub("whenGettingDoctors()", gmc -> gmc.whenGettingDoctors().answers()),
        stub(
            "whenGettingDoctorsFor(\"1-1RSSQ2H\")",
            gmc -> gmc.whenGettingDoctorsFor(HERE).answers()),
        stub("whenCheckingStatus()", gmc -> gmc.whenCheckingStatus().answersStatus("Approved")),
        stub("whenRecommending()", gmc -> gmc.whenRecommending().acceptsAs("1")),
        stub(
            "whenAdding().forDoctor(…).forDesignatedBody(\"1-1RSSQ2H\")",
            gmc ->
                gmc.whenAdding().forDoctor("9000001").forDesignatedBody(HERE).answersAlreadySo()),
        stub("whenRemoving()", gmc -> gmc.whenRemoving().answersAlreadySo()),
        stub(
            "when(TRY_ADD_DOCTOR).forTheFirst(2)",
            gmc ->
                gmc.when(TRY_ADD_DOCTOR).forTheFirst(2).answersAlreadySo().then().neverAnswers()),
        stub(
            "whenever().forUserAgent(…).fromUserAgentContaining(\"Java/\").fromAddress(\"10.0.0.0/8\")",
            gmc ->
                gmc.whenever()
                    .forUserAgent(String::isBlank)
                    .fromUserAgentContaining("Java/")
                    .fromAddress("10.0.0.0/8")
                    .neverAnswers()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("stubs")
  void aStubThatNoCallMeetsIsNamedAsItsAuthorWroteIt(String words, Consumer<GmcMockServer> write) {
    GmcMockServer gmc = GmcMockServer.create().start();
    write.accept(gmc);

    assertThatThrownBy(gmc::close)
        .isInstanceOf(AssertionError.class)
        .message()
        .matches(
            "no call matched these stubs of the test:\n  "
                + Pattern.quote(words)
                + " at UnusedStubsTest\\.java:\\d+\n"
                + "\\(remove those not needed, or mark them lenient\\(\\); strictStubs\\(false\\)"
                + " lets them all pass\\)");
  }

  @Test
  void aTestThatFailsByItselfIsNotToldOfStubsThatItDidNotComeTo() {
    assertThat(failures(run(FailsBeforeTheCall.class))).containsExactly("of the test");
  }

  @Test
  void theAnnotationLetsUnusedStubsPass() {
    assertThat(failures(run(LenientStubs.class))).isEmpty();
  }

  /** Sets stubs for several tests, and in the test itself some that nothing meets. */
  @GmcTest
  static class Unused {
    @BeforeEach
    void stubsForAll(GmcMockServer gmc) {
      gmc.whenAdding().answersAlreadySo();
    }

    @Test
    void setsMoreThanItNeeds(GmcMockServer gmc) {
      gmc.whenRemoving().answersAlreadySo();
      gmc.whenGettingDoctors().describedAs("the second").answers(doctor("9000001"));
      gmc.whenCheckingStatus().lenient().answersStatus("Approved");
      GmcScenario.CODE_99.happenOn(gmc);
      gmc.whenGettingDoctorsFor(HERE).answers();
      Soap.call(gmc, GET_DOCTORS_FOR_DB, Soap.list(HERE));
    }
  }

  /** Fails before it calls. */
  @GmcTest
  static class FailsBeforeTheCall {
    @Test
    void fails(GmcMockServer gmc) {
      gmc.whenRemoving().answersAlreadySo();
      throw new AssertionError("of the test");
    }
  }

  /** Sets a stub in vain, and may. */
  @GmcTest(strictStubs = false)
  static class LenientStubs {
    @Test
    void calls(GmcMockServer gmc) {
      gmc.whenRemoving().answersAlreadySo();
    }
  }
}
