package uk.nhs.hee.tis.gmc.client;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.nhs.hee.tis.gmc.client.fixture.RecordingHttpClient.soap;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import uk.nhs.hee.tis.gmc.client.GmcAvailability.State;
import uk.nhs.hee.tis.gmc.client.fixture.Call;
import uk.nhs.hee.tis.gmc.client.fixture.Soap;
import uk.nhs.hee.tis.gmc.client.model.GmcOperation;

/**
 * What passing calls say of GMC Connect, so that one hiccup alarms nobody and a block everybody.
 */
@SuppressWarnings("FutureReturnValueIgnored") // The client without threads has done it all.
class AvailabilityTest {
  private static final Instant START = Instant.parse("2027-01-05T00:05:00Z");

  private final Setting setting = new Setting();
  private final List<State> changes = new ArrayList<>();
  private final GmcClient gmc =
      setting
          .client()
          .listener(
              new GmcListener() {
                @Override
                public void availabilityChanged(GmcAvailability before, GmcAvailability now) {
                  changes.add(now.state());
                }
              })
          .build();

  private void after(Failure... failures) {
    for (Failure failure : failures) {
      setting.time.advance(Duration.ofSeconds(1));
      setting.http.then(failure.of(GmcOperation.GET_DOCTORS_FOR_DB));
      Setting.start(Call.GET_DOCTORS, gmc);
    }
  }

  private void afterSuccesses(int count) {
    for (int i = 0; i < count; i++) {
      setting.time.advance(Duration.ofSeconds(1));
      setting.http.then(soap(Soap.success(GmcOperation.GET_DOCTORS_FOR_DB)));
      Setting.start(Call.GET_DOCTORS, gmc);
    }
  }

  @Test
  void clientThatMadeNoCallIsAvailableSinceItWasMade() {
    assertThat(gmc.availability()).isEqualTo(GmcAvailability.of(State.AVAILABLE, START, Map.of()));
  }

  @ParameterizedTest
  @CsvSource({"BLOCK, BLOCKED", "CHALLENGE, BLOCKED", "CODE_99, ACCESS_DENIED"})
  void refusalOfThisClientShowsAtOnce(Failure failure, State state) {
    after(failure);

    assertThat(gmc.availability().state()).isEqualTo(state);
    assertThat(gmc.availability().since()).isEqualTo(START.plusSeconds(1));
  }

  @Test
  void oneHiccupAlarmsNobodyTwoInARowDo() {
    after(Failure.BAD_GATEWAY);
    assertThat(changes).isEmpty();
    after(Failure.BAD_GATEWAY);

    assertThat(changes).containsExactly(State.DEGRADED);
    assertThat(gmc.availability().since()).isEqualTo(START.plusSeconds(2));
  }

  @Test
  void fourFailuresAmongTwentyCallsDegrade() {
    for (int i = 0; i < 3; i++) {
      after(Failure.BAD_GATEWAY);
      afterSuccesses(2);
    }
    assertThat(changes).isEmpty();
    after(Failure.BAD_GATEWAY);

    assertThat(changes).containsExactly(State.DEGRADED);
  }

  @ParameterizedTest
  @EnumSource(names = {"RATE_LIMIT", "RATE_LIMIT_ON_THE_WAY"})
  void rateLimitDegradesAndNoMoreThanThat(Failure rateLimit) {
    for (int i = 0; i < 30; i++) {
      after(rateLimit);
    }

    assertThat(changes).containsExactly(State.DEGRADED);
  }

  @Test
  void threeInARowWithoutAnyAnswerAreUnreachable() {
    after(Failure.REFUSED, Failure.TIMEOUT, Failure.NO_SUCH_HOST);

    assertThat(changes).containsExactly(State.DEGRADED, State.UNREACHABLE);
  }

  @Test
  void anAnswerOfWhateverSortMeansReachable() {
    after(Failure.REFUSED, Failure.REFUSED, Failure.REFUSED, Failure.BAD_GATEWAY);

    assertThat(changes).containsExactly(State.DEGRADED, State.UNREACHABLE, State.DEGRADED);
  }

  @ParameterizedTest
  @CsvSource({"BLOCK, BLOCKED", "CODE_99, ACCESS_DENIED"})
  void oneSuccessMakesItDegradedAndThreeInARowAvailable(Failure failure, State state) {
    after(failure);
    afterSuccesses(1);
    assertThat(changes).containsExactly(state, State.DEGRADED);
    afterSuccesses(2);

    assertThat(changes).containsExactly(state, State.DEGRADED, State.AVAILABLE);
    assertThat(gmc.availability().since()).isEqualTo(START.plusSeconds(4));
  }

  @Test
  void flappingServiceIsAnnouncedOnce() {
    after(Failure.BAD_GATEWAY, Failure.BAD_GATEWAY);
    for (int i = 0; i < 20; i++) {
      afterSuccesses(2);
      after(Failure.BAD_GATEWAY);
    }

    assertThat(changes).containsExactly(State.DEGRADED);
  }

  @Test
  void rejectionOfARequestIsAnAnswerAndNoSuccessForItsBody() {
    after(Failure.BAD_GATEWAY, Failure.BAD_GATEWAY);
    after(Failure.REJECTED, Failure.CODE_81, Failure.REJECTED);

    assertThat(gmc.availability().state()).isEqualTo(State.AVAILABLE);
    assertThat(gmc.availability().lastSuccess(Call.BODY)).isEmpty();
  }

  @Test
  void lastSuccessIsKeptForEveryBody() {
    afterSuccesses(1);
    setting.time.advance(Duration.ofHours(1));
    setting.http.then(soap(Soap.success(GmcOperation.GET_DOCTORS_FOR_DB)));
    gmc.async().getDoctorsForDb("1-OTHER");
    after(Failure.BLOCK);

    assertThat(gmc.availability().lastSuccess(Call.BODY)).contains(START.plusSeconds(1));
    assertThat(gmc.availability().lastSuccess("1-OTHER")).contains(START.plusSeconds(3601));
    assertThat(gmc.availability().lastSuccess("1-NEVER")).isEmpty();
  }

  @Test
  void cancelledAndHeldBackCallsSayNothing() {
    Setting.start(Call.GET_DOCTORS, gmc).cancel(true);
    Setting.start(Call.GET_DOCTORS, gmc).cancel(true);
    Setting.start(Call.GET_DOCTORS, gmc).cancel(true);

    assertThat(changes).isEmpty();
  }
}
