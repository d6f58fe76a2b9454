package uk.nhs.hee.tis.gmc.client.internal.http;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.ByteBuffer;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Flow.Subscriber;
import java.util.concurrent.Flow.Subscription;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The body of one attempt's request, which sees whether the HTTP client ever asked for it.
 *
 * <p>A body that was never asked for was never sent, whatever exception the attempt ended in; one
 * that was asked for may have arrived, whatever the exception says. No exception's class proves
 * either: a TLS handshake, for instance, may be repeated after the server has carried out the
 * request. Thread-safe; used for one attempt only.
 */
public final class ObservedBody implements BodyPublisher {
  private static final String JDK_CLIENTS = "jdk.internal.net.http.";

  private enum State {
    NOT_ASKED_FOR,
    HANDED_OVER,
    WITHDRAWN
  }

  private final BodyPublisher bytes;
  private final boolean once;
  private final AtomicReference<State> state = new AtomicReference<>(State.NOT_ASKED_FOR);
  private final AtomicBoolean subscribed = new AtomicBoolean();
  private final Queue<ByteBuffer> pieces = new ConcurrentLinkedQueue<>();
  private volatile boolean takesFromBuffers;
  private volatile boolean resendRefused;

  private ObservedBody(byte[] bytes, boolean once) {
    this.bytes = BodyPublishers.ofByteArray(bytes);
    this.once = once;
  }

  /**
   * Returns a body that the HTTP client may take once. The JDK re-sends a POST automatically if
   * {@code jdk.httpclient.enableAllMethodRetry} is set, as a system property or in {@code
   * conf/net.properties}, and only a second subscription reveals it.
   */
  public static ObservedBody once(byte[] bytes) {
    return new ObservedBody(bytes, true);
  }

  /** Returns a body that the HTTP client may take again, on another connection. */
  public static ObservedBody repeatable(byte[] bytes) {
    return new ObservedBody(bytes, false);
  }

  /** Returns whether the HTTP client may take it once only. */
  boolean isOnce() {
    return once;
  }

  /**
   * Withdraws the body, unless it has been handed over.
   *
   * @return true if no byte of it was handed over, and none will be from here on
   */
  public boolean withdraw() {
    return state.compareAndSet(State.NOT_ASKED_FOR, State.WITHDRAWN)
        || state.get() == State.WITHDRAWN;
  }

  /**
   * Returns whether the pieces that were handed over are known to be unchanged, with no bytes
   * taken. The JDK asks for a body before a TLS handshake has ended, and takes its bytes from the
   * very buffers that it was given when it encrypts or writes them. Another client, such as one
   * that wraps the JDK's, may copy them, so nothing is known about that one.
   */
  public boolean isUntouched() {
    return takesFromBuffers && pieces.stream().allMatch(piece -> piece.position() == 0);
  }

  /** Records which client the request is given to. */
  void givenTo(HttpClient client) {
    takesFromBuffers = client.getClass().getName().startsWith(JDK_CLIENTS);
  }

  /** Returns whether the HTTP client tried to send the request a second time and was prevented. */
  public boolean resendRefused() {
    return resendRefused;
  }

  @Override
  public long contentLength() {
    return bytes.contentLength();
  }

  @Override
  public void subscribe(Subscriber<? super ByteBuffer> subscriber) {
    if (!subscribed.compareAndSet(false, true) && once) {
      resendRefused = true;
      subscriber.onSubscribe(new Nothing());
      subscriber.onError(new IOException("the request was not sent a second time"));
      return;
    }
    bytes.subscribe(new Watched(subscriber));
  }

  private boolean handOver() {
    return state.compareAndSet(State.NOT_ASKED_FOR, State.HANDED_OVER)
        || state.get() == State.HANDED_OVER;
  }

  /**
   * The HTTP client's subscriber; any demand from it counts as the body having been handed over.
   */
  private final class Watched implements Subscriber<ByteBuffer> {
    private final Subscriber<? super ByteBuffer> client;

    Watched(Subscriber<? super ByteBuffer> client) {
      this.client = client;
    }

    @Override
    public void onSubscribe(Subscription source) {
      client.onSubscribe(new Demand(client, source));
    }

    @Override
    public void onNext(ByteBuffer piece) {
      pieces.add(piece);
      client.onNext(piece);
    }

    @Override
    public void onError(Throwable failure) {
      client.onError(failure);
    }

    @Override
    public void onComplete() {
      client.onComplete();
    }
  }

  private final class Demand implements Subscription {
    private final Subscriber<? super ByteBuffer> client;
    private final Subscription source;

    Demand(Subscriber<? super ByteBuffer> client, Subscription source) {
      this.client = client;
      this.source = source;
    }

    @Override
    public void request(long count) {
      if (handOver()) {
        source.request(count);
      } else {
        source.cancel();
        client.onError(new IOException("the call ended before its request was sent"));
      }
    }

    @Override
    public void cancel() {
      source.cancel();
    }
  }

  private static final class Nothing implements Subscription {
    @Override
    public void request(long count) {}

    @Override
    public void cancel() {}
  }
}
