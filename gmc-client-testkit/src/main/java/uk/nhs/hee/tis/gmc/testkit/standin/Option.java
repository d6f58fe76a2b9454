package uk.nhs.hee.tis.gmc.testkit.standin;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The options of the command line, in the order of the help. */
enum Option {
  PORT("PORT", false, "port of GMC Connect; 0 for any free port (default 8080)"),
  BIND("ADDRESS", false, "address to listen on; 0.0.0.0 for all (default 127.0.0.1)"),
  ADMIN_PORT("PORT", false, "port of the admin interface; 0 for any free port (default 8081)"),
  ADMIN_BIND("ADDRESS", false, "address of the admin interface (default 127.0.0.1)"),
  REGISTER(
      "REGISTER",
      false,
      "invented:SIZE for SIZE invented doctors in each body, FILE.csv or FILE.json"
          + " (default invented:500)"),
  SEED("NUMBER", false, "chooses the invented doctors (default 1)"),
  BODIES(
      "CODE[,CODE]...", false, "the invented register's bodies (default: NHS England's thirteen)"),
  CREDENTIALS(
      "USER:PASSWORD",
      false,
      "the credentials to accept; else GMC_USER_NAME and GMC_PASSWORD from the environment, which"
          + " other users"
          + " of the machine cannot see (default gmc-test-user:gmc-test-password)"),
  BLOCK_USER_AGENT("TEXT", true, "Cloudflare blocks a User-Agent with this text (error 1010)"),
  BLOCK_IP("ADDRESS", true, "Cloudflare blocks this address or network (error 1006)"),
  RETURN_CODE("DOCTOR=CODE", true, "requests about this doctor are refused with this return code"),
  SCENARIO("NAME", true, "a scenario to switch on at start-up");

  private final String value;
  private final boolean repeatable;
  private final String help;

  Option(String value, boolean repeatable, String help) {
    this.value = value;
    this.repeatable = repeatable;
    this.help = help;
  }

  /** The option as it is typed, such as {@code --bind}. */
  String flag() {
    return "--" + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** What stands for the option's value in the help. */
  String value() {
    return value;
  }

  boolean isRepeatable() {
    return repeatable;
  }

  String help() {
    return help + (repeatable ? "; repeatable" : "");
  }

  static Optional<Option> of(String flag) {
    return Arrays.stream(values()).filter(option -> option.flag().equals(flag)).findFirst();
  }

  /** The error message about the value of this option. */
  UsageException wrong(String problem) {
    return new UsageException(flag() + ": " + problem);
  }

  /** The same error message in the words of what failed. */
  UsageException wrong(Exception cause) {
    return new UsageException(flag() + ": " + cause.getMessage(), cause);
  }
}
