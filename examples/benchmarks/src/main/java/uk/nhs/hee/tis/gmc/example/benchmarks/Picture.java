package uk.nhs.hee.tis.gmc.example.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The time of a list over its length, both in powers of ten, as an SVG that can be read at half its
 * size.
 */
final class Picture {
  private static final int[] DOCTORS = {100, 2000, 8000, 20000, 60000};
  private static final String[] COLOURS = {"#005eb8", "#d5281b", "#7c2855", "#768692"};
  private static final int WIDTH = 960;
  private static final int HEIGHT = 600;
  private static final int LEFT = 100;
  private static final int RIGHT = 580;
  private static final int TOP = 120;
  private static final int BOTTOM = 520;
  private static final int LINE = 30;
  private static final int MOST_IN_A_LINE = 90;
  private static final double SMALLEST_MS = 0.1;
  private static final double LARGEST_MS = 100_000;

  private final Figures figures;
  private final StringBuilder svg = new StringBuilder();

  private Picture(Figures figures) {
    this.figures = figures;
  }

  static String of(Figures figures, String conditions) {
    return new Picture(figures).draw(conditions);
  }

  private String draw(String conditions) {
    String size = "width=\"" + WIDTH + "\" height=\"" + HEIGHT + "\"";
    svg.append("<svg xmlns=\"http://www.w3.org/2000/svg\" ").append(size);
    svg.append(" viewBox=\"0 0 ").append(WIDTH).append(' ').append(HEIGHT).append('"');
    svg.append(" font-family=\"sans-serif\" font-size=\"22\">\n");
    svg.append("<rect ").append(size).append(" fill=\"white\"/>\n");
    text(20, 36, "start", "font-size=\"28\"", "Time to read a list of doctors");
    int y = 64;
    for (String line : inLines(conditions)) {
      text(20, y, "start", "font-size=\"18\" fill=\"#555\"", line);
      y += 22;
    }
    for (double ms = SMALLEST_MS; ms <= LARGEST_MS; ms *= 10) {
      line(LEFT, y(ms), RIGHT, y(ms), "#ddd");
      text(LEFT - 8, y(ms) + 8, "end", "", label(ms));
    }
    for (int doctors : DOCTORS) {
      line(x(doctors), TOP, x(doctors), BOTTOM, "#eee");
      text(
          x(doctors),
          BOTTOM + 28,
          "middle",
          "",
          doctors < 1000 ? "" + doctors : doctors / 1000 + "k");
    }
    text((LEFT + RIGHT) / 2.0, BOTTOM + 60, "middle", "fill=\"#555\"", "doctors");
    for (int i = 0; i < Stack.COMPARED.length; i++) {
      curve(Stack.COMPARED[i], COLOURS[i]);
    }
    legend();
    return svg.append("</svg>\n").toString();
  }

  private void curve(Stack stack, String colour) {
    svg.append("<polyline fill=\"none\" stroke-width=\"3\" stroke=\"").append(colour);
    svg.append("\" points=\"");
    for (int doctors : DOCTORS) {
      svg.append(format(x(doctors))).append(',').append(format(y(ms(stack, doctors)))).append(' ');
    }
    svg.append("\"/>\n");
  }

  private static List<String> inLines(String text) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String part : text.split("(?<=, )", -1)) {
      if (line.length() + part.length() > MOST_IN_A_LINE) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(part);
    }
    lines.add(line.toString());
    return lines;
  }

  /** In the order of the list of 60,000, beside whose end the names stand. */
  private void legend() {
    for (int i = 0; i < Stack.COMPARED.length; i++) {
      Stack stack = Stack.COMPARED[i];
      double ms = ms(stack, 60000);
      int faster = 0;
      for (Stack other : Stack.COMPARED) {
        faster += ms(other, 60000) < ms ? 1 : 0;
      }
      text(
          RIGHT + 20,
          TOP + LINE * (Stack.COMPARED.length - faster),
          "start",
          "fill=\"" + COLOURS[i] + "\"",
          String.format(Locale.UK, "%s: %,.0f ms", stack.title(), ms));
    }
  }

  private double ms(Stack stack, int doctors) {
    return figures.get(Figures.time("plain", doctors, stack));
  }

  private static double x(int doctors) {
    return LEFT + 20 + (RIGHT - LEFT - 20) * Math.log10(doctors / 100.0) / Math.log10(600);
  }

  private static double y(double ms) {
    double share = Math.log10(ms / SMALLEST_MS) / Math.log10(LARGEST_MS / SMALLEST_MS);
    return BOTTOM - (BOTTOM - TOP) * share;
  }

  private static String label(double ms) {
    return ms < 1000
        ? String.format(Locale.ROOT, "%s ms", ms < 1 ? "0.1" : Math.round(ms))
        : Math.round(ms / 1000) + " s";
  }

  private void line(double x1, double y1, double x2, double y2, String colour) {
    svg.append(
        String.format(
            Locale.ROOT,
            "<line x1=\"%.0f\" y1=\"%.0f\" x2=\"%.0f\" y2=\"%.0f\" stroke=\"%s\"/>%n",
            x1,
            y1,
            x2,
            y2,
            colour));
  }

  private void text(double x, double y, String anchor, String more, String text) {
    svg.append(
        String.format(
            Locale.ROOT,
            "<text x=\"%.0f\" y=\"%.0f\" text-anchor=\"%s\" %s>%s</text>%n",
            x,
            y,
            anchor,
            more,
            text));
  }

  private static String format(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }
}
