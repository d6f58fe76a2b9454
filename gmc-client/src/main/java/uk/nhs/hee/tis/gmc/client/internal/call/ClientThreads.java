package uk.nhs.hee.tis.gmc.client.internal.call;

import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * The threads of one client: a timer, a handful of workers that read the answers of asynchronous
 * calls, and others for tasks that may wait indefinitely. The client's own threads end when it is
 * closed and its last call has ended. Thread-safe.
 */
final class ClientThreads {
  private static final AtomicInteger NUMBERS = new AtomicInteger();
  private static final int IDLE_SECONDS = 30;
  private static final int EXCHANGE_THREADS = 4;

  private final ScheduledExecutorService timer;
  private final Executor workers;
  private final @Nullable ExecutorService ownTimer;
  private final @Nullable ExecutorService ownWorkers;
  private final ExecutorService exchanges = pool(EXCHANGE_THREADS, "http");

  /** As many as are busy at once, because one that waits must not hold up the others. */
  private final ExecutorService others =
      new ThreadPoolExecutor(
          0,
          Integer.MAX_VALUE,
          IDLE_SECONDS,
          TimeUnit.SECONDS,
          new SynchronousQueue<>(),
          named("other"));

  private final Runnable whenLastCallEnds;

  /** Guarded by this, as is the next. */
  private boolean closed;

  private int calls;

  ClientThreads(
      @Nullable Executor executor,
      @Nullable ScheduledExecutorService scheduler,
      Runnable whenLastCallEnds) {
    this.whenLastCallEnds = whenLastCallEnds;
    if (scheduler == null) {
      ScheduledThreadPoolExecutor own = new OwnTimer(others);
      own.setRemoveOnCancelPolicy(true);
      own.setKeepAliveTime(IDLE_SECONDS, TimeUnit.SECONDS);
      own.allowCoreThreadTimeOut(true);
      timer = own;
      ownTimer = own;
    } else {
      timer = scheduler;
      ownTimer = null;
    }
    if (executor == null) {
      ownWorkers = pool(Math.max(4, 2 * Runtime.getRuntime().availableProcessors()), "worker");
      workers = ownWorkers;
    } else {
      workers = executor;
      ownWorkers = null;
    }
  }

  /** One thread that only wakes others, so that nothing it wakes delays another deadline. */
  private static final class OwnTimer extends ScheduledThreadPoolExecutor {
    private final Executor woken;

    OwnTimer(Executor woken) {
      super(1, named("timer"));
      this.woken = woken;
    }

    @Override
    public ScheduledFuture<?> schedule(Runnable task, long delay, TimeUnit unit) {
      return super.schedule(() -> woken.execute(task), delay, unit);
    }
  }

  private static ExecutorService pool(int size, String role) {
    ThreadPoolExecutor own =
        new ThreadPoolExecutor(
            size, size, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), named(role));
    own.allowCoreThreadTimeOut(true);
    return own;
  }

  private static ThreadFactory named(String role) {
    return work -> {
      Thread thread = new Thread(work, "gmc-client-" + role + "-" + NUMBERS.incrementAndGet());
      thread.setDaemon(true);
      return thread;
    };
  }

  ScheduledExecutorService timer() {
    return timer;
  }

  Executor workers() {
    return workers;
  }

  /** Returns whether the workers are this client's own, and so not available to callers' code. */
  boolean ownsWorkers() {
    return ownWorkers != null;
  }

  /** For tasks that may wait as long as they like. */
  Executor others() {
    return others;
  }

  /** What our HTTP clients run on: never a worker thread, which may be waiting for them. */
  Executor exchanges() {
    return exchanges;
  }

  /** Counts a call in; {@link #leave} must follow. */
  synchronized void enter() {
    if (closed) {
      throw new ClosedClientException();
    }
    calls++;
  }

  void leave() {
    boolean last;
    synchronized (this) {
      calls--;
      last = closed && calls == 0;
    }
    if (last) {
      end();
    }
  }

  void close() {
    boolean idle;
    synchronized (this) {
      if (closed) {
        return;
      }
      closed = true;
      idle = calls == 0;
    }
    if (idle) {
      end();
    }
  }

  private void end() {
    whenLastCallEnds.run();
    exchanges.shutdown();
    others.shutdown();
    if (ownTimer != null) {
      ownTimer.shutdown();
    }
    if (ownWorkers != null) {
      ownWorkers.shutdown();
    }
  }
}
