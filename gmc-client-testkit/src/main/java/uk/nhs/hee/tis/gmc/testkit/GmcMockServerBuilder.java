package uk.nhs.hee.tis.gmc.testkit;

import java.net.InetAddress;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Builds a {@link GmcMockServer}, or a {@link GmcServer} without JUnit; not thread-safe. */
public final class GmcMockServerBuilder {
  private static final int HIGHEST_PORT = 65_535;

  private InetAddress bindAddress = InetAddress.getLoopbackAddress();
  private int port;
  private String username = "gmc-test-user";
  private String password = "gmc-test-password";
  private @Nullable GmcRegister register;
  private boolean strict = true;
  private boolean strictStubs = true;
  private Consumer<AnsweredRequest> onAnswer = answered -> {};

  GmcMockServerBuilder() {}

  private GmcMockServerBuilder(GmcMockServerBuilder other) {
    this.bindAddress = other.bindAddress;
    this.port = other.port;
    this.username = other.username;
    this.password = other.password;
    this.register = other.register;
    this.strict = other.strict;
    this.strictStubs = other.strictStubs;
    this.onAnswer = other.onAnswer;
  }

  /**
   * Sets the address to listen on; the loopback address by default, so that other hosts cannot
   * reach the server.
   *
   * @param address an address of this machine, or the wildcard for all of them
   * @return this builder
   */
  public GmcMockServerBuilder bindAddress(InetAddress address) {
    this.bindAddress = address;
    return this;
  }

  /**
   * Sets the port; 0, the default, means any free one.
   *
   * @param port 0 to 65535
   * @return this builder
   * @throws IllegalArgumentException if it is not 0 to 65535
   */
  public GmcMockServerBuilder port(int port) {
    if (port < 0 || port > HIGHEST_PORT) {
      throw new IllegalArgumentException("port must be 0 to 65535, but is " + port);
    }
    this.port = port;
    return this;
  }

  /**
   * Sets the credentials to accept, {@code gmc-test-user} and {@code gmc-test-password} by default;
   * any others are answered with return code 99.
   *
   * @param username compared with that of the request
   * @param password compared with that of the request
   * @return this builder
   */
  public GmcMockServerBuilder credentials(String username, String password) {
    this.username = username;
    this.password = password;
    return this;
  }

  /**
   * Sets the register to answer from; an empty one by default.
   *
   * @param register used itself, not a copy
   * @return this builder
   */
  public GmcMockServerBuilder register(GmcRegister register) {
    this.register = register;
    return this;
  }

  /**
   * Sets whether a request that breaks the contract fails the test that sent it; true by default.
   *
   * @param strict false only records violations
   * @return this builder
   */
  public GmcMockServerBuilder strict(boolean strict) {
    this.strict = strict;
    return this;
  }

  /**
   * Sets whether a stub that no call matches fails the test; true by default.
   *
   * <p>This concerns stubs set in the test method itself, or on a server started by hand: a stub
   * from {@code @BeforeEach} or {@code @BeforeAll}, which not every test needs, a {@link
   * GmcScenario} and a {@link GmcStub#lenient()} stub may go without a call. A test that failed for
   * another reason is not checked.
   *
   * @param strictStubs false lets every stub go without a call
   * @return this builder
   */
  public GmcMockServerBuilder strictStubs(boolean strictStubs) {
    this.strictStubs = strictStubs;
    return this;
  }

  /**
   * Sets a listener for each request and its answer, for a journal; none by default.
   *
   * @param listener called in the thread that answers, just before the answer is sent; must not
   *     throw
   * @return this builder
   */
  public GmcMockServerBuilder onAnswer(Consumer<AnsweredRequest> listener) {
    this.onAnswer = listener;
    return this;
  }

  /** {@return a server that JUnit starts and stops} */
  public GmcMockServer build() {
    return new GmcMockServer(new GmcMockServerBuilder(this));
  }

  /** {@return a running server; the caller closes it} */
  public GmcMockServer start() {
    return build().start();
  }

  /**
   * {@return a running server that is not a JUnit extension and needs no JUnit on the class path;
   * the caller closes it}
   */
  public GmcServer startWithoutJUnit() {
    GmcServer server = new GmcServer(new GmcMockServerBuilder(this));
    server.run();
    return server;
  }

  InetAddress bindAddress() {
    return bindAddress;
  }

  int port() {
    return port;
  }

  String username() {
    return username;
  }

  String password() {
    return password;
  }

  GmcRegister register() {
    return register == null ? GmcRegister.empty() : register;
  }

  boolean strict() {
    return strict;
  }

  boolean strictStubs() {
    return strictStubs;
  }

  Consumer<AnsweredRequest> onAnswer() {
    return onAnswer;
  }
}
