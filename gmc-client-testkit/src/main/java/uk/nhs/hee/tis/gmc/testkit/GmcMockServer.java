package uk.nhs.hee.tis.gmc.testkit;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

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
 * GmcMockServer.start()) { … }}, whose end fails as a test's does. Thread-safe; tests that run in
 * parallel and share a server take turns, because {@code reset} is for all: an instance field gives
 * each its own.
 */
public final class GmcMockServer extends GmcServer
    implements BeforeAllCallback, BeforeEachCallback, AfterEachCallback, AfterAllCallback {
  private final boolean strict;
  private final Turns turns = new Turns();
  private final Sentences claims = new Sentences();
  private int openClasses;

  GmcMockServer(GmcMockServerBuilder settings) {
    super(settings);
    this.strict = settings.strict();
  }

  /** {@return a server with the defaults that JUnit starts and stops} */
  public static GmcMockServer create() {
    return builder().build();
  }

  /** {@return a running server with the defaults; the caller closes it} */
  public static GmcMockServer start() {
    return builder().start();
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
   * Called by JUnit: fails the test by {@link #verify()}, and resets the server.
   *
   * @throws AssertionError as {@link #verify()} does
   */
  @Override
  public void afterEach(ExtensionContext context) {
    if (!turns.isOurs()) {
      return;
    }
    try {
      verify();
    } finally {
      claims.clear();
      reset();
      closeUnlessShared();
      turns.end();
    }
  }

  /**
   * Checks that the test said what it meant: that no stub and no assertion is unfinished and, in
   * strict mode, that no request since the last reset was off contract. JUnit does so after each
   * test, and {@link #close()} of a server started by hand.
   *
   * @throws AssertionError naming every such stub and assertion with its place, and every violation
   */
  public void verify() {
    String wrong =
        Stream.of(unfinished(), claims.unfinishedClaims(), strict ? offContract(violations()) : "")
            .filter(words -> !words.isEmpty())
            .collect(Collectors.joining("\n"));
    if (!wrong.isEmpty()) {
      throw new AssertionError(wrong);
    }
  }

  private String unfinished() {
    List<String> unfinished = unfinishedStubs();
    return unfinished.isEmpty()
        ? ""
        : "these stubs do not say what happens, so they did nothing:\n  "
            + String.join("\n  ", unfinished)
            + "\n(end each with isRefusedWith(…), timesOut(), answersFromTheRegister() or the like)";
  }

  private static String offContract(List<String> found) {
    return found.isEmpty()
        ? ""
        : "GMC Connect would not take these requests as they were meant:\n  "
            + String.join("\n  ", found)
            + "\n(GmcMockServer.builder().strict(false) lets them pass)";
  }

  /**
   * Stops the server; its port and threads are free when this ends. Then does what {@link
   * #verify()} does, so that a server started by hand is as strict as one of JUnit's. Harmless when
   * repeated.
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

  /** Stops the server; what is left to tell was told after each test. */
  void stop() {
    super.close();
  }

  Sentences claims() {
    return claims;
  }

  private synchronized void closeUnlessShared() {
    if (openClasses == 0) {
      stop();
    }
  }

  /** Called by JUnit: stops the server of a static field after the outermost class. */
  @Override
  public synchronized void afterAll(ExtensionContext context) {
    openClasses--;
    closeUnlessShared();
  }
}
