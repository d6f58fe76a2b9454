package uk.nhs.hee.tis.gmc.testkit.standin;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URISyntaxException;
import uk.nhs.hee.tis.gmc.testkit.internal.PortInUseException;

/** Serves the admin interface over HTTP, on a port and an address of its own. */
final class AdminServer implements AutoCloseable {
  private final HttpServer server;
  private final AdminService service;

  AdminServer(InetAddress address, int port, StandIn standIn) {
    this.service = new AdminService(standIn);
    try {
      this.server = HttpServer.create(new InetSocketAddress(address, port), 0);
    } catch (BindException e) {
      throw PortInUseException.isCauseOf(e)
          ? new PortInUseException(address, port, e).chosenBy(Option.ADMIN_PORT.flag())
          : new UncheckedIOException(e.getMessage(), e);
    } catch (IOException e) {
      throw new UncheckedIOException(e.getMessage(), e);
    }
    server.createContext("/", this::handle);
  }

  void start() {
    server.start();
  }

  URI endpoint() {
    InetSocketAddress at = server.getAddress();
    InetAddress address = at.getAddress();
    boolean local = address.isAnyLocalAddress() || address.isLoopbackAddress();
    try {
      return new URI(
          "http",
          null,
          local ? "localhost" : address.getHostAddress(),
          at.getPort(),
          AdminService.PATH,
          null,
          null);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private void handle(HttpExchange exchange) throws IOException {
    try {
      exchange.getRequestBody().readAllBytes();
      AdminAnswer answer =
          // A page in a browser may post to this machine's ports; it always sends Origin.
          exchange.getRequestHeaders().containsKey("Origin")
              ? AdminAnswer.error(403, "not for browsers")
              : service.answer(exchange.getRequestMethod(), exchange.getRequestURI().getPath());
      exchange.getResponseHeaders().set("Content-Type", "application/json; charset=utf-8");
      byte[] body = answer.body();
      exchange.sendResponseHeaders(answer.status(), body.length);
      exchange.getResponseBody().write(body);
    } finally {
      exchange.close();
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
