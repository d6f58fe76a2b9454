package uk.nhs.hee.tis.gmc.client.internal.verdict;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import uk.nhs.hee.tis.gmc.client.error.Confidence;
import uk.nhs.hee.tis.gmc.client.error.Source;
import uk.nhs.hee.tis.gmc.client.model.GmcOperation;

/**
 * Puts a verdict into the words of an exception's message: who refused, how sure that is, what it
 * is not, what to do next, and what to quote. A pure function, like the judge itself.
 */
public final class Explanation {
  private static final int USER_AGENT_LENGTH = 200;

  private final Verdict verdict;
  private final GmcOperation operation;
  private final String userAgent;
  private final Instant when;
  private final StringBuilder out = new StringBuilder();

  private Explanation(Verdict verdict, GmcOperation operation, String userAgent, Instant when) {
    this.verdict = verdict;
    this.operation = operation;
    this.userAgent = Clean.line(userAgent, USER_AGENT_LENGTH);
    this.when = when.truncatedTo(ChronoUnit.SECONDS);
  }

  /**
   * Returns the message.
   *
   * @param userAgent the User-Agent that was sent
   * @param when when the answer came
   */
  public static String of(Verdict verdict, GmcOperation operation, String userAgent, Instant when) {
    Explanation explanation = new Explanation(verdict, operation, userAgent, when);
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
    say("The User-Agent sent was '" + userAgent + "'.");
    say("Do not repeat it: " + blockAdvice());
    quote("Send the evidence to the GMC and quote ");
  }

  private String blockAdvice() {
    switch (verdict.blockedKind()) {
      case CHALLENGE:
        return "no SOAP client can pass a challenge, so the GMC's firewall team must exempt this"
            + " path from it.";
      case CLIENT_SIGNATURE:
        return "check that the User-Agent names this product and no HTTP library, then ask the"
            + " GMC's firewall team to allow it.";
      case IP_BAN:
      case COUNTRY:
        return "the GMC's firewall team must allow the address that calls" + egress() + ".";
      case WAF:
        return "something in the request may have looked like an attack; the GMC's firewall team"
            + " can see what.";
      case DIRECT_ACCESS:
        return "check the host name of the configured endpoint.";
      default:
        return whoActs() + " must find and change the rule.";
    }
  }

  private String egress() {
    return verdict.egressAddress().map(address -> " (" + address + ")").orElse("");
  }

  private void rateLimited() {
    opening("asked to slow down and refused");
    say(
        verdict.beforeService()
            ? "The GMC's service did not process it; credentials and permissions are not the cause."
            : "Credentials and permissions are not the cause." + effect());
    sendFewer();
    if (verdict.source() == Source.INTERMEDIARY) {
      say("To have the limit raised, show the evidence to " + Who.NETWORK + ".");
      quote("It was answered ");
    } else {
      quote("To ask the GMC for a higher limit quote ");
    }
  }

  private void sendFewer() {
    if (outcomeOpen()) {
      say("Send fewer calls.");
    } else {
      say(wait("Send fewer calls, and the next one not before ", "Send fewer calls."));
    }
  }

  private void permission() {
    opening("refused");
    say("This is " + hedge("not a block by the Cloudflare edge") + "." + effect());
    say("Check the account, and the address that the GMC knows of this caller.");
    say("Do not repeat it: " + whoActs() + " must act.");
    quote("Ask the GMC and quote ");
  }

  private void unavailable() {
    opening("failed on");
    say("Credentials and permissions are not the cause." + effect());
    if (verdict.retryable()) {
      sayUnlessOpen(wait("Try again not before ", "Trying again later may help."));
      say("If it lasts, " + whoActs() + " must act.");
    } else {
      say("Trying again will not help: " + whoActs() + " must act.");
    }
    quote("Send the evidence to the GMC and quote ");
  }

  private void intermediary() {
    if (!whoActs().equals(Who.NETWORK)) {
      behindTheEdge();
      return;
    }
    switch (verdict.intermediaryKind()) {
      case PROXY_LOGIN:
        opening("requires authentication before it passes on");
        break;
      case PORTAL:
        opening("answered with a page for a browser instead of passing on");
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
    if (verdict.retryable()) {
      sayUnlessOpen(wait("Try again not before ", "Trying again later may help."));
    }
    say("Show the evidence to " + whoActs() + ".");
    quote("It was answered ");
  }

  /** Behind Cloudflare it is the GMC's side that must act, not the caller's network. */
  private void behindTheEdge() {
    out.append(isWeak() ? "Probably something" : "Something")
        .append(" between GMC Connect's Cloudflare edge and the GMC's own web server answered");
    request();
    say("Credentials and permissions are " + hedge("not the cause.") + effect());
    say("Do not repeat it: " + whoActs() + " must act.");
    quote("Send the evidence to the GMC and quote ");
  }

  private void protocol() {
    if (verdict.source() == Source.NETWORK || verdict.source() == Source.CALLER) {
      out.append("Nobody can be named who answered");
      request();
    } else {
      opening("gave no usable answer to");
    }
    say("Nothing of the answer was used." + effect());
    if (verdict.retryable()) {
      sayUnlessOpen("Trying again may help.");
    }
    say("Who must act: " + whoActs() + ".");
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
        .append(operation.operationName())
        .append(" request (")
        .append(verdict.finding())
        .append(", ")
        .append(verdict.confidence().name().toLowerCase(Locale.ROOT))
        .append(").");
  }

  /** Says what is left open for the caller to find out; a read leaves nothing behind. */
  private String effect() {
    if (verdict.beforeService()) {
      return " The GMC's service did not process it.";
    }
    return outcomeOpen()
        ? " Whether the GMC carried it out is not known: find out before sending it again."
        : "";
  }

  private boolean outcomeOpen() {
    return !verdict.beforeService() && !operation.isRead();
  }

  /** To tell somebody to repeat a write that may have run would be the costliest advice. */
  private void sayUnlessOpen(String advice) {
    if (!outcomeOpen()) {
      say(advice);
    }
  }

  private String hedge(String statement) {
    return verdict.confidence() == Confidence.CERTAIN ? statement : "probably " + statement;
  }

  private boolean isWeak() {
    return verdict.confidence() == Confidence.WEAK;
  }

  private String whoActs() {
    return verdict.whoActs();
  }

  private String wait(String prefix, String otherwise) {
    return verdict.retryAfter(when).map(asked -> prefix + when.plus(asked) + ".").orElse(otherwise);
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
