package uk.nhs.hee.tis.gmc.client.internal.call;

import dev.failsafe.ExecutionContext;
import dev.failsafe.Failsafe;
import dev.failsafe.RetryPolicy;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import uk.nhs.hee.tis.gmc.client.GmcAttempt;
import uk.nhs.hee.tis.gmc.client.GmcCall;
import uk.nhs.hee.tis.gmc.client.error.Effect;
import uk.nhs.hee.tis.gmc.client.error.GmcException;
import uk.nhs.hee.tis.gmc.client.internal.http.HttpAnswer;
import uk.nhs.hee.tis.gmc.client.internal.http.ObservedBody;
import uk.nhs.hee.tis.gmc.client.internal.soap.RawAnswer;
import uk.nhs.hee.tis.gmc.client.internal.soap.Reading;
import uk.nhs.hee.tis.gmc.client.internal.soap.SentValues;
import uk.nhs.hee.tis.gmc.client.internal.soap.SinkFailedException;
import uk.nhs.hee.tis.gmc.client.internal.soap.SoapCall;
import uk.nhs.hee.tis.gmc.client.model.CallInfo;
import uk.nhs.hee.tis.gmc.client.model.GmcAnswer;

/**
 * One call under way: attempt after attempt on one executor, until an answer, a failure that is not
 * repeated, or until the caller abandons it.
 */
final class CallRun<A extends GmcAnswer> {
  /** Which threads complete the future, and so run the caller's dependent stages. */
  private static final class Completion {
    final Executor fromStep;
    final Executor fromElsewhere;

    Completion(Executor fromStep, Executor fromElsewhere) {
      this.fromStep = fromStep;
      this.fromElsewhere = fromElsewhere;
    }

    static Completion on(Executor always) {
      return new Completion(always, always);
    }
  }

  private final CallPipeline pipeline;
  private final CallRequest<A> request;
  private final SoapCall<A> soap;
  private final byte[] envelope;
  private final SentValues sent;
  private final GmcCall call;
  private final CallRecord record;
  private final LogContext logContext;
  private final Executor executor;
  private final Completion completion;
  private final boolean onCallingThread;
  private final AtomicBoolean ended = new AtomicBoolean();
  private final CallFuture<A> result = new CallFuture<>(this::cancel);
  private volatile @Nullable Duration nextWait;
  private volatile @Nullable CompletableFuture<A> attempts;
  private volatile @Nullable CompletableFuture<HttpAnswer> exchange;

  /** Guarded by this: the body of a request whose effect is not known yet, or null. */
  private @Nullable ObservedBody underWay;

  /** Guarded by this: how old the call was when the current attempt began, or null. */
  private @Nullable Duration attemptBegan;

  /** Guarded by this: how the last attempt failed, until another begins, or null. */
  private @Nullable CallFailure lastFailure;

  /** Guarded by this: the answer is whole and granted, and becomes the outcome. */
  private boolean ending;

  CallRun(
      CallPipeline pipeline,
      CallRequest<A> request,
      SoapCall<A> soap,
      byte[] envelope,
      SentValues sent,
      GmcCall call,
      CallRecord record,
      LogContext logContext,
      Executor executor) {
    this.pipeline = pipeline;
    this.request = request;
    this.soap = soap;
    this.envelope = envelope;
    this.sent = sent;
    this.call = call;
    this.record = record;
    this.logContext = logContext;
    Executor inContext = logContext.around(executor);
    this.onCallingThread = executor instanceof CallerThread;
    if (onCallingThread) {
      this.executor = inContext;
      this.completion = new Completion(Runnable::run, executor);
    } else {
      this.executor =
          new GuardedExecutor(inContext, pipeline.timer(), record::remaining, work -> late());
      this.completion =
          pipeline.ownsWorkers()
              ? Completion.on(pipeline.others())
              : new Completion(
                  Runnable::run,
                  new GuardedExecutor(
                      executor, pipeline.timer(), record::remaining, pipeline.others()::execute));
    }
  }

  /** Starts the call and returns its future outcome. */
  @SuppressWarnings("FutureReturnValueIgnored") // The outcome is passed on to the result.
  CompletableFuture<A> start() {
    RetryPolicy<A> policy =
        RetryPolicy.<A>builder()
            .handleIf((answer, failure) -> nextWait != null)
            .withMaxRetries(-1)
            .withDelayFn(context -> delay())
            .build();
    CompletableFuture<A> stages =
        Failsafe.with(policy)
            .with(new FailsafeScheduler(pipeline.timer(), executor, this::refused))
            .getStageAsync(this::attempt);
    attempts = stages;
    stages.whenComplete(this::end);
    return result;
  }

  private void refused(RejectedExecutionException e) {
    logContext.around(Runnable::run).execute(() -> end(null, e));
  }

  /** Never zero: Failsafe would cancel a retry that an executor runs on the same thread. */
  private Duration delay() {
    Duration wait = nextWait;
    return wait == null || wait.isZero() ? Duration.ofNanos(1) : wait;
  }

  private CompletionStage<A> attempt(ExecutionContext<A> context) {
    nextWait = null;
    boolean mayWait = onCallingThread && pipeline.maySendOnCallingThread(record);
    // Before the time is taken, since the caller's own code may be slow.
    Map<String, String> headers = record.attemptHeaders().next();
    Duration remaining = record.remaining();
    if (remaining.isZero()) {
      return CompletableFuture.failedFuture(outOfTime(Effect.NOT_SENT));
    }
    Duration limit = pipeline.settings().limits.attemptTimeout;
    Duration timeout = remaining.compareTo(limit) < 0 ? remaining : limit;
    ObservedBody body = beginAttempt();
    CompletableFuture<HttpAnswer> pending =
        pipeline
            .attempt()
            .send(call.operation(), body, record.identity(), headers, timeout, mayWait);
    exchange = pending;
    if (ended.get()) {
      pending.cancel(true);
    }
    // What a time-out's message names: the limit that was set, not what was left of it.
    Duration allowed = remaining.compareTo(limit) < 0 ? record.deadline() : limit;
    return pending.handleAsync(
        (answer, failure) -> outcome(answer, failure, allowed, body), executor);
  }

  /** From here on the call counts as sent; none is sent once its caller has abandoned it. */
  private synchronized ObservedBody beginAttempt() {
    if (ended.get()) {
      throw new CancellationException();
    }
    ObservedBody body =
        call.operation().isRead() ? ObservedBody.repeatable(envelope) : ObservedBody.once(envelope);
    underWay = body;
    lastFailure = null;
    record.attempted();
    attemptBegan = record.elapsed();
    int number = record.attempts();
    Bookkeeping.note(() -> pipeline.listener().attemptStarted(call, number));
    return body;
  }

  /** Reports the end of the current attempt, if there is one: each is reported once. */
  private synchronized void attemptEnded(@Nullable GmcException failure) {
    Duration began = attemptBegan;
    if (began != null) {
      attemptBegan = null;
      Bookkeeping.note(
          () -> {
            Duration duration = record.elapsed().minus(began);
            GmcAttempt attempt = GmcAttempt.of(record.attempts(), duration, failure);
            pipeline.listener().attemptEnded(call, attempt);
          });
    }
  }

  private synchronized boolean isAttemptUnderWay() {
    return attemptBegan != null;
  }

  /** Reports that the end of the call was also that of the current attempt. */
  private void attemptEndsWithTheCall(CallFailure failure) {
    if (isAttemptUnderWay()) {
      Bookkeeping.note(
          () -> attemptEnded(failure.exception(record.addTo(failure.judged()).build())));
    }
  }

  private synchronized void attemptHad(Effect effect, CallFailure failure) {
    underWay = null;
    lastFailure = failure;
    record.mayHaveHad(effect);
  }

  private A outcome(
      @Nullable HttpAnswer answer,
      @Nullable Throwable failure,
      Duration timeout,
      ObservedBody body) {
    try {
      if (answer == null) {
        throw NetworkFailures.of(unwrapped(failure), timeout, body, pipeline.attempt().hop());
      }
      if (ended.get()) {
        answer.close();
        throw new CancellationException();
      }
      return read(answer, timeout);
    } catch (CallFailure judged) {
      CallFailure told =
          body.withdraw() ? judged.with(facts -> facts.effect(Effect.NOT_SENT)) : judged;
      attemptFailed(told);
      throw new CompletionException(told);
    }
  }

  private A read(HttpAnswer answer, Duration timeout) throws CallFailure {
    Reading<A> reading = soap.reading();
    boolean done = false;
    try {
      RawAnswer raw = pipeline.attempt().read(call.operation(), answer, reading, sent, timeout);
      if (record.effect() == Effect.MAY_HAVE_RUN) {
        raw.alreadySoMeansDone();
      }
      beginToEnd();
      A typed = reading.answer(raw, info(raw));
      done = true;
      return typed;
    } finally {
      if (!done) {
        reading.discard();
      }
    }
  }

  /**
   * From here on a sink learns that its list is complete, so it is too late to abandon the call.
   */
  private synchronized void beginToEnd() {
    if (ended.get()) {
      throw new CancellationException();
    }
    ending = true;
  }

  private CallInfo info(RawAnswer raw) {
    return CallInfo.builder()
        .clientRequestId(call.clientRequestId())
        .gmcRequestId(raw.gmcRequestId().orElse(null))
        .returnCode(raw.returnCode())
        .attempts(record.attempts())
        .startedAt(call.startedAt())
        .duration(record.elapsed())
        .build();
  }

  private void attemptFailed(CallFailure failure) {
    GmcException exception = failure.exception(record.addTo(failure.judged()).build());
    attemptHad(exception.effect(), failure);
    if (ended.get()) {
      return;
    }
    attemptEnded(exception);
    CallLog.debug(
        "{} {}: attempt {} failed: {}",
        call.operation().operationName(),
        call.clientRequestId(),
        record.attempts(),
        failure.kind());
    Duration wait = pipeline.waitBeforeRetry(request, call, record, exception, failure.askedWait());
    if (wait != null) {
      pipeline.listener().retryScheduled(call, exception, wait);
    }
    nextWait = wait;
  }

  private static Throwable unwrapped(@Nullable Throwable failure) {
    Throwable inner = failure;
    while (inner instanceof CompletionException && inner.getCause() != null) {
      inner = inner.getCause();
    }
    return inner == null ? new IllegalStateException("neither answer nor failure") : inner;
  }

  private void end(@Nullable A answer, @Nullable Throwable failure) {
    if (!ended.compareAndSet(false, true)) {
      return;
    }
    if (answer != null) {
      try {
        attemptEnded(null);
        pipeline.succeeded(request, call, answer.info());
      } finally {
        onceTold(completion, () -> result.succeed(answer));
      }
      return;
    }
    Throwable inner = unwrapped(failure);
    if (inner instanceof SinkFailedException) {
      abort(((SinkFailedException) inner).thrown());
    } else {
      fail(failureOf(inner), completion);
    }
  }

  /** Ends the call with what the caller's own code threw. */
  private void abort(Throwable thrown) {
    breakOff();
    try {
      attemptEndsWithTheCall(CallerFailures.callersCodeThrew(effectByNow()));
      pipeline.aborted(request, call, record, thrown);
    } finally {
      onceTold(completion, () -> result.fail(thrown));
    }
  }

  private void fail(CallFailure failure, Completion where) {
    Throwable told = failure;
    try {
      attemptEndsWithTheCall(failure);
      told = pipeline.failed(request, call, record, failure);
    } finally {
      Throwable outcome = told;
      onceTold(where, () -> result.fail(outcome));
    }
  }

  /** Completes the future when listeners have been notified of the end, or have taken too long. */
  @SuppressWarnings("FutureReturnValueIgnored") // It is passed on to the outcome.
  private void onceTold(Completion where, Runnable outcome) {
    CompletableFuture<Boolean> told = pipeline.listener().told();
    if (told.isDone()) {
      handOut(where.fromStep, outcome);
      return;
    }
    told.whenComplete((yes, never) -> handOut(where.fromElsewhere, outcome));
    try {
      long wait = Listeners.LONGEST_WAIT.toMillis();
      Future<?> guard =
          pipeline.timer().schedule(() -> told.complete(false), wait, TimeUnit.MILLISECONDS);
      told.whenComplete((yes, never) -> guard.cancel(false));
    } catch (RejectedExecutionException noTimer) {
      told.complete(false);
    }
  }

  /** Completes the future where callers' dependent stages hold nobody else up. */
  private void handOut(Executor where, Runnable outcome) {
    try {
      where.execute(outcome);
    } catch (RejectedExecutionException noMoreWork) {
      outcome.run();
    }
  }

  private CallFailure failureOf(Throwable inner) {
    if (inner instanceof CallFailure) {
      return (CallFailure) inner;
    }
    breakOff();
    return CallerFailures.ofThisSide(effectByNow(), inner);
  }

  /** Ends the call because the executor has not begun its next step by the deadline. */
  private void late() {
    if (!isGivenUpNow()) {
      return;
    }
    CallFailure failure = outOfTime(effectByNow());
    breakOff();
    logContext.in(
        () -> {
          fail(failure, Completion.on(pipeline.others()));
          return true;
        });
  }

  /**
   * Ends the call because its caller abandoned it.
   *
   * @return what that leaves, or nothing if the call has ended already
   */
  Optional<GmcException> giveUp(@Nullable Throwable cause) {
    if (!isGivenUpNow()) {
      return Optional.empty();
    }
    Effect effect = effectByNow();
    breakOff();
    CallFailure failure = CallerFailures.givenUp(effect, cause);
    return Optional.of(
        logContext.in(
            () -> {
              attemptEndsWithTheCall(failure);
              return pipeline.failed(request, call, record, failure);
            }));
  }

  /**
   * Returns what ends a call whose time is up on this side. If an attempt failed and there is no
   * time to repeat it, that is its failure, whatever its retry waited for.
   */
  private synchronized CallFailure outOfTime(Effect effect) {
    if (lastFailure != null) {
      return lastFailure;
    }
    CallFailure failure =
        effect == Effect.NOT_SENT ? CallerFailures.deadlinePassed() : CallerFailures.answerUnread();
    return failure.with(facts -> facts.effect(effect));
  }

  private synchronized boolean isGivenUpNow() {
    return !ending && ended.compareAndSet(false, true);
  }

  private synchronized Effect effectByNow() {
    if (underWay != null) {
      record.mayHaveHad(underWay.withdraw() ? Effect.NOT_SENT : Effect.MAY_HAVE_RUN);
    }
    return record.effect();
  }

  private void breakOff() {
    CompletableFuture<A> stages = attempts;
    if (stages != null) {
      stages.cancel(true);
    }
    CompletableFuture<HttpAnswer> pending = exchange;
    if (pending != null) {
      pending.cancel(true);
    }
  }

  private boolean cancel() {
    boolean cancelled = giveUp(null).isPresent();
    if (cancelled) {
      CallLog.debug("{} {}: cancelled", call.operation().operationName(), call.clientRequestId());
    }
    return cancelled;
  }
}
