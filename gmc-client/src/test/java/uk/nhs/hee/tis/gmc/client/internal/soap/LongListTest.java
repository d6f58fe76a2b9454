package uk.nhs.hee.tis.gmc.client.internal.soap;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import uk.nhs.hee.tis.gmc.client.fixture.Rows;
import uk.nhs.hee.tis.gmc.client.fixture.Soap;
import uk.nhs.hee.tis.gmc.client.model.Doctor;
import uk.nhs.hee.tis.gmc.client.model.GmcOperation;

/** JDK 24 and later count even escaped ampersands against limits, which a long list would meet. */
class LongListTest {
  private static final int DOCTORS = 60_000;

  @Test
  void sixtyThousandDoctorsFullOfEntitiesAreRead() throws UnreadableAnswerException {
    HeldList list = new HeldList("1-1RSSQ2H");
    AnswerReader.read(GmcOperation.GET_DOCTORS_FOR_DB, list(), list);

    List<Doctor> doctors = list.doctors();
    assertThat(doctors).hasSize(DOCTORS);
    for (int i = 0; i < DOCTORS; i++) {
      assertThat(doctors.get(i).gmcNumber()).hasValue(Rows.number(i));
      assertThat(doctors.get(i).lastName()).hasValue("&'".repeat(20));
    }
  }

  private static InputStream list() {
    String[] around = Soap.list("|").split("\\|", 2);
    List<InputStream> parts = new ArrayList<>();
    parts.add(bytes(around[0]));
    IntStream.range(0, DOCTORS).forEach(i -> parts.add(bytes(Rows.fullOfEntities(i))));
    parts.add(bytes(around[1]));
    return new SequenceInputStream(Collections.enumeration(parts));
  }

  private static InputStream bytes(String text) {
    return new ByteArrayInputStream(text.getBytes(UTF_8));
  }
}
