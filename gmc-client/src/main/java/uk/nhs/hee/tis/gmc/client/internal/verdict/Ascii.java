package uk.nhs.hee.tis.gmc.client.internal.verdict;

/** Classes of ASCII characters: the JDK's own methods accept digits and letters of every script. */
final class Ascii {
  private static final String HEX = "0123456789abcdefABCDEF";

  private Ascii() {}

  static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  static boolean isLetter(char c) {
    char lower = (char) (c | 0x20);
    return lower >= 'a' && lower <= 'z';
  }

  static boolean isHexDigit(char c) {
    return HEX.indexOf(c) >= 0;
  }

  /** Returns whether the character can occur in an XML, HTML or charset name. */
  static boolean isName(char c) {
    return isDigit(c) || isLetter(c) || c == '-' || c == '_' || c == ':';
  }

  /**
   * Returns whether the text consists of a number of digits within this range, and nothing else.
   */
  static boolean isNumber(String text, int shortest, int longest) {
    return text.length() >= shortest
        && text.length() <= longest
        && text.chars().allMatch(c -> isDigit((char) c));
  }

  static boolean isHex(String text) {
    return text.chars().allMatch(c -> isHexDigit((char) c));
  }
}
