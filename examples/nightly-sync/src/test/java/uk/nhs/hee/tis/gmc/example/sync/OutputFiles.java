package uk.nhs.hee.tis.gmc.example.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import uk.nhs.hee.tis.gmc.testkit.GmcMockServer;

/** What runs left in an output directory. */
final class OutputFiles {
  private static final List<String> NAMES = List.of("firstName", "lastName");

  private OutputFiles() {}

  static List<String> names(Path directory) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.map(f -> f.getFileName().toString()).sorted().collect(Collectors.toList());
    }
  }

  /** Returns the content of each list of doctors by its file's name. */
  static Map<String, String> lists(Path directory) throws IOException {
    Map<String, String> lists = new TreeMap<>();
    for (String name : names(directory)) {
      if (name.endsWith(".csv")) {
        lists.put(name, Files.readString(directory.resolve(name)));
      }
    }
    return lists;
  }

  /**
   * Asserts that nothing but the lists holds the stand-in's credentials, or the number or a name of
   * any doctor in them.
   */
  static void assertTellNoSecrets(Path directory, Job job) throws IOException {
    assertTellNoSecrets(directory, job.out + job.err);
  }

  static void assertTellNoSecrets(Path directory, String printed) throws IOException {
    StringBuilder told = new StringBuilder(printed);
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.filter(Files::isRegularFile).collect(Collectors.toList())) {
        told.append(file.toString().endsWith(".csv") ? "" : Files.readString(file));
      }
    }
    GmcMockServer standIn = GmcMockServer.create();
    assertThat(told.toString())
        .doesNotContain(standIn.username(), standIn.password())
        .doesNotContain(personal(directory, NAMES));
    // As whole words: seven digits in the middle of a nanosecond can be anybody's.
    assertThat(told.toString().split("\\W+"))
        .doesNotContainAnyElementsOf(personal(directory, List.of("gmcNumber")));
  }

  private static Set<String> personal(Path directory, List<String> columns) throws IOException {
    Set<String> personal = new TreeSet<>();
    CSVFormat format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
    for (String name : lists(directory).keySet()) {
      try (Reader csv = Files.newBufferedReader(directory.resolve(name))) {
        for (CSVRecord row : format.parse(csv)) {
          columns.forEach(column -> personal.add(row.get(column)));
        }
      }
    }
    assertThat(personal).hasSizeGreaterThan(50);
    return personal;
  }
}
