package uk.nhs.hee.tis.gmc.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import uk.nhs.hee.tis.gmc.client.fixture.Dom;
import uk.nhs.hee.tis.gmc.client.fixture.HttpReply;
import uk.nhs.hee.tis.gmc.client.fixture.Soap;
import uk.nhs.hee.tis.gmc.client.fixture.WireServer;
import uk.nhs.hee.tis.gmc.client.model.GmcOperation;

/** Any text in any field: it arrives as it is, or nothing is sent. */
class TextOnTheWireTest {
  private static final String[] PARTS = {
    "&",
    "<",
    ">",
    "\"",
    "'",
    "]]>",
    "<![CDATA[",
    "&amp;",
    "<!--",
    "\r\n",
    "\r",
    "\n",
    "\t",
    " ",
    "é",
    "ß",
    "Ł",
    "\u0085",
    "\u2028",
    "\u00a0",
    "😀",
    "\uFFFD",
    "\uD7FF",
    "\uE000",
    "x",
    "7"
  };

  private static final String CONTROLS = "[\\p{Cntrl}\\x{80}-\\x{9f}\\x{2028}\\x{2029}]";

  private final WireServer server = WireServer.start();

  @AfterEach
  void stop() {
    server.close();
  }

  @ParameterizedTest
  @EnumSource
  void everyTextArrivesAsItIs(GmcOperation operation) {
    server.always(HttpReply.soap(Soap.success(operation)));
    Random random = new Random(20_270_105);
    for (int round = 0; round < 60; round++) {
      Map<String, String> texts = new LinkedHashMap<>();
      TextCalls.fields(operation).forEach(field -> texts.put(field, randomText(random)));
      // A request id goes into logs, so that it holds no control character.
      texts.computeIfPresent("ClientRequestID", (field, text) -> text.replaceAll(CONTROLS, ""));
      texts.computeIfPresent("ClientRequestId", (field, text) -> text.replaceAll(CONTROLS, ""));

      TextCalls.call(operation, Clients.builder(server.endpoint()), texts);

      Dom sent = Dom.parse(server.requests().get(round).bytes());
      assertThat(sent.root()).isEqualTo("{" + Soap.ENVELOPE_1_1 + "}Envelope");
      texts.forEach(
          (field, text) ->
              assertThat(sent.text(Soap.GMC, field)).as("%s in round", field).isEqualTo(text));
    }
  }

  @ParameterizedTest
  @MethodSource("operationsAndFields")
  void whatXmlCannotHoldIsRefusedBeforeAnythingIsSent(GmcOperation operation, String field) {
    for (String illegal : illegal()) {
      if (field.startsWith("ClientRequestI") && isControl(illegal)) {
        continue;
      }
      Map<String, String> texts = new LinkedHashMap<>();
      TextCalls.fields(operation).forEach(name -> texts.put(name, "fine"));
      texts.put(field, "ab" + illegal);

      assertThatThrownBy(() -> TextCalls.call(operation, Clients.builder(server.endpoint()), texts))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage(
              "%s holds U+%04X at index 2, which XML cannot hold",
              TextCalls.callersName(field), (int) illegal.charAt(0));
    }
    assertThat(server.connections()).isZero();
  }

  static Stream<Arguments> operationsAndFields() {
    return Stream.of(GmcOperation.values())
        .flatMap(
            operation ->
                TextCalls.fields(operation).stream().map(field -> Arguments.of(operation, field)));
  }

  private static boolean isControl(String text) {
    return Character.isISOControl(text.charAt(0));
  }

  private static List<String> illegal() {
    List<String> illegal = new ArrayList<>();
    for (char c = 0; c < ' '; c++) {
      if (c != '\t' && c != '\n' && c != '\r') {
        illegal.add(String.valueOf(c));
      }
    }
    illegal.addAll(
        List.of("\uFFFE", "\uFFFF", "\uD800", "\uDBFFx", "\uDC00", "\uDFFF\uD800", "\uD83D\uD83D"));
    return illegal;
  }

  private static String randomText(Random random) {
    StringBuilder text = new StringBuilder("x");
    for (int i = random.nextInt(12); i >= 0; i--) {
      text.append(PARTS[random.nextInt(PARTS.length)]);
    }
    return text.toString();
  }
}
