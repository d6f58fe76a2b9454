package uk.nhs.hee.tis.gmc.testkit;

import com.github.tomakehurst.wiremock.http.HttpHeader;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.Response;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import uk.nhs.hee.tis.gmc.client.model.GmcOperation;
import uk.nhs.hee.tis.gmc.testkit.internal.BoundedLog;
import uk.nhs.hee.tis.gmc.testkit.internal.CheckedRequest;
import uk.nhs.hee.tis.gmc.testkit.internal.Gzip;
import uk.nhs.hee.tis.gmc.testkit.internal.WireMockGuard;
import uk.nhs.hee.tis.gmc.testkit.internal.WireMockHost;

/**
 * A stand-in GMC Connect without JUnit, for programs with no test framework on the class path. In a
 * test use {@link GmcMockServer}, which is the same server as a JUnit extension.
 *
 * <p>It also serves its WSDL, containing its own address, to a {@code GET} on the endpoint with the
 * query {@code wsdl}; such a request is neither stubbed nor counted. Thread-safe.
 *
 * <pre>{@code
 * try (GmcServer gmc = GmcServer.builder().port(8080).startWithoutJUnit()) { … }
 * }</pre>
 */
public class GmcServer implements AutoCloseable {
  private static final int MOST_REQUESTS = 100_000;
  private static final int MOST_MISTAKES = 100;

  private final GmcMockServerBuilder settings;
  private final GmcRegister register;
  private final StubRegistry stubs = new StubRegistry();
  private final BoundedLog<ReceivedRequest> requests = new BoundedLog<>(MOST_REQUESTS);
  private final BoundedLog<String> mistakes = new BoundedLog<>(MOST_MISTAKES);
  private final BoundedLog<String> unknownBodies = new BoundedLog<>(MOST_MISTAKES);
  private volatile Waits waits = new Waits();
  private @Nullable WireMockHost host;
  private int port;
  private @Nullable RegisterState baseline;

  GmcServer(GmcMockServerBuilder settings) {
    this.settings = settings;
    this.register = settings.register();
  }

  /** {@return a builder of a server} */
  public static GmcMockServerBuilder builder() {
    return new GmcMockServerBuilder();
  }

  /**
   * {@return the URI of the service, to configure a client with}
   *
   * @throws IllegalStateException if the server is not running
   */
  public synchronized URI endpoint() {
    if (host == null) {
      throw new IllegalStateException(
          "the mock server is not running: JUnit starts it before the first test if its field has"
              + " @RegisterExtension, start() at once");
    }
    return host.endpoint();
  }

  /** {@return the user name that the server accepts} */
  public String username() {
    return settings.username();
  }

  /** {@return the password that the server accepts} */
  public String password() {
    return settings.password();
  }

  /** {@return the register that the server answers from; a change shows in the next answer} */
  public GmcRegister register() {
    return register;
  }

  /** {@return the requests received since the last reset, the latest 100,000, oldest first} */
  public List<ReceivedRequest> requests() {
    return requests.entries();
  }

  /**
   * {@return the calls received since the last reset, oldest first, as the client's own types}
   * Requests that name no operation are not among them: see {@link #requests()}.
   */
  public ReceivedCalls received() {
    return new ReceivedCalls(
        requests().stream()
            .flatMap(r -> r.operation().map(o -> WireRequest.call(r, o)).stream())
            .collect(Collectors.toList()));
  }

  /** {@return the contract violations since the last reset, each preceded by its operation} */
  public List<String> violations() {
    return requests().stream().flatMap(r -> r.violations().stream()).collect(Collectors.toList());
  }

  /**
   * Starts a stub of GetDoctorsForDB.
   *
   * @return the stub, to narrow or to give a response
   */
  public GmcStub whenGettingDoctors() {
    return stubs.begin(RequestKind.LIST);
  }

  /**
   * Starts a stub of GetDoctorsForDB for one designated body.
   *
   * @param designatedBodyCode the body's code, opaque text such as {@code 1-1RSSQ2H}
   * @return the stub, to narrow or to give a response
   */
  public GmcStub whenGettingDoctorsFor(String designatedBodyCode) {
    return stubs
        .begin(
            "whenGettingDoctorsFor(\"" + designatedBodyCode + "\")",
            GmcOperation.GET_DOCTORS_FOR_DB::equals)
        .onBehalfOf(designatedBodyCode);
  }

  /**
   * Starts a stub of CheckRecommendationStatus.
   *
   * @return the stub, to narrow or to give a response
   */
  public GmcStub whenCheckingStatus() {
    return stubs.begin(RequestKind.STATUS);
  }

  /**
   * Starts a stub of TryRecommendation and TryRecommendationV2.
   *
   * @return the stub, to narrow or to give a response
   */
  public GmcStub whenRecommending() {
    return stubs.begin(RequestKind.RECOMMENDATION);
  }

  /**
   * Starts a stub of TryAddDoctor.
   *
   * @return the stub, to narrow or to give a response
   */
  public GmcStub whenAdding() {
    return stubs.begin(RequestKind.ADDITION);
  }

  /**
   * Starts a stub of TryRemoveDoctor.
   *
   * @return the stub, to narrow or to give a response
   */
  public GmcStub whenRemoving() {
    return stubs.begin(RequestKind.REMOVAL);
  }

  /**
   * Starts a stub of this operation.
   *
   * @param operation one of the six, each version of a recommendation separately
   * @return the stub, to narrow or to give a response
   */
  public GmcStub when(GmcOperation operation) {
    return stubs.begin("when(" + operation + ")", operation::equals);
  }

  /**
   * Starts a stub of every request, even one that names no operation.
   *
   * @return the stub, to narrow or to give a response
   */
  public GmcStub whenever() {
    return stubs.beginEverything("whenever()");
  }

  /**
   * Discards stubs and requests, ends delayed and slow answers by dropping their connections, and
   * restores the register to its contents when the server started.
   */
  public synchronized void reset() {
    stubs.clear();
    Waits before = waits;
    waits = new Waits();
    before.end();
    requests.clear();
    mistakes.clear();
    unknownBodies.clear();
    if (baseline != null) {
      register.restore(baseline);
    }
  }

  /**
   * Replaces all stubs at once with those that the script sets; no request falls between the old
   * ones and the new. Requests and register stay as they are.
   *
   * @param script sets its stubs on this server, in the calling thread
   */
  public void restub(Runnable script) {
    stubs.rewrite(script);
  }

  /** Returns the stubs, and what became of them. */
  StubRegistry stubs() {
    return stubs;
  }

  /** Returns what was answered HTTP 500 since the last reset because the test forgot something. */
  List<String> mistakes() {
    return mistakes.entries();
  }

  /** Returns the designated bodies that calls named since the last reset without being known. */
  List<String> unknownBodies() {
    return unknownBodies.entries();
  }

  /** Gives this name to the stubs that the script begins, none of which needs to be hit. */
  void naming(String name, Runnable script) {
    stubs.naming(name, script);
  }

  /** Stops the server; its port and threads are free when this returns. No effect if repeated. */
  @Override
  public synchronized void close() {
    waits.end();
    if (host != null) {
      host.close();
      host = null;
    }
  }

  synchronized boolean isRunning() {
    return host != null;
  }

  synchronized void run() {
    if (host == null) {
      WireMockGuard.check(GmcServer.class.getClassLoader());
      baseline = register.baseline();
      waits = new Waits();
      host = WireMockHost.start(settings.bindAddress(), port(), this::respond);
      port = host.port();
    }
  }

  /** The port to listen on: the previous one, if any, for callers that still know it. */
  private int port() {
    return port == 0 ? settings.port() : port;
  }

  private Response respond(Request http, CheckedRequest request) {
    Waits until = waits;
    Map<String, List<String>> headers =
        http.getHeaders().all().stream()
            .collect(Collectors.toMap(HttpHeader::key, HttpHeader::values, (one, other) -> one));
    Instant at = Instant.now();
    ReceivedRequest received = new ReceivedRequest(request, headers);
    requests.add(received);
    Exchange exchange =
        new Exchange(
            request,
            Gzip.isAcceptedBy(http.getHeader("Accept-Encoding")),
            request.hasCredentials(username(), password()),
            register,
            until);
    Optional<StubRegistry.Hit> hit = stubs.find(request);
    Response response = hit.isPresent() ? hit.get().answer(exchange) : exchange.answer();
    exchange.mistakes().forEach(mistakes::add);
    exchange.unknownBodies().forEach(unknownBodies::add);
    settings
        .onAnswer()
        .accept(
            new AnsweredRequest(
                at,
                request.clientAddress(),
                received,
                response.getFault() == null ? response.getStatus() : 0,
                exchange.outcome(),
                hit.map(StubRegistry.Hit::description).orElse(null)));
    return response;
  }
}
