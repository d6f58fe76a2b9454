package uk.nhs.hee.tis.gmc.testkit;

import java.util.Objects;
import uk.nhs.hee.tis.gmc.client.model.GmcOperation;
import uk.nhs.hee.tis.gmc.client.model.ReturnCode;

/**
 * One operation that the register carried out or refused.
 *
 * <p>Immutable and thread-safe.
 */
public final class JournalEntry {
  private final GmcOperation operation;
  private final String designatedBodyCode;
  private final String gmcNumber;
  private final String clientRequestId;
  private final String gmcRequestId;
  private final ReturnCode returnCode;

  JournalEntry(
      GmcOperation operation,
      String designatedBodyCode,
      String gmcNumber,
      String clientRequestId,
      String gmcRequestId,
      ReturnCode returnCode) {
    this.operation = operation;
    this.designatedBodyCode = designatedBodyCode;
    this.gmcNumber = gmcNumber;
    this.clientRequestId = clientRequestId;
    this.gmcRequestId = gmcRequestId;
    this.returnCode = returnCode;
  }

  /** {@return the operation} */
  public GmcOperation operation() {
    return operation;
  }

  /** {@return the designated body as the request named it, perhaps empty} */
  public String designatedBodyCode() {
    return designatedBodyCode;
  }

  /** {@return the doctor's GMC number as the request named it, perhaps empty} */
  public String gmcNumber() {
    return gmcNumber;
  }

  /** {@return the caller's own id of the request, perhaps empty; retries share it} */
  public String clientRequestId() {
    return clientRequestId;
  }

  /** {@return the id that the stand-in gave the request} */
  public String gmcRequestId() {
    return gmcRequestId;
  }

  /** {@return the answer's return code} */
  public ReturnCode returnCode() {
    return returnCode;
  }

  @Override
  public boolean equals(Object other) {
    if (!(other instanceof JournalEntry)) {
      return false;
    }
    JournalEntry that = (JournalEntry) other;
    return operation == that.operation
        && designatedBodyCode.equals(that.designatedBodyCode)
        && gmcNumber.equals(that.gmcNumber)
        && clientRequestId.equals(that.clientRequestId)
        && gmcRequestId.equals(that.gmcRequestId)
        && returnCode.equals(that.returnCode);
  }

  @Override
  public int hashCode() {
    return Objects.hash(
        operation, designatedBodyCode, gmcNumber, clientRequestId, gmcRequestId, returnCode);
  }

  @Override
  public String toString() {
    return "JournalEntry[operation="
        + operation.operationName()
        + ", designatedBodyCode="
        + designatedBodyCode
        + ", gmcNumber=***, clientRequestId="
        + clientRequestId
        + ", gmcRequestId="
        + gmcRequestId
        + ", returnCode="
        + returnCode.code()
        + "]";
  }
}
