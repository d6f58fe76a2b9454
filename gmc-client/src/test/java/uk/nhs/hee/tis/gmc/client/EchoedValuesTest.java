package uk.nhs.hee.tis.gmc.client;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import uk.nhs.hee.tis.gmc.client.fixture.Call;

/** A foreign page that repeats what was sent, in odd markup, leaves no trace of it anywhere. */
class EchoedValuesTest {
  private static final List<String> SENT =
      List.of(
          Clients.USERNAME, Clients.PASSWORD, "7000001", "Quillfeather", "Rookwhistle", "a.admin");

  @ParameterizedTest
  @EnumSource
  void pageThatRepeatsTheRequestIsNotShown(Call call) {
    String echo =
        SENT.stream().map(EchoedValuesTest::everyWay).collect(Collectors.joining("</i> "));

    String told =
        Traces.of(call, "<html><body><h1>Blocked</h1><b>" + echo + "</b></body></html>", "x");

    for (String value : SENT) {
      assertThat(told).doesNotContainIgnoringCase(value);
    }
  }

  @ParameterizedTest
  @EnumSource
  void headerThatRepeatsTheRequestIsNotShown(Call call) {
    String told = Traces.of(call, "<html>Blocked</html>", "1.1 " + Clients.USERNAME + " (proxy)");

    assertThat(told).doesNotContain(Clients.USERNAME);
  }

  @Test
  void pageThatRepeatsNothingIsShown() {
    assertThat(Traces.of(Call.ADD, "<html><body>Blocked by policy 12</body></html>", "1.1 proxy"))
        .contains("Blocked by policy 12")
        .contains("1.1 proxy");
  }

  private static String everyWay(String value) {
    return value.substring(0, 3)
        + "<i>"
        + value.substring(3)
        + " &#"
        + (int) value.charAt(0)
        + ";"
        + value.substring(1)
        + " "
        + Base64.getEncoder().encodeToString(("x" + value).getBytes(UTF_8));
  }
}
