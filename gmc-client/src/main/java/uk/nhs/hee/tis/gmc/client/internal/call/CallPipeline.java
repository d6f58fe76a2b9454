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
import uk.nhs.hee.tis.gmc.client.CircuitBreakerPolicy;
import uk.nhs.hee.tis.gmc.client.ClientIdentity;
import uk.nhs.hee.tis.gmc.client.GmcAvailability;
import uk.nhs.hee.tis.gmc.client.GmcCall;
import uk.nhs.hee.tis.gmc.client.GmcCredentials;
import uk.nhs.hee.tis.gmc.client.error.Effect;
import uk.nhs.hee.tis.gmc.client.error.Evidence;
import uk.nhs.hee.tis.gmc.client.error.GmcException;
import uk.nhs.hee.tis.gmc.client.error.GmcUnreachableException;
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
  private static final Duration LEAST_LOOK_UP = Duration.ofMillis(100);
  private static final Duration LONGEST_LOOK_UP = Duration.ofSeconds(1);

  private final CallSettings settings;
  private final ClientThreads threads;
  private final HttpExchange exchange;
  private final Attempt attempt;
  private final Listeners listener;
  private final EndpointAddresses addresses;
  private final IncidentLog incidents;
  private final CircuitBreaker breaker;
  private final AvailabilityMonitor availability;
  private final RetryRules retries;
  private final InFlight inFlight = new InFlight();
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
            settings.endpoint.getHost(), settings.surroundings.names, threads.others());
    this.incidents = new IncidentLog(settings.clock());
    this.breaker = new CircuitBreaker(settings.clock(), listener);
    this.availability = new AvailabilityMonitor(settings.clock(), listener);
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
    GmcException notSent = holdBack(request, call, record);
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

  private @Nullable GmcException holdBack(CallRequest<?> request, GmcCall call, CallRecord record) {
    CircuitBreaker.Opened opened =
        breaker.holdsBack(call, request, breakerPolicy(request)).orElse(null);
    if (opened != null) {
      Evidence.Builder facts =
          record
              .addTo(opened.exception.evidence().toBuilder())
              .retryAfter(breaker.waitLeft(opened))
              .effect(Effect.NOT_SENT)
              .fromOpenCircuit(true);
      Evidence evidence =
          facts.incident(incidents.heldBack(opened.failure.kind(), facts.build())).build();
      return opened.failure.heldBack(evidence, String.valueOf(opened.exception.getMessage()));
    }
    String key = request.singleFlightKey().orElse(null);
    if (key != null && !inFlight.enter(key)) {
      CallFailure failure = CallerFailures.inFlight();
      return failure.exception(record.addTo(failure.judged()).build());
    }
    return null;
  }

  private CircuitBreakerPolicy breakerPolicy(CallRequest<?> request) {
    return request.options.circuitBreakerPolicy().orElse(settings.limits.circuitBreakerPolicy);
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
    if (breaker.isOpenFor(call, request, breakerPolicy(request))) {
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
    leave(request);
    if (info.attempts() == 1) {
      retries.succeededAtOnce();
    }
    Bookkeeping.note(() -> breaker.succeeded(call, request));
    Bookkeeping.note(incidents::success);
    Bookkeeping.note(() -> availability.answered(call.designatedBodyCode()));
    listener.callSucceeded(call, info);
    Bookkeeping.note(threads::leave);
  }

  /** Records a failed call everywhere, and returns the one exception that it ends in. */
  GmcException failed(
      CallRequest<?> request, GmcCall call, CallRecord record, CallFailure failure) {
    leave(request);
    Evidence.Builder facts = record.addTo(failure.judged());
    if (!request.operation.isRead()) {
      facts.effect(record.effect());
      if (record.effect() == Effect.MAY_HAVE_RUN) {
        // Whatever failed, how to find out comes first.
        facts.advice(null);
      }
    }
    Evidence evidence = withIncident(facts, record, failure);
    GmcException exception = failure.exception(evidence);
    Bookkeeping.note(() -> note(request, call, failure, exception));
    boolean unknown = !request.operation.isRead() && evidence.effect() == Effect.MAY_HAVE_RUN;
    GmcException told = unknown ? CallFailure.outcomeUnknown(exception, evidence) : exception;
    listener.callFailed(call, told);
    Bookkeeping.note(threads::leave);
    return told;
  }

  /** Records a call that the caller's own code ended, which says nothing about GMC Connect. */
  void aborted(CallRequest<?> request, GmcCall call, CallRecord record, Throwable thrown) {
    leave(request);
    Bookkeeping.note(() -> breaker.abandoned(call));
    listener.callAborted(call, record.elapsed(), thrown);
    Bookkeeping.note(threads::leave);
  }

  private Evidence withIncident(Evidence.Builder facts, CallRecord record, CallFailure failure) {
    if (failure.reach() == Reach.CALLER) {
      return facts.build();
    }
    if (failure.reach() == Reach.THIS_REQUEST) {
      incidents.success();
      return facts.build();
    }
    Bookkeeping.note(() -> addAddresses(facts, record));
    return facts.incident(incidents.failed(failure.kind(), facts.build())).build();
  }

  /** With a proxy, it is the proxy that looks up the host, and the result is not known here. */
  private void addAddresses(Evidence.Builder facts, CallRecord record) {
    if (attempt.hop().isProxy()) {
      return;
    }
    Duration time = lookUpTime(record.remaining());
    facts.resolvedAddresses(
        addresses.within(time.compareTo(LEAST_LOOK_UP) < 0 ? LEAST_LOOK_UP : time));
  }

  private static Duration lookUpTime(Duration left) {
    return left.compareTo(LONGEST_LOOK_UP) < 0 ? left : LONGEST_LOOK_UP;
  }

  /** Returns whether sending on the calling thread waits for no name service, or one that is up. */
  boolean maySendOnCallingThread(CallRecord record) {
    // Half of what is left at most: a silent name service must leave time to send.
    Duration time = lookUpTime(record.remaining().dividedBy(2));
    return !attempt.hop().isProxy() && addresses.areKnownWithin(time);
  }

  private void note(
      CallRequest<?> request, GmcCall call, CallFailure failure, GmcException exception) {
    switch (failure.reach()) {
      case CALLER:
        breaker.abandoned(call);
        break;
      case SLOW_DOWN:
        breaker.abandoned(call);
        availability.failed(failure.reach(), false);
        break;
      case THIS_REQUEST:
      case THIS_BODY:
        breaker.succeeded(call, request);
        availability.answered(null);
        break;
      case BLOCKED_REQUEST:
        if (breaker.failed(call, request, failure, exception, breakerPolicy(request))) {
          availability.failed(Reach.BLOCK, false);
        }
        break;
      case CREDENTIALS:
        breaker.failed(call, request, failure, exception, breakerPolicy(request));
        if (!request.hasOwnIdentity()) {
          availability.failed(failure.reach(), false);
        }
        break;
      default:
        breaker.failed(call, request, failure, exception, breakerPolicy(request));
        availability.failed(failure.reach(), exception instanceof GmcUnreachableException);
    }
  }

  private void leave(CallRequest<?> request) {
    request.singleFlightKey().ifPresent(inFlight::leave);
  }

  /** Returns GMC Connect's availability, judged from the client's calls. */
  public GmcAvailability availability() {
    return availability.now();
  }

  /** Refuses further calls, and releases every thread when the last call has ended. */
  public void close() {
    threads.close();
  }

  private void letGo() {
    exchange.close();
  }
}
