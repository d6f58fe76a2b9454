package uk.nhs.hee.tis.gmc.client.internal.http;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.ResponseInfo;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One exchange on its way: ends in an answer that can be read, in a failure, or by being cancelled,
 * and leaves neither timer nor connection behind.
 */
final class PendingAnswer extends CompletableFuture<HttpAnswer> {
  private final long maxBytes;
  private final Duration timeout;
  private final long deadlineNanos;

  /** The answer whose headers are here, though its body may not be. */
  private volatile @Nullable HttpAnswer arrived;

  PendingAnswer(long maxBytes, Duration timeout) {
    this.maxBytes = maxBytes;
    this.timeout = timeout;
    this.deadlineNanos = System.nanoTime() + timeout.toNanos();
  }

  @SuppressWarnings("FutureReturnValueIgnored") // Each stage hands everything on to this future.
  PendingAnswer start(HttpClient client, HttpRequest request, ScheduledExecutorService timer) {
    Future<?> guard = timer.schedule(this::timeOut, timeout.toNanos(), TimeUnit.NANOSECONDS);
    CompletableFuture<HttpResponse<BodyStream>> exchange;
    try {
      exchange = client.sendAsync(request, this::newBody);
    } catch (RuntimeException e) {
      guard.cancel(false);
      throw e;
    }
    whenComplete((answer, failure) -> end(exchange, guard, failure));
    exchange.whenComplete((response, failure) -> exchangeEnded(response, failure));
    return this;
  }

  /**
   * The answer counts as arrived as soon as its headers are here: were the exchange waited for, a
   * body that breaks at once would fail it, and status and headers would be lost.
   */
  @SuppressWarnings("FutureReturnValueIgnored") // The body's end is handed on to this future.
  private BodyStream newBody(ResponseInfo info) {
    BodyStream body = new BodyStream(deadlineNanos);
    HttpAnswer answer = new HttpAnswer(info.statusCode(), info.headers(), body, maxBytes);
    arrived = answer;
    if (isDone()) {
      // JDK 11 does not end an exchange when its future is cancelled; a closed body does.
      body.close();
    }
    body.ready().thenRun(() -> complete(answer));
    return body;
  }

  private void exchangeEnded(
      @Nullable HttpResponse<BodyStream> response, @Nullable Throwable failure) {
    HttpAnswer answer = arrived;
    if (failure == null) {
      if (answer == null && response != null) {
        complete(withoutBody(response));
      }
    } else if (answer != null) {
      answer.broken(failure);
    } else {
      completeExceptionally(failure);
    }
  }

  /** A proxy's 407 to CONNECT ends the exchange without the body handler having been asked. */
  private HttpAnswer withoutBody(HttpResponse<BodyStream> response) {
    BodyStream none = new BodyStream(deadlineNanos);
    none.onComplete();
    return new HttpAnswer(response.statusCode(), response.headers(), none, maxBytes);
  }

  /** A reader of a body that is late finds out by itself, and can still tell the status. */
  private void timeOut() {
    HttpAnswer answer = arrived;
    if (answer != null) {
      complete(answer);
    } else {
      completeExceptionally(new HttpTimeoutException("no answer in time"));
    }
  }

  /** Ends the exchange, even if its answer has come and its body is being read. */
  @Override
  public boolean cancel(boolean mayInterruptIfRunning) {
    boolean cancelled = super.cancel(mayInterruptIfRunning);
    HttpAnswer answer = arrived;
    if (answer != null) {
      answer.close();
    }
    return cancelled;
  }

  private void end(Future<?> exchange, Future<?> guard, @Nullable Throwable failure) {
    guard.cancel(false);
    if (failure != null) {
      exchange.cancel(true);
      HttpAnswer answer = arrived;
      if (answer != null) {
        answer.close();
      }
    }
  }
}
