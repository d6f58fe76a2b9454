package uk.nhs.hee.tis.gmc.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import uk.nhs.hee.tis.gmc.client.GmcClient;
import uk.nhs.hee.tis.gmc.client.error.Evidence;
import uk.nhs.hee.tis.gmc.client.error.GmcBlockedException;
import uk.nhs.hee.tis.gmc.client.error.GmcException;
import uk.nhs.hee.tis.gmc.client.error.GmcIntermediaryException;
import uk.nhs.hee.tis.gmc.client.error.GmcProtocolException;
import uk.nhs.hee.tis.gmc.client.model.GmcOperation;
import uk.nhs.hee.tis.gmc.client.model.ReturnCode;
import uk.nhs.hee.tis.gmc.testkit.errors.GmcErrorBuilder;
import uk.nhs.hee.tis.gmc.testkit.errors.GmcErrors;
import uk.nhs.hee.tis.gmc.testkit.pages.CannedAnswer;
import uk.nhs.hee.tis.gmc.testkit.pages.GmcPages;

/** The exceptions for tests without a server are those that the real client throws. */
class GmcErrorsLikeTheClientsTest {
  private static final String HERE = "1-1RSSQ2H";
  private static final int MOST_BYTES = 100_000;

  @RegisterExtension static final GmcMockServer gmc = GmcMockServer.create();

  private static Arguments blocked(GmcBlockedException.Kind kind, String page) {
    return pair(
        kind.name(),
        GmcErrors.blocked().kind(kind),
        g -> g.whenever().answersWith(AllPages.cloudflarePage(page)));
  }

  private static Arguments pair(
      String name, GmcErrorBuilder<?, ?> builder, Consumer<GmcMockServer> stub) {
    return Arguments.of(name, builder, stub);
  }

  static Stream<Arguments> errorsAndWhatMakesThem() {
    return Stream.of(
        blocked(GmcBlockedException.Kind.FIREWALL_RULE, "firewallRule"),
        blocked(GmcBlockedException.Kind.CLIENT_SIGNATURE, "clientSignature"),
        blocked(GmcBlockedException.Kind.IP_BAN, "ipBan"),
        blocked(GmcBlockedException.Kind.COUNTRY, "countryBan"),
        blocked(GmcBlockedException.Kind.MALWARE, "malware"),
        blocked(GmcBlockedException.Kind.DIRECT_ACCESS, "directAccess"),
        blocked(GmcBlockedException.Kind.WAF, "wafBlock"),
        blocked(GmcBlockedException.Kind.CHALLENGE, "challenge"),
        pair(
            "rate limit",
            GmcErrors.rateLimited(),
            g ->
                g.whenever()
                    .answersWith(GmcPages.cloudflare().rateLimited(Duration.ofSeconds(30)))),
        pair(
            "code 99",
            GmcErrors.permission(),
            g -> g.whenever().refusesWith(ReturnCode.INVALID_CREDENTIALS)),
        pair(
            "code 81",
            GmcErrors.noAccessToDesignatedBody(),
            g -> g.whenever().refusesWith(ReturnCode.NO_ACCESS_TO_DESIGNATED_BODY)),
        pair(
            "code 80",
            GmcErrors.rejected(ReturnCode.INVALID_DESIGNATED_BODY),
            g -> g.whenever().refusesWith(ReturnCode.INVALID_DESIGNATED_BODY)),
        pair(
            "unknown code",
            GmcErrors.rejected(ReturnCode.of("777")),
            g -> g.whenever().refusesWith(ReturnCode.of("777"))),
        pair(
            "503",
            GmcErrors.unavailable(),
            g -> g.whenever().answersWith(GmcPages.iis().serviceUnavailable())),
        pair(
            "522",
            GmcErrors.originTimedOut(),
            g -> g.whenever().answersWith(GmcPages.cloudflare().originUnreachable(522))),
        pair(
            "code 98",
            GmcErrors.internalError(),
            g -> g.whenever().refusesWith(ReturnCode.INTERNAL_ERROR)),
        pair(
            "proxy login",
            GmcErrors.intermediary().kind(GmcIntermediaryException.Kind.PROXY_LOGIN),
            g -> g.whenever().answersWith(GmcPages.proxy().loginRequired())),
        pair(
            "portal",
            GmcErrors.intermediary().kind(GmcIntermediaryException.Kind.PORTAL),
            g -> g.whenever().answersWith(GmcPages.proxy().captivePortal())),
        pair(
            "proxy block",
            GmcErrors.intermediary(),
            g -> g.whenever().answersWith(GmcPages.proxy().blocked())),
        pair("cut", GmcErrors.protocol(), g -> g.whenever().truncatesAt(0.5)),
        pair(
            "fault",
            GmcErrors.protocol().kind(GmcProtocolException.Kind.SOAP_FAULT),
            g -> g.whenever().answersWith(AllPages.originPage("serverFault SOAP_1_1"))),
        pair(
            "no SOAP",
            GmcErrors.protocol().kind(GmcProtocolException.Kind.NOT_SOAP),
            g -> g.whenever().answersWith(200, "text/html", "<html><body>hello</body></html>")),
        pair(
            "not well-formed",
            GmcErrors.protocol().kind(GmcProtocolException.Kind.MALFORMED),
            g ->
                g.whenever()
                    .answersWith(
                        throughEdge(200, envelope("").replace("<soap:Body>", "</x><soap:Body>")))),
        pair(
            "incomplete",
            GmcErrors.protocol().kind(GmcProtocolException.Kind.INCOMPLETE),
            g -> g.whenever().answersWith(throughEdge(200, envelope("")))),
        pair(
            "too large",
            GmcErrors.protocol()
                .kind(GmcProtocolException.Kind.TOO_LARGE)
                .evidence(e -> e.finding("the answer is longer than maxAnswerBytes, 100000")),
            g -> g.whenever().answersWith(throughEdge(200, envelope(" ".repeat(MOST_BYTES))))),
        pair(
            "unspecified block",
            GmcErrors.blocked().kind(GmcBlockedException.Kind.UNSPECIFIED),
            g -> g.whenever().answersWith(throughEdge(403, "<html><body>no</body></html>"))));
  }

  private static String envelope(String content) {
    return "<soap:Envelope xmlns:soap=\"http://schemas.xmlsoap.org/soap/envelope/\"><soap:Body>"
        + content
        + "</soap:Body></soap:Envelope>";
  }

  private static CannedAnswer throughEdge(int status, String body) {
    return CannedAnswer.builder()
        .status(status)
        .header("Content-Type", status == 200 ? "text/xml; charset=utf-8" : "text/html")
        .header("Server", "cloudflare")
        .header("CF-RAY", "8f3c2a9d1b7e4650-LHR")
        .body(body)
        .build();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("errorsAndWhatMakesThem")
  void anErrorIsWordForWordTheClients(
      String name, GmcErrorBuilder<?, ?> builder, Consumer<GmcMockServer> stub) {
    gmc.register().addDesignatedBody(HERE);
    stub.accept(gmc);
    GmcException real;
    try (GmcClient client = Clients.of(gmc).maxAnswerBytes(MOST_BYTES).build()) {
      real = catchThrowableOfType(GmcException.class, () -> client.getDoctorsForDb(HERE));
    }

    assertSame(builder, real);
  }

  static Stream<Arguments> codesOfOperations() {
    return Stream.of(
            "70",
            "80",
            "81",
            "91",
            "92",
            "98",
            "99",
            "100",
            "106",
            "140",
            "161",
            "777",
            "00",
            " 91",
            "ß",
            "a code that is far too long to be one")
        .flatMap(
            code ->
                Stream.of(
                        GmcOperation.GET_DOCTORS_FOR_DB,
                        GmcOperation.CHECK_RECOMMENDATION_STATUS,
                        GmcOperation.TRY_RECOMMENDATION_V2,
                        GmcOperation.TRY_ADD_DOCTOR,
                        GmcOperation.TRY_REMOVE_DOCTOR)
                    .filter(o -> ReturnCode.of(code).kind(o) != ReturnCode.Kind.ALREADY_SO)
                    .map(o -> Arguments.of(code, o)));
  }

  @ParameterizedTest(name = "{0} of {1}")
  @MethodSource("codesOfOperations")
  void aReturnCodeMakesTheClientsException(String code, GmcOperation operation) {
    gmc.when(operation).refusesWith(ReturnCode.of(code));
    GmcException real;
    try (GmcClient client = Clients.of(gmc).build()) {
      real = catchThrowableOfType(GmcException.class, () -> call(client, operation));
    }

    assertSame(GmcErrors.returnCode(ReturnCode.of(code)).operation(operation), real);
  }

  private static void call(GmcClient client, GmcOperation operation) {
    switch (operation) {
      case GET_DOCTORS_FOR_DB:
        client.getDoctorsForDb(HERE);
        break;
      case CHECK_RECOMMENDATION_STATUS:
        client.checkRecommendationStatus(Requests.status("9000001", "900001"));
        break;
      case TRY_ADD_DOCTOR:
        client.tryAddDoctor(Requests.add("9000001"));
        break;
      case TRY_REMOVE_DOCTOR:
        client.tryRemoveDoctor(Requests.remove("9000001"));
        break;
      default:
        client.tryRecommendationV2(Requests.revalidate("9000001"));
    }
  }

  /** Ids, times and addresses of the call are the caller's own; all else is the client's. */
  private static void assertSame(GmcErrorBuilder<?, ?> builder, GmcException real) {
    Evidence facts = real.evidence();
    GmcException made =
        builder
            .clientRequestId(real.clientRequestId())
            .attempts(real.attempts())
            .evidence(
                e ->
                    e.startedAt(facts.startedAt())
                        .endedAt(facts.endedAt())
                        .url(facts.url())
                        .environmentLabel(facts.environmentLabel().orElse(null))
                        .resolvedAddresses(facts.resolvedAddresses())
                        .userAgent(facts.userAgent())
                        .identityHeaders(facts.identityHeaders())
                        .incident(facts.incident().orElse(null)))
            .build();

    assertThat(made).hasSameClassAs(real).hasMessage(real.getMessage());
    assertThat(made.evidence()).isEqualTo(real.evidence());
    assertThat(made.actors()).isEqualTo(real.actors());
    assertThat(made.advice()).isEqualTo(real.advice());
    if (real.getCause() instanceof GmcException) {
      assertThat(made.getCause())
          .hasSameClassAs(real.getCause())
          .hasMessage(real.getCause().getMessage());
    }
  }
}
