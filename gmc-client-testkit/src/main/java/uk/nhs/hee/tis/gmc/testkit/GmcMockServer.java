package uk.nhs.hee.tis.gmc.testkit;

import java.util.List;
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
 * GmcMockServer.start()) { … }}. Thread-safe; tests that run in parallel and share a server take
 * turns, because {@code reset} is for all: an instance field gives each its own.
 */
public final class GmcMockServer extends GmcServer
    implements BeforeAllCallback, BeforeEachCallback, AfterEachCallback, AfterAllCallback {
  private final boolean strict;
  private final Turns turns = new Turns();
  private int openClasses;

  GmcMockServer(GmcMockServerBuilder settings) {
    super(settings);
    this.strict = settings.strict();
  }

  /** Returns a server with the defaults that JUnit starts and stops. */
  public static GmcMockServer create() {
    return builder().build();
  }

  /** Returns a running server with the defaults; the caller closes it. */
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
      if (strict) {
        requireNoViolations();
      }
    } finally {
      reset();
      closeUnlessShared();
      turns.end();
    }
  }

  private void requireNoUnfinishedStub() {
    List<String> unfinished = unfinishedStubs();
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
