package uk.nhs.hee.tis.gmc.client.internal.call;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import uk.nhs.hee.tis.gmc.client.internal.http.HttpAnswer;
import uk.nhs.hee.tis.gmc.client.internal.soap.AnswerReader;
import uk.nhs.hee.tis.gmc.client.internal.soap.RawAnswer;
import uk.nhs.hee.tis.gmc.client.internal.soap.Reading;
import uk.nhs.hee.tis.gmc.client.internal.soap.SentValues;
import uk.nhs.hee.tis.gmc.client.internal.soap.UnreadableAnswerException;
import uk.nhs.hee.tis.gmc.client.internal.verdict.Judge;
import uk.nhs.hee.tis.gmc.client.internal.verdict.ObservedAnswer;
import uk.nhs.hee.tis.gmc.client.internal.verdict.Verdict;
import uk.nhs.hee.tis.gmc.client.model.GmcOperation;
import uk.nhs.hee.tis.gmc.client.model.ReturnCode;

/** Reads the answers of one endpoint, and judges the unusable ones. Thread-safe. */
final class AnswerJudgement {
  private static final int PROXY_LOGIN = 407;

  private final URI endpoint;
  private final Clock clock;
  private final Supplier<Hop> hop;
  private final BooleanSupplier hasAuthenticator;
  private final Set<String> originHeaders = ConcurrentHashMap.newKeySet();

  /**
   * Creates it.
   *
   * @param hop where requests go first
   * @param hasAuthenticator whether the HTTP client answers authentication challenges
   */
  AnswerJudgement(URI endpoint, Clock clock, Supplier<Hop> hop, BooleanSupplier hasAuthenticator) {
    this.endpoint = endpoint;
    this.clock = clock;
    this.hop = hop;
    this.hasAuthenticator = hasAuthenticator;
  }

  /** Returns the whole answer, if it grants the request or says that it is already so. */
  RawAnswer read(
      GmcOperation operation,
      HttpAnswer answer,
      Reading<?> reading,
      SentValues sent,
      Duration timeout)
      throws CallFailure {
    RawAnswer raw = readWhole(operation, answer, reading, sent, timeout);
    for (String name : answer.headers().map().keySet()) {
      originHeaders.add(name.toLowerCase(Locale.ROOT));
    }
    ReturnCode.Kind kind = raw.returnCode().kind(operation);
    if (kind != ReturnCode.Kind.SUCCESS && kind != ReturnCode.Kind.ALREADY_SO) {
      throw ReturnCodeFailures.of(operation, raw, sent);
    }
    return raw;
  }

  private RawAnswer readWhole(
      GmcOperation operation,
      HttpAnswer answer,
      Reading<?> reading,
      SentValues sent,
      Duration timeout)
      throws CallFailure {
    try (answer) {
      return AnswerReader.read(operation, answer.body(), reading);
    } catch (UnreadableAnswerException e) {
      CallFailure transport = NetworkFailures.whileReading(e, answer, timeout);
      CallFailure failure = transport != null ? transport : judged(answer, e, sent);
      throw failure.with(
          facts ->
              facts
                  .gmcRequestId(e.gmcRequestId().orElse(null))
                  .recommendationId(e.recommendationId().orElse(null)));
    }
  }

  private CallFailure judged(HttpAnswer answer, UnreadableAnswerException e, SentValues sent) {
    byte[] beginning = answer.beginning();
    Verdict verdict =
        Judge.judge(
            new ObservedAnswer(
                    answer.status(),
                    answer.headers(),
                    beginning,
                    answer.beginningIsWhole(),
                    originHeaders,
                    e.envelopeSeen() ? e.kind() : null)
                .withDetail(e.detail())
                .to(endpoint),
            sent);
    CallFailure failure = VerdictFailures.of(verdict, answer, sent, clock, e);
    Hop way = hop.get();
    return answer.status() == PROXY_LOGIN && way.isTunnelled()
        ? ProxyFailures.loginWanted(failure, answer.headers(), way, hasAuthenticator.getAsBoolean())
        : failure;
  }
}
