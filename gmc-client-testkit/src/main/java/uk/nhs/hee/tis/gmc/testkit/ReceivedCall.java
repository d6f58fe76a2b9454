package uk.nhs.hee.tis.gmc.testkit;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import uk.nhs.hee.tis.gmc.client.model.GmcOperation;

/** One call that arrived, at a server or at a fake, with its request as the client's own type. */
final class ReceivedCall {
  private final GmcOperation operation;
  private final Supplier<Object> request;
  private final Function<String, Optional<String>> header;

  /**
   * Creates a call.
   *
   * @param request throws an IllegalArgumentException if what came is no such request
   */
  ReceivedCall(
      GmcOperation operation, Supplier<Object> request, Function<String, Optional<String>> header) {
    this.operation = operation;
    this.request = request;
    this.header = header;
  }

  GmcOperation operation() {
    return operation;
  }

  Optional<String> header(String name) {
    return header.apply(name);
  }

  /** The request as this type: a designated body's code for a list of doctors. */
  <Q> Q request(Class<Q> type) {
    try {
      return type.cast(request.get());
    } catch (IllegalArgumentException e) {
      throw new AssertionError(
          "a received "
              + operation.operationName()
              + " is no request that the client would send: "
              + e.getMessage());
    }
  }
}
