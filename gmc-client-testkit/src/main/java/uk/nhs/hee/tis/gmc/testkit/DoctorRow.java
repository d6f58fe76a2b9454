package uk.nhs.hee.tis.gmc.testkit;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import uk.nhs.hee.tis.gmc.client.model.Doctor;
import uk.nhs.hee.tis.gmc.client.model.UnderNotice;
import uk.nhs.hee.tis.gmc.client.model.UnreadableField;
import uk.nhs.hee.tis.gmc.testkit.internal.GmcDates;
import uk.nhs.hee.tis.gmc.testkit.internal.OperationContract;

/**
 * A doctor as held by the stand-in GMC: one row of a GetDoctorsForDB answer, a normal one or one
 * that the GMC's schema allows but nobody expects.
 *
 * <pre>{@code
 * gmc.register().connect("1-1RSSQ2H", doctor("9000001").named("Ada", "Example").underNotice());
 * gmc.whenGettingDoctorsFor("1-1RSSQ2H").answers(doctor("9000002"), withoutNumber(), nil());
 * }</pre>
 *
 * <p>It holds the texts as sent, so any of them may be wrong or absent; {@link #toDoctor()} is what
 * the client makes of it. Use invented data only. Immutable and thread-safe.
 */
public final class DoctorRow {
  private static final String GMC_NUMBER = "GMCReferenceNumber";

  private final boolean isNil;
  private final @Nullable String[] texts;

  private DoctorRow(boolean isNil, @Nullable String[] texts) {
    this.isNil = isNil;
    this.texts = texts;
  }

  /**
   * {@return the row of a doctor who is not under notice, with no other fields}
   *
   * @param gmcNumber seven digits, or any other text, to see how the caller handles it
   */
  public static DoctorRow doctor(String gmcNumber) {
    return withoutNumber().with(GMC_NUMBER, gmcNumber);
  }

  /** {@return a row without a GMC number: a doctor of the body who cannot be identified} */
  public static DoctorRow withoutNumber() {
    return new DoctorRow(false, noTexts()).with("UnderNotice", "No");
  }

  /** {@return a nil row, which the schema allows} */
  public static DoctorRow nil() {
    return new DoctorRow(true, noTexts());
  }

  private static @Nullable String[] noTexts() {
    return new @Nullable String[OperationContract.DOCTOR_FIELDS.size()];
  }

  /** {@return this row of a doctor who is under notice} */
  public DoctorRow underNotice() {
    return underNotice("Yes");
  }

  /** {@return this row of a doctor whose revalidation is on hold} */
  public DoctorRow onHold() {
    return underNotice("On Hold");
  }

  /**
   * {@return this row with any text, or none, for whether the doctor is under notice}
   *
   * @param text {@code Yes}, {@code No}, {@code On Hold} or any other; null leaves the element out
   */
  public DoctorRow underNotice(@Nullable String text) {
    return with("UnderNotice", text);
  }

  /**
   * {@return this row with a name}
   *
   * @param firstName any text; an empty one is an empty element
   * @param lastName any text; an empty one is an empty element
   */
  public DoctorRow named(String firstName, String lastName) {
    return with("DoctorFirstName", firstName).with("DoctorLastName", lastName);
  }

  /**
   * {@return this row with the date by which a recommendation is due}
   *
   * @param submissionDate sent as {@code dd/MM/yyyy}; null means an empty element, a blank date
   */
  public DoctorRow dueOn(@Nullable LocalDate submissionDate) {
    return with("SubmissionDate", text(submissionDate));
  }

  /**
   * {@return this row with the date on which the doctor was connected}
   *
   * @param dateAdded sent as {@code dd/MM/yyyy}; null means an empty element, a blank date
   */
  public DoctorRow addedOn(@Nullable LocalDate dateAdded) {
    return with("DateAdded", text(dateAdded));
  }

  private static String text(@Nullable LocalDate date) {
    return date == null ? "" : GmcDates.format(date);
  }

  /**
   * {@return this row with any text in a field; null leaves the element out}
   *
   * @param field a name on the wire, such as {@code DoctorStatus} or {@code Sanction}
   * @param text sent as it is; an empty one is an empty element
   * @throws IllegalArgumentException if a row has no such field
   * @throws IllegalStateException if the row is nil
   */
  public DoctorRow with(String field, @Nullable String text) {
    int index = index(field);
    if (isNil) {
      throw new IllegalStateException("a nil row has no fields");
    }
    @Nullable String[] changed = texts.clone();
    changed[index] = text;
    return new DoctorRow(false, changed);
  }

  private static int index(String field) {
    int index = OperationContract.DOCTOR_FIELDS.indexOf(field);
    if (index < 0) {
      throw new IllegalArgumentException(
          "a row has no field " + field + ", only " + OperationContract.DOCTOR_FIELDS);
    }
    return index;
  }

  /** {@return the GMC reference number as it is sent; empty if the row has none} */
  public Optional<String> gmcNumber() {
    return field(GMC_NUMBER);
  }

  /**
   * {@return the text of a field as it is sent; empty if the element is left out}
   *
   * @param field a name on the wire, such as {@code SubmissionDate}
   * @throws IllegalArgumentException if a row has no such field
   */
  public Optional<String> field(String field) {
    return Optional.ofNullable(texts[index(field)]);
  }

  /**
   * Returns the number that identifies the doctor in the register.
   *
   * @throws IllegalArgumentException if it is not seven digits
   */
  String registeredNumber() {
    return gmcNumber()
        .filter(DoctorRow::isGmcNumber)
        .orElseThrow(() -> new IllegalArgumentException("gmcNumber must be seven digits"));
  }

  static boolean isGmcNumber(String text) {
    return text.length() == 7 && text.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  /** Returns the row's texts in wire order, null for an absent one; none for a nil row. */
  @Nullable String[] row() {
    return isNil ? new @Nullable String[0] : texts.clone();
  }

  /** {@return the doctor that the client reads from this row} */
  public Doctor toDoctor() {
    return Doctor.builder()
        .gmcNumber(text(GMC_NUMBER).map(String::strip).orElse(null))
        .firstName(text("DoctorFirstName").orElse(null))
        .lastName(text("DoctorLastName").orElse(null))
        .submissionDate(text("SubmissionDate").flatMap(DoctorRow::date).orElse(null))
        .doctorStatus(text("DoctorStatus").orElse(null))
        .breach(text("Breach").orElse(null))
        .dateAdded(text("DateAdded").flatMap(DoctorRow::date).orElse(null))
        .underNotice(underNoticeOf(text("UnderNotice").orElse("")))
        .underNoticeText(text("UnderNotice").orElse(null))
        .investigation(text("Investigation").orElse(null))
        .preliminaryInvestigation(text("PreliminaryInvestigation").orElse(null))
        .sanction(text("Sanction").orElse(null))
        .build();
  }

  /** Returns what the client reports as unreadable in this row. */
  List<UnreadableField> unreadableFields(int row) {
    List<UnreadableField> unreadable = new ArrayList<>();
    for (String field : List.of("SubmissionDate", "DateAdded")) {
      text(field)
          .filter(text -> date(text).isEmpty())
          .ifPresent(text -> unreadable.add(UnreadableField.of(row, field, text)));
    }
    return unreadable;
  }

  private Optional<String> text(String field) {
    return field(field).filter(text -> !text.isBlank());
  }

  /** Older data holds ISO dates, with or without a time after a space. */
  private static Optional<LocalDate> date(String text) {
    Optional<LocalDate> date = GmcDates.parse(text.strip());
    if (date.isPresent()) {
      return date;
    }
    try {
      return Optional.of(LocalDate.parse(text.strip().split(" ", 2)[0]));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  private static UnderNotice underNoticeOf(String text) {
    switch (text.strip().toLowerCase(Locale.ROOT)) {
      case "yes":
        return UnderNotice.YES;
      case "no":
        return UnderNotice.NO;
      case "on hold":
        return UnderNotice.ON_HOLD;
      default:
        return UnderNotice.UNKNOWN;
    }
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof DoctorRow
        && isNil == ((DoctorRow) other).isNil
        && Arrays.equals(texts, ((DoctorRow) other).texts);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(texts) + Boolean.hashCode(isNil);
  }

  /** Shows which fields there are, and nothing of the doctor. */
  @Override
  public String toString() {
    return isNil
        ? "DoctorRow[nil]"
        : OperationContract.DOCTOR_FIELDS.stream()
            .filter(name -> field(name).isPresent())
            .collect(Collectors.joining(", ", "DoctorRow[", "]"));
  }
}
