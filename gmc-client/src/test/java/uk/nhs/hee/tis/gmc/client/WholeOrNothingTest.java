package uk.nhs.hee.tis.gmc.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.nhs.hee.tis.gmc.client.error.GmcProtocolException;
import uk.nhs.hee.tis.gmc.client.fixture.Call;
import uk.nhs.hee.tis.gmc.client.fixture.HttpReply;
import uk.nhs.hee.tis.gmc.client.fixture.HttpReply.Framing;
import uk.nhs.hee.tis.gmc.client.fixture.Rows;
import uk.nhs.hee.tis.gmc.client.fixture.Soap;
import uk.nhs.hee.tis.gmc.client.fixture.WireServer;

/**
 * A list that is cut off on its way through real sockets: never a shorter list, however HTTP tells
 * the end of a body. What HTTP cannot notice, CutAnswerTest tries at every byte without sockets.
 */
class WholeOrNothingTest {
  /** Every so many bytes: within a body the JDK sees no difference. */
  private static final int STRIDE = 23;

  /** The end of an answer that is cut at every byte: beyond the last row or the last block. */
  private static final int END = 120;

  private final WireServer server = WireServer.start();
  private final GmcClient gmc = Clients.of(server);

  @AfterEach
  void stop() {
    server.close();
  }

  @ParameterizedTest
  @CsvSource({
    "LENGTH, false",
    "LENGTH_OF_CUT, false",
    "CLOSE, false",
    "CHUNKED, false",
    "LENGTH, true",
    "LENGTH_OF_CUT, true",
    "CLOSE, true",
    "CHUNKED, true"
  })
  void noCutOfTwentyDoctorsYieldsAList(Framing framing, boolean gzip) {
    HttpReply whole = reply(20, framing, gzip);
    assertWhole(whole, 20);

    IntStream.range(0, whole.length())
        .filter(cut -> cut % STRIDE == 0 || cut > whole.length() - END)
        .forEach(cut -> assertNoList(whole, cut));
  }

  @ParameterizedTest
  @CsvSource({"LENGTH, false", "LENGTH_OF_CUT, true", "CLOSE, true", "CHUNKED, false"})
  void noCutOfTwoThousandDoctorsYieldsAList(Framing framing, boolean gzip) {
    HttpReply whole = reply(2_000, framing, gzip);
    assertWhole(whole, 2_000);

    new Random(2027).ints(50, 0, whole.length()).forEach(cut -> assertNoList(whole, cut));
  }

  private static HttpReply reply(int doctors, Framing framing, boolean gzip) {
    HttpReply plain = HttpReply.soap(Soap.list(Rows.rows(doctors))).framing(framing);
    return gzip ? plain.gzip() : plain;
  }

  private void assertWhole(HttpReply whole, int doctors) {
    server.then(whole);
    assertThat(gmc.getDoctorsForDb(Call.BODY).doctors()).hasSize(doctors);
  }

  private void assertNoList(HttpReply whole, int cut) {
    server.then(whole.cutAt(cut));
    assertThatThrownBy(() -> gmc.getDoctorsForDb(Call.BODY))
        .as("cut at %d of %d", cut, whole.length())
        .isInstanceOf(GmcProtocolException.class);
  }
}
