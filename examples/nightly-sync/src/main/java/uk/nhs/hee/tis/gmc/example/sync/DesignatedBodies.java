package uk.nhs.hee.tis.gmc.example.sync;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Reads lists of designated bodies: one per line, its code and perhaps a comma and its name, in
 * double quotes if that holds a comma. Empty lines and those that start with {@code #} are skipped.
 */
final class DesignatedBodies {
  private static final int MOST_SHOWN = 80;

  private final String source;
  private final Map<String, Integer> lineOfFile = new HashMap<>();
  private final List<DesignatedBody> bodies = new ArrayList<>();

  private DesignatedBodies(String source) {
    this.source = source;
  }

  /** Returns the bodies that come with the example. */
  static List<DesignatedBody> included() {
    String name = "designated-bodies.csv";
    try (InputStream in =
        Objects.requireNonNull(DesignatedBodies.class.getResourceAsStream(name), name)) {
      return read(name, new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Returns the bodies of a file in UTF-8.
   *
   * @throws UsageException if it cannot be read, a line is bad, or there is no body in it
   */
  static List<DesignatedBody> of(Path file) {
    try {
      return read(file.toString(), Files.readString(file));
    } catch (CharacterCodingException e) {
      throw new UsageException("the list of designated bodies " + file + " is not in UTF-8");
    } catch (IOException e) {
      throw new UsageException(
          "the list of designated bodies " + file + " cannot be read (" + Reasons.of(e) + ")");
    }
  }

  private static List<DesignatedBody> read(String source, String text) {
    DesignatedBodies reader = new DesignatedBodies(source);
    // Spreadsheets put a byte order mark in front of the UTF-8 they export.
    String[] lines = text.replaceFirst("^\uFEFF", "").split("\\R", -1);
    for (int i = 0; i < lines.length; i++) {
      reader.line(i + 1, lines[i]);
    }
    if (reader.bodies.isEmpty()) {
      throw new UsageException(
          "the list of designated bodies " + source + " names none; write one code on each line");
    }
    return List.copyOf(reader.bodies);
  }

  private void line(int number, String line) {
    if (line.isBlank() || line.startsWith("#")) {
      return;
    }
    CSVRecord record = parse(number, line);
    String code = record.get(0);
    if (record.size() > 2) {
      throw bad(
          number, line, "expected code,name; put a name that contains a comma in double quotes");
    }
    if (code.isEmpty()) {
      throw bad(number, line, "the code is missing");
    }
    if (line.chars().anyMatch(Character::isISOControl)) {
      throw bad(number, line, "it contains a control character");
    }
    // Some file systems take two names that differ in case for one.
    Integer earlier = lineOfFile.putIfAbsent(FileNames.of(code).toLowerCase(Locale.ROOT), number);
    if (earlier != null) {
      throw bad(number, line, "line " + earlier + " has this code already");
    }
    bodies.add(new DesignatedBody(code, record.size() == 2 ? record.get(1) : ""));
  }

  private CSVRecord parse(int number, String line) {
    CSVFormat format = CSVFormat.DEFAULT.builder().setIgnoreSurroundingSpaces(true).get();
    try (CSVParser parser = CSVParser.parse(line, format)) {
      return parser.getRecords().get(0);
    } catch (IOException | UncheckedIOException e) {
      throw bad(number, line, "its double quotes do not match");
    }
  }

  private UsageException bad(int number, String line, String why) {
    String shown = line.length() > MOST_SHOWN ? line.substring(0, MOST_SHOWN) + "…" : line;
    return new UsageException(
        source
            + ", line "
            + number
            + ": \""
            + shown.replaceAll("\\p{Cntrl}", "?")
            + "\" is not a designated body: "
            + why);
  }
}
