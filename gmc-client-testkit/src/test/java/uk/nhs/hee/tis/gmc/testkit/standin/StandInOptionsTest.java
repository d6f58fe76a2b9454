package uk.nhs.hee.tis.gmc.testkit.standin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import uk.nhs.hee.tis.gmc.client.model.ReturnCode;
import uk.nhs.hee.tis.gmc.testkit.GmcScenario;

/** The command line of the stand-in program. */
class StandInOptionsTest {
  private static Settings settings(String... args) {
    return Settings.of(List.of(args), Map.of());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--prot 1|unknown option --prot",
        "8080|not an option: 8080",
        "-x|not an option: -x",
        "--port|--port: a value is missing: --port PORT",
        "--port=|--port: the value is blank, it must be PORT",
        "--port x|--port: must be 0 to 65535, but is x",
        "--port 65536|--port: must be 0 to 65535, but is 65536",
        "--port 1 --port 2|--port: is given twice",
        "--admin-port -1|--admin-port: must be 0 to 65535, but is -1",
        "--bind my-host|--bind: must be an IP address or localhost, but is my-host",
        "--bind 300.1.1.1|--bind: must be an IP address or localhost, but is 300.1.1.1",
        "--admin-bind :::1|--admin-bind: must be an IP address or localhost, but is :::1",
        "--register many|--register: must be invented:SIZE, FILE.csv or FILE.json, but is many",
        "--register invented:x" + "|--register: SIZE must be 0 to 76923 with 13 bodies, but is x",
        "--register invented:76924"
            + "|--register: SIZE must be 0 to 76923 with 13 bodies, but is 76924",
        "--register invented:5 --bodies A,,B"
            + "|--bodies: must be distinct codes separated by commas, but is A,,B",
        "--register invented:5 --bodies A,A"
            + "|--bodies: must be distinct codes separated by commas, but is A,A",
        "--seed 1.5|--seed: must be a whole number of up to 18 digits, but is 1.5",
        "--register a.csv --seed 1"
            + "|--seed: applies to an invented register only, but --register is a.csv",
        "--register a.json --bodies A"
            + "|--bodies: applies to an invented register only, but --register is a.json",
        "--register no-such.csv|--register: there is no file no-such.csv",
        "--credentials secret|--credentials: must be USER:PASSWORD",
        "--credentials :secret|--credentials: must be USER:PASSWORD",
        "--credentials user:|--credentials: must be USER:PASSWORD",
        "--block-ip localhost|--block-ip: must be an IP address or a network such as"
            + " 203.0.113.0/24, but is localhost",
        "--return-code 91|--return-code: must be seven digits, = and a return code, but is 91",
        "--return-code 9000001="
            + "|--return-code: must be seven digits, = and a return code, but is 9000001=",
        "--return-code 9000001=0|--return-code: 0 is not a refusal, in 9000001=0",
        "--return-code 9000001=91 --return-code 9000001=92"
            + "|--return-code: doctor 9000001 is given twice",
        "--scenario snow|--scenario: there is no scenario snow, only code-99,"
            + " unknown-soap-action, cloudflare-1010, cloudflare-1020, repeated-submission,"
            + " blank-date, empty-lists, missing-under-notice, truncated-list, maintenance, gateway-503,"
            + " proxy",
      })
  void whatIsWrongIsNamed(String commandLine, String message) {
    assertThatThrownBy(() -> settings(commandLine.split(" ", -1)))
        .isInstanceOf(UsageException.class)
        .hasMessage(message);
  }

  @Test
  void withoutOptionsItListensOnTheLoopbackAddress() {
    Settings settings = settings();

    assertThat(settings.bindAddress().isLoopbackAddress()).isTrue();
    assertThat(settings.adminBindAddress().isLoopbackAddress()).isTrue();
    assertThat(settings.port()).isEqualTo(8080);
    assertThat(settings.adminPort()).isEqualTo(8081);
    assertThat(settings.credentials()).isEmpty();
    assertThat(settings.register())
        .hasToString("GmcRegister[designatedBodies=13, doctors=6500, recommendations=0]");
  }

  @Test
  void everyOptionTakesItsValueInBothForms() {
    Settings settings =
        settings(
            "--port=0",
            "--bind",
            "0.0.0.0",
            "--admin-port=7",
            "--admin-bind=::1",
            "--register=invented:3",
            "--seed",
            "-7",
            "--bodies=A-1, B-2",
            "--credentials=me:pass:word=1",
            "--block-user-agent=Java/",
            "--block-user-agent",
            "curl",
            "--block-ip=10.0.0.0/8",
            "--return-code=9000001=91",
            "--return-code",
            "9000002=4711",
            "--scenario=proxy",
            "--scenario=code-99");

    assertThat(settings.bindAddress().isAnyLocalAddress()).isTrue();
    assertThat(settings.adminBindAddress().isLoopbackAddress()).isTrue();
    assertThat(settings.port()).isZero();
    assertThat(settings.adminPort()).isEqualTo(7);
    assertThat(settings.register().designatedBodies()).containsExactly("A-1", "B-2");
    assertThat(settings.register().doctors("B-2")).hasSize(3);
    assertThat(settings.credentials().map(Arrays::asList)).contains(List.of("me", "pass:word=1"));
    assertThat(settings.blockedUserAgents()).containsExactly("Java/", "curl");
    assertThat(settings.blockedAddresses()).containsExactly("10.0.0.0/8");
    assertThat(settings.returnCodesByDoctor())
        .containsExactly(
            Map.entry("9000001", ReturnCode.OPEN_RECOMMENDATION_EXISTS),
            Map.entry("9000002", ReturnCode.of("4711")));
    assertThat(settings.scenariosAtStart()).containsExactly(GmcScenario.PROXY, GmcScenario.CODE_99);
  }

  @Test
  void theEnvironmentGivesCredentialsUnlessTheCommandLineDoes() {
    Map<String, String> environment = Map.of("GMC_USER_NAME", "env", "GMC_PASSWORD", "word");

    assertThat(Settings.of(List.of(), environment).credentials().map(Arrays::asList))
        .contains(List.of("env", "word"));
    assertThat(
            Settings.of(List.of("--credentials", "me:mine"), environment)
                .credentials()
                .map(Arrays::asList))
        .contains(List.of("me", "mine"));
  }

  @ParameterizedTest
  @CsvSource({"GMC_USER_NAME", "GMC_PASSWORD"})
  void halfOfTheCredentialsIsRefused(String name) {
    assertThatThrownBy(() -> Settings.of(List.of(), Map.of(name, "secret")))
        .isInstanceOf(UsageException.class)
        .hasMessage(
            "GMC_USER_NAME and GMC_PASSWORD must both be set, or neither, but only %s is", name);
  }

  @ParameterizedTest
  @EnumSource(Option.class)
  void theHelpNamesEveryOption(Option option) {
    assertThat(Help.text()).contains("  " + option.flag() + " " + option.value() + "\n");
  }

  @ParameterizedTest
  @EnumSource(GmcScenario.class)
  void theHelpNamesEveryScenario(GmcScenario scenario) {
    assertThat(Help.text()).contains(scenario.shortName());
  }
}
