package uk.nhs.hee.tis.gmc.client.internal.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CleanTest {

  @ParameterizedTest
  @CsvSource({
    "'',''",
    "' \t ',''",
    "'  a ',a",
    "'a \r\n\t b',a b",
    "'a\u00a0b',a b",
    "'a\u0007\u202e\ue000b',ab",
    "'\u0007 a',a",
    "'a\ud83d\ude00b',ab"
  })
  void aLineHasSingleSpacesAndNothingThatCannotBeShown(String text, String line) {
    assertThat(Clean.line(text, 100)).isEqualTo(line);
  }

  @ParameterizedTest
  @CsvSource({"0,''", "1,a", "2,ab", "4,ab c", "5,ab cd", "6,ab cd"})
  void aLineIsNotLongerThanItMayBe(int length, String line) {
    assertThat(Clean.line("ab cd", length)).isEqualTo(line);
  }
}
