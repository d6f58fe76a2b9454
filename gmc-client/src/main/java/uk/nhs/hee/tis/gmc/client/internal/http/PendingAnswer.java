package uk.nhs.hee.tis.gmc.client.internal.http;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.ResponseInfo;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One exchange in progress: ends in an answer that can be read, in a failure, or by being
 * cancelled, and leaves neither timer nor connection behind.
 */
final class PendingAnswer extends CompletableFuture<HttpAnswer> {
  /** Before Java 16, the JDK continues an exchange whose future was cancelled. */
  private static final boolean CANCELLING_ENDS_IT = Runtime.version().feature() >= 16;

  /** How long after its time-out the JDK has certainly ended an exchange. */
  private static final long SLACK_NANOS = 1_000_000_000L;

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

  @SuppressWarnings("FutureReturnValueIgnored") // Each stage passes everything on to this future.
  PendingAnswer start(HeldHttpClient held, HttpRequest request, ScheduledExecutorService timer) {
    CompletableFuture<HttpResponse<BodyStream>> exchange;
    Future<?> guard = null;
    try {
      guard = timer.schedule(this::timeOut, timeout.toNanos(), TimeUnit.NANOSECONDS);
      exchange = held.client().sendAsync(request, info -> newBody(info, held));
    } catch (RuntimeException | Error e) {
      if (guard != null) {
        guard.cancel(false);
      }
      held.letGo();
      throw e;
    }
    Future<?> set = guard;
    whenComplete((answer, failure) -> end(exchange, set, held, failure));
    exchange.whenComplete((response, failure) -> exchangeEnded(response, failure, held));
    return this;
  }

  /**
   * Sends on the calling thread, which waits for the headers. An interrupt ends only the wait: the
   * caller decides what becomes of the exchange.
   */
  PendingAnswer await(HeldHttpClient held, HttpRequest request) {
    try {
      HttpResponse<BodyStream> response = held.client().send(request, info -> newBody(info, held));
      exchangeEnded(response, null, held);
      HttpAnswer answer = arrived;
      if (answer != null) {
        complete(answer);
      }
    } catch (InterruptedException e) {
      leave(held);
      Thread.currentThread().interrupt();
    } catch (IOException | RuntimeException | Error e) {
      exchangeEnded(null, unwrapped(e), held);
      HttpAnswer answer = arrived;
      if (answer != null) {
        complete(answer);
      }
    }
    return this;
  }

  /** The JDK wraps what happened in another exception of the same kind, or in a plain one. */
  private static Throwable unwrapped(Throwable told) {
    Throwable cause = told.getCause();
    return cause != null
            && told.getClass().isInstance(cause)
            && Objects.equals(told.getMessage(), cause.getMessage())
        ? cause
        : told;
  }

  /** Since Java 16 the JDK ends an exchange whose sender was interrupted. */
  private void leave(HeldHttpClient held) {
    if (CANCELLING_ENDS_IT) {
      held.letGo();
    } else {
      held.abandon(deadlineNanos - System.nanoTime() + SLACK_NANOS);
    }
  }

  /**
   * The answer counts as arrived as soon as its headers are here: if the whole exchange were
   * awaited, a body that breaks immediately would fail it, and status and headers would be lost.
   */
  @SuppressWarnings("FutureReturnValueIgnored") // The body's end is passed on to this future.
  private BodyStream newBody(ResponseInfo info, HeldHttpClient held) {
    BodyStream body = new BodyStream(deadlineNanos, held::letGo);
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
      @Nullable HttpResponse<BodyStream> response,
      @Nullable Throwable failure,
      HeldHttpClient held) {
    HttpAnswer answer = arrived;
    if (failure == null) {
      if (answer == null && response != null) {
        held.letGo();
        complete(withoutBody(response));
      }
    } else if (answer != null) {
      answer.broken(failure);
    } else {
      held.letGo();
      completeExceptionally(failure);
    }
  }

  /** A proxy's 407 to CONNECT ends the exchange without the body handler having been called. */
  private HttpAnswer withoutBody(HttpResponse<BodyStream> response) {
    BodyStream none = new BodyStream(deadlineNanos, () -> {});
    none.onComplete();
    return new HttpAnswer(response.statusCode(), response.headers(), none, maxBytes);
  }

  /** A reader of a late body finds out itself, and still knows the status. */
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

  private void end(
      Future<?> exchange, Future<?> guard, HeldHttpClient held, @Nullable Throwable failure) {
    guard.cancel(false);
    if (failure != null) {
      HttpAnswer answer = arrived;
      if (answer == null && !CANCELLING_ENDS_IT && !exchange.isDone()) {
        held.abandon(deadlineNanos - System.nanoTime() + SLACK_NANOS);
      }
      exchange.cancel(true);
      if (answer != null) {
        answer.close();
      }
    }
  }
}
