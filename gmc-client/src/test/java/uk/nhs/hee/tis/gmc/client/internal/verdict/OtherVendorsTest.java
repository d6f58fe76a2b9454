package uk.nhs.hee.tis.gmc.client.internal.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.nhs.hee.tis.gmc.client.error.Confidence;

class OtherVendorsTest {
  private static final Page NOTHING = Page.of("");

  @ParameterizedTest
  @CsvSource({
    "Server: AkamaiGHost,Akamai,header Server: AkamaiGHost",
    "Akamai-GRN: 0.1,Akamai,header Akamai-GRN: 0.1",
    "X-CDN: Imperva,Imperva,header X-CDN: Imperva"
  })
  void aHeaderOfAVendorBeforeServersIsCertainAndWeakThroughCloudflare(
      String header, String vendor, String signal) {
    for (boolean throughCloudflare : new boolean[] {false, true}) {
      OtherVendors.Sighting found =
          OtherVendors.decisive(Answers.headers(header), NOTHING, throughCloudflare, Set.of())
              .orElseThrow();

      assertThat(found.vendor()).isEqualTo(vendor);
      assertThat(found.signal()).isEqualTo(signal);
      assertThat(found.confidence())
          .isEqualTo(throughCloudflare ? Confidence.WEAK : Confidence.CERTAIN);
      assertThat(found.isOfCaller()).isFalse();
    }
  }

  @Test
  void aHeaderOfAVendorOfCallersCountsOnlyWhereCloudflareWasNotPassed() {
    CleanHeaders squid = Answers.headers("Server: squid/5.7");

    assertThat(OtherVendors.decisive(squid, NOTHING, false, Set.of()).orElseThrow().confidence())
        .isEqualTo(Confidence.CERTAIN);
    assertThat(OtherVendors.decisive(squid, NOTHING, true, Set.of())).isEmpty();
  }

  @Test
  void aHeaderOfTheVendorsOwnThatGoodAnswersHaveTooOnlyShowsThatItPassedThisOneOn() {
    CleanHeaders azure = Answers.headers("X-Azure-Ref: 0abc", "Server: x");

    assertThat(OtherVendors.decisive(azure, NOTHING, false, Set.of("x-azure-ref"))).isEmpty();
    assertThat(OtherVendors.decisive(azure, NOTHING, true, Set.of("x-azure-ref"))).isEmpty();
    assertThat(OtherVendors.decisive(azure, NOTHING, false, Set.of("server"))).isPresent();
  }

  @Test
  void thatGoodAnswersHaveAServerDoesNotMakeEveryServerAPassage() {
    CleanHeaders zscaler = Answers.headers("Server: Zscaler/6.2");

    assertThat(OtherVendors.decisive(zscaler, NOTHING, false, Set.of("server"))).isPresent();
  }

  @ParameterizedTest
  @CsvSource({
    "Reference #18.abc,Akamai,reference #18.",
    "The requested URL was rejected. Support ID 1,F5,the requested url was rejected"
  })
  void aMarkOfAVendorOnThePageIsLikelyAndWeakThroughCloudflare(
      String text, String vendor, String mark) {
    assertSighting(text, false, vendor, mark, Confidence.LIKELY);
    assertSighting(text, true, vendor, mark, Confidence.WEAK);
  }

  @ParameterizedTest
  @CsvSource({
    "Blocked by Zscaler,Zscaler,zscaler",
    "See help.zscaler.com,Zscaler,zscaler.com",
    "The requested URL was rejected,F5,the requested url was rejected",
    "Your support ID is: 1,F5,your support id is",
    "In accordance with company policy,Palo Alto Networks,in accordance with company policy"
  })
  void aMereWordCountsOnlyWhereCloudflareWasNotPassed(String text, String vendor, String word) {
    assertSighting(text, false, vendor, word, Confidence.LIKELY);
    assertThat(OtherVendors.decisive(Answers.headers(), Page.of(text), true, Set.of())).isEmpty();
  }

  @Test
  void theGatewayOfTheCallersNetworkIsCloudflaresOwn() {
    String vendor = "Cloudflare Gateway, which filters the caller's own network";

    assertSighting("Cloudflare Gateway", true, vendor, "cloudflare gateway", Confidence.LIKELY);
    assertSighting("Cloudflare Gateway", false, vendor, "cloudflare gateway", Confidence.LIKELY);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "Forbidden", "It has been blocked", "Support ID", "{\"x\":\"zscaler\"}"})
  void otherPagesAreOfNoVendor(String text) {
    assertThat(OtherVendors.decisive(Answers.headers(), Page.of(text), false, Set.of())).isEmpty();
  }

  @Test
  void aHeaderOfAVendorWithAnotherValueIsNotItsOwn() {
    assertThat(
            OtherVendors.decisive(
                Answers.headers("X-CDN: x", "Server: x"), NOTHING, false, Set.of()))
        .isEmpty();
  }

  private static void assertSighting(
      String text, boolean throughCloudflare, String vendor, String mark, Confidence confidence) {
    OtherVendors.Sighting found =
        OtherVendors.decisive(Answers.headers(), Page.of(text), throughCloudflare, Set.of())
            .orElseThrow();

    assertThat(found.vendor()).isEqualTo(vendor);
    assertThat(found.signal()).isEqualTo("the page says '" + mark + "'");
    assertThat(found.confidence()).isEqualTo(confidence);
  }
}
