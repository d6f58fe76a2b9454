package uk.nhs.hee.tis.gmc.client.internal.verdict;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import uk.nhs.hee.tis.gmc.client.error.Confidence;
import uk.nhs.hee.tis.gmc.client.error.Evidence;
import uk.nhs.hee.tis.gmc.client.error.Source;
import uk.nhs.hee.tis.gmc.client.model.Actor;

/**
 * Turns a verdict into an exception's message: who refused, how certain that is, what it is not,
 * what to do, who must act, and what to quote. A pure function, like the judge itself.
 */
public final class Explanation {
  private static final int USER_AGENT_LENGTH = 200;
  private static final String LIBRARY_HEADER = "X-Gmc-Client";

  private final Verdict verdict;
  private final Evidence evidence;
  private final Instant when;
  private final StringBuilder out = new StringBuilder();

  private Explanation(Verdict verdict, Evidence evidence) {
    this.verdict = verdict;
    this.evidence = evidence;
    this.when = evidence.endedAt().truncatedTo(ChronoUnit.SECONDS);
  }

  /**
   * Returns the message.
   *
   * @param evidence of the failed call that the verdict is on
   */
  public static String of(Verdict verdict, Evidence evidence) {
    Explanation explanation = new Explanation(verdict, evidence);
    explanation.write();
    return explanation.out.toString();
  }

  private void write() {
    switch (verdict.category()) {
      case BLOCKED:
        blocked();
        break;
      case RATE_LIMITED:
        rateLimited();
        break;
      case PERMISSION:
        permission();
        break;
      case UNAVAILABLE:
        unavailable();
        break;
      case INTERMEDIARY:
        intermediary();
        break;
      case PROTOCOL:
        protocol();
        break;
    }
  }

  private void blocked() {
    opening("refused");
    say(
        verdict.beforeService()
            ? "The GMC's service never saw it; credentials and permissions are "
                + hedge("not the cause.")
            : "Credentials and permissions are " + hedge("not the cause.") + effect());
    say(
        "The User-Agent sent was '"
            + Clean.line(evidence.userAgent(), USER_AGENT_LENGTH)
            + (namesOnlyThisLibrary()
                ? "', which names only this library: no identity with a product is set (identity(…)"
                    + " of the builder, or GMC_USER_AGENT)."
                : "'."));
    adviceAndActors();
    quote("Send the evidence to the GMC and quote ");
  }

  /** Whether the User-Agent begins as this library's own header does, version included. */
  private boolean namesOnlyThisLibrary() {
    String library = evidence.identityHeaders().getOrDefault(LIBRARY_HEADER, "");
    return !library.isEmpty() && firstWord(library).equals(firstWord(evidence.userAgent()));
  }

  private static String firstWord(String text) {
    return text.split(" ", 2)[0];
  }

  private void rateLimited() {
    opening("asked the caller to slow down and refused");
    say(
        verdict.beforeService()
            ? "The GMC's service did not process it; credentials and permissions are not the cause."
            : "Credentials and permissions are not the cause." + effect());
    adviceAndActors();
    if (verdict.source() == Source.INTERMEDIARY) {
      say("To have the limit raised, show the evidence to " + Actor.CALLER_NETWORK.words() + ".");
      quote("It was answered ");
    } else {
      quote("To ask the GMC for a higher limit, quote ");
    }
  }

  private void permission() {
    opening("refused");
    say("This is " + hedge("not a block by the Cloudflare edge") + "." + effect());
    adviceAndActors();
    quote("Ask the GMC and quote ");
  }

  private void unavailable() {
    opening("failed on");
    say("Credentials and permissions are not the cause." + effect());
    adviceAndActors();
    quote("Send the evidence to the GMC and quote ");
  }

  private void intermediary() {
    if (!verdict.actors().equals(List.of(Actor.CALLER_NETWORK))) {
      behindTheEdge();
      return;
    }
    switch (verdict.intermediaryKind()) {
      case PROXY_LOGIN:
        opening("requires authentication before it passes on");
        break;
      case PORTAL:
        opening("answered with an HTML page meant for a browser instead of passing on");
        break;
      case OUTAGE:
        opening(
            verdict.beforeService() ? "could not pass on" : "got no usable answer when passing on");
        break;
      case BLOCK:
        opening("answered instead of passing on");
        break;
    }
    say(
        verdict.beforeService()
            ? "The GMC has not seen it; the GMC and its firewall are " + hedge("not the cause.")
            : "The GMC and its firewall are " + hedge("not the cause.") + effect());
    adviceAndActors();
    quote("It was answered ");
  }

  /** Behind Cloudflare it is the GMC's side that must act, not the caller's network. */
  private void behindTheEdge() {
    out.append(isWeak() ? "Probably something" : "Something")
        .append(" between GMC Connect's Cloudflare edge and the GMC's own web server answered");
    request();
    say("Credentials and permissions are " + hedge("not the cause.") + effect());
    adviceAndActors();
    quote("Send the evidence to the GMC and quote ");
  }

  private void protocol() {
    if (verdict.source() == Source.NETWORK || verdict.source() == Source.CALLER) {
      out.append("It is unclear who answered");
      request();
    } else {
      opening("gave no usable answer to");
    }
    say("None of the answer was used." + effect());
    adviceAndActors();
    quote("If you ask the GMC, quote ");
  }

  private void opening(String verb) {
    String who = verdict.source().words();
    if (isWeak()) {
      out.append("Probably ").append(who);
    } else {
      out.append(who.substring(0, 1).toUpperCase(Locale.ROOT)).append(who.substring(1));
    }
    out.append(who.indexOf(',') < 0 ? " " : ", ").append(verb);
    request();
  }

  private void request() {
    out.append(" this ")
        .append(evidence.operation().operationName())
        .append(" request (")
        .append(verdict.finding())
        .append(", ")
        .append(verdict.confidence().name().toLowerCase(Locale.ROOT))
        .append(").");
  }

  /** Says what is left for the caller to find out; a read has no effect. */
  private String effect() {
    if (verdict.beforeService()) {
      return " The GMC's service did not process it.";
    }
    return evidence.operation().isRead() ? "" : " It may have been carried out.";
  }

  private String hedge(String statement) {
    return verdict.confidence() == Confidence.CERTAIN ? statement : "probably " + statement;
  }

  private boolean isWeak() {
    return verdict.confidence() == Confidence.WEAK;
  }

  private void adviceAndActors() {
    say(evidence.advice());
    say("Who must act: " + Actor.words(evidence.actors()) + ".");
  }

  private void quote(String prefix) {
    String ray = verdict.rayId().map(id -> "Ray ID " + id + " at ").orElse("the time ");
    String plain = prefix.endsWith("answered ") ? "at " : ray;
    say(prefix + plain + when + ".");
  }

  private void say(String sentence) {
    out.append(' ').append(sentence);
  }
}
