package uk.nhs.hee.tis.gmc.testkit;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import uk.nhs.hee.tis.gmc.client.model.Doctor;
import uk.nhs.hee.tis.gmc.client.model.UnderNotice;
import uk.nhs.hee.tis.gmc.client.model.UnreadableField;
import uk.nhs.hee.tis.gmc.testkit.internal.GmcDates;
import uk.nhs.hee.tis.gmc.testkit.internal.OperationContract;

/**
 * One row of an answer of GetDoctorsForDB, in words: a good one, or one of those that the GMC's
 * schema allows and nobody expects.
 *
 * <pre>{@code
 * gmc.whenGettingDoctorsFor("1-1RSSQ2H")
 *     .answers(doctor("9000001").underNotice(), doctor("9000002"), withoutNumber(), nil());
 * }</pre>
 *
 * <p>Unlike a {@link RegisteredDoctor} it holds texts as they travel, so any of them may be wrong
 * or absent. Use invented data only. Immutable and thread-safe.
 */
public final class DoctorRow {
  private final boolean isNil;
  private final Map<String, String> texts;

  private DoctorRow(boolean isNil, Map<String, String> texts) {
    this.isNil = isNil;
    this.texts = Collections.unmodifiableMap(new TreeMap<>(texts));
  }

  /**
   * {@return the row of a doctor who is not under notice, without anything else}
   *
   * @param gmcNumber seven digits, or any other text to see what the caller makes of it
   */
  public static DoctorRow doctor(String gmcNumber) {
    return withoutNumber().with("GMCReferenceNumber", gmcNumber);
  }

  /** {@return a row without a GMC number: a doctor of the body whom nobody can name} */
  public static DoctorRow withoutNumber() {
    return new DoctorRow(false, Map.of("UnderNotice", "No"));
  }

  /** {@return a nil row, which the schema allows} */
  public static DoctorRow nil() {
    return new DoctorRow(true, Map.of());
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
   * @param submissionDate sent as {@code dd/MM/yyyy}
   */
  public DoctorRow dueOn(LocalDate submissionDate) {
    return with("SubmissionDate", GmcDates.format(submissionDate));
  }

  /**
   * {@return this row with the date on which the doctor was connected}
   *
   * @param dateAdded sent as {@code dd/MM/yyyy}
   */
  public DoctorRow addedOn(LocalDate dateAdded) {
    return with("DateAdded", GmcDates.format(dateAdded));
  }

  /**
   * {@return this row with any text in a field; null leaves the element out}
   *
   * @param field a name on the wire, such as {@code SubmissionDate}
   * @param text sent as it is; an empty one is an empty element
   * @throws IllegalArgumentException if a row has no such field
   * @throws IllegalStateException if the row is nil
   */
  public DoctorRow with(String field, @Nullable String text) {
    if (!OperationContract.DOCTOR_FIELDS.contains(field)) {
      throw new IllegalArgumentException(
          "a row has no field " + field + ", only " + OperationContract.DOCTOR_FIELDS);
    }
    if (isNil) {
      throw new IllegalStateException("a nil row has no fields");
    }
    Map<String, String> changed = new TreeMap<>(texts);
    if (text == null) {
      changed.remove(field);
    } else {
      changed.put(field, text);
    }
    return new DoctorRow(false, changed);
  }

  /** The row's texts in wire order, null for an absent one; empty for a nil row. */
  @Nullable String[] row() {
    return isNil
        ? new @Nullable String[0]
        : OperationContract.DOCTOR_FIELDS.stream().map(texts::get).toArray(String[]::new);
  }

  /** Returns the doctor that the client reads out of this row. */
  Doctor toDoctor() {
    return Doctor.builder()
        .gmcNumber(text("GMCReferenceNumber").map(String::strip).orElse(null))
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

  /** Returns what the client reports as unreadable of this row. */
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
    return Optional.ofNullable(texts.get(field)).filter(text -> !text.isBlank());
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
        && texts.equals(((DoctorRow) other).texts);
  }

  @Override
  public int hashCode() {
    return 31 * texts.hashCode() + Boolean.hashCode(isNil);
  }

  /** Shows which fields there are, and nothing of the doctor. */
  @Override
  public String toString() {
    return isNil ? "DoctorRow[nil]" : "DoctorRow" + texts.keySet();
  }
}
