package uk.nhs.hee.tis.gmc.client.internal.soap;

/** The text of one field, in a buffer reused for the next field. */
final class FieldText {
  private char[] chars = new char[64];
  private int length;

  void clear() {
    length = 0;
  }

  void append(char[] from, int start, int count) {
    if (chars.length - length < count) {
      char[] longer = new char[Math.max(2 * chars.length, length + count)];
      System.arraycopy(chars, 0, longer, 0, length);
      chars = longer;
    }
    System.arraycopy(from, start, chars, length, count);
    length += count;
  }

  int length() {
    return length;
  }

  char charAt(int index) {
    return chars[index];
  }

  /** Returns what {@link String#isBlank} would say of it. */
  boolean isBlank() {
    for (int i = 0; i < length; i++) {
      if (!Character.isWhitespace(chars[i])) {
        return false;
      }
    }
    return true;
  }

  boolean holds(String text) {
    if (text.length() != length) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      if (text.charAt(i) != chars[i]) {
        return false;
      }
    }
    return true;
  }

  @Override
  public String toString() {
    return new String(chars, 0, length);
  }
}
