package uk.nhs.hee.tis.gmc.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static uk.nhs.hee.tis.gmc.client.model.GmcOperation.GET_DOCTORS_FOR_DB;
import static uk.nhs.hee.tis.gmc.client.model.GmcOperation.TRY_ADD_DOCTOR;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.nhs.hee.tis.gmc.client.GmcClient;
import uk.nhs.hee.tis.gmc.client.error.GmcException;
import uk.nhs.hee.tis.gmc.client.error.GmcRejectedException;
import uk.nhs.hee.tis.gmc.client.model.GmcOperation;
import uk.nhs.hee.tis.gmc.client.model.ReturnCode;

/** A newcomer's first mistakes are told as such, and never look like an answer of the GMC's. */
class MistakesInTestsTest {
  private static final String HERE = "1-1RSSQ2H";

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
}
