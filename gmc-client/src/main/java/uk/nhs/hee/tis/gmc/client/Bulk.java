package uk.nhs.hee.tis.gmc.client;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import uk.nhs.hee.tis.gmc.client.BulkResult.Outcome;
import uk.nhs.hee.tis.gmc.client.error.GmcBlockedException;
import uk.nhs.hee.tis.gmc.client.error.GmcException;
import uk.nhs.hee.tis.gmc.client.error.GmcOutcomeUnknownException;
import uk.nhs.hee.tis.gmc.client.error.GmcPermissionException;
import uk.nhs.hee.tis.gmc.client.internal.call.ClosedClientException;
import uk.nhs.hee.tis.gmc.client.model.GmcAnswer;

/** Many calls, a few at a time, until all have ended or a failure shows that none would succeed. */
final class Bulk<Q, A extends GmcAnswer> {
  private final List<Q> requests;
  private final int mostLanes;
  private final Function<Q, CompletableFuture<A>> call;
  private final AtomicReferenceArray<BulkResult.@Nullable Item<Q, A>> items;
  private final Consumer<BulkResult.Item<Q, A>> onEach;
  private final CompletableFuture<Boolean> allEnded = new CompletableFuture<>();

  /** What the calling thread does next. */
  private final BlockingQueue<Runnable> goOn = new LinkedBlockingQueue<>();

  /** Guarded by this, as are the next four: the calls to cancel, by position. */
  private final Map<Integer, CompletableFuture<A>> started = new HashMap<>();

  private int begun;
  private int lanes = 1;
  private boolean stopped;
  private boolean cancelled;

  private Bulk(
      String name,
      Collection<Q> requests,
      int mostLanes,
      Function<Q, CompletableFuture<A>> call,
      Consumer<BulkResult.Item<Q, A>> onEach) {
    this.requests = checked(name, requests);
    this.call = call;
    this.items = new AtomicReferenceArray<>(this.requests.size());
    this.mostLanes = mostLanes;
    this.onEach = Rules.given("onEach", onEach);
  }

  private static <Q> List<Q> checked(String name, Collection<Q> requests) {
    List<Q> all = new ArrayList<>(Rules.given(name, requests));
    for (int i = 0; i < all.size(); i++) {
      Rules.given(name + "[" + i + "]", all.get(i));
    }
    return Collections.unmodifiableList(all);
  }

  /**
   * Runs the calls and waits for all; an interrupt cancels them and returns what is known.
   *
   * @param name what the caller knows the requests by
   * @throws IllegalArgumentException if there are none, or one of them is null
   * @throws IllegalStateException if the client is closed before any of them was attempted
   */
  static <Q, A extends GmcAnswer> BulkResult<Q, A> run(
      String name,
      Collection<Q> requests,
      int lanes,
      Function<Q, CompletableFuture<A>> call,
      Consumer<BulkResult.Item<Q, A>> onEach) {
    Bulk<Q, A> bulk = new Bulk<>(name, requests, lanes, call, onEach);
    bulk.lane();
    try {
      bulk.startAll();
      bulk.allEnded.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      bulk.cancel();
    } catch (ExecutionException e) {
      bulk.cancel();
      if (e.getCause() instanceof Error) {
        throw (Error) e.getCause();
      }
      if (e.getCause() instanceof ClosedClientException) {
        throw (ClosedClientException) e.getCause();
      }
      throw new IllegalStateException(
          "onEach threw an exception, which ended the bulk", e.getCause());
    }
    return bulk.result();
  }

  /** Starts every call on the calling thread, where a supplier of credentials is asked. */
  @SuppressWarnings("FutureReturnValueIgnored") // The empty step only wakes this thread.
  private void startAll() throws InterruptedException {
    allEnded.whenComplete((yes, failure) -> goOn.add(() -> {}));
    while (!allEnded.isDone()) {
      goOn.take().run();
    }
  }

  /** Runs one call after the other until none is left. */
  @SuppressWarnings("FutureReturnValueIgnored") // The next call follows on it.
  private void lane() {
    while (true) {
      int index = next();
      if (index < 0) {
        return;
      }
      CompletableFuture<A> current = start(requests.get(index));
      underWay(index, current);
      if (!current.isDone()) {
        current.whenComplete(
            (answer, failure) -> {
              note(index, answer, failure);
              ended(index);
              goOn.add(() -> startAfter(index));
            });
        return;
      }
      // Most likely held back by an open circuit; following on it would nest too deeply.
      noteDone(index, current);
      ended(index);
      openLanesAfter(index);
    }
  }

  private void startAfter(int index) {
    openLanesAfter(index);
    lane();
  }

  /**
   * The first call goes alone: where the circuit has cooled down it is the probe, beside which
   * others would be held back and stop the bulk.
   */
  private void openLanesAfter(int index) {
    if (index > 0) {
      return;
    }
    for (int lane = 1; lane < mostLanes; lane++) {
      synchronized (this) {
        lanes++;
      }
      lane();
    }
  }

  /** Returns the position of the next request, or -1 if the lane has ended. */
  private synchronized int next() {
    if (!stopped && begun < requests.size()) {
      return begun++;
    }
    lanes--;
    if (lanes == 0) {
      allEnded.complete(true);
    }
    return -1;
  }

  private CompletableFuture<A> start(Q request) {
    try {
      return call.apply(request);
    } catch (RuntimeException | Error unsendable) {
      // Such as a supplier of credentials that fails: thrown on, it would end the lane unnoticed.
      return CompletableFuture.failedFuture(unsendable);
    }
  }

  @SuppressWarnings("FutureReturnValueIgnored") // It only tidies up.
  private void underWay(int index, CompletableFuture<A> current) {
    synchronized (this) {
      if (!cancelled) {
        started.put(index, current);
        return;
      }
    }
    current.cancel(true);
  }

  private synchronized void ended(int index) {
    started.remove(index);
  }

  private void noteDone(int index, CompletableFuture<A> done) {
    try {
      note(index, done.join(), null);
    } catch (CompletionException | CancellationException e) {
      note(index, null, e);
    }
  }

  private void note(int index, @Nullable A answer, @Nullable Throwable failure) {
    Throwable cause =
        failure instanceof CompletionException && failure.getCause() != null
            ? failure.getCause()
            : failure;
    if (cause instanceof Error
        || (cause instanceof ClosedClientException && nothingWasAttemptedBefore(index))) {
      // No outcome of a request: it ends the whole bulk, as it would have ended a single call.
      giveUp(cause);
      return;
    }
    RuntimeException why =
        cause == null || cause instanceof RuntimeException
            ? (RuntimeException) cause
            : new IllegalStateException(cause);
    Q request = requests.get(index);
    BulkResult.Item<Q, A> item =
        answer != null
            ? BulkResult.Item.answered(request, answer)
            : BulkResult.Item.failed(
                request, why == null ? new IllegalStateException("the call answered null") : why);
    items.set(index, item);
    if (why != null && meetsAll(why)) {
      stop();
    }
    if (item.outcome() != Outcome.NOT_ATTEMPTED) {
      tell(item);
    }
  }

  /** Once a call was attempted, its outcome must reach the caller even if the client is closed. */
  private boolean nothingWasAttemptedBefore(int index) {
    return IntStream.range(0, index)
        .mapToObj(items::get)
        .allMatch(item -> item != null && item.outcome() == Outcome.INVALID);
  }

  private void tell(BulkResult.Item<Q, A> item) {
    try {
      onEach.accept(item);
    } catch (RuntimeException | Error e) {
      giveUp(e);
    }
  }

  private void giveUp(Throwable because) {
    stop();
    allEnded.completeExceptionally(because);
  }

  private synchronized void stop() {
    stopped = true;
  }

  /** Returns whether every further call would fail in the same way. */
  private static boolean meetsAll(RuntimeException failure) {
    Throwable behind =
        failure instanceof GmcOutcomeUnknownException && failure.getCause() != null
            ? failure.getCause()
            : failure;
    if (behind instanceof GmcPermissionException) {
      return !BulkResult.Item.isRejection(behind);
    }
    return isBlockOfEveryRequest(behind)
        || (behind instanceof GmcException && ((GmcException) behind).fromOpenCircuit());
  }

  /** A web application firewall may object to what one request holds. */
  private static boolean isBlockOfEveryRequest(Throwable failure) {
    return failure instanceof GmcBlockedException
        && ((GmcBlockedException) failure).kind() != GmcBlockedException.Kind.WAF;
  }

  private void cancel() {
    List<CompletableFuture<A>> toCancel;
    stop();
    synchronized (this) {
      cancelled = true;
      toCancel = List.copyOf(started.values());
    }
    toCancel.forEach(future -> future.cancel(true));
  }

  /** After an interrupt, a call that another thread is just starting may still go out. */
  private synchronized BulkResult.Item<Q, A> unended(int index) {
    Q request = requests.get(index);
    return index < begun
        ? BulkResult.Item.interrupted(request)
        : BulkResult.Item.notAttempted(request);
  }

  private BulkResult<Q, A> result() {
    List<BulkResult.Item<Q, A>> result = new ArrayList<>();
    for (int i = 0; i < requests.size(); i++) {
      BulkResult.Item<Q, A> item = items.get(i);
      result.add(item != null ? item : unended(i));
    }
    return BulkResult.of(result);
  }
}
