package uk.nhs.hee.tis.gmc.client.internal.soap;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.nhs.hee.tis.gmc.client.fixture.Rows;
import uk.nhs.hee.tis.gmc.client.fixture.Soap;
import uk.nhs.hee.tis.gmc.client.fixture.WireServer;
import uk.nhs.hee.tis.gmc.client.internal.http.DecodedBody;
import uk.nhs.hee.tis.gmc.client.model.GmcOperation;

/** Answers that want more of a parser than to be read. */
class HostileXmlTest {
  private static final String LIST = Soap.list(Rows.rows(3));
  private static final String WITHOUT_DECLARATION = LIST.substring(LIST.indexOf("<soap"));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!DOCTYPE e [<!ENTITY x SYSTEM \"%s\">]>",
        "<!DOCTYPE e SYSTEM \"%s\">",
        "<!DOCTYPE e PUBLIC \"-//x//y\" \"%s\">",
        "<!DOCTYPE e [<!ENTITY %% x SYSTEM \"%s\"> %%x;]>"
      })
  void nothingIsFetchedForADocumentType(String documentType, @TempDir Path directory)
      throws Exception {
    Path file = Files.writeString(directory.resolve("secret.txt"), "<Breach>fetched</Breach>");
    try (WireServer server = WireServer.start()) {
      for (Object place : new Object[] {server.endpoint(), file.toUri()}) {
        String xml =
            String.format(documentType, place)
                + WITHOUT_DECLARATION.replace("<Breach>N</Breach>", "<Breach>&x;</Breach>");

        assertThatThrownBy(() -> read(xml.getBytes(UTF_8)))
            .isInstanceOf(UnreadableAnswerException.class)
            .hasMessage("the answer is not a SOAP envelope");
      }
      assertThat(server.connections()).isZero();
    }
  }

  @Test
  void entitiesThatMultiplyAreNotExpanded() {
    StringBuilder laughs = new StringBuilder("<!DOCTYPE e [<!ENTITY a0 \"ha\">");
    for (int i = 1; i <= 40; i++) {
      laughs.append("<!ENTITY a").append(i).append(" \"");
      laughs.append("&a").append(i - 1).append(";&a").append(i - 1).append(";\">");
    }
    String xml = laughs + "]>" + WITHOUT_DECLARATION.replace(">N<", ">&a40;<");

    assertThatThrownBy(() -> read(xml.getBytes(UTF_8)))
        .isInstanceOf(UnreadableAnswerException.class)
        .hasMessage("the answer is not a SOAP envelope");
  }

  @Test
  void whateverTheTextIsTheReaderThrowsNothingElse() {
    byte[] good = LIST.getBytes(UTF_8);
    Random random = new Random(2027);
    int refused = 0;
    for (int round = 0; round < 5_000; round++) {
      byte[] spoilt = good.clone();
      for (int i = random.nextInt(4); i >= 0; i--) {
        spoilt[random.nextInt(spoilt.length)] = (byte) random.nextInt(256);
      }

      Throwable thrown = catchThrowable(() -> read(spoilt));

      if (thrown != null) {
        refused++;
        assertThat(thrown)
            .as(() -> new String(spoilt, UTF_8))
            .isInstanceOf(UnreadableAnswerException.class);
      }
    }
    assertThat(refused).isPositive();
  }

  @Test
  void theJdkPrintsNothingOfABrokenEncoding() {
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    PrintStream err = System.err;
    System.setErr(new PrintStream(printed, true, UTF_8));
    try {
      assertThatThrownBy(() -> read(LIST.replace("&#235;", "\u00eb").getBytes(ISO_8859_1)))
          .hasMessage(
              "bytes that are not of the answer's charset, or a character that XML does not"
                  + " allow");
    } finally {
      System.setErr(err);
    }

    assertThat(printed.toString(UTF_8)).isEmpty();
  }

  private static RawAnswer read(byte[] xml) throws UnreadableAnswerException {
    return AnswerReader.read(
        GmcOperation.GET_DOCTORS_FOR_DB,
        new DecodedBody(new ByteArrayInputStream(xml), null),
        new HeldList("1-1RSSQ2H"));
  }
}
