package uk.nhs.hee.tis.gmc.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static uk.nhs.hee.tis.gmc.client.model.GmcOperation.GET_DOCTORS_FOR_DB;
import static uk.nhs.hee.tis.gmc.testkit.SampleTests.run;
import static uk.nhs.hee.tis.gmc.testkit.SampleTests.thrown;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.opentest4j.TestAbortedException;
import uk.nhs.hee.tis.gmc.client.GmcClient;
import uk.nhs.hee.tis.gmc.client.error.GmcRejectedException;
import uk.nhs.hee.tis.gmc.client.model.ReturnCode;

/** A failed test that called for a body nobody registered is told which to register. */
class UnknownBodiesTest {
  private static final String HERE = "1-1RSSQ2H";

  @Test
  void aTestThatFailsAfterACallForAnUnknownBodyBeginsWithWhichToRegister() {
    assertThat(thrown(run(UnknownBody.class)))
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
                    .extracting(refused -> ((GmcRejectedException) refused).returnCode())
                    .isEqualTo(Optional.of(ReturnCode.INVALID_DESIGNATED_BODY)));
  }

  @Test
  void aTestWhosePreparationFailsAfterSuchACallIsToldToo() {
    assertThat(thrown(run(UnknownBodyInPreparation.class)))
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
    run(AbortedAfterUnknownBody.class)
        .testEvents()
        .assertStatistics(statistics -> statistics.aborted(1).failed(0));
  }

  @Test
  void aTestThatExpectsCode80OfAnUnknownBodyPasses() {
    run(ExpectedUnknownBody.class)
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
      throw new TestAbortedException("lacks what it needs");
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
}
