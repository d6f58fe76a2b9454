package uk.nhs.hee.tis.gmc.client.internal.call;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import uk.nhs.hee.tis.gmc.client.GmcAttempt;
import uk.nhs.hee.tis.gmc.client.GmcAvailability;
import uk.nhs.hee.tis.gmc.client.GmcCall;
import uk.nhs.hee.tis.gmc.client.GmcListener;
import uk.nhs.hee.tis.gmc.client.error.GmcException;
import uk.nhs.hee.tis.gmc.client.model.CallInfo;

/**
 * Notifies every listener of the events one by one, in the order in which they happened, and lets
 * none of them harm a call or hold it up. Thread-safe.
 */
final class Listeners implements GmcListener {
  /**
   * How long the end of a call waits for its listeners, so that one that hangs delays it no longer.
   */
  static final Duration LONGEST_WAIT = Duration.ofSeconds(1);

  private final List<GmcListener> all;
  private final Executor teller;

  /** Guarded by itself: events not yet reported. */
  private final Queue<Runnable> events = new ArrayDeque<>();

  /** Guarded by the events: the notifying thread is running, or about to. */
  private boolean telling;

  private volatile @Nullable Thread tellingThread;

  /**
   * Creates it.
   *
   * @param teller supplies the notifying thread; a slow one holds up nobody else
   */
  Listeners(List<GmcListener> all, Executor teller) {
    this.all = List.copyOf(all);
    this.teller = teller;
  }

  /** Returns a future that completes when everything up to now has been reported. */
  CompletableFuture<Boolean> told() {
    CompletableFuture<Boolean> told = new CompletableFuture<>();
    synchronized (events) {
      // A listener that makes a call of its own would wait for itself.
      if (!telling || Thread.currentThread().equals(tellingThread)) {
        told.complete(true);
      } else {
        events.add(() -> told.complete(true));
      }
    }
    return told;
  }

  /** Waits until everything up to now has been reported, at most {@link #LONGEST_WAIT}. */
  void awaitTold() {
    try {
      told().get(LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException slow) {
      CallLog.debug("A GmcListener is slow");
    }
  }

  @Override
  public void callStarted(GmcCall call) {
    tell(listener -> listener.callStarted(call));
  }

  @Override
  public void attemptStarted(GmcCall call, int number) {
    tell(listener -> listener.attemptStarted(call, number));
  }

  @Override
  public void attemptEnded(GmcCall call, GmcAttempt attempt) {
    tell(listener -> listener.attemptEnded(call, attempt));
  }

  @Override
  public void retryScheduled(GmcCall call, GmcException because, Duration after) {
    tell(listener -> listener.retryScheduled(call, because, after));
  }

  @Override
  public void callSucceeded(GmcCall call, CallInfo info) {
    tell(listener -> listener.callSucceeded(call, info));
  }

  @Override
  public void callFailed(GmcCall call, GmcException failure) {
    tell(listener -> listener.callFailed(call, failure));
  }

  @Override
  public void callAborted(GmcCall call, Duration duration, Throwable thrown) {
    tell(listener -> listener.callAborted(call, duration, thrown));
  }

  @Override
  public void circuitOpened(GmcException because) {
    tell(listener -> listener.circuitOpened(because));
  }

  @Override
  public void circuitProbing(GmcCall probe) {
    tell(listener -> listener.circuitProbing(probe));
  }

  @Override
  public void circuitClosed() {
    tell(GmcListener::circuitClosed);
  }

  @Override
  public void availabilityChanged(GmcAvailability before, GmcAvailability now) {
    tell(listener -> listener.availabilityChanged(before, now));
  }

  private void tell(Consumer<GmcListener> event) {
    if (all.isEmpty()) {
      return;
    }
    Map<String, String> context = LogContext.current();
    synchronized (events) {
      events.add(() -> LogContext.with(context, () -> tellAll(event)));
      if (telling) {
        return;
      }
      telling = true;
    }
    try {
      teller.execute(this::tellWhatHappened);
    } catch (Throwable noThread) { // The client has ended, or the process can start no thread.
      tellWhatHappened();
    }
  }

  private void tellWhatHappened() {
    tellingThread = Thread.currentThread();
    for (Runnable next = next(); next != null; next = next()) {
      next.run();
    }
  }

  private @Nullable Runnable next() {
    synchronized (events) {
      Runnable next = events.poll();
      if (next == null) {
        telling = false;
        tellingThread = null;
      }
      return next;
    }
  }

  private void tellAll(Consumer<GmcListener> event) {
    for (GmcListener listener : all) {
      try {
        event.accept(listener);
      } catch (Throwable e) { // Even an Error of the listener's must not lose a call's outcome.
        CallLog.warn("A GmcListener of {} threw; ignored", listener.getClass(), e);
      }
    }
  }
}
