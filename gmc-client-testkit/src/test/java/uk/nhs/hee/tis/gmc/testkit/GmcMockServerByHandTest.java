package uk.nhs.hee.tis.gmc.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static uk.nhs.hee.tis.gmc.client.model.GmcOperation.TRY_ADD_DOCTOR;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import uk.nhs.hee.tis.gmc.client.model.ReturnCode;
import uk.nhs.hee.tis.gmc.testkit.assertions.GmcAssertions;

/** A server that was started by hand tells what JUnit's would, when it is asked or closed. */
class GmcMockServerByHandTest {
  private static final String TOLD =
      "GMC Connect would not read these requests as intended:\n"
          + "  TryAddDoctor: element Surname is unknown, the contract requires: DoctorUID,"
          + " DesignatedBodyCode, ClientRequestID, ChangeReason, InternalUser\n"
          + "(GmcMockServer.builder().strict(false) lets them pass)";

  private static void sendNonsense(GmcServer gmc) {
    Soap.call(gmc, TRY_ADD_DOCTOR, Soap.fields("Surname", "x"));
  }

  @Test
  void aRequestOffContractIsToldByVerifyAndByClose() {
    GmcMockServer gmc = GmcMockServer.create().start();
    assertThatCode(gmc::verify).doesNotThrowAnyException();
    sendNonsense(gmc);

    assertThatThrownBy(gmc::verify).isInstanceOf(AssertionError.class).hasMessage(TOLD);
    assertThatThrownBy(gmc::close).isInstanceOf(AssertionError.class).hasMessage(TOLD);
    assertThatThrownBy(gmc::endpoint).isInstanceOf(IllegalStateException.class);
    assertThatCode(gmc::close).doesNotThrowAnyException();
  }

  @Test
  @SuppressWarnings("CheckReturnValue")
  void everythingThatIsWrongIsToldAtOnce() {
    GmcMockServer gmc = GmcMockServer.create().start();
    sendNonsense(gmc);
    gmc.whenAdding().forDoctor("9000001");
    GmcAssertions.assertThat(gmc).received(2);

    assertThatThrownBy(gmc::close)
        .isInstanceOf(AssertionError.class)
        .message()
        .matches(
            "(?s)these stubs do not say what happens:\n"
                + "  whenAdding\\(\\)\\.forDoctor\\(…\\) at GmcMockServerByHandTest.java:\\d+\n"
                + ".*\nthese assertions do not say which calls they are about, so they checked"
                + " nothing:\n"
                + "  received\\(2\\) at GmcMockServerByHandTest.java:\\d+\n"
                + ".*\nGMC Connect would not read these requests as intended:\n.*");
  }

  @Test
  void aJournalIsToldOfEachAnswerAndOfTheStubThatGaveIt() {
    Instant before = Instant.now();
    List<AnsweredRequest> journal = new CopyOnWriteArrayList<>();
    try (GmcMockServer gmc = GmcMockServer.builder().onAnswer(journal::add).build().start()) {
      gmc.register().addDesignatedBody(Requests.HERE);
      gmc.whenAdding().forTheFirst(1).refusesWith(ReturnCode.REVALIDATION_LOCK);
      Soap.call(gmc, TRY_ADD_DOCTOR, Soap.add("9000001", Requests.HERE));
      Soap.call(gmc, TRY_ADD_DOCTOR, Soap.add("9000001", Requests.HERE));
    }

    assertThat(journal).hasSize(2);
    assertThat(journal)
        .allSatisfy(
            answered -> {
              assertThat(answered.request().operation()).hasValue(TRY_ADD_DOCTOR);
              assertThat(answered.receivedAt()).isBetween(before, Instant.now());
              assertThat(answered.clientAddress()).isEqualTo("127.0.0.1");
              assertThat(answered.status()).hasValue(200);
            });
    assertThat(journal.get(0).answer())
        .isEqualTo("return code " + ReturnCode.REVALIDATION_LOCK.code());
    assertThat(journal.get(0).stub())
        .hasValueSatisfying(
            stub ->
                assertThat(stub)
                    .matches("whenAdding\\(\\).* at GmcMockServerByHandTest.java:\\d+"));
    assertThat(journal.get(1).answer()).isEqualTo("return code 0");
    assertThat(journal.get(1).stub()).isEmpty();
  }

  @Test
  void theFailureOfTheTestItselfComesFirst() {
    assertThatThrownBy(
            () -> {
              try (GmcMockServer gmc = GmcMockServer.create().start()) {
                sendNonsense(gmc);
                throw new AssertionError("of the test");
              }
            })
        .hasMessage("of the test")
        .satisfies(e -> assertThat(e.getSuppressed()).hasSize(1));
  }

  @Test
  void aLenientServerAndOneForProgramsCloseInSilence() {
    GmcMockServer lenient = GmcMockServer.builder().strict(false).start();
    sendNonsense(lenient);
    assertThatCode(lenient::close).doesNotThrowAnyException();

    GmcServer ofAProgram = GmcServer.builder().startWithoutJUnit();
    sendNonsense(ofAProgram);
    assertThatCode(ofAProgram::close).doesNotThrowAnyException();
  }
}
