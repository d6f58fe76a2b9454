package uk.nhs.hee.tis.gmc.client.internal.call;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import uk.nhs.hee.tis.gmc.client.CallOptions;
import uk.nhs.hee.tis.gmc.client.ClientIdentity;
import uk.nhs.hee.tis.gmc.client.GmcAvailability;
import uk.nhs.hee.tis.gmc.client.GmcCall;
import uk.nhs.hee.tis.gmc.client.GmcCredentials;
import uk.nhs.hee.tis.gmc.client.error.GmcException;
import uk.nhs.hee.tis.gmc.client.internal.http.HttpClients;
import uk.nhs.hee.tis.gmc.client.internal.http.HttpExchange;
import uk.nhs.hee.tis.gmc.client.internal.soap.SentIds;
import uk.nhs.hee.tis.gmc.client.internal.soap.SentValues;
import uk.nhs.hee.tis.gmc.client.internal.soap.SoapCall;
import uk.nhs.hee.tis.gmc.client.internal.soap.SoapOperation;
import uk.nhs.hee.tis.gmc.client.model.CallInfo;
import uk.nhs.hee.tis.gmc.client.model.GmcAnswer;
import uk.nhs.hee.tis.gmc.client.model.ReturnCode;
import uk.nhs.hee.tis.gmc.client.model.UnsendableValueException;

/** What the calls of one client share, and the entry points for starting one. Thread-safe. */
public final class CallPipeline implements Calls {
  private final CallSettings settings;
  private final ClientThreads threads;
  private final HttpExchange exchange;
  private final Attempt attempt;
  private final Listeners listener;
  private final EndpointAddresses addresses;
  private final Admission admission;
  private final Outcomes outcomes;
  private final RetryRules retries;
  private final SentIds sentIds = new SentIds();

  /** Creates a pipeline. */
  public CallPipeline(CallSettings settings) {
    this.settings = settings;
    this.threads =
        new ClientThreads(
            settings.surroundings.executor, settings.surroundings.scheduler, this::letGo);
    this.exchange =
        new HttpExchange(
            httpClients(settings), settings.endpoint, settings.maxAnswerBytes, threads.timer());
    this.attempt = new Attempt(settings, exchange);
    this.listener =
        new Listeners(
            settings.surroundings.listeners,
            settings.surroundings.teller == null ? threads.others() : settings.surroundings.teller);
    this.addresses =
        new EndpointAddresses(
            settings.endpoint.getHost(),
            settings.surroundings.names,
            threads.others(),
            settings.surroundings.ticker);
    IncidentLog incidents = new IncidentLog(settings.clock());
    CircuitBreaker breaker = new CircuitBreaker(settings.clock(), listener);
    this.admission = new Admission(breaker, settings.limits.circuitBreakerPolicy, incidents);
    this.outcomes =
        new Outcomes(
            admission,
            breaker,
            incidents,
            new AvailabilityMonitor(settings.clock(), listener),
            addresses,
            attempt::hop,
            listener);
    this.retries =
        new RetryRules(
            new RetryBudget(settings.limits.retryPolicy.budget()), settings.surroundings.random);
  }

  private HttpClients httpClients(CallSettings settings) {
    HttpClient given = settings.givenHttpClient;
    return given != null
        ? HttpClients.given(given)
        : HttpClients.own(
            () -> settings.httpClientMaker.apply(threads.exchanges()),
            settings.surroundings.ticker);
  }

  @Override
  public <Q, A extends GmcAnswer> CompletableFuture<A> start(
      SoapOperation<Q, A> operation, Q request, CallOptions options) {
    return start(CallRequest.of(operation, request, options), threads.workers()).outcome;
  }

  /** Starts a call that nobody waits for, and whose outcome is converted. */
  @SuppressWarnings("FutureReturnValueIgnored") // It is passed on to the future that is returned.
  public <Q, A extends GmcAnswer, R extends @Nullable Object> CompletableFuture<R> start(
      SoapOperation<Q, A> operation, Q request, CallOptions options, Function<A, R> told) {
    CompletableFuture<A> outcome = start(operation, request, options);
    CallFuture<R> future = new CallFuture<>(() -> outcome.cancel(true));
    outcome.whenComplete(
        (answer, failure) -> {
          try {
            if (answer != null) {
              future.succeed(told.apply(answer));
            } else {
              future.fail(failure);
            }
          } catch (Throwable untold) {
            future.fail(untold);
          }
        });
    return future;
  }

  @Override
  public <Q, A extends GmcAnswer> A call(
      SoapOperation<Q, A> operation, Q request, CallOptions options) {
    CallerThread caller = new CallerThread();
    Started<A> started = start(CallRequest.of(operation, request, options), caller);
    try {
      caller.await(started.outcome);
    } catch (InterruptedException e) {
      GmcException givenUp = started.giveUp(e).orElse(null);
      caller.leave();
      Thread.currentThread().interrupt();
      if (givenUp != null) {
        throw givenUp;
      }
    }
    if (started.run == null) {
      listener.awaitTold();
    }
    return started.join();
  }

  /** A call that has started, or was held back. */
  private static final class Started<A extends GmcAnswer> {
    final CompletableFuture<A> outcome;
    private final @Nullable CallRun<A> run;

    Started(CompletableFuture<A> outcome, @Nullable CallRun<A> run) {
      this.outcome = outcome;
      this.run = run;
    }

    Optional<GmcException> giveUp(InterruptedException why) {
      return run == null ? Optional.empty() : run.giveUp(why);
    }

    A join() {
      // Read beside join(), which unwraps a CompletionException that a caller's sink threw.
      Optional<Throwable> thrown =
          outcome.handle((answer, failure) -> Optional.ofNullable(failure)).join();
      if (thrown.isPresent()) {
        Started.<RuntimeException>throwUnchanged(thrown.get());
      }
      return outcome.join();
    }

    @SuppressWarnings("unchecked") // A sink may throw a checked exception that no signature shows.
    private static <E extends Throwable> void throwUnchanged(Throwable thrown) throws E {
      throw (E) thrown;
    }
  }

  private <A extends GmcAnswer> Started<A> start(CallRequest<A> request, Executor executor) {
    String clientRequestId = request.clientRequestId();
    LogContext context = new LogContext(request.operation, clientRequestId);
    return context.in(() -> start(request, clientRequestId, context, executor));
  }

  private <A extends GmcAnswer> Started<A> start(
      CallRequest<A> request, String clientRequestId, LogContext context, Executor executor) {
    SoapCall<A> soap = request.soap(sentIds.of(clientRequestId, internalUser(request)));
    GmcCredentials credentials = credentials(request);
    byte[] envelope = soap.envelope(settings.soapVersion, credentials);
    GmcCall call =
        GmcCall.of(
            request.operation,
            request.designatedBodyCode,
            clientRequestId,
            settings.clock().instant());
    ClientIdentity identity = settings.identity.with(request.options.headers());
    CallRecord record =
        new CallRecord(
            call,
            settings,
            identity,
            request.options.headers().keySet(),
            new AttemptHeaders(settings.surroundings.attemptHeaders),
            attempt::hop,
            request.options.deadline().orElse(settings.limits.callDeadline));
    SentValues sent = soap.sentValues(credentials).and(record::hiddenValues);
    threads.enter();
    listener.callStarted(call);
    record.attemptHeaders().begin(call);
    GmcException notSent = admission.holdBack(request, call, record);
    if (notSent != null) {
      listener.callFailed(call, notSent);
      Bookkeeping.note(threads::leave);
      return new Started<>(CompletableFuture.failedFuture(notSent), null);
    }
    CallRun<A> run =
        new CallRun<>(this, request, soap, envelope, sent, call, record, context, executor);
    return new Started<>(run.start(), run);
  }

  private String internalUser(CallRequest<?> request) {
    return request
        .internalUser()
        .or(settings::internalUser)
        .orElseThrow(
            () ->
                new UnsendableValueException(
                    "internalUser",
                    "internalUser is missing: set it on the request, the call or the client",
                    ReturnCode.MISSING_INTERNAL_USER));
  }

  private GmcCredentials credentials(CallRequest<?> request) {
    GmcCredentials credentials = request.options.credentials().orElseGet(settings.credentials);
    if (credentials == null) {
      throw new IllegalStateException("the credentials supplier returned null");
    }
    return credentials;
  }

  CallSettings settings() {
    return settings;
  }

  ScheduledExecutorService timer() {
    return threads.timer();
  }

  Executor others() {
    return threads.others();
  }

  boolean ownsWorkers() {
    return threads.ownsWorkers();
  }

  Attempt attempt() {
    return attempt;
  }

  Listeners listener() {
    return listener;
  }

  /** Returns the wait before a failed attempt is repeated, or null if it is not. */
  @Nullable Duration waitBeforeRetry(
      CallRequest<?> request,
      GmcCall call,
      CallRecord record,
      GmcException failure,
      Duration asked) {
    if (admission.isClosedTo(request, call)) {
      return null;
    }
    return retries
        .waitBefore(
            request.operation,
            failure,
            request.options.retryPolicy().orElse(settings.limits.retryPolicy),
            asked,
            record.attempts(),
            record.remaining())
        .orElse(null);
  }

  void succeeded(CallRequest<?> request, GmcCall call, CallInfo info) {
    admission.leave(request);
    if (info.attempts() == 1) {
      retries.succeededAtOnce();
    }
    outcomes.succeeded(request, call, info);
    Bookkeeping.note(threads::leave);
  }

  /** Records a failed call everywhere, and returns the one exception that it ends in. */
  GmcException failed(
      CallRequest<?> request, GmcCall call, CallRecord record, CallFailure failure) {
    admission.leave(request);
    GmcException told = outcomes.failed(request, call, record, failure);
    Bookkeeping.note(threads::leave);
    return told;
  }

  /** Records a call that the caller's own code ended. */
  void aborted(CallRequest<?> request, GmcCall call, CallRecord record, Throwable thrown) {
    admission.leave(request);
    outcomes.aborted(request, call, record, thrown);
    Bookkeeping.note(threads::leave);
  }

  /** Returns whether sending on the calling thread waits for no name service, or one that is up. */
  boolean maySendOnCallingThread(CallRecord record) {
    return !attempt.hop().isProxy() && addresses.areKnownBeforeSending(record.remaining());
  }

  /** Returns GMC Connect's availability, judged from the client's calls. */
  public GmcAvailability availability() {
    return outcomes.availability();
  }

  /** Refuses further calls, and releases every thread when the last call has ended. */
  public void close() {
    threads.close();
  }

  private void letGo() {
    exchange.close();
  }
}
