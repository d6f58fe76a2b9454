package uk.nhs.hee.tis.gmc.client;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import uk.nhs.hee.tis.gmc.client.model.GmcOperation;

/** A call in progress, as a {@link GmcListener} sees it: no doctor's data. Immutable. */
public final class GmcCall {
  private final GmcOperation operation;
  private final String designatedBodyCode;
  private final String clientRequestId;
  private final Instant startedAt;

  private GmcCall(
      GmcOperation operation,
      String designatedBodyCode,
      String clientRequestId,
      Instant startedAt) {
    this.operation = Objects.requireNonNull(operation, "operation");
    this.designatedBodyCode = Objects.requireNonNull(designatedBodyCode, "designatedBodyCode");
    this.clientRequestId = Objects.requireNonNull(clientRequestId, "clientRequestId");
    this.startedAt = Objects.requireNonNull(startedAt, "startedAt");
  }

  /**
   * {@return a call; for tests of listeners}
   *
   * @param operation what is called
   * @param designatedBodyCode in whose name, such as {@code 1-1RSSQ2H}
   * @param clientRequestId the request id that this side gave the call
   * @param startedAt when the call started
   */
  public static GmcCall of(
      GmcOperation operation,
      String designatedBodyCode,
      String clientRequestId,
      Instant startedAt) {
    return new GmcCall(operation, designatedBodyCode, clientRequestId, startedAt);
  }

  /** {@return the operation} */
  public GmcOperation operation() {
    return operation;
  }

  /** {@return the code of the designated body in whose name the call is made} */
  public String designatedBodyCode() {
    return designatedBodyCode;
  }

  /** {@return the request id that this side gave the call} */
  public String clientRequestId() {
    return clientRequestId;
  }

  /** {@return when the call started} */
  public Instant startedAt() {
    return startedAt;
  }

  private List<Object> components() {
    return Arrays.asList(operation, designatedBodyCode, clientRequestId, startedAt);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof GmcCall && components().equals(((GmcCall) other).components());
  }

  @Override
  public int hashCode() {
    return components().hashCode();
  }

  @Override
  public String toString() {
    return "GmcCall[operation="
        + operation
        + ", designatedBodyCode="
        + designatedBodyCode
        + ", clientRequestId="
        + clientRequestId
        + ", startedAt="
        + startedAt
        + "]";
  }
}
