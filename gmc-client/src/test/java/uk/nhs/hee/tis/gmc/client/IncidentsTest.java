package uk.nhs.hee.tis.gmc.client;

import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import ch.qos.logback.classic.Level;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import uk.nhs.hee.tis.gmc.client.error.GmcException;
import uk.nhs.hee.tis.gmc.client.error.GmcRejectedException;
import uk.nhs.hee.tis.gmc.client.error.Incident;
import uk.nhs.hee.tis.gmc.client.fixture.Call;
import uk.nhs.hee.tis.gmc.client.fixture.HttpReply;
import uk.nhs.hee.tis.gmc.client.fixture.LogCapture;
import uk.nhs.hee.tis.gmc.client.fixture.Reply;
import uk.nhs.hee.tis.gmc.client.fixture.Soap;
import uk.nhs.hee.tis.gmc.client.fixture.WireServer;

/** Failures of one kind are one incident, with one warning at each end. */
class IncidentsTest {
  private final WireServer server = WireServer.start();
  private final MinuteClock clock = new MinuteClock();
  private final GmcClient gmc = Clients.builder(server.endpoint()).clock(clock).build();
  private final LogCapture logs = LogCapture.start();

  /** A clock that a test moves by hand. */
  private static final class MinuteClock extends Clock {
    private Instant now = Clients.NOW;

    void minute(int minute) {
      now = IncidentsTest.minute(minute);
    }

    void seconds(int seconds) {
      now = now.plusSeconds(seconds);
    }

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }

  @AfterEach
  void stop() {
    logs.close();
    server.close();
  }

  @Test
  void oneWarningAtTheStartAndOneAtTheEndWhateverIsBetween() {
    failing(code(Call.GET_DOCTORS, "99"));
    failing(code(Call.GET_DOCTORS, "99"));
    String id = failing(code(Call.GET_DOCTORS, "99")).id();
    succeeding();

    assertThat(logs.messages(Level.WARN))
        .containsExactly(
            "GMC Connect incident "
                + id
                + " began: return code 99: invalid credentials (user name, password or IP"
                + " address). Who must act: the caller, then the GMC's service team. Further"
                + " failures of this kind are logged at DEBUG",
            "GMC Connect incident "
                + id
                + " is over: return code 99: invalid credentials (user name, password or IP"
                + " address). 3 refused since 2027-01-05T00:05:00Z, the last of them at"
                + " 2027-01-05T00:05:00Z");
    assertThat(logs.messages(Level.DEBUG))
        .contains(
            "GMC Connect incident " + id + ": 2 refused since 2027-01-05T00:05:00Z",
            "GMC Connect incident " + id + ": 3 refused since 2027-01-05T00:05:00Z");
    assertThat(logs.messages(Level.ERROR)).isEmpty();
  }

  @Test
  void theEvidenceCountsAndDatesTheIncident() {
    Incident before = failing(Reply.hangUp());
    clock.minute(1);
    succeeding();
    clock.minute(6);
    Incident first = failing(Reply.hangUp());
    clock.minute(8);
    Incident second = failing(Reply.hangUp());

    assertThat(before.id()).matches("gmc-[0-9a-f]{8}");
    assertThat(before.lastSuccess()).isEmpty();
    assertThat(first.id()).isNotEqualTo(before.id());
    assertThat(first).isEqualTo(Incident.of(first.id(), minute(6), minute(6), 1, 0, minute(1)));
    assertThat(second).isEqualTo(Incident.of(first.id(), minute(6), minute(8), 2, 0, minute(1)));
  }

  @Test
  void failuresOfDifferentKindsAreDifferentIncidentsAlsoWhenTheyTakeTurns() {
    List<HttpReply> kinds =
        List.of(
            edge("403 Forbidden", "error code: 1010"),
            edge("403 Forbidden", "error code: 1020"),
            edge("403 Forbidden", "<html></html>").header("cf-mitigated: challenge"),
            edge("521 Down", "error code: 521"),
            HttpReply.of("503 Unavailable", "text/html", "<p>No.")
                .header("Server: Microsoft-IIS/10.0"),
            HttpReply.of("407 Login", "text/html", "<p>No.")
                .header("Via: 1.1 proxy.example (squid)"),
            HttpReply.of("403 Forbidden", "text/html", "<p>No.")
                .header("Via: 1.1 proxy.example (squid)"),
            HttpReply.of("200 OK", "text/html", "<p>Hello"),
            HttpReply.soap("<soap:Envelope xmlns:soap=\"" + Soap.ENVELOPE_1_1 + "\"><a></b>"));

    List<String> first = kinds.stream().map(kind -> failing(kind).id()).collect(toList());
    List<String> again = kinds.stream().map(kind -> failing(kind).id()).collect(toList());

    assertThat(first).doesNotHaveDuplicates();
    assertThat(again).isEqualTo(first);
  }

  private static HttpReply edge(String status, String body) {
    return HttpReply.of(status, "text/html", body).header("CF-RAY: 8f3c2a9d1b7e4650-LHR");
  }

  @Test
  void callsThatAreHeldBackAreCountedApartFromThoseThatWereRefused() {
    GmcClient guarded =
        Clients.builder(server.endpoint())
            .clock(clock)
            .circuitBreakerPolicy(CircuitBreakerPolicy.defaults())
            .build();
    clock.seconds(12);
    String id = failing(guarded, code(Call.GET_DOCTORS, "99")).id();
    Incident last = null;
    for (int call = 0; call < 49; call++) {
      clock.seconds(1);
      last = failing(guarded);
    }

    assertThat(last)
        .isEqualTo(
            Incident.of(id, minute(0).plusSeconds(12), minute(0).plusSeconds(61), 1, 49, null));
    assertThat(logs.messages(Level.DEBUG))
        .contains(
            "GMC Connect incident " + id + ": 1 refused, 49 held back since 2027-01-05T00:05:12Z");

    clock.minute(3);
    succeeding(guarded);

    assertThat(logs.messages(Level.WARN))
        .hasSize(2)
        .last()
        .isEqualTo(
            "GMC Connect incident "
                + id
                + " is over: return code 99: invalid credentials (user name, password or IP"
                + " address). 1 refused, 49 held back since 2027-01-05T00:05:12Z, the last of them"
                + " at 2027-01-05T00:06:01Z");
  }

  @Test
  void theEvidenceOfACallThatWasHeldBackTellsBothCounts() {
    GmcClient guarded =
        Clients.builder(server.endpoint())
            .clock(clock)
            .circuitBreakerPolicy(CircuitBreakerPolicy.defaults())
            .build();
    failing(guarded, code(Call.GET_DOCTORS, "99"));

    GmcException heldBack =
        catchThrowableOfType(GmcException.class, () -> guarded.getDoctorsForDb(Call.BODY));

    assertThat(heldBack.evidence().toText())
        .contains("\nCalls:                 1 refused, 1 held back since 2027-01-05T00:05:00Z\n");
  }

  @Test
  void aServiceThatComesAndGoesIsOneIncidentOfThreeWarnings() {
    String id = failing(Reply.hangUp()).id();
    succeeding();
    for (int minute = 1; minute <= 60; minute++) {
      clock.minute(minute);
      for (int call = 0; call < 3; call++) {
        assertThat(failing(Reply.hangUp()).id()).isEqualTo(id);
        succeeding();
        succeeding();
        succeeding();
      }
    }
    clock.minute(64);
    succeeding();
    assertThat(logs.messages(Level.WARN)).hasSize(3);
    clock.minute(65);
    succeeding();

    assertThat(logs.messages(Level.WARN))
        .hasSize(4)
        .satisfies(warnings -> assertThat(warnings.get(1)).contains(id + " is over: "))
        .satisfies(
            warnings ->
                assertThat(warnings.get(2))
                    .isEqualTo(
                        "GMC Connect incident "
                            + id
                            + " continues: the connection broke before an answer came"
                            + " (IOException). 2"
                            + " failed since 2027-01-05T00:05:00Z. It is over when a call is"
                            + " answered 5"
                            + " minutes or more after its last failure"))
        .satisfies(
            warnings ->
                assertThat(warnings.get(3))
                    .contains(id + " is over: ")
                    .endsWith(
                        " 181 failed since 2027-01-05T00:05:00Z, the last of them at"
                            + " 2027-01-05T01:05:00Z"));
  }

  @Test
  void theLastSuccessOfAServiceThatComesAndGoesIsTheLatestBeforeTheFailure() {
    failing(Reply.hangUp());
    clock.minute(1);
    succeeding();
    clock.minute(2);
    Incident again = failing(Reply.hangUp());

    assertThat(again).isEqualTo(Incident.of(again.id(), minute(0), minute(2), 2, 0, minute(1)));
  }

  @Test
  void theSameFailureFiveMinutesAfterTheLastIsAnotherIncident() {
    String before = failing(Reply.hangUp()).id();
    succeeding();
    clock.minute(5);

    assertThat(failing(Reply.hangUp()).id()).isNotEqualTo(before);
    assertThat(logs.messages(Level.WARN)).hasSize(3).last().asString().contains(" began: ");
  }

  @Test
  void differentFailuresAreDifferentIncidents() {
    Incident code99 = failing(code(Call.GET_DOCTORS, "99"));
    Incident broken = failing(Reply.hangUp());
    Incident code99Again = failing(code(Call.GET_DOCTORS, "99"));

    assertThat(broken.id()).isNotEqualTo(code99.id());
    assertThat(broken.failed()).isEqualTo(1);
    assertThat(code99Again.id()).isEqualTo(code99.id());
    assertThat(code99Again.failed()).isEqualTo(2);
    assertThat(logs.messages(Level.WARN)).hasSize(2);
  }

  @Test
  void aRejectedRequestIsNoIncidentAndEndsOne() {
    failing(Reply.hangUp());
    server.then(code(Call.GET_DOCTORS, "80"));

    GmcException rejected =
        catchThrowableOfType(GmcException.class, () -> gmc.getDoctorsForDb(Call.BODY));

    assertThat(rejected.evidence().incident()).isEmpty();
    assertThat(logs.messages(Level.WARN)).hasSize(2).last().asString().contains(" is over: ");
  }

  @Test
  void aClientWithoutTroubleWarnsOfNothing() {
    succeeding();
    server.then(code(Call.GET_DOCTORS, "80"));
    assertThatThrownBy(() -> gmc.getDoctorsForDb(Call.BODY))
        .isInstanceOf(GmcRejectedException.class);

    assertThat(logs.messages(Level.WARN)).isEmpty();
  }

  private static Instant minute(int minute) {
    return Clients.NOW.plusSeconds(60L * minute);
  }

  private static HttpReply code(Call call, String code) {
    return HttpReply.soap(Soap.code(call.operation(), code));
  }

  private void succeeding() {
    succeeding(gmc);
  }

  private void succeeding(GmcClient client) {
    server.then(HttpReply.soap(Soap.list("")));
    client.getDoctorsForDb(Call.BODY);
  }

  private Incident failing(Reply reply) {
    return failing(gmc, reply);
  }

  private Incident failing(GmcClient client, Reply... replies) {
    for (Reply reply : replies) {
      server.then(reply);
    }
    GmcException failure =
        catchThrowableOfType(GmcException.class, () -> client.getDoctorsForDb(Call.BODY));
    assertThat(failure).as("failure").isNotNull();
    return failure.evidence().incident().orElseThrow();
  }
}
