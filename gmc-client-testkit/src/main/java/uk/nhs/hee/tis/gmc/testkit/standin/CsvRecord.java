package uk.nhs.hee.tis.gmc.testkit.standin;

import java.util.ArrayList;
import java.util.List;

/** One record of a CSV file (RFC 4180: commas, double quotes), and the line on which it starts. */
final class CsvRecord {
  private final int line;
  private final List<String> values;

  private CsvRecord(int line, List<String> values) {
    this.line = line;
    this.values = values;
  }

  int line() {
    return line;
  }

  List<String> values() {
    return values;
  }

  /** Returns the records of a file, ignoring blank lines. */
  static List<CsvRecord> parse(String text) {
    Parser parser = new Parser(text);
    List<CsvRecord> records = new ArrayList<>();
    while (parser.hasMore()) {
      CsvRecord record = parser.next();
      if (!record.values.equals(List.of(""))) {
        records.add(record);
      }
    }
    return records;
  }

  private static final class Parser {
    private final String text;
    private int at;
    private int line = 1;

    Parser(String text) {
      this.text = text.replace("\r\n", "\n").replace('\r', '\n');
    }

    boolean hasMore() {
      return at < text.length();
    }

    CsvRecord next() {
      int start = line;
      List<String> values = new ArrayList<>();
      values.add(value());
      while (hasMore() && text.charAt(at) == ',') {
        at++;
        values.add(value());
      }
      if (hasMore()) {
        at++;
        line++;
      }
      return new CsvRecord(start, List.copyOf(values));
    }

    private String value() {
      return hasMore() && text.charAt(at) == '"' ? quoted() : plain();
    }

    private String plain() {
      int start = at;
      while (hasMore() && text.charAt(at) != ',' && text.charAt(at) != '\n') {
        at++;
      }
      return text.substring(start, at);
    }

    private String quoted() {
      int start = line;
      StringBuilder value = new StringBuilder();
      for (at++; hasMore(); at++) {
        char c = text.charAt(at);
        if (c == '\n') {
          line++;
        }
        if (c != '"') {
          value.append(c);
        } else if (text.startsWith("\"\"", at)) {
          value.append(c);
          at++;
        } else {
          at++;
          return closed(value.toString());
        }
      }
      throw new UsageException("line " + start + ": a double quote is never closed");
    }

    private String closed(String value) {
      if (hasMore() && text.charAt(at) != ',' && text.charAt(at) != '\n') {
        throw new UsageException("line " + line + ": text follows a closing double quote");
      }
      return value;
    }
  }
}
