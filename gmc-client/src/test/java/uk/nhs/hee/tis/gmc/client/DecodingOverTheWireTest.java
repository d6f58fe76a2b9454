package uk.nhs.hee.tis.gmc.client;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.List;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.nhs.hee.tis.gmc.client.error.GmcException;
import uk.nhs.hee.tis.gmc.client.error.GmcProtocolException;
import uk.nhs.hee.tis.gmc.client.fixture.Call;
import uk.nhs.hee.tis.gmc.client.fixture.HttpReply;
import uk.nhs.hee.tis.gmc.client.fixture.Soap;
import uk.nhs.hee.tis.gmc.client.fixture.WireServer;

/** Reader and judge see the same text, however it was written, and the JDK prints nothing of it. */
class DecodingOverTheWireTest {
  private static final String ZOE = "Zo\u00eb";
  private static final String LIST =
      Soap.list(
          Soap.row(
              Soap.field("GMCReferenceNumber", "7000001") + Soap.field("DoctorLastName", ZOE)));
  private static final String BARE = LIST.substring(LIST.indexOf("<soap"));

  private final WireServer server = WireServer.start();
  private final GmcClient gmc = Clients.of(server);
  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private final PrintStream err = System.err;

  @BeforeEach
  void watchStandardError() {
    System.setErr(new PrintStream(printed, true, UTF_8));
  }

  @AfterEach
  void nothingIsPrinted() {
    System.setErr(err);
    server.close();
    assertThat(printed.toString(UTF_8)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "iso-8859-1, iso-8859-1, ''",
    "iso-8859-1, iso-8859-1, utf-8",
    "ISO-8859-1, windows-1252, utf-16",
    "utf-8, utf-8, iso-8859-1",
    "utf-8, utf-8, utf-16",
    "utf-8, utf-8, windows-1252",
    "utf-8, utf-8, no-such-charset",
    "us-ascii, utf-8, utf-8",
    "windows-1252, windows-1252, utf-8",
    "'', utf-8, ''",
    "'', utf-8, utf-16",
    "'', iso-8859-1, iso-8859-1",
    "'', windows-1252, windows-1252"
  })
  void theCharsetOfTheContentTypeDecidesThenTheDeclaration(
      String header, String written, String declared) {
    String xml =
        declared.isEmpty()
            ? BARE
            : LIST.replace("encoding=\"utf-8\"", "encoding=\"" + declared + '"');
    byte[] body = xml.getBytes(Charset.forName(written));
    String type = header.isEmpty() ? "text/xml" : "text/xml; charset=" + header;

    assertRead(HttpReply.of("200 OK", type, body));
    assertRead(HttpReply.of("200 OK", type, HttpReply.gzip(body)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"\uFEFF", "\uFEFF\uFEFF", "\n", "\r\n\r\n \t", "\uFEFF\n\uFEFF", "\n\n\uFEFF"})
  void marksAndBlankLinesBeforeTheDeclarationChangeNothing(String before) {
    assertRead(HttpReply.soap(before + LIST));
    assertRead(HttpReply.soap(before + BARE));
    assertRead(HttpReply.soap(before + LIST).gzip());
    assertRead(HttpReply.soap(before + LIST.replace("\"utf-8\"?>", "\"utf-16\"?>")));
    assertRead(HttpReply.of("200 OK", "text/xml", ("\uFEFF" + before + LIST).getBytes(UTF_16LE)));
  }

  @Test
  void aBodyPackedTwiceIsRead() {
    assertRead(
        HttpReply.of("200 OK", "text/xml", HttpReply.gzip(HttpReply.gzip(LIST.getBytes(UTF_8)))));
  }

  @Test
  void aBodyPackedMoreThanTwiceIsSaidToBe() {
    byte[] body = LIST.getBytes(UTF_8);
    for (int layers = 1; layers <= 5; layers++) {
      body = HttpReply.gzip(body);
      if (layers > 2) {
        GmcProtocolException failure = failure(HttpReply.of("200 OK", "text/xml", body));

        assertThat(failure.kind()).isEqualTo(GmcProtocolException.Kind.NOT_SOAP);
        assertThat(failure.retryable()).isFalse();
        assertThat(failure)
            .hasMessage(
                "GetDoctorsForDB got no usable answer from localhost: the answer is gzipped more"
                    + " than 2 times over. The request may have reached the"
                    + " GMC. Do not retry: pass the evidence on. Who must act: the caller's"
                    + " network team, then the GMC's service team. Time:"
                    + " 2027-01-05T00:05:00Z.");
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"deflate", "br", "zstd", "br, gzip", "x-private"})
  void aCodingThatWasNotAskedForIsNamed(String coding) {
    byte[] body = deflated(LIST);
    for (String status : List.of("200 OK", "500 Internal Server Error", "403 Forbidden")) {
      GmcException failure =
          thrown(
              HttpReply.of(status, "text/xml; charset=utf-8", body)
                  .header("Content-Encoding: " + coding)
                  .header("X-AspNet-Version: 4.0.30319"));
      String named = "Content-Encoding: " + coding + ", which was not asked for";

      assertThat(failure.evidence().finding())
          .contains(named)
          .doesNotContain("text instead of SOAP");
      assertThat(failure).hasMessageContaining(named);
      assertThat(failure.evidence().signals()).contains(named);
      assertThat(failure.evidence().responseHeaders()).containsEntry("content-encoding", coding);
      assertThat(failure.evidence().excerpt()).isEmpty();
    }
  }

  @Test
  void aCodingThatWasUndoneOnTheWayIsNotNamed() {
    for (String coding : List.of("br", "deflate", "gzip", "identity")) {
      assertRead(HttpReply.soap(LIST).header("Content-Encoding: " + coding));
    }
    GmcException failure =
        thrown(
            HttpReply.of("403 Forbidden", "text/plain", "error code: 1020")
                .header("CF-RAY: 9a1b2c3d4e5f6071-LHR")
                .header("Content-Encoding: br"));

    assertThat(failure.evidence().finding()).doesNotContain("Content-Encoding");
  }

  @ParameterizedTest
  @CsvSource({
    "Exam&#x1F;ple, a character reference that XML does not allow, 11",
    "Exam&#0;ple, a character reference that XML does not allow, 9",
    "O&nbsp;Example, a reference to an entity that is not declared, 8",
    "Smith & Sons, an ampersand that begins no entity, 8"
  })
  void whatIsNotWellFormedIsSaidWithItsPlace(String name, String trouble, int column) {
    for (int row : List.of(0, 1, 3)) {
      GmcProtocolException failure = failure(HttpReply.soap(listWith(row, name)));

      assertThat(failure.kind()).isEqualTo(GmcProtocolException.Kind.MALFORMED);
      assertThat(failure.evidence().finding())
          .isEqualTo(
              "a SOAP answer that is not well-formed: "
                  + trouble
                  + " (row "
                  + row
                  + " counting from 0, line "
                  + (row + 2)
                  + ", column "
                  + (listWith(row, "").split("\n", -1)[row + 1].indexOf("</DoctorLastName>")
                      + 1
                      + column
                      - 1)
                  + ")");
      assertThat(failure).hasMessageContaining(failure.evidence().finding());
      assertThat(failure.evidence().toText()).doesNotContain("Exam", "Smith", "7000");
    }
  }

  @ParameterizedTest
  @CsvSource({"windows-1252, O\u2019Example, 2", "iso-8859-1, Zo\u00eb, 3"})
  void bytesOfAnotherCharsetAreSaidWithTheirPlace(String charset, String name, int column) {
    String list = listWith(2, name);
    int at = listWith(2, "").split("\n", -1)[3].indexOf("</DoctorLastName>");

    GmcProtocolException failure =
        failure(
            HttpReply.of(
                "200 OK", "text/xml; charset=utf-8", list.getBytes(Charset.forName(charset))));

    assertThat(failure.kind()).isEqualTo(GmcProtocolException.Kind.MALFORMED);
    assertThat(failure.evidence().finding())
        .isEqualTo(
            "a SOAP answer that is not well-formed: bytes that are not of the answer's"
                + " charset, or a character that XML does not allow (row 2 counting from 0, line"
                + " 4, column "
                + (at + column)
                + ")");
  }

  @Test
  void aPlaceBehindTheRowsOrWithoutAnyIsTold() {
    String list = listWith(0, "Ann");

    assertThat(failure(HttpReply.soap(Soap.edit(list, "</Doctors>", "&x;</Doctors>"))))
        .hasMessageContaining("(after row 4 counting from 0, line 6, column ");
    assertThat(failure(HttpReply.soap(Soap.edit(LIST, "<soap:Body>", "<soap:Body>&x;"))))
        .hasMessageContaining("is not declared (line 1, column ");
  }

  @Test
  void aPageInAnotherCharsetIsJudgedByItsWords() {
    String page =
        "<html><head><title>Acc\u00e8s"
            + " refus\u00e9</title></head><body>d\u00e9sol\u00e9</body></html>";
    GmcException failure =
        thrown(
            HttpReply.of(
                "403 Forbidden", "text/html; charset=iso-8859-1", page.getBytes(ISO_8859_1)));

    assertThat(failure.evidence().excerpt().orElse("")).contains("d\u00e9sol\u00e9");
  }

  /** Five rows, each on a line of its own, the first of them on the second line. */
  private static String listWith(int row, String name) {
    StringBuilder rows = new StringBuilder();
    for (int i = 0; i < 5; i++) {
      rows.append('\n')
          .append(
              Soap.row(
                  Soap.field("GMCReferenceNumber", "700000" + i)
                      + Soap.field("DoctorLastName", i == row ? name : "Ann")));
    }
    return Soap.list(rows.toString());
  }

  private static byte[] deflated(String text) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (DeflaterOutputStream deflate = new DeflaterOutputStream(out)) {
      deflate.write(text.getBytes(UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private void assertRead(HttpReply reply) {
    server.then(reply);

    assertThat(gmc.getDoctorsForDb(Call.BODY).doctors())
        .extracting(doctor -> doctor.lastName().orElse(""))
        .containsExactly(ZOE);
  }

  private GmcProtocolException failure(HttpReply reply) {
    return (GmcProtocolException) thrown(reply);
  }

  private GmcException thrown(HttpReply reply) {
    server.then(reply);
    GmcException failure =
        catchThrowableOfType(GmcException.class, () -> gmc.getDoctorsForDb(Call.BODY));
    assertThat(failure).as("failure").isNotNull();
    return failure;
  }
}
