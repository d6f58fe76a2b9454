package uk.nhs.hee.tis.gmc.client.internal.verdict;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Cloudflare's structured error body: JSON after RFC 9457, or markdown with the same members in its
 * front matter. Only members of the outermost object count, never what they quote.
 */
final class StructuredError {
  private static final JsonFactory JSON = new JsonFactory();
  private static final int DEPTH_LIMIT = 50;
  private static final int MEMBERS = 200;
  private static final int FRONT_MATTER_LINES = 100;
  private static final int VALUE_LENGTH = 200;
  private static final String MARK = "cloudflare_error";

  private final Map<String, String> members = new HashMap<>();
  private boolean cloudflare;

  private StructuredError() {}

  /** Returns it if the body itself says that Cloudflare made it. */
  static Optional<StructuredError> of(Page page) {
    StructuredError error = new StructuredError();
    if (page.shape() == Page.Shape.JSON && page.has(MARK)) {
      error.readJson(page.text());
    } else if (page.shape() == Page.Shape.MARKDOWN && page.has(MARK)) {
      error.readFrontMatter(page.text());
    }
    return error.cloudflare ? Optional.of(error) : Optional.empty();
  }

  Optional<String> member(String name) {
    return Optional.ofNullable(members.get(name)).filter(value -> !value.isEmpty());
  }

  /** Returns the Cloudflare code, whether written as a number or as text. */
  OptionalInt code() {
    String value = members.getOrDefault("error_code", "");
    return Ascii.isNumber(value, 3, 4)
        ? OptionalInt.of(Integer.parseInt(value))
        : OptionalInt.empty();
  }

  /**
   * Streams, as nested garbage would overflow a tree reader's stack; keeps what it has read so far.
   */
  private void readJson(String text) {
    try (JsonParser json = JSON.createParser(text.strip())) {
      boolean list = json.nextToken() == JsonToken.START_ARRAY;
      int level = list ? 2 : 1;
      int depth = 1;
      String name = "";
      while (depth > 0 && depth < DEPTH_LIMIT && members.size() < MEMBERS) {
        JsonToken token = json.nextToken();
        if (token == null) {
          return;
        } else if (token.isStructStart()) {
          depth++;
        } else if (token.isStructEnd()) {
          depth--;
          if (list && depth == 1) {
            if (cloudflare) {
              return;
            }
            members.clear();
          }
        } else if (depth == level && token == JsonToken.FIELD_NAME) {
          name = json.getText();
        } else if (depth == level && json.getParsingContext().inObject()) {
          put(name, json.getText());
        }
      }
    } catch (IOException | RuntimeException cutOff) {
      // A truncated body has said enough if its mark was read.
    }
  }

  private void readFrontMatter(String text) {
    String[] lines = text.strip().split("\\R", FRONT_MATTER_LINES);
    for (int i = 1; i < lines.length && !lines[i].strip().equals("---"); i++) {
      int colon = lines[i].indexOf(':');
      if (colon > 0 && !Character.isWhitespace(lines[i].charAt(0))) {
        put(lines[i].substring(0, colon), unquoted(lines[i].substring(colon + 1).strip()));
      }
    }
  }

  private static String unquoted(String value) {
    boolean quoted =
        value.length() > 1
            && (value.charAt(0) == '"' || value.charAt(0) == '\'')
            && value.charAt(value.length() - 1) == value.charAt(0);
    return quoted ? value.substring(1, value.length() - 1) : value;
  }

  private void put(String name, String value) {
    String key = name.strip().toLowerCase(Locale.ROOT);
    String clean = Clean.line(value, VALUE_LENGTH);
    cloudflare |= key.equals(MARK) && clean.equalsIgnoreCase("true");
    members.put(key, clean);
  }
}
