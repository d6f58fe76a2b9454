package uk.nhs.hee.tis.gmc.client.diagnose;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Gives a probe its time, and leaves it behind when that is over: nothing ends a hung look-up. */
final class TimeBox {

  /** The caller's thread was interrupted; its flag is set again. */
  static final class Interrupted extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Interrupted(Exception cause) {
      super(cause);
    }
  }

  private TimeBox() {}

  static <T> T within(Duration timeout, Callable<T> probe) throws IOException {
    if (Thread.currentThread().isInterrupted()) {
      throw new Interrupted(new InterruptedException());
    }
    FutureTask<T> task = new FutureTask<>(probe);
    Thread thread = new Thread(task, "gmc-diagnosis");
    thread.setDaemon(true);
    thread.start();
    try {
      return task.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      task.cancel(true);
      SocketTimeoutException late = new SocketTimeoutException("not finished within " + timeout);
      late.initCause(e);
      throw late;
    } catch (InterruptedException e) {
      task.cancel(true);
      Thread.currentThread().interrupt();
      throw new Interrupted(e);
    } catch (ExecutionException e) {
      throw ofProbe(e.getCause());
    }
  }

  private static IOException ofProbe(@Nullable Throwable cause) {
    if (cause instanceof Error) {
      throw (Error) cause;
    }
    if (cause instanceof RuntimeException) {
      throw (RuntimeException) cause;
    }
    return cause instanceof IOException ? (IOException) cause : new IOException(cause);
  }
}
