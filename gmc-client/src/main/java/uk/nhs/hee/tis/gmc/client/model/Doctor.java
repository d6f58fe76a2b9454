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
 * A doctor as listed by GetDoctorsForDB: one row of the answer. Every field may be absent, because
 * the GMC's schema makes each optional; a nil row is a doctor with nothing but absent fields.
 * Immutable.
 *
 * <p>Status, breach, investigations and sanction are the GMC's free text about fitness to practise,
 * which is sensitive. {@link #toString()} shows none of it, nor a name or number.
 */
public final class Doctor {
  private final @Nullable String gmcNumber;
  private final @Nullable String firstName;
  private final @Nullable String lastName;
  private final @Nullable LocalDate submissionDate;
  private final @Nullable String doctorStatus;
  private final @Nullable String breach;
  private final @Nullable LocalDate dateAdded;
  private final UnderNotice underNotice;
  private final @Nullable String underNoticeText;
  private final @Nullable String investigation;
  private final @Nullable String preliminaryInvestigation;
  private final @Nullable String sanction;

  private Doctor(Builder from) {
    gmcNumber = from.gmcNumber;
    firstName = from.firstName;
    lastName = from.lastName;
    submissionDate = from.submissionDate;
    doctorStatus = from.doctorStatus;
    breach = from.breach;
    dateAdded = from.dateAdded;
    underNotice = Checks.given("underNotice", from.underNotice);
    underNoticeText = from.underNoticeText;
    investigation = from.investigation;
    preliminaryInvestigation = from.preliminaryInvestigation;
    sanction = from.sanction;
  }

  /** {@return a new builder, with nothing set} */
  public static Builder builder() {
    return new Builder();
  }

  /** {@return a builder that starts from this value} */
  public Builder toBuilder() {
    Builder to = new Builder();
    to.gmcNumber = gmcNumber;
    to.firstName = firstName;
    to.lastName = lastName;
    to.submissionDate = submissionDate;
    to.doctorStatus = doctorStatus;
    to.breach = breach;
    to.dateAdded = dateAdded;
    to.underNotice = underNotice;
    to.underNoticeText = underNoticeText;
    to.investigation = investigation;
    to.preliminaryInvestigation = preliminaryInvestigation;
    to.sanction = sanction;
    return to;
  }

  /**
   * {@return the doctor's GMC number, with surrounding white space removed: seven digits in every
   * known answer}
   */
  public Optional<String> gmcNumber() {
    return Optional.ofNullable(gmcNumber);
  }

  /** {@return the doctor's first name} */
  public Optional<String> firstName() {
    return Optional.ofNullable(firstName);
  }

  /** {@return the doctor's last name} */
  public Optional<String> lastName() {
    return Optional.ofNullable(lastName);
  }

  /** {@return the date by which the recommendation is due} */
  public Optional<LocalDate> submissionDate() {
    return Optional.ofNullable(submissionDate);
  }

  /** {@return the GMC's free text on the doctor's status} */
  public Optional<String> doctorStatus() {
    return Optional.ofNullable(doctorStatus);
  }

  /** {@return the GMC's free text on a breach} */
  public Optional<String> breach() {
    return Optional.ofNullable(breach);
  }

  /** {@return the date on which the doctor was connected to the body} */
  public Optional<LocalDate> dateAdded() {
    return Optional.ofNullable(dateAdded);
  }

  /** {@return whether the doctor is under notice} */
  public UnderNotice underNotice() {
    return underNotice;
  }

  /** {@return the GMC's own text for it, as it came} */
  public Optional<String> underNoticeText() {
    return Optional.ofNullable(underNoticeText);
  }

  /** {@return the GMC's free text on an investigation} */
  public Optional<String> investigation() {
    return Optional.ofNullable(investigation);
  }

  /** {@return the GMC's free text on a preliminary investigation} */
  public Optional<String> preliminaryInvestigation() {
    return Optional.ofNullable(preliminaryInvestigation);
  }

  /** {@return the GMC's free text on a sanction} */
  public Optional<String> sanction() {
    return Optional.ofNullable(sanction);
  }

  @JsonValue
  JsonOutput asJson() {
    return new JsonOutput()
        .put("gmcNumber", gmcNumber)
        .put("firstName", firstName)
        .put("lastName", lastName)
        .put("submissionDate", submissionDate)
        .put("doctorStatus", doctorStatus)
        .put("breach", breach)
        .put("dateAdded", dateAdded)
        .put("underNotice", underNotice)
        .put("underNoticeText", underNoticeText)
        .put("investigation", investigation)
        .put("preliminaryInvestigation", preliminaryInvestigation)
        .put("sanction", sanction);
  }

  @JsonCreator(mode = Mode.DELEGATING)
  static Doctor fromJson(JsonInput json) throws JsonMappingException {
    return json.as(Doctor.class, JsonKind.object(Doctor::read));
  }

  static Doctor read(JsonInput json) {
    return builder()
        .gmcNumber(json.optional("gmcNumber", JsonKind.TEXT))
        .firstName(json.optional("firstName", JsonKind.TEXT))
        .lastName(json.optional("lastName", JsonKind.TEXT))
        .submissionDate(json.optional("submissionDate", JsonKind.DATE))
        .doctorStatus(json.optional("doctorStatus", JsonKind.TEXT))
        .breach(json.optional("breach", JsonKind.TEXT))
        .dateAdded(json.optional("dateAdded", JsonKind.DATE))
        .underNotice(
            json.required("underNotice", JsonKind.oneOf(UnderNotice.class, UnderNotice.UNKNOWN)))
        .underNoticeText(json.optional("underNoticeText", JsonKind.TEXT))
        .investigation(json.optional("investigation", JsonKind.TEXT))
        .preliminaryInvestigation(json.optional("preliminaryInvestigation", JsonKind.TEXT))
        .sanction(json.optional("sanction", JsonKind.TEXT))
        .build();
  }

  private List<@Nullable Object> components() {
    return Arrays.<@Nullable Object>asList(
        gmcNumber,
        firstName,
        lastName,
        submissionDate,
        doctorStatus,
        breach,
        dateAdded,
        underNotice,
        underNoticeText,
        investigation,
        preliminaryInvestigation,
        sanction);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Doctor && components().equals(((Doctor) other).components());
  }

  @Override
  public int hashCode() {
    return components().hashCode();
  }

  @Override
  public String toString() {
    return "Doctor[gmcNumber="
        + Checks.masked(gmcNumber)
        + ", firstName="
        + Checks.masked(firstName)
        + ", lastName="
        + Checks.masked(lastName)
        + ", submissionDate="
        + submissionDate
        + ", doctorStatus="
        + Checks.masked(doctorStatus)
        + ", breach="
        + Checks.masked(breach)
        + ", dateAdded="
        + dateAdded
        + ", underNotice="
        + underNotice
        + ", underNoticeText="
        + underNoticeText
        + ", investigation="
        + Checks.masked(investigation)
        + ", preliminaryInvestigation="
        + Checks.masked(preliminaryInvestigation)
        + ", sanction="
        + Checks.masked(sanction)
        + "]";
  }

  /** Builds {@link Doctor}. Not thread-safe. */
  public static final class Builder {
    private @Nullable String gmcNumber;
    private @Nullable String firstName;
    private @Nullable String lastName;
    private @Nullable LocalDate submissionDate;
    private @Nullable String doctorStatus;
    private @Nullable String breach;
    private @Nullable LocalDate dateAdded;
    private UnderNotice underNotice = UnderNotice.UNKNOWN;
    private @Nullable String underNoticeText;
    private @Nullable String investigation;
    private @Nullable String preliminaryInvestigation;
    private @Nullable String sanction;

    private Builder() {}

    /**
     * Sets the doctor's GMC number.
     *
     * @param gmcNumber seven digits in every known answer, without white space around it; or null
     *     for none
     * @return this builder
     */
    public Builder gmcNumber(@Nullable String gmcNumber) {
      this.gmcNumber = gmcNumber;
      return this;
    }

    /**
     * Sets the doctor's first name.
     *
     * @param firstName as the GMC wrote it, or null for none
     * @return this builder
     */
    public Builder firstName(@Nullable String firstName) {
      this.firstName = firstName;
      return this;
    }

    /**
     * Sets the doctor's last name.
     *
     * @param lastName as the GMC wrote it, or null for none
     * @return this builder
     */
    public Builder lastName(@Nullable String lastName) {
      this.lastName = lastName;
      return this;
    }

    /**
     * Sets the date by which the recommendation is due.
     *
     * @param submissionDate a day, or null for none
     * @return this builder
     */
    public Builder submissionDate(@Nullable LocalDate submissionDate) {
      this.submissionDate = submissionDate;
      return this;
    }

    /**
     * Sets the GMC's free text on the doctor's status.
     *
     * @param doctorStatus as it came, or null for none
     * @return this builder
     */
    public Builder doctorStatus(@Nullable String doctorStatus) {
      this.doctorStatus = doctorStatus;
      return this;
    }

    /**
     * Sets the GMC's free text on a breach.
     *
     * @param breach as it came, or null for none
     * @return this builder
     */
    public Builder breach(@Nullable String breach) {
      this.breach = breach;
      return this;
    }

    /**
     * Sets the date on which the doctor was connected to the body.
     *
     * @param dateAdded a day, or null for none
     * @return this builder
     */
    public Builder dateAdded(@Nullable LocalDate dateAdded) {
      this.dateAdded = dateAdded;
      return this;
    }

    /**
     * Sets whether the doctor is under notice.
     *
     * @param underNotice what the GMC's text means; {@link UnderNotice#UNKNOWN} if not set
     * @return this builder
     */
    public Builder underNotice(UnderNotice underNotice) {
      this.underNotice = underNotice;
      return this;
    }

    /**
     * Sets the GMC's own text for whether the doctor is under notice.
     *
     * @param underNoticeText as it came, such as {@code Yes}, or null for none
     * @return this builder
     */
    public Builder underNoticeText(@Nullable String underNoticeText) {
      this.underNoticeText = underNoticeText;
      return this;
    }

    /**
     * Sets the GMC's free text on an investigation.
     *
     * @param investigation as it came, or null for none
     * @return this builder
     */
    public Builder investigation(@Nullable String investigation) {
      this.investigation = investigation;
      return this;
    }

    /**
     * Sets the GMC's free text on a preliminary investigation.
     *
     * @param preliminaryInvestigation as it came, or null for none
     * @return this builder
     */
    public Builder preliminaryInvestigation(@Nullable String preliminaryInvestigation) {
      this.preliminaryInvestigation = preliminaryInvestigation;
      return this;
    }

    /**
     * Sets the GMC's free text on a sanction.
     *
     * @param sanction as it came, or null for none
     * @return this builder
     */
    public Builder sanction(@Nullable String sanction) {
      this.sanction = sanction;
      return this;
    }

    /**
     * {@return the value}
     *
     * @throws IllegalArgumentException if a component is missing or not acceptable; the message
     *     names it
     */
    public Doctor build() {
      return new Doctor(this);
    }
  }
}
