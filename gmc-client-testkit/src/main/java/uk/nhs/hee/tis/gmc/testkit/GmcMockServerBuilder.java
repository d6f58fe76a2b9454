package uk.nhs.hee.tis.gmc.testkit;

import org.jspecify.annotations.Nullable;

/** Builds a {@link GmcMockServer}; not thread-safe. */
public final class GmcMockServerBuilder {
  private static final int HIGHEST_PORT = 65_535;

  private int port;
  private String username = "gmc-test-user";
  private String password = "gmc-test-password";
  private @Nullable GmcRegister register;
  private boolean strict = true;

  GmcMockServerBuilder() {}

  private GmcMockServerBuilder(GmcMockServerBuilder other) {
    this.port = other.port;
    this.username = other.username;
    this.password = other.password;
    this.register = other.register;
    this.strict = other.strict;
  }

  /**
   * Sets the port on the loopback address; 0, the default, takes a free one.
   *
   * @throws IllegalArgumentException if it is not 0 to 65535
   */
  public GmcMockServerBuilder port(int port) {
    if (port < 0 || port > HIGHEST_PORT) {
      throw new IllegalArgumentException("port must be 0 to 65535, but is " + port);
    }
    this.port = port;
    return this;
  }

  /** Sets the credentials to accept; any others are answered with return code 99. */
  public GmcMockServerBuilder credentials(String username, String password) {
    this.username = username;
    this.password = password;
    return this;
  }

  /** Sets the register to answer from; an empty one by default. */
  public GmcMockServerBuilder register(GmcRegister register) {
    this.register = register;
    return this;
  }

  /** Sets whether a request off contract fails the test that sent it; true by default. */
  public GmcMockServerBuilder strict(boolean strict) {
    this.strict = strict;
    return this;
  }

  /** Returns a server that JUnit starts and stops. */
  public GmcMockServer build() {
    return new GmcMockServer(new GmcMockServerBuilder(this));
  }

  /** Returns a running server; the caller closes it. */
  public GmcMockServer start() {
    GmcMockServer server = build();
    server.run();
    return server;
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
}
