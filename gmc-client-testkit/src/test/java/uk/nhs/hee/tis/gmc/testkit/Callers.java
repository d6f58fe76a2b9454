package uk.nhs.hee.tis.gmc.testkit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import uk.nhs.hee.tis.gmc.client.GmcClient;
import uk.nhs.hee.tis.gmc.client.error.GmcException;
import uk.nhs.hee.tis.gmc.client.model.GmcAnswer;

/**
 * Makes all calls, some lanes by the blocking face and one, with many in flight, by the
 * asynchronous. A call that an open circuit held back is made again, as a new call, once a read may
 * have closed it.
 */
final class Callers {
  private static final int ASYNC_IN_FLIGHT = 24;

  private final List<GmcClient> clients;
  private final Ledger ledger;
  private final Duration coolDown;
  private final BlockingQueue<AccountedCall> queue = new LinkedBlockingQueue<>();
  private final AtomicInteger unfinished = new AtomicInteger();
  private final Semaphore inFlight = new Semaphore(ASYNC_IN_FLIGHT);
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition finished = lock.newCondition();

  Callers(List<GmcClient> clients, Ledger ledger, Duration coolDown) {
    this.clients = clients;
    this.ledger = ledger;
    this.coolDown = coolDown;
  }

  void make(Collection<AccountedCall> calls, int blockingLanes, List<AccountedCall> probes)
      throws InterruptedException, ExecutionException {
    unfinished.set(calls.size());
    queue.addAll(calls);
    ExecutorService lanes = Executors.newFixedThreadPool(blockingLanes + 1 + clients.size());
    List<Future<?>> ends = new ArrayList<>();
    for (int lane = 0; lane < blockingLanes; lane++) {
      GmcClient gmc = clients.get(lane % clients.size());
      ends.add(lanes.submit(() -> block(gmc)));
    }
    ends.add(lanes.submit(this::startAll));
    for (int i = 0; i < clients.size(); i++) {
      GmcClient gmc = clients.get(i);
      AccountedCall probe = probes.get(i);
      ends.add(lanes.submit(() -> probe(gmc, probe)));
    }
    lanes.shutdown();
    for (Future<?> end : ends) {
      end.get();
    }
    inFlight.acquire(ASYNC_IN_FLIGHT);
  }

  /** Reads at the pace of the cool-down, or an open circuit could stay open: writes never probe. */
  private Void probe(GmcClient gmc, AccountedCall first) throws InterruptedException {
    AccountedCall probe = first;
    while (!awaitEnd(coolDown)) {
      blocking(gmc, probe);
      probe = probe.again();
    }
    return null;
  }

  private Void block(GmcClient gmc) throws InterruptedException {
    while (unfinished.get() > 0) {
      AccountedCall call = queue.poll(coolDown.toNanos(), TimeUnit.NANOSECONDS);
      if (call != null && blocking(gmc, call)) {
        queue.add(call.again());
        awaitEnd(coolDown);
      } else if (call != null) {
        ended();
      }
    }
    return null;
  }

  private boolean blocking(GmcClient gmc, AccountedCall call) {
    try {
      return ledger.note(call, call.on(gmc), null);
    } catch (GmcException e) {
      return ledger.note(call, null, e);
    }
  }

  @SuppressWarnings("FutureReturnValueIgnored") // How each ends is noted.
  private Void startAll() throws InterruptedException {
    int number = 0;
    while (unfinished.get() > 0) {
      inFlight.acquire();
      AccountedCall call = queue.poll(coolDown.toNanos(), TimeUnit.NANOSECONDS);
      if (call == null) {
        inFlight.release();
        continue;
      }
      number++;
      var future = call.startOn(clients.get(number % clients.size()));
      boolean heldBack = future.isCompletedExceptionally();
      future.whenComplete((answer, failure) -> asyncEnded(call, answer, failure));
      if (heldBack) {
        awaitEnd(coolDown);
      }
    }
    return null;
  }

  private void asyncEnded(AccountedCall call, GmcAnswer answer, Throwable failure) {
    if (ledger.note(call, answer, failure)) {
      queue.add(call.again());
    } else {
      ended();
    }
    inFlight.release();
  }

  private void ended() {
    if (unfinished.decrementAndGet() == 0) {
      lock.lock();
      try {
        finished.signalAll();
      } finally {
        lock.unlock();
      }
    }
  }

  /** Waits at most so long; returns whether every call has ended. */
  private boolean awaitEnd(Duration atMost) throws InterruptedException {
    long left = atMost.toNanos();
    lock.lock();
    try {
      while (unfinished.get() > 0 && left > 0) {
        left = finished.awaitNanos(left);
      }
      return unfinished.get() == 0;
    } finally {
      lock.unlock();
    }
  }
}
