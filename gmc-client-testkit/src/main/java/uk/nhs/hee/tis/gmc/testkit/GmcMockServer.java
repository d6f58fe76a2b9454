package uk.nhs.hee.tis.gmc.testkit;

import com.github.tomakehurst.wiremock.http.HttpHeader;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.Response;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import uk.nhs.hee.tis.gmc.client.model.GmcOperation;
import uk.nhs.hee.tis.gmc.testkit.internal.BoundedLog;
import uk.nhs.hee.tis.gmc.testkit.internal.CheckedRequest;
import uk.nhs.hee.tis.gmc.testkit.internal.Gzip;
import uk.nhs.hee.tis.gmc.testkit.internal.WireMockGuard;
import uk.nhs.hee.tis.gmc.testkit.internal.WireMockHost;

/**
 * A stand-in GMC Connect on the loopback address, for a test or by hand.
 *
 * <p>As a JUnit 5 extension it starts and stops by itself. A static field is one server for the
 * class, an instance field one for each test; before and after each test the server is {@link
 * #reset()}. In strict mode, the default, a request off contract fails the test that sent it.
 *
 * <pre>{@code
 * @RegisterExtension static final GmcMockServer gmc = GmcMockServer.create();
 *
 * @Test
 * void doctorIsListed() {
 *   gmc.register().connect("1-1RSSQ2H", RegisteredDoctor.builder("9000001").build());
 *   // call the client at gmc.endpoint() with gmc.username() and gmc.password()
 * }
 * }</pre>
 *
 * <p>{@link GmcTest} is the same without a field. By hand: {@code try (GmcMockServer gmc =
 * GmcMockServer.start()) { … }}. Thread-safe; tests that run in parallel and share a server take
 * turns, because {@code reset} is for all: an instance field gives each its own.
 */
public final class GmcMockServer
    implements BeforeAllCallback,
        BeforeEachCallback,
        AfterEachCallback,
        AfterAllCallback,
        AutoCloseable {
  private static final int MOST_REQUESTS = 100_000;

  private final GmcMockServerBuilder settings;
  private final GmcRegister register;
  private final StubBook stubs = new StubBook();
  private final Patience patience = new Patience();
  private final Turns turns = new Turns();
  private final BoundedLog<ReceivedRequest> requests = new BoundedLog<>(MOST_REQUESTS);
  private @Nullable WireMockHost host;
  private @Nullable RegisterState baseline;
  private int openClasses;

  GmcMockServer(GmcMockServerBuilder settings) {
    this.settings = settings;
    this.register = settings.register();
  }

  /** Returns a server with the defaults that JUnit starts and stops. */
  public static GmcMockServer create() {
    return builder().build();
  }

  /** Returns a running server with the defaults; the caller closes it. */
  public static GmcMockServer start() {
    return builder().start();
  }

  /** Returns a builder of a server. */
  public static GmcMockServerBuilder builder() {
    return new GmcMockServerBuilder();
  }

  /**
   * Returns the URI of the service, to configure a client with.
   *
   * @throws IllegalStateException if the server is not running
   */
  public synchronized URI endpoint() {
    if (host == null) {
      throw new IllegalStateException(
          "the mock server is not running: JUnit starts it before the first test,"
              + " GmcMockServer.start() at once");
    }
    return host.endpoint();
  }

  /** Returns the user name that the server accepts. */
  public String username() {
    return settings.username();
  }

  /** Returns the password that the server accepts. */
  public String password() {
    return settings.password();
  }

  /** Returns the register from which the server answers; a change shows in the next answer. */
  public GmcRegister register() {
    return register;
  }

  /** Returns the requests received since the last reset, the latest 100,000, oldest first. */
  public List<ReceivedRequest> requests() {
    return requests.entries();
  }

  /**
   * Returns the calls received since the last reset, oldest first, as the client's own types.
   * Requests that name no operation are not among them: see {@link #violations()}.
   */
  public ReceivedCalls received() {
    return new ReceivedCalls(
        requests().stream()
            .flatMap(r -> r.operation().map(o -> WireRequests.call(r, o)).stream())
            .collect(Collectors.toList()));
  }

  /** Returns what was off contract since the last reset, each with its operation in front. */
  public List<String> violations() {
    return requests().stream().flatMap(r -> r.violations().stream()).collect(Collectors.toList());
  }

  /** Starts a stub of GetDoctorsForDB. */
  public GmcStub whenGettingDoctors() {
    return stubs.begin("whenGettingDoctors()", GmcOperation.GET_DOCTORS_FOR_DB::equals);
  }

  /** Starts a stub of GetDoctorsForDB for one designated body. */
  public GmcStub whenGettingDoctorsFor(String designatedBodyCode) {
    return whenGettingDoctors().forDesignatedBody(designatedBodyCode);
  }

  /** Starts a stub of CheckRecommendationStatus. */
  public GmcStub whenCheckingStatus() {
    return stubs.begin("whenCheckingStatus()", GmcOperation.CHECK_RECOMMENDATION_STATUS::equals);
  }

  /** Starts a stub of TryRecommendation and TryRecommendationV2. */
  public GmcStub whenRecommending() {
    return stubs.begin("whenRecommending()", GmcOperation::isRecommendation);
  }

  /** Starts a stub of TryAddDoctor. */
  public GmcStub whenAdding() {
    return stubs.begin("whenAdding()", GmcOperation.TRY_ADD_DOCTOR::equals);
  }

  /** Starts a stub of TryRemoveDoctor. */
  public GmcStub whenRemoving() {
    return stubs.begin("whenRemoving()", GmcOperation.TRY_REMOVE_DOCTOR::equals);
  }

  /** Starts a stub of this operation. */
  public GmcStub when(GmcOperation operation) {
    return stubs.begin("when(" + operation + ")", operation::equals);
  }

  /** Starts a stub of every request, even one that names no operation. */
  public GmcStub whenever() {
    return stubs.beginEverything("whenever()");
  }

  /**
   * Forgets stubs and requests, ends delayed answers by dropping their connections, and takes the
   * register back to what it held when the server started.
   */
  public synchronized void reset() {
    stubs.clear();
    patience.endAll();
    requests.clear();
    if (baseline != null) {
      register.restore(baseline);
    }
  }

  /** Stops the server; its port and threads are free when this returns. Harmless when repeated. */
  @Override
  public synchronized void close() {
    patience.endAll();
    if (host != null) {
      host.close();
      host = null;
    }
  }

  synchronized void run() {
    if (host == null) {
      WireMockGuard.check(GmcMockServer.class.getClassLoader());
      baseline = register.baseline();
      host = WireMockHost.start(settings.port(), this::respond);
    }
  }

  private Response respond(Request http, CheckedRequest request) {
    Map<String, List<String>> headers =
        http.getHeaders().all().stream()
            .collect(Collectors.toMap(HttpHeader::key, HttpHeader::values, (one, other) -> one));
    requests.add(new ReceivedRequest(request, headers));
    Exchange exchange =
        new Exchange(
            request,
            Gzip.isAcceptedBy(http.getHeader("Accept-Encoding")),
            request.hasCredentials(username(), password()),
            register,
            patience);
    return stubs
        .find(request, Objects.requireNonNullElse(http.getHeader("User-Agent"), ""))
        .map(effect -> effect.apply(exchange))
        .orElseGet(exchange::answer);
  }

  /** Called by JUnit for a static field: starts the server for the class and those nested in it. */
  @Override
  public synchronized void beforeAll(ExtensionContext context) {
    openClasses++;
    run();
  }

  /**
   * Called by JUnit: waits until no other test uses the server, starts that of an instance field,
   * and resets any.
   */
  @Override
  public void beforeEach(ExtensionContext context) {
    turns.begin();
    run();
    reset();
  }

  /**
   * Called by JUnit: fails the test if it left a stub unfinished or sent a request off contract,
   * and resets the server.
   *
   * @throws AssertionError naming every such stub, or every violation in strict mode
   */
  @Override
  public void afterEach(ExtensionContext context) {
    if (!turns.isOurs()) {
      return;
    }
    try {
      requireNoUnfinishedStub();
      if (settings.strict()) {
        requireNoViolations();
      }
    } finally {
      reset();
      closeUnlessShared();
      turns.end();
    }
  }

  private void requireNoUnfinishedStub() {
    List<String> unfinished = stubs.sentences().unfinished();
    if (!unfinished.isEmpty()) {
      throw new AssertionError(
          "these stubs do not say what happens, so they did nothing:\n  "
              + String.join("\n  ", unfinished)
              + "\n(end each with isRefusedWith(…), timesOut(), answersFromTheRegister() or the"
              + " like)");
    }
  }

  private void requireNoViolations() {
    List<String> found = violations();
    if (!found.isEmpty()) {
      throw new AssertionError(
          "GMC Connect would not take these requests as they were meant:\n  "
              + String.join("\n  ", found)
              + "\n(GmcMockServer.builder().strict(false) lets them pass)");
    }
  }

  private synchronized void closeUnlessShared() {
    if (openClasses == 0) {
      close();
    }
  }

  /** Called by JUnit: stops the server of a static field after the outermost class. */
  @Override
  public synchronized void afterAll(ExtensionContext context) {
    openClasses--;
    closeUnlessShared();
  }
}
