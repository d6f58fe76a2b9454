package uk.nhs.hee.tis.gmc.testkit.standin;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import uk.nhs.hee.tis.gmc.testkit.GmcRegister;

/** Reads a register from CSV: a line of field names, then one line for each doctor. */
final class CsvRegister {
  private final String file;
  private final DoctorFields doctors = new DoctorFields();

  CsvRegister(String file) {
    this.file = file;
  }

  GmcRegister read(String text) {
    List<CsvRecord> records = records(text);
    if (records.isEmpty()) {
      throw new UsageException(file + " is empty: its first line must name the fields");
    }
    CsvRecord header = records.get(0);
    at(header, () -> checkNames(header.values()));
    for (CsvRecord record : records.subList(1, records.size())) {
      at(record, () -> doctors.add(fields(header.values(), record.values())));
    }
    return doctors.register();
  }

  private List<CsvRecord> records(String text) {
    try {
      return CsvRecord.parse(text);
    } catch (UsageException e) {
      throw new UsageException(file + ", " + e.getMessage(), e);
    }
  }

  private void at(CsvRecord record, Runnable work) {
    try {
      work.run();
    } catch (UsageException e) {
      throw new UsageException(file + ", line " + record.line() + ": " + e.getMessage(), e);
    }
  }

  private static void checkNames(List<String> names) {
    Set<String> seen = new HashSet<>();
    for (String name : names) {
      if (!DoctorFields.names().contains(name.strip()) || !seen.add(name.strip())) {
        throw new UsageException(
            "each field name must occur once and be one of "
                + String.join(", ", DoctorFields.names())
                + ", but one is "
                + name);
      }
    }
  }

  private static Map<String, String> fields(List<String> names, List<String> values) {
    if (names.size() != values.size()) {
      throw new UsageException(
          "there are " + names.size() + " field names, but " + values.size() + " values");
    }
    Map<String, String> fields = new HashMap<>();
    for (int i = 0; i < names.size(); i++) {
      fields.put(names.get(i).strip(), values.get(i));
    }
    return fields;
  }
}
