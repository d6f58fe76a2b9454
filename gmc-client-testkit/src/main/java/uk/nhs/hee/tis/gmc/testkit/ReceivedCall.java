package uk.nhs.hee.tis.gmc.testkit;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import uk.nhs.hee.tis.gmc.client.model.GmcOperation;

/**
 * One call that arrived, at a server or at a fake, with its request as the client's own type.
 * Immutable and thread-safe.
 */
public final class ReceivedCall {
  private final GmcOperation operation;
  private final Supplier<Object> request;
  private final Function<String, Optional<String>> header;
  private final @Nullable String clientRequestId;

  /**
   * Creates a call.
   *
   * @param clientRequestId null if it has none
   * @param request throws an IllegalArgumentException if what came is no such request
   */
  ReceivedCall(
      GmcOperation operation,
      @Nullable String clientRequestId,
      Supplier<Object> request,
      Function<String, Optional<String>> header) {
    this.operation = operation;
    this.clientRequestId = clientRequestId;
    this.request = request;
    this.header = header;
  }

  /** {@return the operation that was called} */
  public GmcOperation operation() {
    return operation;
  }

  /** {@return the client request id of the call, if it has one; the client's always do} */
  public Optional<String> clientRequestId() {
    return Optional.ofNullable(clientRequestId);
  }

  /**
   * {@return the first value of a header; {@code ***} if it may be secret}
   *
   * @param name in upper or lower case
   */
  public Optional<String> header(String name) {
    return header.apply(name);
  }

  /**
   * {@return the request as this type}
   *
   * @param <Q> the type of the operation's requests
   * @param type such as {@code AddDoctor}; {@code String}, the designated body's code, for a list
   *     of doctors
   * @throws AssertionError if the client would not send such a request, such as one without a GMC
   *     number
   * @throws ClassCastException if the operation's requests are of another type
   */
  public <Q> Q request(Class<Q> type) {
    try {
      return type.cast(request.get());
    } catch (IllegalArgumentException e) {
      throw new AssertionError(
          "a received "
              + operation.operationName()
              + " is not a request that the client would send: "
              + e.getMessage());
    }
  }

  /** Shows the operation, and no doctor's data. */
  @Override
  public String toString() {
    return "ReceivedCall[operation=" + operation.operationName() + "]";
  }
}
