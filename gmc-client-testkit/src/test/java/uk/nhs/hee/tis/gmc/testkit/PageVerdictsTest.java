package uk.nhs.hee.tis.gmc.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import uk.nhs.hee.tis.gmc.client.GmcClient;
import uk.nhs.hee.tis.gmc.client.error.Confidence;
import uk.nhs.hee.tis.gmc.client.error.Effect;
import uk.nhs.hee.tis.gmc.client.error.GmcBlockedException;
import uk.nhs.hee.tis.gmc.client.error.GmcException;
import uk.nhs.hee.tis.gmc.client.error.GmcIntermediaryException;
import uk.nhs.hee.tis.gmc.client.error.GmcPermissionException;
import uk.nhs.hee.tis.gmc.client.error.GmcProtocolException;
import uk.nhs.hee.tis.gmc.client.error.Source;
import uk.nhs.hee.tis.gmc.testkit.pages.CannedAnswer;
import uk.nhs.hee.tis.gmc.testkit.pages.CloudflarePage;

/** The real client names the party that really sent the page, whatever its shape. */
class PageVerdictsTest {
  private static final String RAY = "0123456789abcdef";

  @RegisterExtension static final GmcMockServer gmc = GmcMockServer.create();

  static Stream<Arguments> cloudflarePages() {
    return CloudflarePagesTest.pagesInEveryShape();
  }

  private static GmcException failureOn(CannedAnswer page) {
    gmc.whenever().answersWith(page);
    try (GmcClient client = Clients.of(gmc).build()) {
      return catchThrowableOfType(GmcException.class, () -> client.getDoctorsForDb("1-1RSSQ2H"));
    }
  }

  @ParameterizedTest
  @MethodSource("cloudflarePages")
  void noPageOfTheEdgeIsTakenForTheGmcOrForAPermissionError(
      String name, CloudflarePage.Shape shape) {
    GmcException failure =
        failureOn(AllPages.cloudflarePage(name).rayId(RAY).location("MAN").as(shape));

    assertThat(failure).isNotInstanceOf(GmcPermissionException.class);
    assertThat(failure.source()).isEqualTo(Source.EDGE);
    assertThat(failure.evidence().rayId())
        .isEqualTo(name.equals("unknownHost") ? Optional.empty() : Optional.of(RAY));
    if (!name.equals("unknownHost")) {
      assertThat(failure.evidence().edgeLocation()).contains("MAN");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "firewallRule, FIREWALL_RULE, 1020",
    "clientSignature, CLIENT_SIGNATURE, 1010",
    "ipBan, IP_BAN, 1006",
    "ipBan 1005, IP_BAN, 1005",
    "ipBan 1007, IP_BAN, 1007",
    "ipBan 1008, IP_BAN, 1008",
    "ipBan 1106, IP_BAN, 1106",
    "countryBan, COUNTRY, 1009",
    "malware, MALWARE, 1012",
    "directAccess, DIRECT_ACCESS, 1003",
    "wafBlock, WAF, ",
    "challenge, CHALLENGE, ",
    "challenge 429, CHALLENGE, ",
    "challenge 503, CHALLENGE, ",
    "legacyChallenge, CHALLENGE, ",
  })
  void aBlockIsOfItsKindInEveryShape(
      String name, GmcBlockedException.Kind kind, @Nullable Integer cloudflareCode) {
    CloudflarePage page = AllPages.cloudflarePage(name);
    for (CloudflarePage.Shape shape : page.shapes()) {
      GmcException failure = failureOn(page.as(shape));

      assertThat(failure).as(shape.name()).isInstanceOf(GmcBlockedException.class);
      GmcBlockedException blocked = (GmcBlockedException) failure;
      assertThat(blocked.kind()).isEqualTo(kind);
      assertThat(blocked.cloudflareCode())
          .isEqualTo(cloudflareCode == null ? OptionalInt.empty() : OptionalInt.of(cloudflareCode));
      assertThat(blocked.confidence()).isEqualTo(Confidence.CERTAIN);
      assertThat(blocked.effect()).isEqualTo(Effect.NOT_PROCESSED);
      assertThat(blocked.retryable()).isFalse();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "customBlock, GmcBlockedException, MAY_HAVE_RUN, false",
    "unknownHost, GmcBlockedException, NOT_PROCESSED, false",
    "rateLimited, GmcRateLimitedException, NOT_PROCESSED, true",
    "originUnreachable 520, GmcUnavailableException, MAY_HAVE_RUN, true",
    "originUnreachable 521, GmcUnavailableException, NOT_PROCESSED, true",
    "originUnreachable 522, GmcUnavailableException, MAY_HAVE_RUN, true",
    "originUnreachable 523, GmcUnavailableException, NOT_PROCESSED, true",
    "originUnreachable 524, GmcUnavailableException, MAY_HAVE_RUN, true",
    "originUnreachable 525, GmcUnavailableException, NOT_PROCESSED, false",
    "originUnreachable 526, GmcUnavailableException, NOT_PROCESSED, false",
    "originDns, GmcUnavailableException, NOT_PROCESSED, false",
    "tunnelDown, GmcUnavailableException, NOT_PROCESSED, true",
    "workerFailed, GmcUnavailableException, MAY_HAVE_RUN, true",
    "badGateway 502, GmcUnavailableException, MAY_HAVE_RUN, true",
    "badGateway 504, GmcUnavailableException, MAY_HAVE_RUN, true",
    "edgeFault 500, GmcUnavailableException, MAY_HAVE_RUN, true",
    "edgeFault 503, GmcUnavailableException, MAY_HAVE_RUN, true",
  })
  void anyOtherPageOfTheEdgeIsOfItsTypeAndEffectInEveryShape(
      String name, String type, Effect effect, boolean retryable) {
    CloudflarePage page = AllPages.cloudflarePage(name);
    for (CloudflarePage.Shape shape : page.shapes()) {
      GmcException failure = failureOn(page.as(shape));

      assertThat(failure.getClass().getSimpleName()).as(shape.name()).isEqualTo(type);
      assertThat(failure.effect()).as(shape.name()).isEqualTo(effect);
      assertThat(failure.retryable()).as(shape.name()).isEqualTo(retryable);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "forbidden, GmcPermissionException, GMC_SERVER",
    "ipRejected, GmcPermissionException, GMC_SERVER",
    "unauthorized, GmcPermissionException, GMC_SERVER",
    "notFound, GmcProtocolException, GMC_SERVER",
    "serverError, GmcUnavailableException, GMC_SERVER",
    "applicationError, GmcUnavailableException, GMC_SERVER",
    "serviceUnavailable, GmcUnavailableException, GMC_SERVER",
    "maintenance, GmcUnavailableException, GMC_SERVER",
    "clientFault SOAP_1_1, GmcProtocolException, GMC_SERVER",
    "clientFault SOAP_1_2, GmcProtocolException, GMC_SERVER",
    "serverFault SOAP_1_1, GmcProtocolException, GMC_SERVER",
    "serverFault SOAP_1_2, GmcProtocolException, GMC_SERVER",
    "unknownAction SOAP_1_1, GmcProtocolException, GMC_SERVER",
  })
  void aPageOfTheOriginIsNoBlockOfTheEdge(String name, String type, Source source) {
    GmcException failure = failureOn(AllPages.originPage(name));

    assertThat(failure.getClass().getSimpleName()).isEqualTo(type);
    assertThat(failure.source()).isEqualTo(source);
    assertThat(failure.evidence().rayId()).contains("8f3c2a9d1b7e4650");
  }

  @ParameterizedTest
  @CsvSource({
    "loginRequired, PROXY_LOGIN",
    "networkLoginRequired, PROXY_LOGIN",
    "captivePortal, PORTAL",
    "captivePortalRedirect, PORTAL",
    "blocked, BLOCK",
    "connectFailed, OUTAGE",
    "zscaler, BLOCK",
    "fortinet, BLOCK",
    "blueCoat, BLOCK",
    "paloAlto, BLOCK",
    "akamai, BLOCK",
    "imperva, BLOCK",
    "impervaWithSuccess, BLOCK",
    "awsWaf, BLOCK",
    "awsWafChallenge, BLOCK",
    "azureFrontDoor, BLOCK",
    "azureApplicationGateway, BLOCK",
    "f5, BLOCK",
  })
  void aPageOfAnIntermediaryIsNeitherTheEdgesNorTheGmcs(
      String name, GmcIntermediaryException.Kind kind) {
    GmcException failure = failureOn(AllPages.intermediaryPage(name));

    assertThat(failure).isInstanceOf(GmcIntermediaryException.class);
    assertThat(((GmcIntermediaryException) failure).kind()).isEqualTo(kind);
    assertThat(failure.source()).isEqualTo(Source.INTERMEDIARY);
    assertThat(failure.evidence().rayId()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "firewallRule",
    "clientSignature",
    "wafBlock",
    "customBlock",
    "originUnreachable 522"
  })
  void theAddressThatTheEdgeShowsIsEvidence(String name) {
    GmcException failure =
        failureOn(AllPages.cloudflarePage(name).clientAddress("203.0.113.7").asHtml());

    assertThat(failure.evidence().egressAddress()).contains("203.0.113.7");
  }

  @ParameterizedTest
  @CsvSource({"clientFault SOAP_1_1", "serverFault SOAP_1_2"})
  void aFaultIsAProtocolFailureOfItsKind(String name) {
    GmcException failure = failureOn(AllPages.originPage(name));

    assertThat(((GmcProtocolException) failure).kind())
        .isEqualTo(GmcProtocolException.Kind.SOAP_FAULT);
  }
}
