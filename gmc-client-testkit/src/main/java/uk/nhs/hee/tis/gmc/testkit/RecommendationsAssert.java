package uk.nhs.hee.tis.gmc.testkit;

import java.time.LocalDate;
import uk.nhs.hee.tis.gmc.client.model.DeferralReason;
import uk.nhs.hee.tis.gmc.client.model.DeferralSubreason;
import uk.nhs.hee.tis.gmc.client.model.Recommendation;
import uk.nhs.hee.tis.gmc.client.model.RecommendationType;

/** Assertions about each of the recommendations that were counted. */
public final class RecommendationsAssert extends CallsAssert<Recommendation> {
  RecommendationsAssert(CountedCalls calls) {
    super(calls, Recommendation.class);
  }

  /** Asserts what each recommends. */
  public RecommendationsAssert withType(RecommendationType type) {
    field("type", type, Recommendation::type);
    return this;
  }

  /** Asserts why each defers. */
  public RecommendationsAssert withReason(DeferralReason reason) {
    field("deferralReason", reason, Recommendation::deferralReason);
    return this;
  }

  /** Asserts which evidence each misses. */
  public RecommendationsAssert withSubreason(DeferralSubreason subreason) {
    field("deferralSubreason", subreason, Recommendation::deferralSubreason);
    return this;
  }

  /** Asserts the date to which each defers. */
  public RecommendationsAssert deferringTo(LocalDate date) {
    field("deferralDate", date, Recommendation::deferralDate);
    return this;
  }

  /** Asserts in the name of which designated body each is. */
  public RecommendationsAssert forDesignatedBody(String code) {
    field("designatedBodyCode", code, Recommendation::designatedBodyCode);
    return this;
  }

  /** Asserts the doctor's surname. */
  public RecommendationsAssert withSurname(String surname) {
    field("surname", surname, Recommendation::surname);
    return this;
  }

  /** Asserts the responsible officer's GMC number. */
  public RecommendationsAssert byResponsibleOfficer(String gmcNumber) {
    field("responsibleOfficer.gmcNumber", gmcNumber, r -> r.responsibleOfficer().gmcNumber());
    return this;
  }
}
