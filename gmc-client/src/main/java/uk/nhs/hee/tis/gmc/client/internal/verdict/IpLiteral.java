package uk.nhs.hee.tis.gmc.client.internal.verdict;

import org.jspecify.annotations.Nullable;

/** Recognises literal IP addresses without ever resolving a name. */
final class IpLiteral {
  private static final int LONGEST = 45;

  private IpLiteral() {}

  /** Returns the first IPv4 or IPv6 address in the text. */
  static @Nullable String firstIn(String text) {
    int at = 0;
    while (at < text.length()) {
      int end = at;
      while (end < text.length() && isAddressCharacter(text.charAt(end))) {
        end++;
      }
      String address = address(text.substring(at, end));
      if (address != null) {
        return address;
      }
      at = end + 1;
    }
    return null;
  }

  private static @Nullable String address(String candidate) {
    if (candidate.length() > LONGEST + 2) {
      return null;
    }
    String bare = candidate;
    while (bare.endsWith(".") || (bare.endsWith(":") && !bare.endsWith("::"))) {
      bare = bare.substring(0, bare.length() - 1);
    }
    return isIpv4(bare) || isIpv6(bare) ? bare : null;
  }

  static boolean isIpv4(String text) {
    String[] parts = text.split("\\.", -1);
    if (parts.length != 4) {
      return false;
    }
    for (String part : parts) {
      if (!Ascii.isNumber(part, 1, 3) || Integer.parseInt(part) > 255) {
        return false;
      }
    }
    return true;
  }

  static boolean isIpv6(String text) {
    int gap = text.indexOf("::");
    if (gap < 0) {
      return groups(text) == 8;
    }
    int before = gap == 0 ? 0 : groups(text.substring(0, gap));
    String rest = text.substring(gap + 2);
    int both = before + (rest.isEmpty() ? 0 : groups(rest));
    return both > 0 && both <= 7;
  }

  /** Returns how many 16-bit groups the text holds, or a number too low to pass. */
  private static int groups(String text) {
    String[] parts = text.split(":", -1);
    int count = parts.length;
    for (int i = 0; i < parts.length; i++) {
      boolean last = i == parts.length - 1;
      if (last && isIpv4(parts[i])) {
        count++;
      } else if (parts[i].isEmpty() || parts[i].length() > 4 || !Ascii.isHex(parts[i])) {
        return Integer.MIN_VALUE / 2;
      }
    }
    return count;
  }

  private static boolean isAddressCharacter(char c) {
    return Ascii.isHexDigit(c) || c == '.' || c == ':';
  }
}
