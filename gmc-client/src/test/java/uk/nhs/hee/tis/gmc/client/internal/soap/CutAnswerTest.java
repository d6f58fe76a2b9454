package uk.nhs.hee.tis.gmc.client.internal.soap;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import uk.nhs.hee.tis.gmc.client.fixture.Rows;
import uk.nhs.hee.tis.gmc.client.fixture.Soap;
import uk.nhs.hee.tis.gmc.client.model.Doctor;
import uk.nhs.hee.tis.gmc.client.model.GmcOperation;

/** A list that was cut off without HTTP noticing: never a shorter list. */
class CutAnswerTest {

  @Test
  void noCutOfTwentyDoctorsYieldsAList() throws UnreadableAnswerException {
    byte[] whole = Soap.list(Rows.rows(20)).getBytes(UTF_8);
    assertThat(read(whole, whole.length)).hasSize(20);

    for (int cut = 0; cut < whole.length; cut++) {
      assertNoList(whole, cut);
    }
  }

  @Test
  void noCutOfTwoThousandDoctorsYieldsAList() throws UnreadableAnswerException {
    byte[] whole = Soap.list(Rows.rows(2_000)).getBytes(UTF_8);
    assertThat(read(whole, whole.length)).hasSize(2_000);

    new Random(2027).ints(500, 0, whole.length).forEach(cut -> assertNoList(whole, cut));
  }

  @Test
  void aCutInsideTheEnvelopeIsSaidToBeOne() {
    byte[] whole = Soap.list(Rows.rows(20)).getBytes(UTF_8);

    assertThatThrownBy(() -> read(whole, whole.length - 1))
        .hasMessage("the answer ended inside the envelope");
    assertThatThrownBy(() -> read(whole, whole.length / 2))
        .hasMessage("the answer ended inside the envelope");
  }

  private static void assertNoList(byte[] whole, int cut) {
    assertThatThrownBy(() -> read(whole, cut))
        .as("cut at %d of %d", cut, whole.length)
        .isInstanceOf(UnreadableAnswerException.class);
  }

  private static List<Doctor> read(byte[] whole, int cut) throws UnreadableAnswerException {
    HeldList list = new HeldList("1-1RSSQ2H");
    AnswerReader.read(
        GmcOperation.GET_DOCTORS_FOR_DB, new ByteArrayInputStream(whole, 0, cut), list);
    return list.doctors();
  }
}
