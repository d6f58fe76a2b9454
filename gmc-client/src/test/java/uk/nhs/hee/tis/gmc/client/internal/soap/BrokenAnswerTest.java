package uk.nhs.hee.tis.gmc.client.internal.soap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import uk.nhs.hee.tis.gmc.client.fixture.BrokenAnswers;
import uk.nhs.hee.tis.gmc.client.internal.http.DecodedBody;
import uk.nhs.hee.tis.gmc.client.model.GmcOperation;

/** Says what is wrong with an answer, and reads nothing out of it. */
class BrokenAnswerTest {

  @ParameterizedTest
  @MethodSource("brokenAnswers")
  void isSaidToBeBroken(BrokenAnswers.Case broken) {
    UnreadableAnswerException problem =
        catchThrowableOfType(
            UnreadableAnswerException.class,
            () ->
                AnswerReader.read(
                    GmcOperation.GET_DOCTORS_FOR_DB,
                    new DecodedBody(new ByteArrayInputStream(broken.body), null),
                    new HeldList("1-1RSSQ2H")));

    assertThat(problem).as("the problem").isNotNull();
    assertThat(problem).hasMessage(broken.message);
    assertThat(problem.kind()).isEqualTo(broken.kind);
    assertThat(problem.broken()).isEmpty();
  }

  static List<BrokenAnswers.Case> brokenAnswers() {
    return BrokenAnswers.all();
  }
}
