package uk.nhs.hee.tis.gmc.client.internal.call;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import uk.nhs.hee.tis.gmc.client.ClientIdentity;
import uk.nhs.hee.tis.gmc.client.internal.http.HttpAnswer;
import uk.nhs.hee.tis.gmc.client.internal.http.HttpExchange;
import uk.nhs.hee.tis.gmc.client.internal.http.ObservedBody;
import uk.nhs.hee.tis.gmc.client.internal.soap.RawAnswer;
import uk.nhs.hee.tis.gmc.client.internal.soap.Reading;
import uk.nhs.hee.tis.gmc.client.internal.soap.SentValues;
import uk.nhs.hee.tis.gmc.client.internal.soap.SoapNames;
import uk.nhs.hee.tis.gmc.client.model.GmcOperation;

/** The two halves of one attempt: sending a request, and reading what came. Thread-safe. */
final class Attempt {
  private final CallSettings settings;
  private final HttpExchange exchange;
  private final AnswerJudgement answers;

  Attempt(CallSettings settings, HttpExchange exchange) {
    this.settings = settings;
    this.exchange = exchange;
    this.answers =
        new AnswerJudgement(
            settings.endpoint, settings.clock(), this::hop, exchange::hasAuthenticator);
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

  /** Returns where requests go first, as far as the proxy selector shows. */
  Hop hop() {
    boolean tls = settings.endpoint.getScheme().equalsIgnoreCase("https");
    try {
      return new Hop(exchange.proxy(), tls);
    } catch (RuntimeException theSelectorFailed) {
      return new Hop(null, tls);
    }
  }

  /** Returns the whole answer, if it grants the request or says that it is already so. */
  RawAnswer read(
      GmcOperation operation,
      HttpAnswer answer,
      Reading<?> reading,
      SentValues sent,
      Duration timeout)
      throws CallFailure {
    return answers.read(operation, answer, reading, sent, timeout);
  }
}
