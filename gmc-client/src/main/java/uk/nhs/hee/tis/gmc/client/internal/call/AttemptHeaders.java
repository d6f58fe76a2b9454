package uk.nhs.hee.tis.gmc.client.internal.call;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.function.Supplier;
import uk.nhs.hee.tis.gmc.client.CallOptions;
import uk.nhs.hee.tis.gmc.client.GmcCall;

/**
 * The further headers of one call's attempts, as supplied by the application's functions. If these
 * fail, headers are lost, never a call. Thread-safe: attempts run one after the other.
 */
final class AttemptHeaders {
  private final List<Function<GmcCall, Supplier<Map<String, String>>>> functions;
  private final List<Supplier<Map<String, String>>> sources = new CopyOnWriteArrayList<>();
  private final Collection<String> values = new CopyOnWriteArrayList<>();

  AttemptHeaders(List<Function<GmcCall, Supplier<Map<String, String>>>> functions) {
    this.functions = functions;
  }

  /** Calls each function for the call that starts, on the calling thread. */
  void begin(GmcCall call) {
    for (Function<GmcCall, Supplier<Map<String, String>>> function : functions) {
      harmless(() -> sources.add(function.apply(call)));
    }
  }

  /** Returns the headers of the next attempt. */
  Map<String, String> next() {
    Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (Supplier<Map<String, String>> source : sources) {
      harmless(
          () -> {
            CallOptions.Builder checked = CallOptions.builder();
            source.get().forEach(checked::header);
            headers.putAll(checked.build().headers());
          });
    }
    values.addAll(headers.values());
    return headers;
  }

  /** Returns every value that was sent; none of them may be shown. */
  Collection<String> values() {
    return values;
  }

  private static void harmless(Runnable asking) {
    try {
      asking.run();
    } catch (Throwable e) { // Even an Error of the application's must not lose a call's outcome.
      CallLog.warn("An attempt-headers function failed; its headers are not sent", e);
    }
  }
}
