package uk.nhs.hee.tis.gmc.testkit;

import java.net.URI;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.BeforeTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.LifecycleMethodExecutionExceptionHandler;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;
import org.opentest4j.TestAbortedException;
import uk.nhs.hee.tis.gmc.testkit.internal.OperationContract;
import uk.nhs.hee.tis.gmc.testkit.internal.UnfinishedChains;

/**
 * A stand-in GMC Connect on the loopback address, for a test or by hand.
 *
 * <p>As a JUnit Jupiter extension it starts and stops automatically. A static field is one server
 * for the class, an instance field one for each test; before and after each test the server is
 * {@link #reset()}. In strict mode, the default, a request that breaks the contract fails the test
 * that sent it.
 *
 * <pre>{@code
 * @RegisterExtension static final GmcMockServer gmc = GmcMockServer.create();
 *
 * @Test
 * void doctorIsListed() {
 *   gmc.register().connect("1-1RSSQ2H", DoctorRow.doctor("9000001"));
 *   // call the client at gmc.endpoint() with gmc.username() and gmc.password()
 * }
 * }</pre>
 *
 * <p>With Spring, one line points the module at its GMC:
 *
 * <pre>{@code
 * @DynamicPropertySource
 * static void gmc(DynamicPropertyRegistry registry) {
 *   gmc.properties(registry::add);
 * }
 * }</pre>
 *
 * <p>A static server whose endpoint was requested outside a test keeps running, on the same port,
 * until the JVM ends, because the requester, such as Spring's cached context, may use it in another
 * test class; each test still finds it reset.
 *
 * <p>{@link GmcTest} does the same without a field. By hand: {@code try (GmcMockServer gmc =
 * GmcMockServer.create().start()) { … }}, which makes the same checks when closed. Thread-safe;
 * tests that run in parallel and share a server take turns, because {@code reset} affects them all:
 * an instance field gives each test its own server.
 */
public final class GmcMockServer extends GmcServer
    implements BeforeAllCallback,
        BeforeEachCallback,
        BeforeTestExecutionCallback,
        AfterTestExecutionCallback,
        LifecycleMethodExecutionExceptionHandler,
        TestExecutionExceptionHandler,
        AfterEachCallback,
        AfterAllCallback {
  private static final String INTERNAL_USER = "gmc-test-internal-user";

  private final boolean strict;
  private final boolean strictStubs;
  private final Turns turns = new Turns();
  private final UnfinishedChains assertions = UnfinishedChains.assertionsAbout(this);
  private int openClasses;
  private boolean keepsRunning;

  GmcMockServer(GmcMockServerBuilder settings) {
    super(settings);
    this.strict = settings.strict();
    this.strictStubs = settings.strictStubs();
  }

  /** {@return a server with the defaults that JUnit starts and stops, or {@link #start()}} */
  public static GmcMockServer create() {
    return builder().build();
  }

  /**
   * Starts this server by hand, outside JUnit; the caller closes it. No effect if repeated.
   *
   * @return this server, running
   */
  public GmcMockServer start() {
    run();
    return this;
  }

  /**
   * {@inheritDoc}
   *
   * <p>If JUnit runs a static server, calling this outside a test keeps it running until the JVM
   * ends.
   *
   * @throws IllegalStateException {@inheritDoc}
   */
  @Override
  public synchronized URI endpoint() {
    URI endpoint = super.endpoint();
    if (openClasses > 0 && !turns.isOurs()) {
      keepsRunning = true;
    }
    return endpoint;
  }

  /**
   * Supplies everything that a module needs to call this server, under the names of the client's
   * environment variables ({@code GMC_CONNECT_URL}, {@code GMC_USER_NAME}, {@code GMC_PASSWORD},
   * {@code GMC_SOAP_ACTION_BASE}, {@code GMC_INTERNAL_USER}) and under those of the Reval modules'
   * configuration ({@code app.gmc.url}, {@code app.gmc.userName}, {@code app.gmc.password}, {@code
   * app.gmc.soapActionBase}).
   *
   * <p>Requesting the endpoint starts the server if necessary, and keeps it running until the JVM
   * ends or {@link #close()} is called. A field without {@code @RegisterExtension} therefore serves
   * requests too, but is neither reset nor checked by JUnit.
   *
   * @param registry receives names and values, such as {@code registry::add} of Spring's {@code
   *     DynamicPropertyRegistry}; it may request the values at any time
   */
  public void properties(BiConsumer<String, Supplier<Object>> registry) {
    for (String name : List.of("GMC_CONNECT_URL", "app.gmc.url")) {
      registry.accept(name, () -> lastingEndpoint().toString());
    }
    for (String name : List.of("GMC_USER_NAME", "app.gmc.userName")) {
      registry.accept(name, this::username);
    }
    for (String name : List.of("GMC_PASSWORD", "app.gmc.password")) {
      registry.accept(name, this::password);
    }
    for (String name : List.of("GMC_SOAP_ACTION_BASE", "app.gmc.soapActionBase")) {
      registry.accept(name, () -> OperationContract.NAMESPACE);
    }
    registry.accept("GMC_INTERNAL_USER", () -> INTERNAL_USER);
  }

  private synchronized URI lastingEndpoint() {
    run();
    keepsRunning = true;
    return super.endpoint();
  }

  /** Called by JUnit for a static field: starts the server for the class and those nested in it. */
  @Override
  public synchronized void beforeAll(ExtensionContext context) {
    openClasses++;
    stubs().mustBeHit(false);
    run();
  }

  /**
   * Called by JUnit: waits until no other test uses the server, starts that of an instance field,
   * and resets any.
   */
  @Override
  public void beforeEach(ExtensionContext context) {
    turns.begin();
    stubs().mustBeHit(false);
    run();
    reset();
  }

  /** Called by JUnit after the {@code @BeforeEach} methods: stubs set from now on must be used. */
  @Override
  public void beforeTestExecution(ExtensionContext context) {
    stubs().mustBeHit(true);
  }

  /** Called by JUnit before the {@code @AfterEach} methods. */
  @Override
  public void afterTestExecution(ExtensionContext context) {
    stubs().mustBeHit(false);
  }

  /**
   * Called by JUnit: explains the failure of a {@code @BeforeEach} method as {@link
   * #handleTestExecutionException handleTestExecutionException} does.
   *
   * @throws Throwable the failure, perhaps explained
   */
  @Override
  public void handleBeforeEachMethodExecutionException(ExtensionContext context, Throwable failure)
      throws Throwable {
    throw explained(failure);
  }

  /**
   * Called by JUnit: throws the failure again. If a call of the test named a designated body that
   * the register does not know, return code 80 may be why it failed: then an {@link AssertionError}
   * whose message begins with the body to register is thrown in its place, and has it as its cause.
   *
   * @throws Throwable the failure, perhaps explained
   */
  @Override
  public void handleTestExecutionException(ExtensionContext context, Throwable failure)
      throws Throwable {
    throw explained(failure);
  }

  /** Reports show the first line of a message, but no suppressed exceptions. */
  private Throwable explained(Throwable failure) {
    List<String> unknown = unknownBodies().stream().distinct().collect(Collectors.toList());
    if (unknown.isEmpty() || failure instanceof TestAbortedException) {
      return failure;
    }
    return new AssertionError(
        String.join("\n", unknown)
            + "\n(a test that expects code 80 does not see this; this one failed by "
            + failure
            + ")",
        failure);
  }

  /**
   * Called by JUnit: fails the test through {@link #verify()}, and resets the server.
   *
   * @throws AssertionError as {@link #verify()} does
   */
  @Override
  public void afterEach(ExtensionContext context) {
    if (!turns.isOurs()) {
      return;
    }
    try {
      verify(context.getExecutionException().isEmpty());
    } finally {
      assertions.clear();
      reset();
      closeUnlessShared();
      turns.end();
    }
  }

  /**
   * Checks the test itself: that no stub or assertion is unfinished, no call found an empty
   * register, no stub of the test is still waiting for a call and, in strict mode, no request since
   * the last reset broke the contract. JUnit does so after each test, and {@link #close()} for a
   * server started by hand.
   *
   * @throws AssertionError naming every such stub and assertion with its place, and every violation
   */
  public void verify() {
    verify(true);
  }

  /** A failed test may not have reached the calls for which it set its stubs. */
  private void verify(boolean ranToItsEnd) {
    String wrong =
        Stream.of(
                told(
                    "these stubs do not say what happens:",
                    stubs().unfinished().unfinished(),
                    "end each with refusesWith(…), neverAnswers(), answersFromTheRegister() or the"
                        + " like"),
                told(
                    "the mock server had no answer to these calls and returned HTTP 500:",
                    mistakes().stream().distinct().collect(Collectors.toList()),
                    "set up the register or the stub before the call"),
                assertions.unfinishedAssertions(),
                told(
                    "no call matched these stubs of the test:",
                    strictStubs && ranToItsEnd ? stubs().unused() : List.of(),
                    "remove those not needed, or mark them lenient(); strictStubs(false) lets them"
                        + " all pass"),
                told(
                    "GMC Connect would not read these requests as intended:",
                    strict ? violations() : List.of(),
                    "GmcMockServer.builder().strict(false) lets them pass"))
            .filter(words -> !words.isEmpty())
            .collect(Collectors.joining("\n"));
    if (!wrong.isEmpty()) {
      throw new AssertionError(wrong);
    }
  }

  private static String told(String what, List<String> found, String remedy) {
    return found.isEmpty() ? "" : what + "\n  " + String.join("\n  ", found) + "\n(" + remedy + ")";
  }

  /**
   * Stops the server; its port and threads are free when this ends. Then does what {@link
   * #verify()} does, so that a server started by hand is as strict as one started by JUnit. No
   * effect if repeated.
   *
   * @throws AssertionError as {@link #verify()} does
   */
  @Override
  public synchronized void close() {
    boolean ran = isRunning();
    stop();
    if (ran) {
      verify();
    }
  }

  /** Stops the server; anything to report was reported after each test. */
  synchronized void stop() {
    keepsRunning = false;
    super.close();
  }

  private synchronized void closeUnlessShared() {
    if (openClasses == 0 && !keepsRunning) {
      stop();
    }
  }

  /**
   * Called by JUnit: stops the server of a static field after the outermost class, unless something
   * outside the tests knows its endpoint; see {@link #endpoint()}.
   */
  @Override
  public synchronized void afterAll(ExtensionContext context) {
    openClasses--;
    if (openClasses == 0) {
      reset();
    }
    closeUnlessShared();
  }
}
