package uk.nhs.hee.tis.gmc.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static uk.nhs.hee.tis.gmc.client.model.GmcOperation.GET_DOCTORS_FOR_DB;
import static uk.nhs.hee.tis.gmc.client.model.GmcOperation.TRY_ADD_DOCTOR;
import static uk.nhs.hee.tis.gmc.testkit.DoctorRow.doctor;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;
import uk.nhs.hee.tis.gmc.client.GmcClient;
import uk.nhs.hee.tis.gmc.client.error.GmcException;
import uk.nhs.hee.tis.gmc.client.error.GmcRejectedException;
import uk.nhs.hee.tis.gmc.client.model.GmcOperation;
import uk.nhs.hee.tis.gmc.client.model.ReturnCode;

/** A newcomer's first mistakes are told as such, and never look like an answer of the GMC's. */
class MistakesInTestsTest {
  private static final String HERE = "1-1RSSQ2H";

  private static List<String> failures(Class<?> testClass) {
    return thrown(testClass).stream().map(Throwable::getMessage).collect(Collectors.toList());
  }

  private static String page(Soap.Answer answer) {
    assertThat(answer.http.statusCode()).isEqualTo(500);
    assertThat(answer.http.headers().firstValue("Server")).hasValue("gmc-client-testkit");
    assertThat(answer.http.headers().firstValue("CF-RAY")).isEmpty();
    assertThat(answer.http.headers().firstValue("X-AspNet-Version")).isEmpty();
    String body = answer.body();
    assertThat(body).doesNotContain("Envelope", "ReturnCode");
    return body.substring(body.indexOf("<title>") + 7, body.indexOf("</title>"));
  }

  @Test
  void aTestThatFailsAfterACallForAnUnknownBodyBeginsWithWhichToRegister() {
    assertThat(thrown(UnknownBody.class))
        .singleElement()
        .satisfies(
            failure ->
                assertThat(failure)
                    .isInstanceOf(AssertionError.class)
                    .hasMessage(
                        "call register().addDesignatedBody(\"1-1RSSQ2H\"): without it TryAddDoctor was"
                            + " answered return code 80\n"
                            + "(a test that expects code 80 does not see this; this one failed by "
                            + failure.getCause()
                            + ")")
                    .hasNoSuppressedExceptions()
                    .cause()
                    .isExactlyInstanceOf(GmcRejectedException.class)
                    .hasMessageContaining("80"));
  }

  @Test
  void aTestWhosePreparationFailsAfterSuchACallIsToldToo() {
    assertThat(thrown(UnknownBodyInPreparation.class))
        .singleElement()
        .satisfies(
            failure ->
                assertThat(failure)
                    .isInstanceOf(AssertionError.class)
                    .hasMessage(
                        "call register().addDesignatedBody(\"1-1RSSQ2H\"): without it GetDoctorsForDB"
                            + " was answered return code 80\n"
                            + "call register().addDesignatedBody(\"1-AIIDHJ\"): without it"
                            + " GetDoctorsForDB was answered return code 80\n"
                            + "(a test that expects code 80 does not see this; this one failed by"
                            + " java.lang.AssertionError: of the preparation)"));
  }

  @Test
  void aTestThatWasAbortedAfterSuchACallIsNotFailedByIt() {
    EngineTestKit.engine("junit-jupiter")
        .selectors(selectClass(AbortedAfterUnknownBody.class))
        .execute()
        .testEvents()
        .assertStatistics(statistics -> statistics.aborted(1).failed(0));
  }

  private static List<Throwable> thrown(Class<?> testClass) {
    EngineExecutionResults results =
        EngineTestKit.engine("junit-jupiter").selectors(selectClass(testClass)).execute();
    return results.testEvents().failed().stream()
        .map(event -> event.getRequiredPayload(TestExecutionResult.class))
        .map(result -> result.getThrowable().orElseThrow())
        .collect(Collectors.toList());
  }

  @Test
  void aTestThatExpectsCode80OfAnUnknownBodyPasses() {
    EngineTestKit.engine("junit-jupiter")
        .selectors(selectClass(ExpectedUnknownBody.class))
        .execute()
        .testEvents()
        .assertStatistics(statistics -> statistics.succeeded(1).failed(0));
  }

  /** Adds a doctor to another body than the one it registered. */
  static class UnknownBody {
    @RegisterExtension static final GmcMockServer gmc = GmcMockServer.create();

    @Test
    void adds() {
      gmc.register().addDesignatedBody("1-1RUZUSF");
      try (GmcClient client = Clients.of(gmc).build()) {
        client.tryAddDoctor(Requests.add("9000001"));
      }
    }
  }

  /** Lists two bodies that nobody registered, before the test. */
  @GmcTest
  static class UnknownBodyInPreparation {
    @BeforeEach
    void lists(GmcMockServer gmc) {
      gmc.register().addDesignatedBody("1-1RUZUSF");
      for (String body : List.of(HERE, HERE, "1-AIIDHJ")) {
        assertThat(Soap.call(gmc, GET_DOCTORS_FOR_DB, Soap.list(body)).code()).isEqualTo("80");
      }
      throw new AssertionError("of the preparation");
    }

    @Test
    void isNotReached() {}
  }

  /** Calls for an unknown body, and then lacks what it needs. */
  @GmcTest
  static class AbortedAfterUnknownBody {
    @Test
    void isAborted(GmcMockServer gmc) {
      gmc.register().addDesignatedBody("1-1RUZUSF");
      Soap.call(gmc, GET_DOCTORS_FOR_DB, Soap.list(HERE));
      assumeTrue(false);
    }
  }

  /** Rehearses what the client does with code 80. */
  static class ExpectedUnknownBody {
    @RegisterExtension static final GmcMockServer gmc = GmcMockServer.create();

    @Test
    void adds() {
      gmc.register().addDesignatedBody("1-1RUZUSF");
      try (GmcClient client = Clients.of(gmc).build()) {
        assertThatThrownBy(() -> client.tryAddDoctor(Requests.add("9000001")))
            .isInstanceOf(GmcRejectedException.class);
      }
    }
  }

  @Test
  void aCallThatMeetsAnUnfinishedStubIsAnsweredWithThatStubsMessage() {
    GmcMockServer gmc = GmcMockServer.create().start();
    gmc.register().addDesignatedBody(HERE);
    gmc.whenAdding().forDoctor("9000001");

    assertThat(page(Soap.call(gmc, TRY_ADD_DOCTOR, Soap.add("9000001", HERE))))
        .matches(
            "the stub whenAdding\\(\\)\\.forDoctor\\(…\\) at MistakesInTestsTest.java:\\d+ does not say what happens:"
                + " end it with refusesWith\\(…\\), neverAnswers\\(\\),"
                + " answersFromTheRegister\\(\\)"
                + " or the like");
    assertThat(Soap.call(gmc, TRY_ADD_DOCTOR, Soap.add("9000002", HERE)).code()).isEqualTo("0");
    assertThat(gmc.register().doctors(HERE)).hasSize(1);
    assertThatThrownBy(gmc::close).hasMessageContaining("these stubs do not say what happens:");
  }

  @Test
  void aSequenceWithoutItsEndAnswersUntilThere() {
    GmcMockServer gmc = GmcMockServer.builder().strict(false).start();
    gmc.whenAdding().refusesWith(ReturnCode.REVALIDATION_LOCK).then();

    assertThat(Soap.call(gmc, TRY_ADD_DOCTOR, Soap.add("9000001", HERE)).code()).isEqualTo("106");
    assertThat(page(Soap.call(gmc, TRY_ADD_DOCTOR, Soap.add("9000001", HERE))))
        .startsWith("the stub whenAdding()….then() at MistakesInTestsTest.java:");
    assertThatThrownBy(gmc::close).isInstanceOf(AssertionError.class);
  }

  @Test
  void aNewerStubIsNotHinderedByAnUnfinishedOneNorByOneThatWasRefused() {
    GmcMockServer gmc = GmcMockServer.builder().strictStubs(false).start();
    assertThatThrownBy(() -> gmc.whenAdding().forTheFirst(0))
        .isInstanceOf(IllegalArgumentException.class);
    GmcStub finishedLater = gmc.whenAdding();
    gmc.whenAdding().refusesWith(ReturnCode.REVALIDATION_LOCK);
    assertThat(Soap.call(gmc, TRY_ADD_DOCTOR, Soap.add("9000001", HERE)).code()).isEqualTo("106");

    finishedLater.answersAlreadySo();
    assertThat(Soap.call(gmc, TRY_ADD_DOCTOR, Soap.add("9000001", HERE)).code()).isEqualTo("100");
    gmc.close();
  }

  @Test
  void aRequestBetweenTwoWordsOfAStubWaitsForTheRestOfIt() {
    try (GmcMockServer gmc = GmcMockServer.create().start()) {
      GmcStub stub = gmc.whenAdding();
      CompletableFuture<Soap.Answer> call =
          CompletableFuture.supplyAsync(
              () -> Soap.call(gmc, TRY_ADD_DOCTOR, Soap.add("9000001", HERE)));
      while (gmc.requests().isEmpty()) {
        Thread.onSpinWait();
      }
      stub.forDoctor("9000001").refusesWith(ReturnCode.REVALIDATION_LOCK);

      assertThat(call.join().code()).isEqualTo("106");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"gmc-test-password", "wrong"})
  void anEmptyRegisterSaysWhatToAddToItUnlessTheCredentialsAreWrong(String password) {
    GmcMockServer gmc = GmcMockServer.create().start();
    String body =
        Soap.envelope(GET_DOCTORS_FOR_DB, Soap.list(HERE)).replace(Soap.PASSWORD, password);

    Soap.Answer answer = Soap.send(Soap.post(gmc, GET_DOCTORS_FOR_DB, body).build());

    if (password.equals("wrong")) {
      assertThat(answer.code()).isEqualTo("99");
      gmc.close();
      return;
    }
    assertThat(page(answer))
        .isEqualTo(
            "no stub matched and the register is empty: fill it, or call whenGettingDoctors()");
    assertThatThrownBy(gmc::close)
        .isInstanceOf(AssertionError.class)
        .hasMessage(
            "the mock server had no answer to these calls and returned HTTP 500:\n"
                + "  GetDoctorsForDB matched no stub, and the register is empty: call"
                + " register().addDesignatedBody(\"1-1RSSQ2H\"), or stub the call by"
                + " whenGettingDoctors()\n"
                + "(set up the register or the stub before the call)");
  }

  @Test
  void anAddWithoutAStubIsAcceptedWhereTheRegisterHasTheBodyAndAnotherBodyIsRefused() {
    try (GmcMockServer gmc = GmcMockServer.create().start();
        GmcClient client = Clients.of(gmc).build()) {
      gmc.register().addDesignatedBody(Requests.HERE);
      client.tryAddDoctor(Requests.add("9000001"));

      assertThat(gmc.register().doctors(Requests.HERE)).hasSize(1);
      GmcRejectedException unknown =
          catchThrowableOfType(
              GmcRejectedException.class, () -> client.getDoctorsForDb("1-AIIDHJ"));
      assertThat(unknown.returnCode()).contains(ReturnCode.INVALID_DESIGNATED_BODY);
    }
  }

  @Test
  void theClientTakesAMistakeForNoAnswerOfTheGmcsAndShowsWhatItIs() {
    GmcMockServer gmc = GmcMockServer.create().start();
    try (GmcClient client = Clients.of(gmc).build()) {
      GmcException failure =
          catchThrowableOfType(GmcException.class, () -> client.getDoctorsForDb(HERE));

      assertThat(failure).isNotInstanceOf(GmcRejectedException.class);
      assertThat(failure.evidence().finding())
          .isEqualTo(
              "HTTP 500 from an unknown intermediary, Server: gmc-client-testkit, page title: no"
                  + " stub matched and the register is empty: fill it, or call"
                  + " whenGettingDoctors()");
    }
    assertThatThrownBy(gmc::close).isInstanceOf(AssertionError.class);
  }

  @Test
  void eachOperationIsToldItsStub() {
    for (GmcOperation operation : GmcOperation.values()) {
      assertThat(Mistakes.emptyRegister(operation, HERE))
          .matches(
              operation.operationName()
                  + " matched no stub, .*, or stub the call by when[A-Z][A-Za-z]+\\(\\)");
      assertThat(Mistakes.emptyRegisterInBrief(operation))
          .matches(".* is empty: fill it, or call when[A-Z][A-Za-z]+\\(\\)")
          .hasSizeLessThanOrEqualTo(80);
    }
  }

  @Test
  void aStubOfTheTestThatNoCallMeetsFailsItAndOneOfTheSetUpDoesNot() {
    assertThat(failures(Unused.class))
        .singleElement()
        .asString()
        .matches(
            "no call matched these stubs of the test:\n"
                + "  whenRemoving\\(\\) at MistakesInTestsTest.java:\\d+\n"
                + "  the second, whenGettingDoctors\\(\\) at MistakesInTestsTest.java:\\d+\n"
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
                + " at MistakesInTestsTest\\.java:\\d+\n"
                + "\\(remove those not needed, or mark them lenient\\(\\); strictStubs\\(false\\)"
                + " lets them all pass\\)");
  }

  @Test
  void aTestThatFailsByItselfIsNotToldOfStubsThatItDidNotComeTo() {
    assertThat(failures(FailsBeforeTheCall.class)).containsExactly("of the test");
  }

  @Test
  void theAnnotationLetsUnusedStubsPass() {
    assertThat(failures(LenientStubs.class)).isEmpty();
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
