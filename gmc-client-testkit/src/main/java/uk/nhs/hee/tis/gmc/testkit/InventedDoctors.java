package uk.nhs.hee.tis.gmc.testkit;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Invents doctors, the same ones for the same seed.
 *
 * <p>Their numbers start with 9, which the GMC is far from issuing, so none belongs to a real
 * doctor.
 */
final class InventedDoctors {
  private static final int FIRST_NUMBER = 9_000_001;
  private static final int MOST = 999_999;
  private static final LocalDate FIRST_DATE = LocalDate.of(2026, 1, 1);
  private static final List<String> FIRST_NAMES =
      List.of(
          "Aisha",
          "Alun",
          "Anaïs",
          "Bláthnaid",
          "Chidi",
          "Dáithí",
          "Edith",
          "Femi",
          "Gwenllian",
          "Hamza",
          "Iñaki",
          "Jürgen",
          "Kavita",
          "Łucja",
          "Mary-Anne",
          "Nuala",
          "Olu",
          "Priya",
          "Ragnhild",
          "Seán",
          "Siân",
          "Thảo",
          "Uma",
          "Vivek",
          "Wren",
          "Zoë");
  private static final List<String> LAST_NAMES =
      List.of(
          "Abara",
          "Ashby & Cole",
          "Björnsson",
          "Çelik",
          "D'Arcy-Webb",
          "Fernández",
          "Griffith",
          "Hartwell",
          "Iqbal",
          "Jabłoński",
          "Kowal",
          "Llewelyn",
          "MacAskill",
          "Nguyễn",
          "O'Hanlon",
          "Okonjo",
          "Patel",
          "Quayle",
          "Rousseau",
          "Sharma",
          "Tremlett",
          "Underhill",
          "Van der Meer",
          "Wójcik",
          "Yeoh",
          "Zielińska");
  private static final List<String> STATUSES =
      List.of("Registered with Licence", "Registered with Licence", "Provisionally Registered", "");

  private final Random random;

  InventedDoctors(long seed) {
    this.random = new Random(seed);
  }

  void fill(RegisterState state, List<String> codes, IntUnaryOperator sizes) {
    int number = FIRST_NUMBER;
    for (int i = 0; i < codes.size(); i++) {
      int size = sizes.applyAsInt(i);
      if (size < 0 || number - FIRST_NUMBER + (long) size > MOST) {
        throw new IllegalArgumentException(
            "sizes must be 0 or more, and " + MOST + " in all, but body " + i + " has " + size);
      }
      state.addDesignatedBody(codes.get(i));
      for (int last = number + size; number < last; number++) {
        state.connect(codes.get(i), doctor(Integer.toString(number)));
      }
    }
  }

  DoctorRow doctor(String gmcNumber) {
    return DoctorRow.doctor(gmcNumber)
        .named(oneOf(FIRST_NAMES), oneOf(LAST_NAMES))
        .dueOn(dateOrBlank(2000))
        .with("DoctorStatus", oneOf(STATUSES))
        .with("Breach", random.nextInt(40) == 0 ? "Yes" : "No")
        .addedOn(dateOrBlank(-3000))
        .underNotice(underNotice())
        .with("Investigation", random.nextInt(50) == 0 ? "Yes" : "No")
        .with("PreliminaryInvestigation", random.nextInt(50) == 0 ? "Yes" : "No")
        .with("Sanction", random.nextInt(100) == 0 ? "Conditions" : "None");
  }

  private String oneOf(List<String> texts) {
    return texts.get(random.nextInt(texts.size()));
  }

  private String underNotice() {
    int tenth = random.nextInt(10);
    if (tenth == 0) {
      return "On Hold";
    }
    return tenth < 4 ? "Yes" : "No";
  }

  private @Nullable LocalDate dateOrBlank(int days) {
    int offset = random.nextInt(Math.abs(days));
    return random.nextInt(25) == 0 ? null : FIRST_DATE.plusDays(days < 0 ? -offset : offset);
  }
}
