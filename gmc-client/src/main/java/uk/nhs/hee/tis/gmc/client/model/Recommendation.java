package uk.nhs.hee.tis.gmc.client.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonCreator.Mode;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonMappingException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.nhs.hee.tis.gmc.client.internal.json.JsonInput;
import uk.nhs.hee.tis.gmc.client.internal.json.JsonKind;
import uk.nhs.hee.tis.gmc.client.internal.json.JsonOutput;

/**
 * A revalidation recommendation (TryRecommendation, TryRecommendationV2): a formal statutory act in
 * the responsible officer's name, which cannot be withdrawn. Immutable.
 *
 * <pre>{@code
 * Recommendation recommendation =
 *     Recommendation.builder()
 *         .gmcNumber("7000001")
 *         .surname("…")
 *         .designatedBodyCode("1-1RSSQ2H")
 *         .responsibleOfficer(
 *             ResponsibleOfficer.builder().gmcNumber("7000002").surname("…").build())
 *         .defer(DeferralReason.INSUFFICIENT_EVIDENCE, LocalDate.of(2027, 3, 31))
 *         .subreason(DeferralSubreason.CPD)
 *         .internalUserEmail("…")
 *         .build();
 * }</pre>
 */
public final class Recommendation {
  /** The GMC's dates have four digits for the year. */
  private static final int MAX_YEAR = 9999;

  private final String gmcNumber;
  private final String surname;
  private final String designatedBodyCode;
  private final ResponsibleOfficer responsibleOfficer;
  private final RecommendationType type;
  private final @Nullable DeferralReason deferralReason;
  private final @Nullable DeferralSubreason deferralSubreason;
  private final @Nullable LocalDate deferralDate;
  private final @Nullable String internalUser;
  private final String internalUserEmail;

  private Recommendation(Builder from) {
    gmcNumber = RequestChecks.gmcNumber(from.gmcNumber);
    surname = RequestChecks.notBlank("surname", from.surname, ReturnCode.MISSING_DOCTOR_SURNAME);
    designatedBodyCode = RequestChecks.designatedBodyCode(from.designatedBodyCode);
    responsibleOfficer =
        RequestChecks.given(
            "responsibleOfficer",
            from.responsibleOfficer,
            ReturnCode.INVALID_RESPONSIBLE_OFFICER_GMC_NUMBER);
    if (from.type == null) {
      throw new UnsendableValueException(
          "type",
          "type is missing: call revalidate(), defer(…) or nonEngagement()",
          ReturnCode.INVALID_RECOMMENDATION);
    }
    type = from.type;
    deferralReason = from.deferralReason;
    deferralSubreason = from.deferralSubreason;
    deferralDate = from.deferralDate;
    internalUser = RequestChecks.internalUser(from.internalUser);
    internalUserEmail =
        RequestChecks.notBlank(
            "internalUserEmail", from.internalUserEmail, ReturnCode.MISSING_INTERNAL_USER_EMAIL);
    checkDeferral();
  }

  private void checkDeferral() {
    if (type == RecommendationType.DEFER) {
      RequestChecks.given(
          "deferralReason", deferralReason, ReturnCode.INVALID_RECOMMENDATION_REASON);
      LocalDate date =
          RequestChecks.given("deferralDate", deferralDate, ReturnCode.INVALID_DEFERRAL_DATE);
      if (date.getYear() < 1 || date.getYear() > MAX_YEAR) {
        throw new UnsendableValueException(
            "deferralDate",
            "deferralDate must lie in the years 1 to 9999, but is " + date,
            ReturnCode.INVALID_DEFERRAL_DATE);
      }
    } else if (deferralReason != null) {
      throw goesWithDeferralsOnly("deferralReason", ReturnCode.INVALID_RECOMMENDATION_REASON);
    } else if (deferralDate != null) {
      throw goesWithDeferralsOnly("deferralDate", ReturnCode.INVALID_DEFERRAL_DATE);
    }
    if (deferralSubreason != null && deferralReason != DeferralReason.INSUFFICIENT_EVIDENCE) {
      throw new UnsendableValueException(
          "deferralSubreason",
          "deferralSubreason "
              + deferralSubreason
              + " goes with deferralReason INSUFFICIENT_EVIDENCE only, but "
              + (deferralReason == null ? "there is no reason" : "the reason is " + deferralReason),
          ReturnCode.INVALID_RECOMMENDATION_SUBREASON);
    }
  }

  private UnsendableValueException goesWithDeferralsOnly(String field, ReturnCode refusal) {
    return new UnsendableValueException(
        field, field + " goes with type DEFER only, but the type is " + type, refusal);
  }

  /** {@return a new builder, with nothing set} */
  public static Builder builder() {
    return new Builder();
  }

  /** {@return a builder that starts from this value} */
  public Builder toBuilder() {
    Builder to = new Builder();
    to.gmcNumber = gmcNumber;
    to.surname = surname;
    to.designatedBodyCode = designatedBodyCode;
    to.responsibleOfficer = responsibleOfficer;
    to.type = type;
    to.deferralReason = deferralReason;
    to.deferralSubreason = deferralSubreason;
    to.deferralDate = deferralDate;
    to.internalUser = internalUser;
    to.internalUserEmail = internalUserEmail;
    return to;
  }

  /** {@return the doctor's GMC number: seven digits, leading zeros kept} */
  public String gmcNumber() {
    return gmcNumber;
  }

  /** {@return the doctor's surname} */
  public String surname() {
    return surname;
  }

  /** {@return the designated body's code, opaque text such as {@code 1-1RSSQ2H}} */
  public String designatedBodyCode() {
    return designatedBodyCode;
  }

  /** {@return the responsible officer in whose name it is made} */
  public ResponsibleOfficer responsibleOfficer() {
    return responsibleOfficer;
  }

  /** {@return what is recommended} */
  public RecommendationType type() {
    return type;
  }

  /** {@return why it defers; absent unless it does} */
  public Optional<DeferralReason> deferralReason() {
    return Optional.ofNullable(deferralReason);
  }

  /** {@return which evidence is missing; absent unless it defers for insufficient evidence} */
  public Optional<DeferralSubreason> deferralSubreason() {
    return Optional.ofNullable(deferralSubreason);
  }

  /** {@return the date to which it defers; absent unless it does} */
  public Optional<LocalDate> deferralDate() {
    return Optional.ofNullable(deferralDate);
  }

  /**
   * {@return the user on the caller's side, as reported to the GMC; the client's default if absent}
   */
  public Optional<String> internalUser() {
    return Optional.ofNullable(internalUser);
  }

  /** {@return the e-mail address of the user on the caller's side} */
  public String internalUserEmail() {
    return internalUserEmail;
  }

  @JsonValue
  JsonOutput asJson() {
    return new JsonOutput()
        .put("gmcNumber", gmcNumber)
        .put("surname", surname)
        .put("designatedBodyCode", designatedBodyCode)
        .put("responsibleOfficer", responsibleOfficer)
        .put("type", type)
        .put("deferralReason", deferralReason)
        .put("deferralSubreason", deferralSubreason)
        .put("deferralDate", deferralDate)
        .put("internalUser", internalUser)
        .put("internalUserEmail", internalUserEmail);
  }

  @JsonCreator(mode = Mode.DELEGATING)
  static Recommendation fromJson(JsonInput json) throws JsonMappingException {
    return json.as(Recommendation.class, JsonKind.object(Recommendation::read));
  }

  static Recommendation read(JsonInput json) {
    Builder to =
        builder()
            .gmcNumber(json.required("gmcNumber", JsonKind.TEXT))
            .surname(json.required("surname", JsonKind.TEXT))
            .designatedBodyCode(json.required("designatedBodyCode", JsonKind.TEXT))
            .responsibleOfficer(
                json.required("responsibleOfficer", JsonKind.object(ResponsibleOfficer::read)))
            .internalUser(json.optional("internalUser", JsonKind.TEXT))
            .internalUserEmail(json.required("internalUserEmail", JsonKind.TEXT))
            .type(
                json.required("type", JsonKind.oneOf(RecommendationType.class)),
                json.optional("deferralReason", JsonKind.oneOf(DeferralReason.class)),
                json.optional("deferralDate", JsonKind.DATE));
    to.deferralSubreason =
        json.optional("deferralSubreason", JsonKind.oneOf(DeferralSubreason.class));
    return to.build();
  }

  private List<@Nullable Object> components() {
    return Arrays.<@Nullable Object>asList(
        gmcNumber,
        surname,
        designatedBodyCode,
        responsibleOfficer,
        type,
        deferralReason,
        deferralSubreason,
        deferralDate,
        internalUser,
        internalUserEmail);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Recommendation
        && components().equals(((Recommendation) other).components());
  }

  @Override
  public int hashCode() {
    return components().hashCode();
  }

  @Override
  public String toString() {
    return "Recommendation[gmcNumber=***"
        + ", surname=***"
        + ", designatedBodyCode="
        + designatedBodyCode
        + ", responsibleOfficer="
        + responsibleOfficer
        + ", type="
        + type
        + ", deferralReason="
        + deferralReason
        + ", deferralSubreason="
        + deferralSubreason
        + ", deferralDate="
        + deferralDate
        + ", internalUser="
        + Checks.masked(internalUser)
        + ", internalUserEmail=***"
        + "]";
  }

  /** Builds {@link Recommendation}. Not thread-safe. */
  public static final class Builder {
    private @Nullable String gmcNumber;
    private @Nullable String surname;
    private @Nullable String designatedBodyCode;
    private @Nullable ResponsibleOfficer responsibleOfficer;
    private @Nullable RecommendationType type;
    private @Nullable DeferralReason deferralReason;
    private @Nullable DeferralSubreason deferralSubreason;
    private @Nullable LocalDate deferralDate;
    private @Nullable String internalUser;
    private @Nullable String internalUserEmail;

    private Builder() {}

    /**
     * Sets the doctor's GMC number.
     *
     * @param gmcNumber seven digits, leading zeros kept; required
     * @return this builder
     */
    public Builder gmcNumber(String gmcNumber) {
      this.gmcNumber = gmcNumber;
      return this;
    }

    /**
     * Sets the doctor's surname.
     *
     * @param surname as the GMC's register has it, not blank; required
     * @return this builder
     */
    public Builder surname(String surname) {
      this.surname = surname;
      return this;
    }

    /**
     * Sets the code of the doctor's designated body.
     *
     * @param designatedBodyCode opaque text such as {@code 1-1RSSQ2H}, not blank; required
     * @return this builder
     */
    public Builder designatedBodyCode(String designatedBodyCode) {
      this.designatedBodyCode = designatedBodyCode;
      return this;
    }

    /**
     * Sets the responsible officer in whose name it is made.
     *
     * @param responsibleOfficer number, surname and telephone of the officer; required
     * @return this builder
     */
    public Builder responsibleOfficer(ResponsibleOfficer responsibleOfficer) {
      this.responsibleOfficer = responsibleOfficer;
      return this;
    }

    /**
     * Sets the user on the caller's side, as reported to the GMC.
     *
     * @param internalUser a user name of the caller's system, not blank, or null for the client's
     *     default
     * @return this builder
     */
    public Builder internalUser(@Nullable String internalUser) {
      this.internalUser = internalUser;
      return this;
    }

    /**
     * Sets the e-mail address of the user on the caller's side.
     *
     * @param internalUserEmail not blank; required, and not checked further here
     * @return this builder
     */
    public Builder internalUserEmail(String internalUserEmail) {
      this.internalUserEmail = internalUserEmail;
      return this;
    }

    /**
     * Recommends that the doctor be revalidated.
     *
     * @return this builder
     */
    public Builder revalidate() {
      return type(RecommendationType.REVALIDATE, null, null);
    }

    /**
     * Recommends non-engagement.
     *
     * @return this builder
     */
    public Builder nonEngagement() {
      return type(RecommendationType.NON_ENGAGEMENT, null, null);
    }

    /**
     * Recommends a deferral. {@link DeferralReason#INSUFFICIENT_EVIDENCE} needs a {@link #subreason
     * subreason} in TryRecommendationV2. The date's limits are the GMC's and not checked here.
     *
     * @param reason why the decision is put off
     * @param date the day to which it is put off
     * @return this builder
     */
    public Builder defer(DeferralReason reason, LocalDate date) {
      return type(RecommendationType.DEFER, reason, date);
    }

    /**
     * Says which evidence is missing; call it after {@link #defer defer}.
     *
     * @param subreason the evidence that is missing; {@link #build()} refuses it with any reason
     *     other than {@link DeferralReason#INSUFFICIENT_EVIDENCE}
     * @return this builder
     */
    public Builder subreason(DeferralSubreason subreason) {
      deferralSubreason = subreason;
      return this;
    }

    private Builder type(
        RecommendationType type, @Nullable DeferralReason reason, @Nullable LocalDate date) {
      this.type = type;
      deferralReason = reason;
      deferralDate = date;
      deferralSubreason = null;
      return this;
    }

    /**
     * {@return the value}
     *
     * @throws UnsendableValueException if a component is missing or not acceptable
     */
    public Recommendation build() {
      return new Recommendation(this);
    }
  }
}
