package uk.nhs.hee.tis.gmc.client.internal.soap;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import uk.nhs.hee.tis.gmc.client.fixture.Dom;
import uk.nhs.hee.tis.gmc.client.fixture.Rows;
import uk.nhs.hee.tis.gmc.client.fixture.Soap;
import uk.nhs.hee.tis.gmc.client.internal.http.DecodedBody;
import uk.nhs.hee.tis.gmc.client.model.GmcOperation;

/**
 * Feeds the reader anything: it throws its own exception, or it has read a list with as many rows
 * as another parser finds. A plain run replays the seeds; with {@code JAZZER_FUZZ=1} in the
 * environment Jazzer searches on, guided by coverage.
 */
@Tag("fuzz")
class AnswerReaderFuzzTest {

  /** Replaying seeds needs no instrumentation, which would slow every later test of this JVM. */
  @BeforeAll
  static void instrumentOnlyToSearch() {
    if (System.getenv("JAZZER_FUZZ") == null) {
      System.setProperty("jazzer.hooks", "false");
    }
  }

  static Stream<Arguments> answers() {
    return Stream.of(
            Soap.list(Rows.rows(3)),
            Soap.list(""),
            Soap.list(Soap.row("")),
            Soap.code(GmcOperation.GET_DOCTORS_FOR_DB, "81"),
            Soap.success(GmcOperation.TRY_ADD_DOCTOR),
            Soap.edit(
                Soap.list(Rows.rows(1)), "<Breach>N</Breach>", "<Breach><![CDATA[<a/>]]></Breach>"),
            Soap.list(Rows.rows(2)).substring(0, 900))
        .map(answer -> Arguments.of((Object) answer.getBytes(UTF_8)));
  }

  @MethodSource("answers")
  @FuzzTest(maxDuration = "2m")
  void whatIsReadAsAListHasEveryRowOfTheDocument(byte[] answer) {
    HeldList reading = new HeldList("1-1RSSQ2H");
    try {
      AnswerReader.read(
          GmcOperation.GET_DOCTORS_FOR_DB,
          new DecodedBody(new ByteArrayInputStream(answer), null),
          reading);
    } catch (UnreadableAnswerException refused) {
      return;
    }
    assertThat(reading.doctors()).hasSize(Dom.parse(answer).childrenOf(Soap.GMC, "Doctors"));
  }
}
