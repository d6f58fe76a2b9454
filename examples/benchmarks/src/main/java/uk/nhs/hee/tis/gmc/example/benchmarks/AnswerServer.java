package uk.nhs.hee.tis.gmc.example.benchmarks;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A server that costs as little as can be: prepared bytes over the loopback interface, from a
 * process of its own, so that no figure holds its work or its memory.
 *
 * <p>The path says what to answer: {@code /plain/2000}, {@code /gzip/2000}; a request with the
 * action CheckRecommendationStatus gets a status.
 */
final class AnswerServer implements AutoCloseable {
  private static final Map<String, byte[]> READY = new ConcurrentHashMap<>();

  private final Process process;
  private final URI root;

  private AnswerServer(Process process, URI root) {
    this.process = process;
    this.root = root;
  }

  static AnswerServer start() throws IOException {
    Process process =
        new ProcessBuilder(
                JavaProcess.JAVA,
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                AnswerServer.class.getName())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    BufferedReader told =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    return new AnswerServer(process, URI.create("http://127.0.0.1:" + told.readLine() + "/"));
  }

  URI root() {
    return root;
  }

  URI endpoint(String encoding, int doctors) {
    return root.resolve("/" + encoding + "/" + doctors);
  }

  @Override
  public void close() {
    process.destroy();
  }

  /** Prints its port, and ends when the process that started it does. */
  @SuppressWarnings("resource") // Open until the process ends.
  public static void main(String[] arguments) throws IOException {
    ServerSocket listening = new ServerSocket(0, 256, InetAddress.getLoopbackAddress());
    System.out.println(listening.getLocalPort());
    background(
        () -> {
          while (true) {
            Socket socket = listening.accept();
            socket.setTcpNoDelay(true);
            background(() -> serve(socket));
          }
        });
    System.in.transferTo(OutputStream.nullOutputStream());
    System.exit(0);
  }

  private interface Work {
    void run() throws IOException;
  }

  private static void background(Work work) {
    Thread thread =
        new Thread(
            () -> {
              try {
                work.run();
              } catch (IOException theCallerHungUp) {
                return;
              }
            });
    thread.setDaemon(true);
    thread.start();
  }

  private static void serve(Socket socket) throws IOException {
    try (socket;
        InputStream in = new BufferedInputStream(socket.getInputStream())) {
      while (true) {
        String requestLine = line(in);
        if (requestLine.isEmpty()) {
          return;
        }
        int length = 0;
        boolean status = false;
        for (String header = line(in); !header.isEmpty(); header = line(in)) {
          String lower = header.toLowerCase(Locale.ROOT);
          if (lower.startsWith("content-length:")) {
            length = Integer.parseInt(lower.substring(15).strip());
          }
          status |= lower.startsWith("soapaction:") && lower.contains("checkrecommendationstatus");
        }
        in.readNBytes(length);
        String path = requestLine.split(" ", -1)[1];
        byte[] answer = READY.computeIfAbsent(status ? "/plain/status" : path, AnswerServer::made);
        socket.getOutputStream().write(answer);
      }
    }
  }

  private static String line(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = in.read(); c >= 0 && c != '\n'; c = in.read()) {
      if (c != '\r') {
        line.append((char) c);
      }
    }
    return line.toString();
  }

  /** In one piece with its headers, so that a small answer is one packet. */
  private static byte[] made(String path) {
    String[] parts = path.split("/", -1);
    boolean gzip = parts[1].equals("gzip");
    byte[] plain =
        parts[2].equals("status") ? Answers.status() : Answers.list(Integer.parseInt(parts[2]));
    byte[] body = gzip ? Answers.gzip(plain) : plain;
    byte[] headers =
        ("HTTP/1.1 200 OK\r\nContent-Type: text/xml; charset=utf-8\r\n"
                + (gzip ? "Content-Encoding: gzip\r\n" : "")
                + "Content-Length: "
                + body.length
                + "\r\n\r\n")
            .getBytes(StandardCharsets.US_ASCII);
    byte[] answer = new byte[headers.length + body.length];
    System.arraycopy(headers, 0, answer, 0, headers.length);
    System.arraycopy(body, 0, answer, headers.length, body.length);
    return answer;
  }
}
