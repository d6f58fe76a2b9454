package uk.nhs.hee.tis.gmc.client.internal.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IpLiteralTest {

  @ParameterizedTest
  @CsvSource({
    "203.0.113.7,203.0.113.7",
    "Your IP: 203.0.113.7.,203.0.113.7",
    "[2001:db8::1]:443,2001:db8::1",
    "IP: 2001:DB8:0:0:0:0:0:1,2001:DB8:0:0:0:0:0:1",
    "seen ::ffff:203.0.113.7 today,::ffff:203.0.113.7",
    "at 00:05:12 from fe80::1,fe80::1",
    "255.255.255.255,255.255.255.255",
    "::1,::1",
    "the network fe80::,fe80::",
    "203.0.113.7: refused,203.0.113.7",
    "1:2:3:4:5:6:7::,1:2:3:4:5:6:7::",
    "1:2:3::5:6:7:8,1:2:3::5:6:7:8",
    "1:2:3:4:5:6:203.0.113.7,1:2:3:4:5:6:203.0.113.7"
  })
  void theFirstAddressIsFoundInText(String text, String address) {
    assertThat(IpLiteral.firstIn(text)).isEqualTo(address);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "1.2.3",
        "1.2.3.4.5",
        "256.1.1.1",
        "1.2.3.0004",
        "::",
        "1::2::3",
        "::1::2",
        "1:::2",
        "1:2:3:4::5:6:7:8",
        "1:2:3:4:5:6:7:203.0.113.7",
        ":203.0.113.7",
        "1:2:3:4:5:6:7",
        "1:2:3:4:5:6:7:8:9",
        "12345::1",
        "00:05:12",
        "deadbeef",
        "::1.2.3"
      })
  void whatIsNoAddressIsNotTakenForOne(String text) {
    assertThat(IpLiteral.firstIn(text)).isNull();
  }

  @Test
  void anAddressAsLongAsOneCanBeIsFoundBeforeTwoDots() {
    String longest = "ffff:ffff:ffff:ffff:ffff:ffff:255.255.255.255";

    assertThat(IpLiteral.firstIn(longest + "..")).isEqualTo(longest);
    assertThat(IpLiteral.firstIn(longest + "...")).isNull();
    assertThat(IpLiteral.firstIn(longest + "... 203.0.113.7")).isEqualTo("203.0.113.7");
  }
}
