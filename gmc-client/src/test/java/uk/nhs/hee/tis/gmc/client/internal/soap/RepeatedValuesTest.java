package uk.nhs.hee.tis.gmc.client.internal.soap;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** More different values than it has places for, so that many meet another in theirs. */
class RepeatedValuesTest {
  private static final int MANY = 20_000;

  private final RepeatedValues values = new RepeatedValues();

  @Test
  void noTextIsTakenForAnother() {
    for (int i = 0; i < MANY; i++) {
      String text = "x".repeat(i % 13) + i;

      assertThat(values.text(field(text))).isEqualTo(text);
      assertThat(values.text(field(text))).isEqualTo(text);
    }
  }

  @Test
  void noDateIsTakenForAnother() {
    for (LocalDate date = LocalDate.of(2, 1, 1); date.getYear() < 60; date = date.plusDays(1)) {
      String text =
          String.format(
              "%02d/%02d/%04d", date.getDayOfMonth(), date.getMonthValue(), date.getYear());

      assertThat(values.date(field(text))).isEqualTo(date);
    }
  }

  @Test
  void aTextAndADateThatComeAgainAreMadeOnce() {
    assertThat(values.text(field("No"))).isSameAs(values.text(field("No")));
    assertThat(values.date(field("31/03/2027"))).isSameAs(values.date(field("31/03/2027")));
  }

  @Test
  void aTextTooLongToRepeatIsReadAsItIs() {
    for (int length = 40; length < 300; length++) {
      String text = "a\u00e9\u20ac".repeat(length).substring(0, length);

      assertThat(values.text(field(text))).isEqualTo(text);
    }
  }

  private static FieldText field(String text) {
    FieldText field = new FieldText();
    field.append("before".toCharArray(), 0, 6);
    field.clear();
    int half = text.length() / 2;
    field.append(("<" + text + ">").toCharArray(), 1, half);
    field.append(text.toCharArray(), half, text.length() - half);
    return field;
  }
}
