package uk.nhs.hee.tis.gmc.client.error;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import uk.nhs.hee.tis.gmc.client.model.Actor;

/** Writes {@link Evidence} as text for an e-mail: one sentence, then one labelled line per fact. */
final class EvidenceText {
  private static final int LABEL_WIDTH = 21;

  private final StringBuilder out = new StringBuilder();

  private EvidenceText() {}

  static String of(Evidence evidence) {
    EvidenceText text = new EvidenceText();
    text.opening(evidence);
    text.verdict(evidence);
    text.request(evidence);
    text.answer(evidence);
    evidence.incident().ifPresent(incident -> text.incident(incident, evidence.source()));
    return text.out.toString();
  }

  private void opening(Evidence e) {
    out.append("At ")
        .append(seconds(e.endedAt()))
        .append(" (UTC) our ")
        .append(e.operation().operationName())
        .append(" request to GMC Connect failed: ")
        .append(e.finding())
        .append(".\n\n");
  }

  private void verdict(Evidence e) {
    line("Who answered", answered(e));
    line("Confidence", e.confidence().name().toLowerCase(Locale.ROOT));
    for (String signal : e.signals()) {
      line("Signal", signal);
    }
    line("Was it carried out?", effect(e));
    line("Retrying may help", e.retryable() ? "yes" : "no");
    line("Who must act", Actor.words(e.actors()));
    line("Advice", e.advice());
    if (e.fromOpenCircuit()) {
      line(
          "Not sent",
          "an earlier failure opened the circuit; the answer below belongs to that failure");
    }
  }

  private static String answered(Evidence e) {
    switch (e.source()) {
      case CALLER:
        return "nobody: the call was abandoned on our side";
      case NETWORK:
        return "nobody, or not completely";
      default:
        return e.source().words();
    }
  }

  private static String effect(Evidence e) {
    switch (e.effect()) {
      case NOT_SENT:
        return "no: nothing was sent";
      case NOT_PROCESSED:
        return "no: it was refused beforehand";
      default:
        return e.operation().isRead()
            ? "perhaps, but it only reads data"
            : "perhaps: we cannot tell from our side";
    }
  }

  private void request(Evidence e) {
    out.append('\n');
    e.environmentLabel().ifPresent(v -> line("Environment", v));
    line("URL", e.url());
    line("Route", e.proxy().map(proxy -> "through the proxy " + proxy).orElse("direct"));
    if (!e.resolvedAddresses().isEmpty()) {
      line("Host resolves to", String.join(", ", e.resolvedAddresses()));
    }
    line("Started (UTC)", millis(e.startedAt()));
    line("Failed (UTC)", millis(e.endedAt()));
    line("Attempts", e.attempts());
    line("Client request id", e.clientRequestId());
    line("User-Agent", e.userAgent());
    headers("Sent ", e.identityHeaders());
  }

  private void answer(Evidence e) {
    out.append('\n');
    e.gmcRequestId().ifPresent(v -> line("GMC request id", v));
    e.recommendationId().ifPresent(v -> line("Recommendation id", v));
    e.returnCode().ifPresent(v -> line("GMC return code", v.code() + " (" + v.meaning() + ")"));
    e.httpStatus().ifPresent(v -> line("HTTP status", v));
    e.retryAfter().ifPresent(v -> line("Retry after", seconds(v) + " s"));
    e.cloudflareCode().ifPresent(v -> line("Cloudflare error", v));
    e.rayId().ifPresent(v -> line("Ray ID", v));
    e.edgeLocation().ifPresent(v -> line("Edge location", v));
    e.egressAddress().ifPresent(v -> line("Our address, as seen", v));
    headers("Received ", e.responseHeaders());
    e.excerpt().ifPresent(v -> line("Answer begins", v));
  }

  private void incident(Incident incident, Source source) {
    out.append('\n');
    line("Incident", incident.id());
    line("Calls", incident.words(source));
    line(
        "Last successful call",
        incident.lastSuccess().map(EvidenceText::millis).orElse("none since this client started"));
  }

  private void headers(String prefix, Map<String, String> headers) {
    headers.forEach((name, value) -> line(prefix + name, value));
  }

  /** Rounded up, so that a caller who waits that long is not too early. */
  private static long seconds(Duration wait) {
    return wait.plusNanos(999_999_999).toSeconds();
  }

  private static String seconds(Instant time) {
    return time.truncatedTo(ChronoUnit.SECONDS).toString();
  }

  private static String millis(Instant time) {
    return time.truncatedTo(ChronoUnit.MILLIS).toString();
  }

  private void line(String label, Object value) {
    out.append(label).append(':');
    for (int width = label.length() + 1; width <= LABEL_WIDTH; width++) {
      out.append(' ');
    }
    // Ids and codes come from outside: none may start a new line.
    out.append(' ').append(value.toString().replaceAll("\\p{Cntrl}", "?")).append('\n');
  }
}
