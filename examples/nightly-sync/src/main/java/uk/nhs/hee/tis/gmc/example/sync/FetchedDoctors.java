package uk.nhs.hee.tis.gmc.example.sync;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import uk.nhs.hee.tis.gmc.client.model.Doctor;
import uk.nhs.hee.tis.gmc.client.model.DoctorsForDb;
import uk.nhs.hee.tis.gmc.client.model.UnderNotice;

/**
 * A whole list of doctors, and what to look at before anybody is disconnected because of it:
 * whoever has a row without number cannot be told from whoever is missing.
 */
final class FetchedDoctors {
  private final DoctorsForDb answer;

  FetchedDoctors(DoctorsForDb answer) {
    this.answer = answer;
  }

  List<Doctor> doctors() {
    return answer.doctors();
  }

  Duration time() {
    return answer.duration();
  }

  long count() {
    return answer.doctors().size();
  }

  long count(UnderNotice underNotice) {
    return answer.doctors().stream().filter(d -> d.underNotice() == underNotice).count();
  }

  /** Returns what is odd about the list in words without personal data; empty if nothing is. */
  String lookAt() {
    if (answer.doctors().isEmpty()) {
      return "the empty list";
    }
    return Stream.of(
            counted(answer.rowsWithoutGmcNumber().size(), "row", " without number"),
            counted(answer.duplicateGmcNumbers().size(), "number", " in more than one row"),
            counted(answer.unreadableFields().size(), "unreadable field", ""))
        .filter(text -> !text.isEmpty())
        .collect(Collectors.joining(", "));
  }

  private static String counted(int count, String thing, String after) {
    return count == 0 ? "" : count + " " + thing + (count == 1 ? "" : "s") + after;
  }
}
