package uk.nhs.hee.tis.gmc.testkit.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A page with placeholders, <code>${name}</code>, to be filled with texts that are known to be
 * safe.
 */
public final class PageTemplate {
  private static final Pattern HOLE = Pattern.compile("\\$\\{([a-z]+)}");

  private final String name;
  private final String text;

  private PageTemplate(String name, String text) {
    this.name = name;
    this.text = text;
  }

  /**
   * Reads a template.
   *
   * @param name the file's name, such as {@code bare.html}
   * @throws IllegalArgumentException if there is none of that name
   */
  public static PageTemplate named(String name) {
    try (InputStream in = PageTemplate.class.getResourceAsStream("pages/" + name)) {
      if (in == null) {
        throw new IllegalArgumentException("there is no page template " + name);
      }
      return new PageTemplate(name, new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Returns the page.
   *
   * @throws IllegalArgumentException if there is no text for a placeholder
   */
  public String filledWith(Map<String, String> texts) {
    return HOLE.matcher(text).replaceAll(hole -> Matcher.quoteReplacement(textFor(hole, texts)));
  }

  private String textFor(MatchResult hole, Map<String, String> texts) {
    String filling = texts.get(hole.group(1));
    if (filling == null) {
      throw new IllegalArgumentException(name + " needs a text for " + hole.group(1));
    }
    return filling;
  }
}
