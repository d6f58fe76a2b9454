package uk.nhs.hee.tis.gmc.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static uk.nhs.hee.tis.gmc.client.model.GmcOperation.GET_DOCTORS_FOR_DB;
import static uk.nhs.hee.tis.gmc.client.model.GmcOperation.TRY_ADD_DOCTOR;
import static uk.nhs.hee.tis.gmc.testkit.SampleTests.run;
import static uk.nhs.hee.tis.gmc.testkit.SampleTests.thrown;

import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import uk.nhs.hee.tis.gmc.client.model.ReturnCode;
import uk.nhs.hee.tis.gmc.testkit.assertions.GmcAssertions;

/** The mock server as a JUnit extension, run by a JUnit inside this one. */
class GmcMockServerExtensionTest {
  private static final String HERE = "1-1RSSQ2H";

  @Test
  void aTestWithARequestOffContractFailsAndIsToldWhy() {
    assertThat(thrown(run(OffContract.class)))
        .extracting(Throwable::toString)
        .containsExactly(
            "java.lang.AssertionError: GMC Connect would not read these requests as intended:\n"
                + "  TryAddDoctor: element Surname is unknown, the contract requires: DoctorUID,"
                + " DesignatedBodyCode, ClientRequestID, ChangeReason, InternalUser\n"
                + "  TryAddDoctor: element Password is missing\n"
                + "(GmcMockServer.builder().strict(false) lets them pass)");
  }

  @Test
  void aTestWithAnUnfinishedStubFailsAndIsToldWhere() {
    assertThat(thrown(run(Unfinished.class)))
        .extracting(Throwable::toString)
        .singleElement()
        .asString()
        .matches(
            "(?s)java.lang.AssertionError: these stubs do not say what happens:\n"
                + "  whenAdding\\(\\)\\.forDoctor\\(…\\) at GmcMockServerExtensionTest.java:\\d+\n"
                + "  whenRemoving\\(\\)….then\\(\\) at GmcMockServerExtensionTest.java:\\d+\n"
                + "\\(end each with refusesWith\\(…\\), neverAnswers\\(\\),"
                + " answersFromTheRegister\\(\\)"
                + " or the like\\)");
  }

  @Test
  void aTestWithABareCountFailsAndIsToldWhereAndTheNextIsClean() {
    EngineExecutionResults results = run(BareCount.class);

    assertThat(thrown(results))
        .extracting(Throwable::toString)
        .singleElement()
        .asString()
        .matches(
            "(?s)java.lang.AssertionError: these assertions do not say which calls they are about,"
                + " so they checked nothing:\n"
                + "  received\\(1\\) at GmcMockServerExtensionTest.java:\\d+\n"
                + "\\(go on with listRequestFor\\(…\\), additionFor\\(…\\), callsOf\\(…\\) or the"
                + " like\\)");
    results.testEvents().assertStatistics(s -> s.succeeded(1).failed(1));
  }

  @Test
  void theTestAfterAnOffContractOneStartsClean() {
    run(OffContract.class).testEvents().assertStatistics(s -> s.succeeded(1).failed(1));
  }

  @Test
  void aLenientServerLetsARequestOffContractPass() {
    run(Lenient.class).testEvents().assertStatistics(s -> s.succeeded(1));
  }

  @Test
  void aStaticServerIsSharedAndCleanForEachTest() {
    Shared.ENDPOINTS.clear();
    EngineExecutionResults results = run(Shared.class);

    assertThat(thrown(results)).isEmpty();
    results.testEvents().assertStatistics(s -> s.succeeded(3));
    assertThat(Shared.ENDPOINTS).hasSize(1);
    assertThatThrownBy(Shared.gmc::endpoint)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            "the mock server is not running: JUnit starts it before the first test if its field has"
                + " @RegisterExtension, start() at once");
  }

  @Test
  void anInstanceServerLivesForOneTest() {
    PerTest.SERVERS.clear();

    run(PerTest.class).testEvents().assertStatistics(s -> s.succeeded(2));
    assertThat(PerTest.SERVERS)
        .hasSize(2)
        .allSatisfy(
            server ->
                assertThatThrownBy(server::endpoint).isInstanceOf(IllegalStateException.class));
  }

  /** Sends a wrong request in its first test and a right one in its second. */
  @TestMethodOrder(MethodOrderer.MethodName.class)
  static class OffContract {
    @RegisterExtension static final GmcMockServer gmc = GmcMockServer.create();

    @Test
    void aSendsNonsense() {
      String body =
          Soap.envelope(TRY_ADD_DOCTOR, Soap.fields("Surname", "x"))
              .replace("<Password>gmc-test-password</Password>", "");
      Soap.send(Soap.post(gmc, TRY_ADD_DOCTOR, body).build());
    }

    @Test
    void bSendsARightRequest() {
      gmc.register().addDesignatedBody(HERE);
      Soap.call(gmc, GET_DOCTORS_FOR_DB, Soap.list(HERE));
    }
  }

  /** Begins two stubs that it does not end. */
  static class Unfinished {
    @RegisterExtension static final GmcMockServer gmc = GmcMockServer.create();

    @Test
    void forgetsWhatItWantedToSay() {
      gmc.whenAdding().forDoctor("9000001");
      gmc.whenRemoving().answersAlreadySo().then();
    }
  }

  /** Counts without saying what in its first test, which even a reset does not hide. */
  @TestMethodOrder(MethodOrderer.MethodName.class)
  static class BareCount {
    @RegisterExtension static final GmcMockServer gmc = GmcMockServer.create();

    @Test
    @SuppressWarnings("CheckReturnValue")
    void aSaysHowManyOfNothing() {
      GmcAssertions.assertThat(gmc).received(1);
      gmc.reset();
    }

    @Test
    void bSaysHowManyOfWhat() {
      GmcAssertions.assertThat(gmc).received(0).callsOf(GET_DOCTORS_FOR_DB);
    }
  }

  /** Sends a wrong request to a server that forgives. */
  static class Lenient {
    @RegisterExtension
    static final GmcMockServer gmc = GmcMockServer.builder().strict(false).build();

    @Test
    void sendsNonsense() {
      Soap.call(gmc, TRY_ADD_DOCTOR, Soap.fields("Surname", "x"));
      assertThat(gmc.violations()).hasSize(1);
    }
  }

  /** Leaves traces in each test, and finds none of the others'. */
  static class Shared {
    static final Set<URI> ENDPOINTS = new HashSet<>();

    @RegisterExtension
    static final GmcMockServer gmc =
        GmcMockServer.builder().register(GmcRegister.invented(1, List.of(HERE), 2)).build();

    @Test
    void leavesTraces() {
      ENDPOINTS.add(gmc.endpoint());
      assertThat(gmc.requests()).isEmpty();
      assertThat(Soap.call(gmc, GET_DOCTORS_FOR_DB, Soap.list(HERE)).one("GMCRequestID"))
          .isEqualTo("4410001");
      assertThat(gmc.register().doctors(HERE)).hasSize(2);
      assertThat(gmc.register().journal()).hasSize(1);
      gmc.register().connect(HERE, DoctorRow.doctor("9000009"));
      gmc.whenGettingDoctors().lenient().refusesWith(ReturnCode.INTERNAL_ERROR);
    }

    @Test
    void leavesTracesToo() {
      leavesTraces();
    }

    @Nested
    class Inside {
      @Test
      void leavesTracesHere() {
        leavesTraces();
      }
    }
  }

  /** Notes its server. */
  static class PerTest {
    static final Set<GmcMockServer> SERVERS = new HashSet<>();

    @RegisterExtension final GmcMockServer gmc = GmcMockServer.create();

    @Test
    void notesItsServer() {
      assertThat(gmc.endpoint().getPath()).isEqualTo("/GMCWebServices/WebService.asmx");
      SERVERS.add(gmc);
    }

    @Test
    void notesItsServerToo() {
      notesItsServer();
    }
  }
}
