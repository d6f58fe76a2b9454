package uk.nhs.hee.tis.gmc.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import uk.nhs.hee.tis.gmc.client.GmcClient;
import uk.nhs.hee.tis.gmc.client.error.Confidence;
import uk.nhs.hee.tis.gmc.client.error.Effect;
import uk.nhs.hee.tis.gmc.client.error.Evidence;
import uk.nhs.hee.tis.gmc.client.error.GmcBlockedException;
import uk.nhs.hee.tis.gmc.client.error.GmcException;
import uk.nhs.hee.tis.gmc.client.error.GmcIntermediaryException;
import uk.nhs.hee.tis.gmc.client.error.GmcOutcomeUnknownException;
import uk.nhs.hee.tis.gmc.client.error.GmcProtocolException;
import uk.nhs.hee.tis.gmc.client.error.GmcTimeoutException;
import uk.nhs.hee.tis.gmc.client.error.GmcUnavailableException;
import uk.nhs.hee.tis.gmc.client.error.Source;
import uk.nhs.hee.tis.gmc.client.model.GmcOperation;
import uk.nhs.hee.tis.gmc.client.model.ReturnCode;
import uk.nhs.hee.tis.gmc.testkit.errors.GmcErrorBuilder;
import uk.nhs.hee.tis.gmc.testkit.errors.GmcErrors;
import uk.nhs.hee.tis.gmc.testkit.errors.ReturnCodeErrorBuilder;
import uk.nhs.hee.tis.gmc.testkit.pages.CannedAnswer;
import uk.nhs.hee.tis.gmc.testkit.pages.GmcPages;

/** The exceptions for tests without a server are those that the real client throws. */
class GmcErrorsTest {
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

  @ParameterizedTest
  @CsvSource({
    "0, GET_DOCTORS_FOR_DB, GetDoctorsForDB",
    "0, TRY_ADD_DOCTOR, TryAddDoctor",
    "100, TRY_ADD_DOCTOR, TryAddDoctor",
    "140, TRY_REMOVE_DOCTOR, TryRemoveDoctor"
  })
  void aCodeThatTheClientAcceptsMakesNoException(String code, GmcOperation operation, String name) {
    ReturnCodeErrorBuilder builder = GmcErrors.returnCode(ReturnCode.of(code)).operation(operation);

    assertThatThrownBy(builder::build)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "return code %s fails no %s: the client returns an answer for it, as GmcAnswers makes",
            code, name);
  }

  @Test
  void aReturnCodesExceptionMayHaveAMessageAndACauseOfItsOwn() {
    for (String code : List.of("91", "98", "99", "00")) {
      for (GmcOperation operation :
          List.of(GmcOperation.GET_DOCTORS_FOR_DB, GmcOperation.TRY_ADD_DOCTOR)) {
        IllegalStateException cause = new IllegalStateException("x");
        GmcException plain = GmcErrors.returnCode(ReturnCode.of(code)).operation(operation).build();
        GmcException own =
            GmcErrors.returnCode(ReturnCode.of(code))
                .operation(operation)
                .message("m")
                .cause(cause)
                .build();

        assertThat(own).hasSameClassAs(plain).hasMessage("m").hasCause(cause);
        assertThat(own.evidence()).isEqualTo(plain.evidence());
      }
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

  @ParameterizedTest
  @EnumSource
  void aBlockIsOfEveryKind(GmcBlockedException.Kind kind) {
    assertThat(GmcErrors.blocked().kind(kind).build().kind()).isEqualTo(kind);
  }

  @Test
  void aBlockSaysWhatItWasTold() {
    GmcBlockedException blocked =
        GmcErrors.blocked()
            .kind(GmcBlockedException.Kind.IP_BAN)
            .cloudflareCode(1106)
            .rayId("0123456789abcdef")
            .confidence(Confidence.LIKELY)
            .operation(GmcOperation.TRY_ADD_DOCTOR)
            .attempts(3)
            .build();

    assertThat(blocked)
        .hasMessage(
            "GMC Connect's Cloudflare edge refused this TryAddDoctor request (error 1106: the"
                + " caller's IP address is banned, certain). The GMC's service never saw it;"
                + " credentials and permissions are not the cause. The User-Agent sent was"
                + " 'nightly-sync/1.0 (tester@example.nhs.uk)'. Do not retry: the GMC's firewall"
                + " team must allow the calling IP address (203.0.113.45). Who must act: the"
                + " GMC's firewall team. Send the evidence to the GMC and quote Ray ID"
                + " 0123456789abcdef at 2026-11-22T00:05:12Z.");
    assertThat(blocked.cloudflareCode()).hasValue(1106);
    assertThat(blocked.rayId()).contains("0123456789abcdef");
    assertThat(blocked.confidence()).isEqualTo(Confidence.LIKELY);
    assertThat(blocked.attempts()).isEqualTo(3);
    assertThat(blocked.evidence().toText()).contains("0123456789abcdef", "1106");
  }

  @Test
  void aNumberThatIsNoBlockMakesNone() {
    assertThatThrownBy(() -> GmcErrors.blocked().cloudflareCode(1015))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Cloudflare's error 1015 is not a block");
  }

  @ParameterizedTest
  @EnumSource
  void anAnswerOfSomethingElseIsOfEveryKind(GmcIntermediaryException.Kind kind) {
    assertThat(GmcErrors.intermediary().kind(kind).build().kind()).isEqualTo(kind);
  }

  @ParameterizedTest
  @EnumSource
  void anUnusableAnswerIsOfEveryKind(GmcProtocolException.Kind kind) {
    assertThat(GmcErrors.protocol().kind(kind).build().kind()).isEqualTo(kind);
  }

  @Test
  void aRateLimitSaysHowLongToWaitOrNot() {
    assertThat(GmcErrors.rateLimited().build().retryAfter()).contains(Duration.ofSeconds(30));
    assertThat(GmcErrors.rateLimited().retryAfter(null).build().retryAfter()).isEmpty();
  }

  @Test
  void aCallHeldBackByAnOpenCircuitWasNotSent() {
    GmcUnavailableException held = GmcErrors.unavailable().fromOpenCircuit().build();

    assertThat(held.fromOpenCircuit()).isTrue();
    assertThat(held.effect()).isEqualTo(Effect.NOT_SENT);
    assertThat(held.attempts()).isZero();
    assertThat(held)
        .hasMessageStartingWith(
            "GetDoctorsForDB was not sent: the circuit is open since an earlier call failed, and"
                + " calls are held back until one succeeds again. That failure: ");
  }

  @Test
  void anUnknownOutcomeIsCausedByTheFailureBehindIt() {
    GmcOutcomeUnknownException unknown =
        GmcErrors.outcomeUnknown(GmcOperation.TRY_RECOMMENDATION_V2).build();

    assertThat(unknown).hasCauseInstanceOf(GmcTimeoutException.class);
    assertThat(unknown.operation()).isEqualTo(GmcOperation.TRY_RECOMMENDATION_V2);
    assertThat(unknown.effect()).isEqualTo(Effect.MAY_HAVE_RUN);
    assertThat(unknown)
        .hasMessage(
            "TryRecommendationV2 may have been carried out; this side cannot tell. The"
                + " failure: TryRecommendationV2 got no usable answer from gmc-connect.example:"
                + " no answer within 60 s. The request may have reached the GMC. Do not submit it"
                + " again: look the doctor up in GMC Connect, or ask the GMC; if it arrived, a"
                + " second one would be refused with return code 91, which does not say whose"
                + " recommendation is open. Who must act: the caller's network team, then the"
                + " GMC's service team. Time: 2026-11-22T00:06:12Z.");
  }

  @Test
  void theOutcomeOfAReadIsNeverUnknown() {
    assertThatThrownBy(() -> GmcErrors.outcomeUnknown(GmcOperation.GET_DOCTORS_FOR_DB))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the outcome of a GetDoctorsForDB whose effect is MAY_HAVE_RUN is not unknown");
  }

  @Test
  void aCodeOfAnotherTypeIsNoRejection() {
    assertThatThrownBy(() -> GmcErrors.rejected(ReturnCode.INVALID_CREDENTIALS))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("return code 99 is not a GmcRejectedException");
  }

  @Test
  void theRestHaveTheirEffect() {
    assertThat(GmcErrors.unreachable().build().effect()).isEqualTo(Effect.NOT_SENT);
    assertThat(GmcErrors.timeout().build().effect()).isEqualTo(Effect.MAY_HAVE_RUN);
    assertThat(GmcErrors.notSent().build().source()).isEqualTo(Source.CALLER);
    assertThat(GmcErrors.timeout().message("late").cause(new IllegalStateException("x")).build())
        .hasMessage("late")
        .hasCauseInstanceOf(IllegalStateException.class);
  }
}
