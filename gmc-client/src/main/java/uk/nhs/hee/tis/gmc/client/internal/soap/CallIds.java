package uk.nhs.hee.tis.gmc.client.internal.soap;

/** The two values that every request carries: our id of the call, and the user on our side. */
public final class CallIds {
  final String clientRequestId;
  final String internalUser;
  private final SentIds sent;

  CallIds(String clientRequestId, String internalUser, SentIds sent) {
    this.clientRequestId = clientRequestId;
    this.internalUser = internalUser;
    this.sent = sent;
  }

  boolean isOfAnotherCall(String echo) {
    return sent.isOfAnotherCall(clientRequestId, echo);
  }
}
