package uk.nhs.hee.tis.gmc.client.internal.call;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import uk.nhs.hee.tis.gmc.client.model.GmcOperation;

/**
 * The SLF4J MDC of one call: what its caller had, with the call's operation and client request id.
 * Any thread working for the call has it for that time, and its own MDC before and after. An MDC
 * that throws does not lose a call's outcome. Immutable.
 */
final class LogContext {
  static final String OPERATION = "gmc.operation";
  static final String CLIENT_REQUEST_ID = "gmc.clientRequestId";

  private final Map<String, String> entries;

  /** Takes the calling thread's MDC. */
  LogContext(GmcOperation operation, String clientRequestId) {
    Map<String, String> callers = current();
    entries = callers == null ? new HashMap<>() : new HashMap<>(callers);
    entries.put(OPERATION, operation.operationName());
    entries.put(CLIENT_REQUEST_ID, clientRequestId);
  }

  <T> T in(Supplier<T> work) {
    Map<String, String> before = current();
    restore(entries);
    try {
      return work.get();
    } finally {
      restore(before);
    }
  }

  /** Returns an executor whose threads have this context while they work for it. */
  Executor around(Executor executor) {
    return work ->
        executor.execute(
            () ->
                in(
                    () -> {
                      work.run();
                      return true;
                    }));
  }

  /** Does work with an MDC that was taken elsewhere. */
  static void with(@Nullable Map<String, String> context, Runnable work) {
    Map<String, String> before = current();
    restore(context);
    try {
      work.run();
    } finally {
      restore(before);
    }
  }

  /** Returns the calling thread's MDC; null if it has none, or the logging back end throws. */
  static @Nullable Map<String, String> current() {
    try {
      return MDC.getCopyOfContextMap();
    } catch (Throwable broken) {
      return null;
    }
  }

  private static void restore(@Nullable Map<String, String> context) {
    try {
      if (context == null) {
        MDC.clear();
      } else {
        MDC.setContextMap(context);
      }
    } catch (Throwable broken) {
      return;
    }
  }
}
