package uk.nhs.hee.tis.gmc.testkit.standin;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import uk.nhs.hee.tis.gmc.client.model.ReturnCode;
import uk.nhs.hee.tis.gmc.testkit.GmcRegister;
import uk.nhs.hee.tis.gmc.testkit.GmcScenario;
import uk.nhs.hee.tis.gmc.testkit.internal.AddressRange;

/** What the command line and the environment ask for, checked. Shows no credentials. */
final class Settings {
  private static final int DEFAULT_PORT = 8080;
  private static final int DEFAULT_ADMIN_PORT = 8081;
  private static final int HIGHEST_PORT = 65_535;
  private static final Pattern GMC_NUMBER = Pattern.compile("[0-9]{7}");
  private static final Pattern ADDRESS = Pattern.compile("[0-9.]+|[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");

  private final Arguments arguments;
  private final Optional<String[]> credentials;
  private final Map<String, ReturnCode> returnCodes;
  private final List<GmcScenario> scenarios;
  private final GmcRegister register;

  private Settings(Arguments arguments, Map<String, String> environment) {
    this.arguments = arguments;
    this.credentials = credentials(environment);
    this.returnCodes = returnCodes();
    this.scenarios = scenarios();
    bindAddress();
    port();
    adminBindAddress();
    adminPort();
    checkBlockedAddresses();
    this.register = RegisterSource.of(arguments);
  }

  /**
   * Reads a command line.
   *
   * @throws UsageException naming the option and what its value must be
   */
  static Settings of(List<String> args, Map<String, String> environment) {
    return new Settings(Arguments.parse(args), environment);
  }

  InetAddress bindAddress() {
    return address(Option.BIND);
  }

  int port() {
    return port(Option.PORT, DEFAULT_PORT);
  }

  InetAddress adminBindAddress() {
    return address(Option.ADMIN_BIND);
  }

  int adminPort() {
    return port(Option.ADMIN_PORT, DEFAULT_ADMIN_PORT);
  }

  GmcRegister register() {
    return register;
  }

  /** User name and password, unless the server's defaults are to be used. */
  Optional<String[]> credentials() {
    return credentials;
  }

  List<String> blockedUserAgents() {
    return arguments.all(Option.BLOCK_USER_AGENT);
  }

  List<String> blockedAddresses() {
    return arguments.all(Option.BLOCK_IP);
  }

  /** Return codes by GMC number. */
  Map<String, ReturnCode> returnCodesByDoctor() {
    return returnCodes;
  }

  List<GmcScenario> scenariosAtStart() {
    return scenarios;
  }

  private int port(Option option, int otherwise) {
    String text = arguments.one(option).orElse(Integer.toString(otherwise));
    int port = text.matches("[0-9]{1,5}") ? Integer.parseInt(text) : -1;
    if (port < 0 || port > HIGHEST_PORT) {
      throw option.wrong("must be 0 to " + HIGHEST_PORT + ", but is " + text);
    }
    return port;
  }

  private InetAddress address(Option option) {
    String text = arguments.one(option).orElse("localhost");
    if (text.equals("localhost")) {
      return InetAddress.getLoopbackAddress();
    }
    if (ADDRESS.matcher(text).matches()) {
      try {
        return InetAddress.getByName(text);
      } catch (UnknownHostException e) {
        throw new UsageException(option.flag() + ": " + noAddress(text), e);
      }
    }
    throw option.wrong(noAddress(text));
  }

  private static String noAddress(String text) {
    return "must be an IP address or localhost, but is " + text;
  }

  private Optional<String[]> credentials(Map<String, String> environment) {
    Optional<String> given = arguments.one(Option.CREDENTIALS);
    if (given.isPresent()) {
      String[] parts = given.get().split(":", 2);
      if (parts.length < 2 || parts[0].isEmpty() || parts[1].isEmpty()) {
        throw Option.CREDENTIALS.wrong("must be USER:PASSWORD");
      }
      return Optional.of(parts);
    }
    @Nullable String user = environment.get("GMC_USER_NAME");
    @Nullable String password = environment.get("GMC_PASSWORD");
    if ((user == null) != (password == null)) {
      throw new UsageException(
          "GMC_USER_NAME and GMC_PASSWORD must both be set, or neither, but only "
              + (user == null ? "GMC_PASSWORD" : "GMC_USER_NAME")
              + " is");
    }
    return user == null || password == null
        ? Optional.empty()
        : Optional.of(new String[] {user, password});
  }

  private Map<String, ReturnCode> returnCodes() {
    Map<String, ReturnCode> codes = new LinkedHashMap<>();
    for (String text : arguments.all(Option.RETURN_CODE)) {
      String[] parts = text.split("=", -1);
      if (parts.length != 2 || !GMC_NUMBER.matcher(parts[0]).matches() || parts[1].isBlank()) {
        throw Option.RETURN_CODE.wrong("must be seven digits, = and a return code, but is " + text);
      }
      ReturnCode code = ReturnCode.of(parts[1]);
      if (code.isSuccess()) {
        throw Option.RETURN_CODE.wrong("0 is not a refusal, in " + text);
      }
      if (codes.put(parts[0], code) != null) {
        throw Option.RETURN_CODE.wrong("doctor " + parts[0] + " is given twice");
      }
    }
    return codes;
  }

  private List<GmcScenario> scenarios() {
    List<GmcScenario> found = new ArrayList<>();
    for (String name : arguments.all(Option.SCENARIO)) {
      try {
        found.add(GmcScenario.named(name));
      } catch (IllegalArgumentException e) {
        throw Option.SCENARIO.wrong(e);
      }
    }
    return found.stream().distinct().collect(Collectors.toUnmodifiableList());
  }

  private void checkBlockedAddresses() {
    for (String text : blockedAddresses()) {
      try {
        AddressRange.parse(text);
      } catch (IllegalArgumentException e) {
        throw Option.BLOCK_IP.wrong(e);
      }
    }
  }
}
