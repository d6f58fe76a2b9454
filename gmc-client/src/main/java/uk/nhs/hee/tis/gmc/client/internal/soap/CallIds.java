package uk.nhs.hee.tis.gmc.client.internal.soap;

/** The two values that every request carries: our id of the call, and who acts on our side. */
public final class CallIds {
  final String clientRequestId;
  final String internalUser;

  /** Creates them. */
  public CallIds(String clientRequestId, String internalUser) {
    this.clientRequestId = clientRequestId;
    this.internalUser = internalUser;
  }
}
