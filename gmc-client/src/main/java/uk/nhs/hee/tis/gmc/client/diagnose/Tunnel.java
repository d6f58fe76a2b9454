package uk.nhs.hee.tis.gmc.client.diagnose;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A connection on the way to the endpoint, and what a proxy answers to CONNECT. */
final class Tunnel {
  private static final int MOST_BYTES = 16 * 1024;
  private static final Pattern STATUS = Pattern.compile("\\AHTTP/1\\.[01] ([0-9]{3})\\b");
  private static final Pattern SCHEME =
      Pattern.compile("(?im)^Proxy-Authenticate:[ \\t]*([A-Za-z0-9-]{1,20})");

  private final String head;

  private Tunnel(String head) {
    this.head = head;
  }

  /** Opens a connection to the first address, the one that {@code java.net.http} uses. */
  static Socket connect(Route route, InetAddress address, Duration timeout) throws IOException {
    Socket socket = new Socket();
    try {
      int millis = Math.toIntExact(timeout.toMillis());
      socket.setSoTimeout(millis);
      socket.connect(new InetSocketAddress(address, route.nearPort()), millis);
      return socket;
    } catch (IOException e) {
      socket.close();
      throw e;
    }
  }

  /** Asks the proxy at the other end for a tunnel to the GMC's host. */
  static Tunnel ask(Socket proxy, Route route, String userAgent) throws IOException {
    String request =
        String.join(
            "\r\n",
            "CONNECT " + route.authority() + " HTTP/1.1",
            "Host: " + route.authority(),
            "User-Agent: " + userAgent,
            "",
            "");
    proxy.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
    proxy.getOutputStream().flush();
    return new Tunnel(head(proxy.getInputStream()));
  }

  /** Reads no byte beyond the head: what follows in a tunnel is the GMC's. */
  private static String head(InputStream in) throws IOException {
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    String text = "";
    while (!text.endsWith("\r\n\r\n") && head.size() < MOST_BYTES) {
      int next = in.read();
      if (next < 0) {
        break;
      }
      head.write(next);
      if (next == '\n') {
        text = head.toString(StandardCharsets.ISO_8859_1);
      }
    }
    return head.toString(StandardCharsets.ISO_8859_1);
  }

  /** Returns the HTTP status, or 0 if the answer is no HTTP. */
  int status() {
    Matcher status = STATUS.matcher(head);
    return status.find() ? Integer.parseInt(status.group(1)) : 0;
  }

  boolean isOpen() {
    return status() / 100 == 2;
  }

  /** Returns the scheme of the login that the proxy wants, such as {@code Basic}. */
  Optional<String> loginScheme() {
    Matcher scheme = SCHEME.matcher(head);
    return scheme.find() ? Optional.of(scheme.group(1)) : Optional.empty();
  }
}
