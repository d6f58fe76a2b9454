package uk.nhs.hee.tis.gmc.client.internal.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * The raw body as a stream that can be read while it arrives, and that fails when it does not
 * arrive in time.
 *
 * <p>The JDK's own stream waits for ever, and the time-out of its request ends with the headers.
 * Read by one thread; closing it early, from any thread, drops the connection.
 */
final class BodyStream extends InputStream implements BodySubscriber<BodyStream> {
  private static final int PREFETCH = 8;

  /** What the HTTP client delivers: buffers, or how it ended. */
  private static final class Piece {
    final List<ByteBuffer> buffers;
    final @Nullable Throwable failure;
    final boolean last;

    Piece(List<ByteBuffer> buffers, @Nullable Throwable failure, boolean last) {
      this.buffers = buffers;
      this.failure = failure;
      this.last = last;
    }
  }

  private final long deadlineNanos;
  private final Runnable whenEnded;
  private final BlockingQueue<Piece> pieces = new LinkedBlockingQueue<>();
  private final CompletableFuture<BodyStream> ready = new CompletableFuture<>();
  private final AtomicInteger arrived = new AtomicInteger();
  private final Deque<ByteBuffer> current = new ArrayDeque<>();
  private volatile @Nullable Piece end;

  /** Guarded by this: the client subscribes on its own thread, perhaps after a close. */
  private @Nullable Subscription subscription;

  /** Guarded by this. */
  private boolean closed;

  /**
   * Creates the stream.
   *
   * @param deadlineNanos a {@link System#nanoTime} value
   * @param whenEnded is called, perhaps more than once, when the HTTP client delivers no more
   */
  BodyStream(long deadlineNanos, Runnable whenEnded) {
    this.deadlineNanos = deadlineNanos;
    this.whenEnded = whenEnded;
  }

  /**
   * Returns a future that completes when the body is worth reading: it has ended, or so much of it
   * has arrived that the rest waits for a reader. So a short answer blocks no thread.
   */
  CompletableFuture<BodyStream> ready() {
    return ready;
  }

  @Override
  public CompletionStage<BodyStream> getBody() {
    return CompletableFuture.completedFuture(this);
  }

  @Override
  public void onSubscribe(Subscription given) {
    boolean cancel;
    synchronized (this) {
      cancel = closed || subscription != null;
      if (subscription == null) {
        subscription = given;
      }
    }
    if (cancel) {
      given.cancel();
      whenEnded.run();
    } else {
      given.request(PREFETCH);
    }
  }

  @Override
  public void onNext(List<ByteBuffer> buffers) {
    pieces.add(new Piece(buffers, null, false));
    if (arrived.incrementAndGet() == PREFETCH) {
      ready.complete(this);
    }
  }

  @Override
  public void onError(Throwable failure) {
    pieces.add(new Piece(List.of(), failure, true));
    whenEnded.run();
    ready.complete(this);
  }

  @Override
  public void onComplete() {
    pieces.add(new Piece(List.of(), null, true));
    whenEnded.run();
    ready.complete(this);
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    while (true) {
      ByteBuffer buffer = current.peek();
      if (buffer == null) {
        if (!fill()) {
          return -1;
        }
      } else if (!buffer.hasRemaining()) {
        current.remove();
      } else {
        int count = Math.min(length, buffer.remaining());
        buffer.get(into, offset, count);
        return count;
      }
    }
  }

  @Override
  public int available() {
    return current.stream().mapToInt(ByteBuffer::remaining).sum();
  }

  private boolean fill() throws IOException {
    Piece piece = end != null ? end : take();
    if (piece.failure != null) {
      end = piece;
      throw asIoException(piece.failure);
    }
    if (piece.last) {
      end = piece;
      return false;
    }
    current.addAll(piece.buffers);
    Subscription source = subscription();
    // A slow reader is late too, even if each piece has arrived by the time it is needed.
    if (source != null && deadlineNanos - System.nanoTime() > 0) {
      source.request(1);
    }
    return true;
  }

  private synchronized @Nullable Subscription subscription() {
    return subscription;
  }

  private Piece take() throws IOException {
    try {
      Piece piece = pieces.poll(deadlineNanos - System.nanoTime(), TimeUnit.NANOSECONDS);
      if (piece == null) {
        close();
        throw new BodyTimeoutException();
      }
      return piece;
    } catch (InterruptedException e) {
      close();
      Thread.currentThread().interrupt();
      InterruptedIOException interrupted = new InterruptedIOException("interrupted");
      interrupted.initCause(e);
      throw interrupted;
    }
  }

  private static IOException asIoException(Throwable failure) {
    Throwable told = NotHttpException.insteadOf(failure);
    return told instanceof IOException
        ? (IOException) told
        : new IOException("reading the answer failed", told);
  }

  @Override
  public void close() {
    if (end != null) {
      return;
    }
    Piece ended = new Piece(List.of(), new IOException("the body was closed"), true);
    end = ended;
    // Wakes a reader, if it was another thread that closed the stream.
    pieces.add(ended);
    Subscription source;
    synchronized (this) {
      closed = true;
      source = subscription;
    }
    if (source != null) {
      source.cancel();
      whenEnded.run();
    }
  }
}
