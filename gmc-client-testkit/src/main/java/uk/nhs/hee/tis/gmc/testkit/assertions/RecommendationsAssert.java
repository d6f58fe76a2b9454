package uk.nhs.hee.tis.gmc.testkit.assertions;

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

  /**
   * Asserts what each recommends.
   *
   * @param type revalidate, defer or non-engagement
   * @return this assertion, to say more about the same calls
   */
  public RecommendationsAssert withType(RecommendationType type) {
    field("type", type, Recommendation::type);
    return this;
  }

  /**
   * Asserts why each defers.
   *
   * @param reason as sent; a revalidation has none
   * @return this assertion, to say more about the same calls
   */
  public RecommendationsAssert withReason(DeferralReason reason) {
    field("deferralReason", reason, Recommendation::deferralReason);
    return this;
  }

  /**
   * Asserts which evidence is missing in each.
   *
   * @param subreason as sent; only a deferral for insufficient evidence has one
   * @return this assertion, to say more about the same calls
   */
  public RecommendationsAssert withSubreason(DeferralSubreason subreason) {
    field("deferralSubreason", subreason, Recommendation::deferralSubreason);
    return this;
  }

  /**
   * Asserts the date to which each defers.
   *
   * @param date the day asked for, as sent
   * @return this assertion, to say more about the same calls
   */
  public RecommendationsAssert deferringTo(LocalDate date) {
    field("deferralDate", date, Recommendation::deferralDate);
    return this;
  }

  /**
   * Asserts the designated body of each.
   *
   * @param code the body's code, opaque text such as {@code 1-1RSSQ2H}
   * @return this assertion, to say more about the same calls
   */
  public RecommendationsAssert forDesignatedBody(String code) {
    field("designatedBodyCode", code, Recommendation::designatedBodyCode);
    return this;
  }

  /**
   * Asserts the doctor's surname in each.
   *
   * @param surname compared as text; case-sensitive
   * @return this assertion, to say more about the same calls
   */
  public RecommendationsAssert withSurname(String surname) {
    field("surname", surname, Recommendation::surname);
    return this;
  }

  /**
   * Asserts the responsible officer's GMC number in each.
   *
   * @param gmcNumber compared as text
   * @return this assertion, to say more about the same calls
   */
  public RecommendationsAssert byResponsibleOfficer(String gmcNumber) {
    field("responsibleOfficer.gmcNumber", gmcNumber, r -> r.responsibleOfficer().gmcNumber());
    return this;
  }
}
