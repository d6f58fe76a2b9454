package uk.nhs.hee.tis.gmc.client.error;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import uk.nhs.hee.tis.gmc.client.model.Actor;
import uk.nhs.hee.tis.gmc.client.model.CallInfo;
import uk.nhs.hee.tis.gmc.client.model.GmcOperation;
import uk.nhs.hee.tis.gmc.client.model.ReturnCode;

/** What goes into a mail and into a ticket, to the letter. */
class EvidenceTest {
  private static final Instant STARTED = Instant.parse("2026-11-21T00:05:11.482913Z");
  private static final Instant ENDED = Instant.parse("2026-11-21T00:05:12.017Z");

  private static Evidence.Builder least() {
    return Evidence.builder()
        .operation(GmcOperation.TRY_ADD_DOCTOR)
        .clientRequestId("c-1")
        .attempts(1)
        .url(URI.create("https://gmc.example/WebService.asmx"))
        .startedAt(STARTED)
        .endedAt(ENDED)
        .userAgent("sync/1.0 (team@example.nhs.uk)")
        .finding("the connection broke before an answer came")
        .source(Source.NETWORK)
        .effect(Effect.MAY_HAVE_RUN)
        .retryable(true)
        .actors(Actor.CALLER_NETWORK)
        .confidence(Confidence.CERTAIN)
        .signals(List.of("the connection was open when it failed"));
  }

  private static Evidence block() {
    return least()
        .operation(GmcOperation.GET_DOCTORS_FOR_DB)
        .environmentLabel("prod")
        .attempts(2)
        .resolvedAddresses(List.of("192.0.2.1", "2001:db8::1"))
        .httpStatus(403)
        .retryAfter(Duration.ofSeconds(30))
        .responseHeaders(Map.of("server", "cloudflare"))
        .rayId("8a1b2c3d4e5f6071")
        .edgeLocation("LHR")
        .egressAddress("203.0.113.9")
        .identityHeaders(Map.of("X-Client-Environment", "prod"))
        .cloudflareCode(1020)
        .finding("error 1020: a GMC firewall rule refused the request")
        .source(Source.EDGE)
        .effect(Effect.NOT_PROCESSED)
        .retryable(false)
        .actors(Actor.GMC_FIREWALL)
        .signals(List.of("body is exactly 'error code: 1020'"))
        .excerpt("error code: 1020")
        .incident(
            Incident.of(
                "gmc-0badcafe", STARTED, ENDED, 1, 49, Instant.parse("2026-11-20T00:07:00.5Z")))
        .build();
  }

  @Test
  void textOfABlockHoldsEverythingThatTheGmcAskedForIn2021() {
    assertThat(block().toText())
        .isEqualTo(
            String.join(
                "\n",
                "At 2026-11-21T00:05:12Z (UTC) our GetDoctorsForDB request to GMC Connect failed:"
                    + " error 1020: a GMC firewall rule refused the request.",
                "",
                "Who answered:          GMC Connect's Cloudflare edge",
                "Confidence:            certain",
                "Signal:                body is exactly 'error code: 1020'",
                "Was it carried out?:   no: it was refused beforehand",
                "Retrying may help:     no",
                "Who must act:          the GMC's firewall team",
                "Advice:                Do not retry: pass the evidence on.",
                "",
                "Environment:           prod",
                "URL:                   https://gmc.example/WebService.asmx",
                "Route:                 direct",
                "Host resolves to:      192.0.2.1, 2001:db8::1",
                "Started (UTC):         2026-11-21T00:05:11.482Z",
                "Failed (UTC):          2026-11-21T00:05:12.017Z",
                "Attempts:              2",
                "Client request id:     c-1",
                "User-Agent:            sync/1.0 (team@example.nhs.uk)",
                "Sent X-Client-Environment: prod",
                "",
                "HTTP status:           403",
                "Retry after:           30 s",
                "Cloudflare error:      1020",
                "Ray ID:                8a1b2c3d4e5f6071",
                "Edge location:         LHR",
                "Our address, as seen:  203.0.113.9",
                "Received server:       cloudflare",
                "Answer begins:         error code: 1020",
                "",
                "Incident:              gmc-0badcafe",
                "Calls:                 1 refused, 49 held back since 2026-11-21T00:05:11Z",
                "Last successful call:  2026-11-20T00:07:00.500Z",
                ""));
  }

  @Test
  void jsonOfABlockHoldsTheSame() {
    assertThat(block().toJson())
        .isEqualTo(
            "{\"finding\":\"error 1020: a GMC firewall rule refused the request\","
                + "\"source\":\"EDGE\",\"confidence\":\"CERTAIN\","
                + "\"signals\":[\"body is exactly 'error code: 1020'\"],"
                + "\"effect\":\"NOT_PROCESSED\",\"retryable\":false,"
                + "\"actors\":[\"GMC_FIREWALL\"],\"advice\":\"Do not retry: pass the evidence"
                + " on.\",\"fromOpenCircuit\":false,"
                + "\"operation\":\"GetDoctorsForDB\",\"environmentLabel\":\"prod\","
                + "\"url\":\"https://gmc.example/WebService.asmx\","
                + "\"startedAt\":\"2026-11-21T00:05:11.482913Z\","
                + "\"endedAt\":\"2026-11-21T00:05:12.017Z\",\"attempts\":2,"
                + "\"clientRequestId\":\"c-1\",\"httpStatus\":403,"
                + "\"retryAfter\":\"PT30S\",\"cloudflareCode\":1020,"
                + "\"rayId\":\"8a1b2c3d4e5f6071\",\"edgeLocation\":\"LHR\","
                + "\"egressAddress\":\"203.0.113.9\","
                + "\"userAgent\":\"sync/1.0 (team@example.nhs.uk)\","
                + "\"identityHeaders\":{\"X-Client-Environment\":\"prod\"},"
                + "\"resolvedAddresses\":[\"192.0.2.1\",\"2001:db8::1\"],"
                + "\"responseHeaders\":{\"server\":\"cloudflare\"},"
                + "\"excerpt\":\"error code: 1020\","
                + "\"incident\":{\"id\":\"gmc-0badcafe\","
                + "\"first\":\"2026-11-21T00:05:11.482913Z\","
                + "\"last\":\"2026-11-21T00:05:12.017Z\",\"failed\":1,\"heldBack\":49,"
                + "\"lastSuccess\":\"2026-11-20T00:07:00.500Z\"}}");
  }

  @Test
  void textOfACallThroughAProxyNamesIt() {
    assertThat(least().proxy("proxy.example.nhs.uk:3128").build().toText())
        .contains("Route:                 through the proxy proxy.example.nhs.uk:3128\n");
  }

  @Test
  void textOfAWaitIsRoundedUpSoThatNobodyComesTooEarly() {
    assertThat(least().retryAfter(Duration.ofMillis(8_001)).build().toText())
        .contains("Retry after:           9 s\n");
    assertThat(least().retryAfter(Duration.ZERO).build().toText())
        .contains("Retry after:           0 s\n");
    assertThat(least().build().toText()).doesNotContain("Retry after");
  }

  @Test
  void negativeAttemptsAreRefused() {
    assertThatThrownBy(() -> least().attempts(-1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("attempts must not be negative, but is -1");
    assertThatThrownBy(() -> CallInfo.builder().attempts(-1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("attempts must not be negative, but is -1");
  }

  @Test
  void negativeWaitIsRefused() {
    assertThatThrownBy(() -> least().retryAfter(Duration.ofSeconds(-1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("retryAfter must not be negative, but is PT-1S");
  }

  @Test
  void textOfALostWriteSaysThatNobodyCanTell() {
    assertThat(least().build().toText())
        .startsWith(
            "At 2026-11-21T00:05:12Z (UTC) our TryAddDoctor request to GMC Connect failed: the"
                + " connection broke before an answer came.\n")
        .contains(
            "Who answered:          nobody, or not completely\n",
            "Was it carried out?:   perhaps: we cannot tell from our side\n");
  }

  @Test
  void textOfACallHeldBackSaysThatNothingWasSent() {
    assertThat(block().toBuilder().effect(Effect.NOT_SENT).fromOpenCircuit(true).build().toText())
        .contains(
            "Was it carried out?:   no: nothing was sent\n",
            "Not sent:              an earlier failure opened the circuit; the answer below"
                + " belongs to that failure\n");
  }

  @Test
  void textOfAReturnCodeNamesItsMeaning() {
    Evidence evidence =
        least()
            .source(Source.GMC_SERVICE)
            .returnCode(ReturnCode.of("106"))
            .gmcRequestId("4410992")
            .build();

    assertThat(evidence.toText())
        .contains(
            "GMC request id:        4410992\n",
            "GMC return code:       106 (revalidation lock on the doctor)\n");
  }

  @Test
  void evidenceWithoutWhatEveryCallHasIsRefused() {
    assertThatThrownBy(() -> Evidence.builder().build())
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("operation is missing");
  }
}
