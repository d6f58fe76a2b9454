package uk.nhs.hee.tis.gmc.client;

import java.util.function.Function;
import uk.nhs.hee.tis.gmc.client.internal.soap.CallIds;
import uk.nhs.hee.tis.gmc.client.internal.soap.SentIds;
import uk.nhs.hee.tis.gmc.client.internal.soap.SoapCall;
import uk.nhs.hee.tis.gmc.client.internal.soap.SoapCalls;
import uk.nhs.hee.tis.gmc.client.model.AddDoctor;
import uk.nhs.hee.tis.gmc.client.model.RemoveDoctor;

/**
 * Tells whether a request can be sent at all. A call also fails for a bad value of the client's,
 * such as its credentials; so the request is written alone, with values that can be sent for all
 * the rest.
 */
final class SendableRequests {
  private static final String SENDABLE = "-";
  private static final GmcCredentials CREDENTIALS = GmcCredentials.of(SENDABLE, SENDABLE);

  private SendableRequests() {}

  static boolean list(String designatedBodyCode) {
    return !designatedBodyCode.isBlank()
        && isWritable(SENDABLE, ids -> SoapCalls.getDoctorsForDb(designatedBodyCode, ids));
  }

  static boolean addition(AddDoctor request) {
    return isWritable(
        request.internalUser().orElse(SENDABLE), ids -> SoapCalls.tryAddDoctor(request, ids));
  }

  static boolean removal(RemoveDoctor request) {
    return isWritable(
        request.internalUser().orElse(SENDABLE), ids -> SoapCalls.tryRemoveDoctor(request, ids));
  }

  private static boolean isWritable(String internalUser, Function<CallIds, SoapCall<?>> call) {
    try {
      call.apply(new SentIds().of(SENDABLE, internalUser))
          .envelope(SoapVersion.SOAP_1_1, CREDENTIALS);
      return true;
    } catch (IllegalArgumentException unsendable) {
      return false;
    }
  }
}
