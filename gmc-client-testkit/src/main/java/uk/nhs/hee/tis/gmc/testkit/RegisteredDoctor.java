package uk.nhs.hee.tis.gmc.testkit;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.nhs.hee.tis.gmc.testkit.internal.GmcDates;

/**
 * A doctor as the stand-in GMC knows him: one row of the answer of GetDoctorsForDB.
 *
 * <p>Immutable and thread-safe. Empty texts and absent dates are sent as empty elements; an absent
 * {@link #underNotice()} leaves its element out, as the GMC has done. Use invented data only.
 */
public final class RegisteredDoctor {
  private final String gmcNumber;
  private final String firstName;
  private final String lastName;
  private final @Nullable LocalDate submissionDate;
  private final String doctorStatus;
  private final String breach;
  private final @Nullable LocalDate dateAdded;
  private final @Nullable String underNotice;
  private final String investigation;
  private final String preliminaryInvestigation;
  private final String sanction;

  private RegisteredDoctor(Builder builder) {
    if (!isGmcNumber(builder.gmcNumber)) {
      throw new IllegalArgumentException("gmcNumber must be seven digits");
    }
    this.gmcNumber = builder.gmcNumber;
    this.firstName = builder.firstName;
    this.lastName = builder.lastName;
    this.submissionDate = builder.submissionDate;
    this.doctorStatus = builder.doctorStatus;
    this.breach = builder.breach;
    this.dateAdded = builder.dateAdded;
    this.underNotice = builder.underNotice;
    this.investigation = builder.investigation;
    this.preliminaryInvestigation = builder.preliminaryInvestigation;
    this.sanction = builder.sanction;
  }

  /**
   * {@return a builder of a doctor with this GMC number, under notice {@code No} and nothing else}
   *
   * @param gmcNumber seven digits, leading zeros included
   */
  public static Builder builder(String gmcNumber) {
    return new Builder(gmcNumber);
  }

  /** {@return a builder with the values of this doctor} */
  public Builder toBuilder() {
    return builder(gmcNumber)
        .firstName(firstName)
        .lastName(lastName)
        .submissionDate(submissionDate)
        .doctorStatus(doctorStatus)
        .breach(breach)
        .dateAdded(dateAdded)
        .underNotice(underNotice)
        .investigation(investigation)
        .preliminaryInvestigation(preliminaryInvestigation)
        .sanction(sanction);
  }

  static boolean isGmcNumber(String text) {
    return text.length() == 7 && text.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  /** {@return the GMC reference number: seven digits} */
  public String gmcNumber() {
    return gmcNumber;
  }

  /** {@return the first name, perhaps empty} */
  public String firstName() {
    return firstName;
  }

  /** {@return the last name, perhaps empty} */
  public String lastName() {
    return lastName;
  }

  /** {@return the date by which a recommendation is due, if the GMC has set one} */
  public Optional<LocalDate> submissionDate() {
    return Optional.ofNullable(submissionDate);
  }

  /** {@return the GMC's free text on the doctor's status, perhaps empty} */
  public String doctorStatus() {
    return doctorStatus;
  }

  /** {@return the GMC's free text on a breach, perhaps empty} */
  public String breach() {
    return breach;
  }

  /** {@return the date on which the doctor was connected, if known} */
  public Optional<LocalDate> dateAdded() {
    return Optional.ofNullable(dateAdded);
  }

  /** {@return {@code Yes}, {@code No}, {@code On Hold} or any other text, if there is one} */
  public Optional<String> underNotice() {
    return Optional.ofNullable(underNotice);
  }

  /** {@return the GMC's free text on an investigation, perhaps empty} */
  public String investigation() {
    return investigation;
  }

  /** {@return the GMC's free text on a preliminary investigation, perhaps empty} */
  public String preliminaryInvestigation() {
    return preliminaryInvestigation;
  }

  /** {@return the GMC's free text on a sanction, perhaps empty} */
  public String sanction() {
    return sanction;
  }

  /** The row's texts in wire order; null leaves the element out. */
  @Nullable String[] row() {
    return new @Nullable String[] {
      gmcNumber,
      firstName,
      lastName,
      text(submissionDate),
      doctorStatus,
      breach,
      text(dateAdded),
      underNotice,
      investigation,
      preliminaryInvestigation,
      sanction
    };
  }

  String submissionDateText() {
    return text(submissionDate);
  }

  private static String text(@Nullable LocalDate date) {
    return date == null ? "" : GmcDates.format(date);
  }

  @Override
  public boolean equals(Object other) {
    if (!(other instanceof RegisteredDoctor)) {
      return false;
    }
    RegisteredDoctor that = (RegisteredDoctor) other;
    return gmcNumber.equals(that.gmcNumber)
        && firstName.equals(that.firstName)
        && lastName.equals(that.lastName)
        && Objects.equals(submissionDate, that.submissionDate)
        && doctorStatus.equals(that.doctorStatus)
        && breach.equals(that.breach)
        && Objects.equals(dateAdded, that.dateAdded)
        && Objects.equals(underNotice, that.underNotice)
        && investigation.equals(that.investigation)
        && preliminaryInvestigation.equals(that.preliminaryInvestigation)
        && sanction.equals(that.sanction);
  }

  @Override
  public int hashCode() {
    return Objects.hash(
        gmcNumber,
        firstName,
        lastName,
        submissionDate,
        doctorStatus,
        breach,
        dateAdded,
        underNotice,
        investigation,
        preliminaryInvestigation,
        sanction);
  }

  /** Shows that there is a doctor, and nothing about him: every component is personal data. */
  @Override
  public String toString() {
    return "RegisteredDoctor[gmcNumber=***, firstName=***, lastName=***, submissionDate=***, "
        + "doctorStatus=***, breach=***, dateAdded=***, underNotice=***, investigation=***, "
        + "preliminaryInvestigation=***, sanction=***]";
  }

  /** Builds a {@link RegisteredDoctor}; not thread-safe. */
  public static final class Builder {
    private final String gmcNumber;
    private String firstName = "";
    private String lastName = "";
    private @Nullable LocalDate submissionDate;
    private String doctorStatus = "";
    private String breach = "";
    private @Nullable LocalDate dateAdded;
    private @Nullable String underNotice = "No";
    private String investigation = "";
    private String preliminaryInvestigation = "";
    private String sanction = "";

    private Builder(String gmcNumber) {
      this.gmcNumber = gmcNumber;
    }

    /**
     * Sets the first name; empty by default.
     *
     * @param firstName any text
     * @return this builder
     */
    public Builder firstName(String firstName) {
      this.firstName = firstName;
      return this;
    }

    /**
     * Sets the last name; empty by default.
     *
     * @param lastName any text
     * @return this builder
     */
    public Builder lastName(String lastName) {
      this.lastName = lastName;
      return this;
    }

    /**
     * Sets the submission date; null, the default, means none.
     *
     * @param submissionDate by when a recommendation is due, or null
     * @return this builder
     */
    public Builder submissionDate(@Nullable LocalDate submissionDate) {
      this.submissionDate = submissionDate;
      return this;
    }

    /**
     * Sets the free text on the doctor's status; empty by default.
     *
     * @param doctorStatus any text
     * @return this builder
     */
    public Builder doctorStatus(String doctorStatus) {
      this.doctorStatus = doctorStatus;
      return this;
    }

    /**
     * Sets the free text on a breach; empty by default.
     *
     * @param breach any text
     * @return this builder
     */
    public Builder breach(String breach) {
      this.breach = breach;
      return this;
    }

    /**
     * Sets the date on which the doctor was connected; null, the default, means unknown.
     *
     * @param dateAdded the day, or null
     * @return this builder
     */
    public Builder dateAdded(@Nullable LocalDate dateAdded) {
      this.dateAdded = dateAdded;
      return this;
    }

    /**
     * Sets the under notice text; {@code No} by default, null leaves the element out.
     *
     * @param underNotice {@code Yes}, {@code No}, {@code On Hold}, any other text or null
     * @return this builder
     */
    public Builder underNotice(@Nullable String underNotice) {
      this.underNotice = underNotice;
      return this;
    }

    /**
     * Sets the free text on an investigation; empty by default.
     *
     * @param investigation any text
     * @return this builder
     */
    public Builder investigation(String investigation) {
      this.investigation = investigation;
      return this;
    }

    /**
     * Sets the free text on a preliminary investigation; empty by default.
     *
     * @param preliminaryInvestigation any text
     * @return this builder
     */
    public Builder preliminaryInvestigation(String preliminaryInvestigation) {
      this.preliminaryInvestigation = preliminaryInvestigation;
      return this;
    }

    /**
     * Sets the free text on a sanction; empty by default.
     *
     * @param sanction any text
     * @return this builder
     */
    public Builder sanction(String sanction) {
      this.sanction = sanction;
      return this;
    }

    /**
     * {@return the doctor}
     *
     * @throws IllegalArgumentException if the GMC number is not seven digits
     */
    public RegisteredDoctor build() {
      return new RegisteredDoctor(this);
    }
  }
}
