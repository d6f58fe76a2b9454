package uk.nhs.hee.tis.gmc.testkit;

import java.net.InetAddress;
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

  GmcMockServerBuilder() {}

  private GmcMockServerBuilder(GmcMockServerBuilder other) {
    this.bindAddress = other.bindAddress;
    this.port = other.port;
    this.username = other.username;
    this.password = other.password;
    this.register = other.register;
    this.strict = other.strict;
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
   * Sets the port; 0, the default, takes a free one.
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
   * Sets the credentials to accept; any others are answered with return code 99.
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
   * Sets whether a request off contract fails the test that sent it; true by default.
   *
   * @param strict false only records what is off contract
   * @return this builder
   */
  public GmcMockServerBuilder strict(boolean strict) {
    this.strict = strict;
    return this;
  }

  /** {@return a server that JUnit starts and stops} */
  public GmcMockServer build() {
    return new GmcMockServer(new GmcMockServerBuilder(this));
  }

  /** {@return a running server; the caller closes it} */
  public GmcMockServer start() {
    GmcMockServer server = build();
    server.run();
    return server;
  }

  /**
   * {@return a running server that is no JUnit extension and needs no JUnit on the class path; the
   * caller closes it}
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
}
