package uk.nhs.hee.tis.gmc.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import ch.qos.logback.classic.Level;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
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

/** Consecutive failures of one kind are one incident, with one warning at each end. */
class IncidentsTest {
  private final WireServer server = WireServer.start();
  private final MinuteClock clock = new MinuteClock();
  private final GmcClient gmc = Clients.builder(server.endpoint()).clock(clock).build();
  private final LogCapture logs = LogCapture.start();

  /** A clock that a test moves by hand. */
  private static final class MinuteClock extends Clock {
    private Instant now = Clients.NOW;

    void minute(int minute) {
      now = Clients.NOW.plusSeconds(60L * minute);
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
                + " address). 3 calls failed from 2027-01-05T00:05:00Z to 2027-01-05T00:05:00Z");
    assertThat(logs.messages(Level.DEBUG))
        .contains(
            "GMC Connect incident " + id + ": failure 2",
            "GMC Connect incident " + id + ": failure 3");
    assertThat(logs.messages(Level.ERROR)).isEmpty();
  }

  @Test
  void theEvidenceCountsAndDatesTheIncident() {
    Incident before = failing(Reply.hangUp());
    clock.minute(1);
    succeeding();
    clock.minute(2);
    Incident first = failing(Reply.hangUp());
    clock.minute(4);
    Incident second = failing(Reply.hangUp());

    assertThat(before.id()).matches("gmc-[0-9a-f]{8}");
    assertThat(before.lastSuccess()).isEmpty();
    assertThat(first.id()).isNotEqualTo(before.id());
    assertThat(first).isEqualTo(Incident.of(first.id(), minute(2), minute(2), 1, minute(1)));
    assertThat(second).isEqualTo(Incident.of(first.id(), minute(2), minute(4), 2, minute(1)));
  }

  @Test
  void differentFailuresAreDifferentIncidents() {
    Incident code99 = failing(code(Call.GET_DOCTORS, "99"));
    Incident broken = failing(Reply.hangUp());
    Incident code99Again = failing(code(Call.GET_DOCTORS, "99"));

    assertThat(broken.id()).isNotEqualTo(code99.id());
    assertThat(broken.count()).isEqualTo(1);
    assertThat(code99Again.id()).isEqualTo(code99.id());
    assertThat(code99Again.count()).isEqualTo(2);
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
    server.then(HttpReply.soap(Soap.list("")));
    gmc.getDoctorsForDb(Call.BODY);
  }

  private Incident failing(Reply reply) {
    server.then(reply);
    GmcException failure =
        catchThrowableOfType(GmcException.class, () -> gmc.getDoctorsForDb(Call.BODY));
    assertThat(failure).as("failure").isNotNull();
    return failure.evidence().incident().orElseThrow();
  }
}
