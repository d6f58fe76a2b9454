package uk.nhs.hee.tis.gmc.testkit;

import java.time.LocalDate;
import uk.nhs.hee.tis.gmc.client.model.AddDoctor;
import uk.nhs.hee.tis.gmc.client.model.AddReason;
import uk.nhs.hee.tis.gmc.client.model.DeferralReason;
import uk.nhs.hee.tis.gmc.client.model.Recommendation;
import uk.nhs.hee.tis.gmc.client.model.RemoveDoctor;
import uk.nhs.hee.tis.gmc.client.model.RemoveReason;
import uk.nhs.hee.tis.gmc.client.model.ResponsibleOfficer;
import uk.nhs.hee.tis.gmc.client.model.StatusQuery;

/** Requests about invented doctors of one designated body. */
final class Requests {
  static final String HERE = "1-1RSSQ2H";

  private Requests() {}

  static AddDoctor add(String gmcNumber) {
    return AddDoctor.builder()
        .gmcNumber(gmcNumber)
        .designatedBodyCode(HERE)
        .reason(AddReason.HAS_CONNECTION)
        .internalUser(Clients.INTERNAL_USER)
        .build();
  }

  static RemoveDoctor remove(String gmcNumber) {
    return RemoveDoctor.builder()
        .gmcNumber(gmcNumber)
        .designatedBodyCode(HERE)
        .reason(RemoveReason.RETIRED)
        .internalUser(Clients.INTERNAL_USER)
        .build();
  }

  static StatusQuery status(String gmcNumber, String recommendationId) {
    return StatusQuery.builder()
        .gmcNumber(gmcNumber)
        .designatedBodyCode(HERE)
        .recommendationId(recommendationId)
        .internalUser(Clients.INTERNAL_USER)
        .build();
  }

  static Recommendation revalidate(String gmcNumber) {
    return recommendation(gmcNumber).revalidate().build();
  }

  static Recommendation defer(DeferralReason reason) {
    return recommendation("9000001").defer(reason, LocalDate.of(2027, 3, 31)).build();
  }

  static Recommendation.Builder recommendation(String gmcNumber) {
    return Recommendation.builder()
        .gmcNumber(gmcNumber)
        .surname("Example")
        .designatedBodyCode(HERE)
        .responsibleOfficer(
            ResponsibleOfficer.builder()
                .gmcNumber("9000099")
                .surname("Officer")
                .phoneNumber("0300 000 0000")
                .build())
        .internalUser(Clients.INTERNAL_USER)
        .internalUserEmail("tester@example.nhs.uk");
  }
}
