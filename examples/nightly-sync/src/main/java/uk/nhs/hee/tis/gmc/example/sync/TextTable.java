package uk.nhs.hee.tis.gmc.example.sync;

import java.util.ArrayList;
import java.util.List;

/** A table in plain text, its columns aligned: to the right where the header says so. */
final class TextTable {
  private static final String GAP = "  ";

  private final List<String> header;
  private final List<Integer> rightAligned;
  private final List<List<String>> rows = new ArrayList<>();

  /**
   * Makes an empty table.
   *
   * @param rightAligned the columns of numbers, counted from 0
   */
  TextTable(List<String> header, List<Integer> rightAligned) {
    this.header = header;
    this.rightAligned = rightAligned;
  }

  void row(String... cells) {
    rows.add(List.of(cells));
  }

  /** Returns the table with a rule below its header and above its last row, the totals. */
  String withTotals() {
    StringBuilder out = new StringBuilder(line(header)).append(rule());
    for (int i = 0; i < rows.size(); i++) {
      out.append(i == rows.size() - 1 ? rule() : "").append(line(rows.get(i)));
    }
    return out.toString();
  }

  private String line(List<String> cells) {
    StringBuilder line = new StringBuilder();
    for (int column = 0; column < cells.size(); column++) {
      String cell = cells.get(column);
      String space = " ".repeat(width(column) - cell.length());
      line.append(column == 0 ? "" : GAP)
          .append(rightAligned.contains(column) ? space + cell : cell + space);
    }
    return line.toString().stripTrailing() + "\n";
  }

  private String rule() {
    int width = (header.size() - 1) * GAP.length();
    for (int column = 0; column < header.size(); column++) {
      width += width(column);
    }
    return "-".repeat(width) + "\n";
  }

  private int width(int column) {
    int rowsWidth = rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
    return Math.max(rowsWidth, header.get(column).length());
  }
}
