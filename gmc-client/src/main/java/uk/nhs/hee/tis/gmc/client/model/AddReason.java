package uk.nhs.hee.tis.gmc.client.model;

/**
 * Why a doctor is connected to a designated body ({@code ChangeReason} of TryAddDoctor). The same
 * numbers mean other things when a doctor is removed: see {@link RemoveReason}.
 */
public enum AddReason {
  /** The doctor has a connection with this designated body. */
  HAS_CONNECTION("1"),
  /** Conflict of interest. */
  CONFLICT_OF_INTEREST("2");

  private final String code;

  AddReason(String code) {
    this.code = code;
  }

  /**
   * {@return the reason with this GMC code}
   *
   * @param code as {@link #code()} gives it, such as {@code 1}
   * @throws UnsendableValueException for {@code reason}, if no reason has the code, or it is
   *     missing or blank
   */
  public static AddReason ofCode(String code) {
    return RequestChecks.ofCode(
        "reason", code, values(), AddReason::code, ReturnCode.INVALID_CHANGE_REASON);
  }

  /** {@return the GMC's code for it, as written on the wire} */
  public String code() {
    return code;
  }
}
