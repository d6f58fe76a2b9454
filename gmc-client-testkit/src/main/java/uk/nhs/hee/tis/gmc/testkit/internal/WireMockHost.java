package uk.nhs.hee.tis.gmc.testkit.internal;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.common.Notifier;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.extension.ResponseTransformerV2;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.Response;
import com.github.tomakehurst.wiremock.standalone.MappingsSource;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import com.github.tomakehurst.wiremock.stubbing.StubMapping;
import com.github.tomakehurst.wiremock.stubbing.StubMappings;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** One running HTTP server that hands each request to a function, and serves the WSDL itself. */
public final class WireMockHost implements AutoCloseable {
  /** The path of GMC Connect. */
  public static final String PATH = "/GMCWebServices/WebService.asmx";

  /** Jetty starts with a few threads and grows to this many, so that slow answers block no one. */
  private static final int MOST_THREADS = 256;

  private final WireMockServer server;

  private final InetAddress address;

  private WireMockHost(WireMockServer server, InetAddress address) {
    this.server = server;
    this.address = address;
  }

  /**
   * Starts a server; every request is checked against the contract before the function sees it.
   *
   * @param address the address to listen on
   * @param port the port, or 0 for a free one
   */
  public static WireMockHost start(
      InetAddress address, int port, BiFunction<Request, CheckedRequest, Response> answer) {
    WireMockServer server =
        new WireMockServer(options(address, port).extensions(new Handing(answer)));
    server.stubFor(any(anyUrl()).willReturn(aResponse()));
    try {
      server.start();
    } catch (RuntimeException e) {
      throw PortInUseException.isCauseOf(e) ? new PortInUseException(address, port, e) : e;
    }
    return new WireMockHost(server, address);
  }

  /** Returns the port on which the server listens. */
  public int port() {
    return server.port();
  }

  private static WireMockConfiguration options(InetAddress address, int port) {
    return WireMockConfiguration.options()
        .port(port)
        .bindAddress(address.getHostAddress())
        // WireMock's own admin interface shows and changes everything, so it is closed.
        .adminAuthenticator(request -> false)
        .containerThreads(MOST_THREADS)
        .disableRequestJournal()
        .notifier(new Silence())
        .http2PlainDisabled(true)
        .gzipDisabled(true)
        .templatingEnabled(false)
        .extensionScanningEnabled(false)
        // Else WireMock sets system properties that change the XML factories of the whole JVM.
        .disableOptimizeXmlFactoriesLoading(true)
        .mappingSource(new NoMappings());
  }

  /** Returns the URI of the service. */
  public URI endpoint() {
    return URI.create("http://" + hostName() + ":" + server.port() + PATH);
  }

  private String hostName() {
    if (address.isLoopbackAddress() || address.isAnyLocalAddress()) {
      return "localhost";
    }
    String literal = address.getHostAddress();
    return address instanceof Inet6Address ? "[" + literal.split("%", -1)[0] + "]" : literal;
  }

  /** Stops the server and its threads. */
  @Override
  public void close() {
    server.stop();
  }

  private static final class Handing implements ResponseTransformerV2 {
    private final BiFunction<Request, CheckedRequest, Response> answer;

    Handing(BiFunction<Request, CheckedRequest, Response> answer) {
      this.answer = answer;
    }

    @Override
    public String getName() {
      return "gmc-connect";
    }

    @Override
    public Response transform(Response unused, ServeEvent event) {
      Request request = event.getRequest();
      return Wsdl.isAskedForBy(request)
          ? Wsdl.answer(request)
          : answer.apply(request, ContractCheck.check(request));
    }
  }

  /** WireMock's own log lines would show whole requests, passwords included. */
  private static final class Silence implements Notifier {
    @Override
    public void info(@Nullable String message) {}

    @Override
    public void error(@Nullable String message) {}

    @Override
    public void error(@Nullable String message, @Nullable Throwable cause) {}
  }

  /** A module under test may hold WireMock mappings of its own; they must not be loaded. */
  private static final class NoMappings implements MappingsSource {
    @Override
    public void loadMappingsInto(StubMappings mappings) {}

    @Override
    public void save(List<StubMapping> mappings) {}

    @Override
    public void save(StubMapping mapping) {}

    @Override
    @SuppressWarnings("removal")
    public void remove(StubMapping mapping) {}

    @Override
    public void removeAll() {}
  }
}
