package uk.nhs.hee.tis.gmc.client.internal.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EgressAddressTest {
  private static final String ADDRESS = "198.51.100.23";

  /** How much of the text after the words is looked at. */
  private static final int NEAR = 200;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"cloudflare_error\": true, \"client_ip\": \"198.51.100.23\"}",
        "{\"cloudflare_error\": true, \"ip\": \"198.51.100.23\"}",
        "{\"cloudflare_error\": true, \"ip\": \"hidden\", \"client_ip_address\": \"198.51.100.23\"}",
        "<p><span id='cf-footer-ip'><b>198.51.100.23</b></span>",
        "<p><span id='cf-footer-item-ip'>198.51.100.23</span> your IP: 203.0.113.7",
        "Your IP: 198.51.100.23",
        "203.0.113.7 said: your IP is 198.51.100.23."
      })
  void theAddressIsFoundInAMemberInMarkupOrAfterWords(String body) {
    assertThat(egress(body)).isEqualTo(ADDRESS);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "198.51.100.23",
        "Your IP",
        "198.51.100.23 is your IP",
        "{\"cloudflare_error\": true, \"zone\": \"198.51.100.23\"}",
        "<p><span id='cf-footer-ip'>hidden</span>"
      })
  void anAddressElsewhereIsNotTheCallers(String body) {
    assertThat(egress(body)).isNull();
  }

  @Test
  void anAddressFarAfterTheWordsIsNotTheCallers() {
    String gap = " ".repeat(NEAR - ADDRESS.length());

    assertThat(egress("Your IP" + gap + ADDRESS)).isEqualTo(ADDRESS);
    assertThat(egress("Your IP" + " ".repeat(NEAR) + ADDRESS)).isNull();
  }

  @Test
  void wordsWithoutAnAddressDoNotHideTheNext() {
    assertThat(egress("Your IP is hidden." + " ".repeat(NEAR) + "IP address: " + ADDRESS))
        .isEqualTo(ADDRESS);
  }

  private static @Nullable String egress(String body) {
    Page page = Page.of(body);
    return EgressAddress.of(page, StructuredError.of(page));
  }
}
