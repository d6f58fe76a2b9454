package uk.nhs.hee.tis.gmc.client.internal.call;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import uk.nhs.hee.tis.gmc.client.ClientIdentity;
import uk.nhs.hee.tis.gmc.client.internal.http.HttpAnswer;
import uk.nhs.hee.tis.gmc.client.internal.http.HttpExchange;
import uk.nhs.hee.tis.gmc.client.internal.http.ObservedBody;
import uk.nhs.hee.tis.gmc.client.internal.soap.AnswerReader;
import uk.nhs.hee.tis.gmc.client.internal.soap.RawAnswer;
import uk.nhs.hee.tis.gmc.client.internal.soap.Reading;
import uk.nhs.hee.tis.gmc.client.internal.soap.SentValues;
import uk.nhs.hee.tis.gmc.client.internal.soap.SoapNames;
import uk.nhs.hee.tis.gmc.client.internal.soap.UnreadableAnswerException;
import uk.nhs.hee.tis.gmc.client.internal.verdict.Judge;
import uk.nhs.hee.tis.gmc.client.internal.verdict.ObservedAnswer;
import uk.nhs.hee.tis.gmc.client.internal.verdict.Verdict;
import uk.nhs.hee.tis.gmc.client.model.GmcOperation;
import uk.nhs.hee.tis.gmc.client.model.ReturnCode;

/** The two halves of one attempt: sending a request, and reading what came. Thread-safe. */
final class Attempt {
  private static final int PROXY_LOGIN = 407;

  private final CallSettings settings;
  private final HttpExchange exchange;
  private final Set<String> originHeaders = ConcurrentHashMap.newKeySet();

  Attempt(CallSettings settings, HttpExchange exchange) {
    this.settings = settings;
    this.exchange = exchange;
  }

  CompletableFuture<HttpAnswer> send(
      GmcOperation operation,
      ObservedBody body,
      ClientIdentity identity,
      Map<String, String> ofThisAttempt,
      Duration timeout,
      boolean mayWait) {
    String action = settings.soapActionBase + operation.operationName();
    Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    headers.putAll(ofThisAttempt);
    headers.putAll(identity.headers());
    headers.put("User-Agent", identity.userAgent());
    headers.putAll(SoapNames.headers(settings.soapVersion, action));
    return exchange.send(headers, body, timeout, mayWait);
  }

  /** Returns where requests go first, as far as the proxy selector tells. */
  Hop hop() {
    boolean tls = settings.endpoint.getScheme().equalsIgnoreCase("https");
    try {
      return new Hop(exchange.proxy(), tls);
    } catch (RuntimeException theSelectorFailed) {
      return new Hop(null, tls);
    }
  }

  /** Returns the whole answer, if it grants what was asked or says that it is so already. */
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
      throw ReturnCodeFailures.of(operation, raw);
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
      failure
          .judged
          .gmcRequestId(e.gmcRequestId().orElse(null))
          .recommendationId(e.recommendationId().orElse(null));
      throw failure;
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
                .to(settings.endpoint),
            sent);
    CallFailure failure = VerdictFailures.of(verdict, answer, sent, settings.clock(), e);
    Hop hop = hop();
    return answer.status() == PROXY_LOGIN && hop.isTunnelled()
        ? ProxyFailures.loginWanted(failure, answer.headers(), hop, exchange.hasAuthenticator())
        : failure;
  }
}
