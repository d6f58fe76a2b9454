package uk.nhs.hee.tis.gmc.client;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import java.util.ArrayList;
import java.util.List;
import uk.nhs.hee.tis.gmc.client.error.GmcException;
import uk.nhs.hee.tis.gmc.client.fixture.Call;
import uk.nhs.hee.tis.gmc.client.fixture.LogCapture;
import uk.nhs.hee.tis.gmc.client.fixture.RecordingHttpClient;

/** Everything that a call leaves behind when a foreign page answers it with status 403. */
final class Traces {
  private Traces() {}

  /**
   * Returns the texts of the exception, its causes and its evidence, what a listener is given, and
   * the log.
   *
   * @param page the body of the answer
   * @param via the value of its header {@code Via}
   */
  static String of(Call call, String page, String via) {
    Setting setting = new Setting();
    setting.http.then(RecordingHttpClient.page(403, page, "Content-Type", "text/html", "Via", via));
    List<Object> heard = new ArrayList<>();
    GmcListener listener =
        new GmcListener() {
          @Override
          public void callStarted(GmcCall started) {
            heard.add(started);
          }

          @Override
          public void attemptEnded(GmcCall failed, GmcAttempt attempt) {
            heard.add(attempt.failure().orElseThrow());
          }

          @Override
          public void callFailed(GmcCall failed, GmcException failure) {
            heard.add(failure);
            heard.add(failed);
          }
        };
    try (LogCapture logs = LogCapture.start()) {
      GmcException failure =
          Setting.failureOf(Setting.start(call, setting.client().listener(listener).build()));
      assertThat(logs.messages(Level.WARN)).isNotEmpty();
      StringBuilder told = new StringBuilder();
      for (Throwable t = failure; t != null; t = t.getCause()) {
        told.append(t).append('\n');
      }
      return told.append(failure.evidence().toText())
          .append(failure.evidence().toJson())
          .append(failure.evidence())
          .append(heard)
          .append(logs.everything())
          .toString();
    }
  }
}
