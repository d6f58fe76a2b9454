package uk.nhs.hee.tis.gmc.client.internal.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AsciiTest {

  @ParameterizedTest
  @ValueSource(chars = {'a', 'z', 'A', 'Z', 'm'})
  void lettersAreThoseOfTheAlphabet(char letter) {
    assertThat(Ascii.isLetter(letter)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(chars = {'@', '[', '`', '{', '0', '\u00e9', '\u0161'})
  void neighboursOfTheAlphabetAndOtherScriptsAreNoLetters(char other) {
    assertThat(Ascii.isLetter(other)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"0123456789abcdef,true", "ABCDEF,true", "8a1g,false", "8a 1,false", "\u0664,false"})
  void hexIsMadeOfHexDigitsOnly(String text, boolean hex) {
    assertThat(Ascii.isHex(text)).isEqualTo(hex);
  }
}
