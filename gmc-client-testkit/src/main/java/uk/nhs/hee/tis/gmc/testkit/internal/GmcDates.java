package uk.nhs.hee.tis.gmc.testkit.internal;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.Optional;

/** The GMC's dates on the wire: {@code dd/MM/yyyy}, without zone. */
public final class GmcDates {
  private static final DateTimeFormatter FORMAT =
      DateTimeFormatter.ofPattern("dd/MM/uuuu", Locale.ROOT)
          .withResolverStyle(ResolverStyle.STRICT);

  private GmcDates() {}

  /** Returns the date as the GMC writes it. */
  public static String format(LocalDate date) {
    return FORMAT.format(date);
  }

  /** Returns the date in this text, if it is one. */
  public static Optional<LocalDate> parse(String text) {
    try {
      return Optional.of(LocalDate.parse(text, FORMAT));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
