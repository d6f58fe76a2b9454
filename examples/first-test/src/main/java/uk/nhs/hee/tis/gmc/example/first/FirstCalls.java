package uk.nhs.hee.tis.gmc.example.first;

import java.net.URI;
import uk.nhs.hee.tis.gmc.client.ClientIdentity;
import uk.nhs.hee.tis.gmc.client.GmcClient;
import uk.nhs.hee.tis.gmc.client.GmcCredentials;
import uk.nhs.hee.tis.gmc.client.error.GmcException;
import uk.nhs.hee.tis.gmc.client.error.GmcOutcomeUnknownException;
import uk.nhs.hee.tis.gmc.client.error.GmcRejectedException;
import uk.nhs.hee.tis.gmc.client.model.AddDoctor;
import uk.nhs.hee.tis.gmc.client.model.AddReason;
import uk.nhs.hee.tis.gmc.client.model.ConnectionReceipt;
import uk.nhs.hee.tis.gmc.client.model.DoctorsForDb;
import uk.nhs.hee.tis.gmc.client.model.UnsendableValueException;

class FirstCalls {
  static GmcClient client(String user, String password) {
    return GmcClient.builder()
        .endpoint(URI.create("https://webcache.gmc-uk.org/GMCWebServices/WebService.asmx"))
        .credentials(GmcCredentials.of(user, password))
        .identity(
            ClientIdentity.builder()
                .product("tis-revalidation-connection", "1.2.0")
                .contact("tis.support@example.nhs.uk")
                .build())
        .internalUser("nightly.sync")
        .environmentLabel("prod")
        .build();
  }

  /** A read: the whole list, or an exception. */
  static int countDoctors(GmcClient gmc) {
    DoctorsForDb doctors = gmc.getDoctorsForDb("1-1RSSQ2H");
    return doctors.doctors().size();
  }

  /** A write, and everything that can become of it. */
  static String connect(GmcClient gmc, String gmcNumber) {
    try {
      ConnectionReceipt receipt =
          gmc.tryAddDoctor(
              AddDoctor.builder()
                  .gmcNumber(gmcNumber)
                  .designatedBodyCode("1-1RSSQ2H")
                  .reason(AddReason.HAS_CONNECTION)
                  .build());
      return receipt.outcome() == ConnectionReceipt.Outcome.ALREADY_SO
          ? "was connected already"
          : "is connected";
    } catch (GmcOutcomeUnknownException e) {
      return "may be connected: " + e.getMessage(); // which says how to find out
    } catch (GmcRejectedException e) {
      return "was refused by the GMC: " + e.getMessage();
    } catch (GmcException e) {
      return "is not connected: " + e.getMessage(); // e.evidence().toText() is the mail to the GMC
    } catch (UnsendableValueException e) {
      return "was not sent: " + e.getMessage(); // e.field(), e.returnCode()
    }
  }
}
