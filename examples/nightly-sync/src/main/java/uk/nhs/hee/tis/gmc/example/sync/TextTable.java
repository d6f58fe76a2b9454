package uk.nhs.hee.tis.gmc.example.sync;

import java.util.ArrayList;
import java.util.List;

/**
 * A table in plain text, its columns aligned: to the right where the header says so. One column is
 * cut where the table would be too wide for a terminal.
 */
final class TextTable {
  /** How many characters a line has at most, unless a column that is not cut needs more. */
  static final int WIDTH = 80;

  private static final String GAP = "  ";
  private static final String CUT = "...";
  private static final int NARROWEST = 8;

  private final List<String> header;
  private final List<Integer> rightAligned;
  private final int cutColumn;
  private final List<List<String>> rows = new ArrayList<>();

  /**
   * Makes an empty table.
   *
   * @param rightAligned the columns of numbers, counting from 0
   * @param cutColumn the column that is cut
   */
  TextTable(List<String> header, List<Integer> rightAligned, int cutColumn) {
    this.cutColumn = cutColumn;
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
      int width = width(column);
      String cell = cut(cells.get(column), width);
      String space = " ".repeat(width - cell.length());
      line.append(column == 0 ? "" : GAP)
          .append(rightAligned.contains(column) ? space + cell : cell + space);
    }
    return line.toString().stripTrailing() + "\n";
  }

  private String rule() {
    return "-".repeat(widthWithout(-1) + width(cutColumn) - widest(cutColumn)) + "\n";
  }

  private static String cut(String cell, int width) {
    return cell.length() <= width ? cell : cell.substring(0, width - CUT.length()) + CUT;
  }

  private int width(int column) {
    int widest = widest(column);
    return column == cutColumn
        ? Math.min(widest, Math.max(NARROWEST, WIDTH - widthWithout(column)))
        : widest;
  }

  /** Returns the width of the whole table, uncut, but for the text in one column. */
  private int widthWithout(int without) {
    int width = (header.size() - 1) * GAP.length();
    for (int column = 0; column < header.size(); column++) {
      width += column == without ? 0 : widest(column);
    }
    return width;
  }

  private int widest(int column) {
    int rowsWidth = rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
    return Math.max(rowsWidth, header.get(column).length());
  }
}
