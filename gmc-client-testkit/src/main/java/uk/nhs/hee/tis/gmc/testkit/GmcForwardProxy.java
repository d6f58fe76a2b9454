package uk.nhs.hee.tis.gmc.testkit;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import uk.nhs.hee.tis.gmc.testkit.pages.CannedAnswer;
import uk.nhs.hee.tis.gmc.testkit.pages.GmcPages;

/**
 * A forward proxy on the loopback address, such as a trust's network has: it may require a login,
 * and it may refuse tunnels. It connects to the loopback address only. Thread-safe.
 *
 * <pre>{@code
 * try (GmcForwardProxy proxy = GmcForwardProxy.create().requiresLogin("user", "pass").start()) {
 *   HttpClient http = HttpClient.newBuilder().proxy(ProxySelector.of(proxy.address())).build();
 *   // GmcClient.builder().httpClient(http) …
 *   assertThat(proxy.tunnelRequests()).isEqualTo(1);
 * }
 * }</pre>
 */
public final class GmcForwardProxy implements AutoCloseable {
  private static final int LOWEST_STATUS = 400;
  private static final int HIGHEST_STATUS = 599;
  private static final int LONGEST_HEAD = 65_536;

  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final AtomicInteger tunnelRequests = new AtomicInteger();
  private final AtomicInteger logins = new AtomicInteger();
  private volatile @Nullable String authorization;
  private volatile int refusal;
  private @Nullable ServerSocket server;

  private GmcForwardProxy() {}

  /** {@return a proxy that lets everyone through, not yet started} */
  public static GmcForwardProxy create() {
    return new GmcForwardProxy();
  }

  /**
   * Answers 407 to every request without these credentials (Basic); can be changed while it runs.
   *
   * @param user without a colon
   * @param password any text
   * @return this proxy
   */
  public GmcForwardProxy requiresLogin(String user, String password) {
    byte[] credentials = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
    authorization = "Basic " + Base64.getEncoder().encodeToString(credentials);
    return this;
  }

  /**
   * Answers every CONNECT with this status from now on.
   *
   * @param status 400 to 599, such as 403 for a rule or 502 for a server that is down
   * @return this proxy
   * @throws IllegalArgumentException if it is any other
   */
  public GmcForwardProxy refusesTunnels(int status) {
    if (status < LOWEST_STATUS || status > HIGHEST_STATUS) {
      throw new IllegalArgumentException("status must be 400 to 599, but is " + status);
    }
    refusal = status;
    return this;
  }

  /**
   * Opens tunnels again.
   *
   * @return this proxy
   */
  public GmcForwardProxy allowsTunnels() {
    refusal = 0;
    return this;
  }

  /**
   * Starts it on a free port of the loopback address; no effect if repeated.
   *
   * @return this proxy, running
   */
  public synchronized GmcForwardProxy start() {
    if (server == null) {
      try {
        ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        server = socket;
        daemon("gmc-forward-proxy", () -> accept(socket));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return this;
  }

  /**
   * {@return the address, for {@code ProxySelector.of(…)}}
   *
   * @throws IllegalStateException if it is not running
   */
  public synchronized InetSocketAddress address() {
    if (server == null) {
      throw new IllegalStateException("the proxy is not running: call start()");
    }
    return new InetSocketAddress(server.getInetAddress(), server.getLocalPort());
  }

  /** {@return how many CONNECT requests arrived, including those answered 407 or refused} */
  public int tunnelRequests() {
    return tunnelRequests.get();
  }

  /** {@return how many requests carried credentials, right or wrong} */
  public int logins() {
    return logins.get();
  }

  /** Stops it and ends every connection through it; no effect if repeated. */
  @Override
  public synchronized void close() {
    closeQuietly(server);
    server = null;
    open.forEach(GmcForwardProxy::closeQuietly);
  }

  private void accept(ServerSocket socket) {
    while (!socket.isClosed()) {
      try {
        Socket caller = socket.accept();
        open.add(caller);
        daemon("gmc-forward-proxy-connection", () -> serve(caller));
      } catch (IOException e) {
        closeQuietly(socket);
      }
    }
  }

  private void serve(Socket caller) {
    try (caller) {
      InputStream in = new BufferedInputStream(caller.getInputStream());
      String head = head(in);
      while (!head.isEmpty() && answer(caller, in, head)) {
        head = head(in);
      }
    } catch (IOException | IllegalArgumentException e) {
      // The caller went away, or is not an HTTP client: the connection ends, as a proxy's would.
      closeQuietly(caller);
    } finally {
      open.remove(caller);
    }
  }

  /** Answers one request; whether another may follow on this connection. */
  private boolean answer(Socket caller, InputStream in, String head) throws IOException {
    String[] request = head.split("\r\n", 2)[0].split(" ", -1);
    boolean tunnel = request[0].equals("CONNECT");
    String login = header(head, "Proxy-Authorization");
    if (tunnel) {
      tunnelRequests.incrementAndGet();
    }
    if (!login.isEmpty()) {
      logins.incrementAndGet();
    }
    String wanted = authorization;
    if (wanted != null && !wanted.equals(login)) {
      discardBody(in, head);
      send(caller, GmcPages.proxy().loginRequired().toBuilder());
      return true;
    }
    if (tunnel && refusal != 0) {
      send(caller, CannedAnswer.builder().status(refusal).header("Server", "squid/5.7"));
      return true;
    }
    URI target = URI.create(tunnel ? "tunnel://" + request[1] : request[1]);
    InetAddress address = InetAddress.getByName(target.getHost());
    if (!address.isLoopbackAddress() || target.getPort() < 0) {
      discardBody(in, head);
      send(caller, GmcPages.proxy().blocked().toBuilder());
      return true;
    }
    forward(caller, in, tunnel ? "" : originForm(head, target), address, target.getPort());
    return false;
  }

  private void forward(Socket caller, InputStream in, String head, InetAddress address, int port)
      throws IOException {
    Socket server;
    try {
      server = new Socket(address, port);
    } catch (IOException e) {
      send(caller, GmcPages.proxy().connectFailed().toBuilder());
      return;
    }
    open.add(server);
    try (server) {
      if (head.isEmpty()) {
        write(caller, "HTTP/1.1 200 Connection established\r\n\r\n");
      } else {
        write(server, head);
      }
      daemon("gmc-forward-proxy-requests", () -> copy(in, server));
      server.getInputStream().transferTo(caller.getOutputStream());
    } finally {
      open.remove(server);
    }
  }

  private static void copy(InputStream from, Socket to) {
    try {
      from.transferTo(to.getOutputStream());
      to.shutdownOutput();
    } catch (IOException e) {
      closeQuietly(to);
    }
  }

  /**
   * The head as the server expects it: without the host in its first line and without the login.
   */
  private static String originForm(String head, URI target) {
    return head.replaceFirst(" \\S+ ", " " + target.getRawPath() + " ")
        .replaceAll("(?im)^(Proxy-[A-Za-z]+|Connection):.*\r\n", "")
        .replaceFirst("\r\n", "\r\nConnection: close\r\n");
  }

  private static String header(String head, String name) {
    return head.lines()
        .filter(line -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1))
        .map(line -> line.substring(name.length() + 1).strip())
        .findFirst()
        .orElse("");
  }

  private static void discardBody(InputStream in, String head) throws IOException {
    String length = header(head, "Content-Length");
    in.readNBytes(length.isEmpty() ? 0 : Integer.parseInt(length));
  }

  /** A request's line and headers with the blank line after them; empty at the end. */
  private static String head(InputStream in) throws IOException {
    StringBuilder head = new StringBuilder();
    while (head.length() < LONGEST_HEAD) {
      int next = in.read();
      if (next < 0) {
        return "";
      }
      head.append((char) next);
      if (next == '\n'
          && head.length() > 3
          && head.substring(head.length() - 4).equals("\r\n\r\n")) {
        return head.toString();
      }
    }
    throw new IOException("the head of the request is too long");
  }

  private static void send(Socket caller, CannedAnswer.Builder builder) throws IOException {
    CannedAnswer answer = builder.build();
    byte[] body = answer.body();
    StringBuilder head = new StringBuilder("HTTP/1.1 " + answer.status() + " -\r\n");
    answer
        .headers()
        .forEach(
            (name, values) ->
                values.forEach(v -> head.append(name).append(": ").append(v).append("\r\n")));
    write(caller, head.append("Content-Length: " + body.length + "\r\n\r\n").toString());
    caller.getOutputStream().write(body);
  }

  private static void write(Socket to, String text) throws IOException {
    OutputStream out = to.getOutputStream();
    out.write(text.getBytes(StandardCharsets.ISO_8859_1));
    out.flush();
  }

  private static void daemon(String name, Runnable work) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    thread.start();
  }

  private static void closeQuietly(@Nullable AutoCloseable closeable) {
    try {
      if (closeable != null) {
        closeable.close();
      }
    } catch (Exception e) {
      // Closing was all that was needed, and there is nothing more to be done.
      return;
    }
  }
}
