package uk.nhs.hee.tis.gmc.client.error;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import uk.nhs.hee.tis.gmc.client.model.GmcOperation;

/** Whose failures an unreachable GMC Connect stands for. */
class UnreachableIsTheNetworksTest {

  @ParameterizedTest
  @EnumSource(names = {"NETWORK", "INTERMEDIARY"})
  void itIsMadeOfWhatHappenedOnTheWay(Source source) {
    Evidence evidence = evidence(source);

    assertThat(new GmcUnreachableException("no answer", evidence, null).source()).isEqualTo(source);
    assertThat(new GmcTimeoutException("no answer", evidence, null).source()).isEqualTo(source);
  }

  @ParameterizedTest
  @EnumSource(names = {"CALLER", "EDGE", "GMC_SERVER", "GMC_SERVICE"})
  void itIsNeverMadeOfTheCallersOwnEndingNorOfAnAnswer(Source source) {
    Evidence evidence = evidence(source);

    assertThatThrownBy(() -> new GmcUnreachableException("no answer", evidence, null))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "GmcUnreachableException is for NETWORK and INTERMEDIARY only, but the source is "
                + source);
    assertThatThrownBy(() -> new GmcTimeoutException("no answer", evidence, null))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "GmcTimeoutException is for NETWORK and INTERMEDIARY only, but the source is "
                + source);
  }

  private static Evidence evidence(Source source) {
    return Evidence.builder()
        .operation(GmcOperation.GET_DOCTORS_FOR_DB)
        .clientRequestId("3f1c5a52-6d0e-4b7e-9c8e-0d4f1b2a7c11")
        .url(URI.create("https://gmc-connect.example/GMCWebServices/WebService.asmx"))
        .startedAt(Instant.parse("2026-11-22T00:05:12Z"))
        .endedAt(Instant.parse("2026-11-22T00:05:13Z"))
        .userAgent("nightly-sync/1.0 (tester@example.nhs.uk)")
        .source(source)
        .effect(Effect.NOT_SENT)
        .finding("no connection")
        .confidence(Confidence.CERTAIN)
        .build();
  }
}
