package uk.nhs.hee.tis.gmc.example.sync;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.Writer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import uk.nhs.hee.tis.gmc.client.model.Doctor;

/** How a file of doctors is written; dates are ISO 8601, absent values empty or left out. */
enum OutputFormat {
  /** Comma-separated values (RFC 4180) with a header. */
  CSV {
    @Override
    void write(List<Doctor> doctors, Writer out) throws IOException {
      String[] header = columns().map(DoctorColumn::header).toArray(String[]::new);
      CSVPrinter csv = new CSVPrinter(out, CSVFormat.RFC4180.builder().setHeader(header).get());
      for (Doctor doctor : doctors) {
        csv.printRecord(columns().map(column -> column.of(doctor).orElse("")));
      }
    }
  },

  /** One JSON object on each line. */
  JSONL {
    @Override
    void write(List<Doctor> doctors, Writer out) throws IOException {
      ObjectMapper json = new ObjectMapper();
      for (Doctor doctor : doctors) {
        ObjectNode line = json.createObjectNode();
        columns().forEach(c -> c.of(doctor).ifPresent(value -> line.put(c.header(), value)));
        out.write(json.writeValueAsString(line));
        out.write('\n');
      }
    }
  };

  abstract void write(List<Doctor> doctors, Writer out) throws IOException;

  /** Returns the name by which the option and the file names call the format. */
  String extension() {
    return name().toLowerCase(Locale.ROOT);
  }

  private static Stream<DoctorColumn> columns() {
    return Arrays.stream(DoctorColumn.values());
  }
}
