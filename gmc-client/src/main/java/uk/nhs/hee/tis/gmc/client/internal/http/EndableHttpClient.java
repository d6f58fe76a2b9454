package uk.nhs.hee.tis.gmc.client.internal.http;

import java.lang.reflect.Method;
import java.net.http.HttpClient;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An HTTP client of this library's own, which ends, with its thread and its connections, as soon as
 * it is retired and its last exchange has ended. Thread-safe.
 *
 * <p>Since Java 21 a client can be shut down. Before, the JDK ends it only when it is garbage
 * collected, which may be hours later: until then each keeps a thread and two or three file
 * descriptors. There, interrupting that thread does what collection would do. Each client names its
 * thread after its own number, which its {@code toString} ends with; if either differs, it still
 * ends on collection.
 */
final class EndableHttpClient {
  private static final Optional<Method> SHUTDOWN =
      Arrays.stream(HttpClient.class.getMethods())
          .filter(method -> method.getName().equals("shutdown"))
          .findFirst();

  private static final Pattern NUMBER = Pattern.compile("\\((\\d+)\\)$");

  private final HttpClient client;
  private final @Nullable Thread selector;

  /** Guarded by this, as are the next three. */
  private int exchanges;

  /** A {@link System#nanoTime} value: when the JDK has certainly ended what was released. */
  private long allEndedAt = System.nanoTime();

  private boolean retired;
  private boolean ended;

  EndableHttpClient(HttpClient client) {
    this.client = client;
    this.selector = SHUTDOWN.isPresent() ? null : selectorOf(client);
  }

  private static @Nullable Thread selectorOf(HttpClient client) {
    Matcher number = NUMBER.matcher(client.toString());
    if (!number.find()) {
      return null;
    }
    String name = "HttpClient-" + number.group(1) + "-SelectorManager";
    ThreadGroup group = Thread.currentThread().getThreadGroup();
    Thread[] threads = new Thread[2 * group.activeCount() + 16];
    int count = group.enumerate(threads, false);
    return Arrays.stream(threads, 0, count)
        .filter(thread -> thread.getName().equals(name))
        .filter(thread -> thread.getClass().getName().startsWith("jdk.internal.net.http."))
        .findFirst()
        .orElse(null);
  }

  /** Returns the client for one exchange; not to be called once it is retired. */
  synchronized HeldHttpClient hold() {
    exchanges++;
    return new Held(this);
  }

  /**
   * Refers to the client until the exchange has ended. The JDK may keep the exchange of a client
   * that was shut down, and this with it, until nobody refers to that client; from Java 25 on that
   * would be never.
   */
  private static final class Held implements HeldHttpClient {
    private final AtomicReference<@Nullable EndableHttpClient> owner;

    Held(EndableHttpClient owner) {
      this.owner = new AtomicReference<>(owner);
    }

    @Override
    public HttpClient client() {
      EndableHttpClient held = owner.get();
      if (held == null) {
        throw new IllegalStateException("the exchange has ended");
      }
      return held.client;
    }

    @Override
    public boolean isOwn() {
      return true;
    }

    @Override
    public void letGo() {
      abandon(0);
    }

    @Override
    public void abandon(long nanos) {
      EndableHttpClient held = owner.getAndSet(null);
      if (held != null) {
        held.exchangeEnds(System.nanoTime() + nanos);
      }
    }
  }

  private synchronized void exchangeEnds(long at) {
    exchanges--;
    if (at - allEndedAt > 0) {
      allEndedAt = at;
    }
    endIfIdle();
  }

  /** Accepts no further exchange; those in progress carry on to their end. */
  synchronized void retire() {
    retired = true;
    endIfIdle();
  }

  /**
   * Ends the client if it is retired and has no exchange in progress.
   *
   * @return whether it has been ended, now or before
   */
  synchronized boolean endIfIdle() {
    if (retired && !ended) {
      if (SHUTDOWN.isPresent()) {
        shutDown(SHUTDOWN.get());
        ended = true;
      } else if (exchanges == 0 && System.nanoTime() - allEndedAt >= 0) {
        if (selector != null) {
          selector.interrupt();
        }
        ended = true;
      }
    }
    return ended;
  }

  /** Lets exchanges in progress end; does not wait. */
  private void shutDown(Method method) {
    try {
      method.invoke(client);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("HttpClient.shutdown() cannot be called", e);
    }
  }
}
