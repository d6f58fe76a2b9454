package uk.nhs.hee.tis.gmc.client.model;

/**
 * Why a doctor is disconnected from a designated body ({@code ChangeReason} of TryRemoveDoctor).
 * The same numbers mean other things when a doctor is added: see {@link AddReason}.
 */
public enum RemoveReason {
  /** Conflict of interest. */
  CONFLICT_OF_INTEREST("1"),
  /** The doctor has retired. */
  RETIRED("2"),
  /** The doctor does not have a connection with this designated body. */
  NO_CONNECTION("3");

  private final String code;

  RemoveReason(String code) {
    this.code = code;
  }

  /**
   * {@return the reason with this GMC code}
   *
   * @param code as {@link #code()} gives it, such as {@code 1}
   * @throws UnsendableValueException for {@code reason}, if no reason has the code, or it is
   *     missing or blank
   */
  public static RemoveReason ofCode(String code) {
    return RequestChecks.ofCode(
        "reason", code, values(), RemoveReason::code, ReturnCode.INVALID_CHANGE_REASON);
  }

  /** {@return the GMC's code for it, as written on the wire} */
  public String code() {
    return code;
  }
}
