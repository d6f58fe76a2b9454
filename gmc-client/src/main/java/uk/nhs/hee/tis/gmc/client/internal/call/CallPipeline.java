package uk.nhs.hee.tis.gmc.client.internal.call;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import uk.nhs.hee.tis.gmc.client.CallOptions;
import uk.nhs.hee.tis.gmc.client.GmcCredentials;
import uk.nhs.hee.tis.gmc.client.internal.http.HttpAnswer;
import uk.nhs.hee.tis.gmc.client.internal.http.HttpExchange;
import uk.nhs.hee.tis.gmc.client.internal.soap.AnswerReader;
import uk.nhs.hee.tis.gmc.client.internal.soap.CallIds;
import uk.nhs.hee.tis.gmc.client.internal.soap.RawAnswer;
import uk.nhs.hee.tis.gmc.client.internal.soap.SoapCall;
import uk.nhs.hee.tis.gmc.client.internal.soap.SoapNames;
import uk.nhs.hee.tis.gmc.client.internal.soap.UnreadableAnswerException;
import uk.nhs.hee.tis.gmc.client.internal.verdict.Judge;
import uk.nhs.hee.tis.gmc.client.internal.verdict.ObservedAnswer;
import uk.nhs.hee.tis.gmc.client.internal.verdict.Verdict;
import uk.nhs.hee.tis.gmc.client.model.CallInfo;
import uk.nhs.hee.tis.gmc.client.model.GmcAnswer;
import uk.nhs.hee.tis.gmc.client.model.GmcOperation;
import uk.nhs.hee.tis.gmc.client.model.ReturnCode;

/** Carries calls out. Thread-safe. */
public final class CallPipeline {
  private static final Logger LOG = LoggerFactory.getLogger("uk.nhs.hee.tis.gmc.client");

  private final CallSettings settings;
  private final HttpExchange exchange;
  private final IncidentLog incidents;
  private final Set<String> originHeaders = ConcurrentHashMap.newKeySet();

  /** Creates a pipeline. */
  public CallPipeline(CallSettings settings) {
    this.settings = settings;
    this.exchange =
        new HttpExchange(settings.httpClient, settings.endpoint, settings.maxAnswerBytes);
    this.incidents = new IncidentLog(settings.clock);
  }

  /**
   * Carries one call out.
   *
   * @param requestInternalUser the internal user that the request itself names, if any
   * @param request makes the request from the ids of the call
   * @throws uk.nhs.hee.tis.gmc.client.error.GmcException if the call fails
   * @throws IllegalArgumentException if a value cannot be sent; nothing was sent then
   */
  public <A extends GmcAnswer> A call(
      GmcOperation operation,
      CallOptions options,
      Optional<String> requestInternalUser,
      Function<CallIds, SoapCall<A>> request) {
    if (!operation.isRead()) {
      HiddenRepeats.refuse();
    }
    String clientRequestId =
        options.clientRequestId().orElseGet(() -> UUID.randomUUID().toString());
    SoapCall<A> call =
        request.apply(new CallIds(clientRequestId, internalUser(options, requestInternalUser)));
    byte[] envelope = call.envelope(settings.soapVersion, credentials(options));
    CallRecord record = new CallRecord(operation, clientRequestId, settings, options);
    try {
      A answer = attempt(call, envelope, options, record);
      incidents.success();
      return answer;
    } catch (CallFailure failure) {
      throw record.exception(failure, incidents);
    }
  }

  private String internalUser(CallOptions options, Optional<String> requestInternalUser) {
    return requestInternalUser
        .or(options::internalUser)
        .or(settings::internalUser)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "internalUser is missing: set it on the request, the call or the client"));
  }

  private GmcCredentials credentials(CallOptions options) {
    GmcCredentials credentials = options.credentials().orElseGet(settings.credentials);
    if (credentials == null) {
      throw new IllegalStateException("the credentials' supplier gave none");
    }
    return credentials;
  }

  private <A extends GmcAnswer> A attempt(
      SoapCall<A> call, byte[] envelope, CallOptions options, CallRecord record)
      throws CallFailure {
    Duration deadline = options.deadline().orElse(settings.callDeadline);
    Duration timeout =
        deadline.compareTo(settings.attemptTimeout) < 0 ? deadline : settings.attemptTimeout;
    String action = settings.soapActionBase + call.operation().operationName();
    Map<String, String> headers = new LinkedHashMap<>(record.identity().headers());
    headers.put("User-Agent", record.identity().userAgent());
    headers.putAll(SoapNames.headers(settings.soapVersion, action));
    if (Thread.currentThread().isInterrupted()) {
      throw TransportFailures.interruptedBeforeSending();
    }
    record.attempted();
    try (HttpAnswer answer = await(exchange.send(headers, envelope, timeout), timeout)) {
      RawAnswer raw = read(call.operation(), answer, timeout);
      originHeaders.addAll(lowerCaseNames(answer));
      return typed(call, raw, record);
    }
  }

  private static HttpAnswer await(CompletableFuture<HttpAnswer> sent, Duration timeout)
      throws CallFailure {
    try {
      // The request has its own time-out; this one is for a caller's HttpClient that ignores it.
      return sent.get(timeout.toMillis() + 1_000, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      sent.cancel(true);
      Thread.currentThread().interrupt();
      throw TransportFailures.interrupted(e);
    } catch (TimeoutException e) {
      sent.cancel(true);
      throw TransportFailures.timeout(timeout, e);
    } catch (ExecutionException e) {
      throw TransportFailures.of(e.getCause() == null ? e : e.getCause(), timeout);
    }
  }

  private RawAnswer read(GmcOperation operation, HttpAnswer answer, Duration timeout)
      throws CallFailure {
    try {
      return AnswerReader.read(operation, answer.body());
    } catch (UnreadableAnswerException e) {
      CallFailure transport = TransportFailures.whileReading(e, answer, timeout);
      if (transport != null) {
        throw transport;
      }
      byte[] beginning = answer.beginning();
      Verdict verdict =
          Judge.judge(
              new ObservedAnswer(
                  answer.status(),
                  answer.headers(),
                  beginning,
                  answer.beginningIsWhole(),
                  originHeaders,
                  e.envelopeSeen() ? e.kind() : null));
      throw VerdictFailures.of(verdict, answer, settings.clock, e);
    }
  }

  private <A extends GmcAnswer> A typed(SoapCall<A> call, RawAnswer raw, CallRecord record)
      throws CallFailure {
    ReturnCode code = raw.returnCode();
    ReturnCode.Kind kind = code.kind(call.operation());
    if (kind != ReturnCode.Kind.SUCCESS && kind != ReturnCode.Kind.ALREADY_SO) {
      throw ReturnCodeFailures.of(call.operation(), code, raw.gmcRequestId().orElse(null));
    }
    LOG.debug(
        "{} {}: return code {}",
        call.operation().operationName(),
        record.clientRequestId(),
        code.code());
    return call.answer(
        raw,
        CallInfo.builder()
            .clientRequestId(record.clientRequestId())
            .gmcRequestId(raw.gmcRequestId().orElse(null))
            .attempts(record.attempts())
            .duration(record.elapsed())
            .build());
  }

  private static Set<String> lowerCaseNames(HttpAnswer answer) {
    Set<String> names = new TreeSet<>();
    answer.headers().map().keySet().forEach(name -> names.add(name.toLowerCase(Locale.ROOT)));
    return names;
  }
}
