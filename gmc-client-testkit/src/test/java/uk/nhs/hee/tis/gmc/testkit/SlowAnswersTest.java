package uk.nhs.hee.tis.gmc.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static uk.nhs.hee.tis.gmc.client.model.GmcOperation.GET_DOCTORS_FOR_DB;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** An answer that drips ends with the test that wanted it, and holds up nobody. */
class SlowAnswersTest {
  private static final String HERE = "1-1RSSQ2H";
  private static final Duration LONG = Duration.ofMinutes(10);
  private static final Duration SOON = Duration.ofSeconds(20);

  private static GmcMockServer slow() {
    GmcMockServer gmc =
        GmcMockServer.builder().register(GmcRegister.invented(7, List.of(HERE), 3)).start();
    gmc.whenGettingDoctors().answersSlowly(LONG);
    return gmc;
  }

  private static HttpRequest list(GmcMockServer gmc) {
    String body = Soap.envelope(GET_DOCTORS_FOR_DB, Soap.list(HERE));
    return Soap.post(gmc, GET_DOCTORS_FOR_DB, body).build();
  }

  /** Returns a body of which the first part has come. */
  private static InputStream begun(GmcMockServer gmc) throws Exception {
    InputStream dripping = Soap.HTTP.send(list(gmc), BodyHandlers.ofInputStream()).body();
    assertThat(dripping.read()).isEqualTo('<');
    return dripping;
  }

  private static void assertThatItBreaksOff(InputStream dripping) {
    assertThatThrownBy(dripping::readAllBytes).isInstanceOf(IOException.class);
  }

  @Test
  void aDripEndsAtResetAndTheNextTestIsServed() {
    assertTimeoutPreemptively(
        SOON,
        () -> {
          try (GmcMockServer gmc = slow();
              InputStream dripping = begun(gmc)) {
            gmc.reset();

            assertThatItBreaksOff(dripping);
            assertThat(gmc.requests()).isEmpty();
            assertThat(Soap.send(list(gmc)).code()).isEqualTo("0");
          }
        });
  }

  @Test
  void aDripDoesNotHoldUpTheEndOfTheServer() {
    assertTimeoutPreemptively(
        SOON,
        () -> {
          GmcMockServer gmc = slow();
          try (InputStream dripping = begun(gmc)) {
            gmc.close();

            assertThatItBreaksOff(dripping);
          }
        });
  }
}
