package uk.nhs.hee.tis.gmc.testkit.internal;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/** An IP address, or all those of a network in CIDR form such as {@code 203.0.113.0/24}. */
public final class AddressRange {
  private static final Pattern LITERAL = Pattern.compile("[0-9.]+|[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");

  private final byte[] network;
  private final int prefix;

  private AddressRange(byte[] network, int prefix) {
    this.network = network;
    this.prefix = prefix;
  }

  /**
   * Returns the range that the text names; host names are never looked up.
   *
   * @throws IllegalArgumentException if it is neither an address nor a network
   */
  public static AddressRange parse(String text) {
    String[] parts = text.split("/", -1);
    Optional<byte[]> network = parts.length > 2 ? Optional.empty() : bytes(parts[0]);
    int bits = network.map(bytes -> bytes.length * Byte.SIZE).orElse(0);
    int prefix = parts.length == 1 ? bits : number(parts[1]);
    if (network.isEmpty() || prefix < 0 || prefix > bits) {
      throw new IllegalArgumentException(
          "must be an IP address or a network such as 203.0.113.0/24, but is " + text);
    }
    return new AddressRange(network.get(), prefix);
  }

  /** Returns whether the address is in the range; a text that is not an address never is. */
  public boolean contains(String address) {
    Optional<byte[]> bytes = bytes(address).filter(b -> b.length == network.length);
    return bytes.isPresent() && Arrays.equals(masked(bytes.get()), masked(network));
  }

  private byte[] masked(byte[] bytes) {
    byte[] copy = bytes.clone();
    for (int i = 0; i < copy.length; i++) {
      int kept = Math.max(0, Math.min(Byte.SIZE, prefix - i * Byte.SIZE));
      copy[i] = (byte) (copy[i] & (0xff << (Byte.SIZE - kept)));
    }
    return copy;
  }

  private static int number(String text) {
    return text.matches("[0-9]{1,3}") ? Integer.parseInt(text) : -1;
  }

  private static Optional<byte[]> bytes(String address) {
    if (!LITERAL.matcher(address).matches() || isShortForm(address)) {
      return Optional.empty();
    }
    try {
      return Optional.of(InetAddress.getByName(address).getAddress());
    } catch (UnknownHostException e) {
      return Optional.empty();
    }
  }

  /** Java reads {@code 10.1} as {@code 10.0.0.1}; people do not. */
  private static boolean isShortForm(String address) {
    return !address.contains(":") && address.chars().filter(c -> c == '.').count() != 3;
  }
}
