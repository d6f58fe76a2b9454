package uk.nhs.hee.tis.gmc.testkit;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import uk.nhs.hee.tis.gmc.client.model.GmcOperation;

/**
 * A request off the wire, to be turned back into what the client was called with. What no client
 * would send is an IllegalArgumentException that shows no value.
 */
final class WireRequest {
  private final ReceivedRequest wire;

  private WireRequest(ReceivedRequest wire) {
    this.wire = wire;
  }

  static ReceivedCall call(ReceivedRequest wire, GmcOperation operation) {
    WireRequest request = new WireRequest(wire);
    return new ReceivedCall(
        operation,
        wire.clientRequestId().orElse(null),
        () -> RequestKind.of(operation).read(request),
        wire::header);
  }

  /** Returns the text of a field that may be absent or empty. */
  Optional<String> optional(String field) {
    return wire.field(field).filter(text -> !text.isEmpty());
  }

  String text(String field) {
    return wire.field(field).orElse("");
  }

  /** Returns the value whose code the field has. */
  <T> T coded(T[] values, Function<T, String> code, String field) {
    return Arrays.stream(values)
        .filter(value -> code.apply(value).equals(text(field)))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(field + " is not a known code"));
  }
}
