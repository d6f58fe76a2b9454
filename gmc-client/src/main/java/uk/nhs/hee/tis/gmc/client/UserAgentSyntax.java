package uk.nhs.hee.tis.gmc.client;

import org.jspecify.annotations.Nullable;

/** The syntax of a User-Agent after RFC 9110, section 10.1.5: products and comments. */
final class UserAgentSyntax {
  private final String text;
  private int at;

  private UserAgentSyntax(String text) {
    this.text = text;
  }

  static String check(@Nullable String value) {
    String text = Rules.visibleAscii("userAgent", value);
    if (!new UserAgentSyntax(text).holds()) {
      throw new IllegalArgumentException(
          "userAgent must be products such as name/1.0 and comments in parentheses: " + text);
    }
    return text;
  }

  private boolean holds() {
    if (!product()) {
      return false;
    }
    while (at < text.length()) {
      if (text.charAt(at++) != ' ' || at == text.length()) {
        return false;
      }
      if (!(text.charAt(at) == '(' ? comment() : product())) {
        return false;
      }
    }
    return true;
  }

  private boolean product() {
    if (!token()) {
      return false;
    }
    if (at == text.length() || text.charAt(at) != '/') {
      return true;
    }
    at++;
    return token();
  }

  private boolean token() {
    int start = at;
    while (at < text.length() && " ()/".indexOf(text.charAt(at)) < 0) {
      at++;
    }
    return at > start && Rules.isToken(text.substring(start, at));
  }

  private boolean comment() {
    int depth = 0;
    do {
      char c = text.charAt(at++);
      if (c == '\\') {
        at++;
      } else if (c == '(') {
        depth++;
      } else if (c == ')') {
        depth--;
      }
    } while (depth > 0 && at < text.length());
    return depth == 0 && at <= text.length();
  }
}
