package uk.nhs.hee.tis.gmc.client.error;

import java.util.Map;

/** Writes {@link Evidence} as text for a mail: one sentence, then one labelled line per fact. */
final class EvidenceText {
  private static final int LABEL_WIDTH = 22;

  private final StringBuilder out = new StringBuilder();

  private EvidenceText() {}

  static String of(Evidence evidence) {
    EvidenceText text = new EvidenceText();
    text.opening(evidence);
    text.verdict(evidence);
    text.request(evidence);
    text.answer(evidence);
    evidence.incident().ifPresent(text::incident);
    return text.out.toString();
  }

  private void opening(Evidence e) {
    out.append("Our call of GMC Connect's ")
        .append(e.operation().operationName())
        .append(" at ")
        .append(e.endedAt())
        .append(" (UTC) failed: ")
        .append(e.finding())
        .append(", ")
        .append(e.source().words())
        .append(" (")
        .append(e.confidence().name().toLowerCase(java.util.Locale.ROOT))
        .append(").\n\n");
  }

  private void verdict(Evidence e) {
    line("Who must act", e.whoActs());
    line("Operation may have run", e.effect().name());
    line("Repeating may help", e.retryable() ? "yes" : "no");
    if (e.fromOpenCircuit()) {
      line("Not sent", "an earlier failure opened the circuit; the answer below is that one's");
    }
    for (String signal : e.signals()) {
      line("Sign", signal);
    }
  }

  private void request(Evidence e) {
    e.environment().ifPresent(v -> line("Environment", v));
    line("URL", e.url());
    if (!e.resolvedAddresses().isEmpty()) {
      line("Host resolves to", String.join(", ", e.resolvedAddresses()));
    }
    line("Started (UTC)", e.startedAt());
    line("Failed (UTC)", e.endedAt());
    line("Attempts", e.attempts());
    line("Client request id", e.clientRequestId());
    line("User-Agent", e.userAgent());
    headers("Sent ", e.identityHeaders());
  }

  private void answer(Evidence e) {
    e.gmcRequestId().ifPresent(v -> line("GMC request id", v));
    e.returnCode().ifPresent(v -> line("GMC return code", v.code() + " (" + v.meaning() + ")"));
    e.httpStatus().ifPresent(v -> line("HTTP status", v));
    e.cloudflareCode().ifPresent(v -> line("Cloudflare error", v));
    e.rayId().ifPresent(v -> line("Ray ID", v));
    e.edgeLocation().ifPresent(v -> line("Edge location", v));
    e.egressAddress().ifPresent(v -> line("Our address, as seen", v));
    headers("Received ", e.responseHeaders());
    e.excerpt().ifPresent(v -> line("Answer begins", v));
  }

  private void incident(Incident incident) {
    line("Incident", incident.id());
    line("Calls failed", incident.count() + " since " + incident.first());
    line(
        "Last good call",
        incident.lastSuccess().map(Object::toString).orElse("none since this client started"));
  }

  private void headers(String prefix, Map<String, String> headers) {
    headers.forEach((name, value) -> line(prefix + name, value));
  }

  private void line(String label, Object value) {
    out.append(label).append(':');
    for (int width = label.length() + 1; width <= LABEL_WIDTH; width++) {
      out.append(' ');
    }
    out.append(' ').append(value).append('\n');
  }
}
