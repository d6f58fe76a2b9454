package uk.nhs.hee.tis.gmc.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static uk.nhs.hee.tis.gmc.client.model.GmcOperation.TRY_ADD_DOCTOR;

import org.junit.jupiter.api.Test;
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
