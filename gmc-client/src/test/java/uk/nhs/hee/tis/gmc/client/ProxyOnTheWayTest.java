package uk.nhs.hee.tis.gmc.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.Authenticator;
import java.net.InetSocketAddress;
import java.net.PasswordAuthentication;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.nhs.hee.tis.gmc.client.error.Effect;
import uk.nhs.hee.tis.gmc.client.error.GmcException;
import uk.nhs.hee.tis.gmc.client.error.GmcIntermediaryException;
import uk.nhs.hee.tis.gmc.client.error.GmcIntermediaryException.Kind;
import uk.nhs.hee.tis.gmc.client.error.GmcPermissionException;
import uk.nhs.hee.tis.gmc.client.error.GmcUnreachableException;
import uk.nhs.hee.tis.gmc.client.error.Source;
import uk.nhs.hee.tis.gmc.client.fixture.Call;
import uk.nhs.hee.tis.gmc.client.fixture.Causes;
import uk.nhs.hee.tis.gmc.client.fixture.ClosedPort;
import uk.nhs.hee.tis.gmc.client.fixture.HttpReply;
import uk.nhs.hee.tis.gmc.client.fixture.Reply;
import uk.nhs.hee.tis.gmc.client.fixture.WireServer;
import uk.nhs.hee.tis.gmc.client.model.Actor;

/** What a caller is told when the proxy in front of it lets no request through. */
@Timeout(60)
class ProxyOnTheWayTest {
  private static final URI ENDPOINT = URI.create("https://gmc-connect.invalid/service");
  private static final Reply LOGIN =
      HttpReply.of("407 Proxy Authentication Required", "text/html", "No")
          .header("Proxy-Authenticate: Basic realm=\"proxy\"");
  private static final Authenticator WRONG =
      new Authenticator() {
        @Override
        protected PasswordAuthentication getPasswordAuthentication() {
          return new PasswordAuthentication("someone", "wrong".toCharArray());
        }
      };

  private final WireServer proxy = WireServer.start();
  private final String name = "the proxy localhost:" + proxy.endpoint().getPort();

  @AfterEach
  void stop() {
    proxy.close();
  }

  private HttpClient.Builder through() {
    return through(InetSocketAddress.createUnresolved("localhost", proxy.endpoint().getPort()));
  }

  private static HttpClient.Builder through(InetSocketAddress address) {
    return HttpClient.newBuilder().proxy(ProxySelector.of(address));
  }

  private static GmcException failure(Call call, HttpClient http) {
    return failure(call, http, ENDPOINT);
  }

  private static GmcException failure(Call call, HttpClient http, URI endpoint) {
    GmcClient gmc =
        Clients.builder(endpoint)
            .allowPlainHttp()
            .httpClient(http)
            .retryPolicy(RetryPolicy.defaults())
            .random(() -> 0)
            .build();
    return catchThrowableOfType(GmcException.class, () -> call.on(gmc));
  }

  @ParameterizedTest
  @EnumSource
  void aLoginThatIsWantedEndsTheCallAtOnce(Call call) {
    proxy.always(LOGIN);

    GmcException failure = failure(call, through().build());

    assertThat(failure).isInstanceOf(GmcIntermediaryException.class);
    assertThat(((GmcIntermediaryException) failure).kind()).isEqualTo(Kind.PROXY_LOGIN);
    assertThat(failure.effect()).isEqualTo(Effect.NOT_SENT);
    assertThat(failure.retryable()).isFalse();
    assertThat(failure.evidence().httpStatus()).hasValue(407);
    assertThat(failure)
        .hasMessage(
            call.operation().operationName()
                + " got no usable answer from gmc-connect.invalid: "
                + name
                + " requires authentication (HTTP 407 to CONNECT). Nothing was sent. The HTTP"
                + " client has no Authenticator: give the client an HttpClient that has one,"
                + " and set the system property jdk.http.auth.tunneling.disabledSchemes to an"
                + " empty value; otherwise the JDK does not use Basic for tunnels. Who must"
                + " act: the caller's network team. Time: 2027-01-05T00:05:00Z.");
    assertThat(proxy.onlyRequest().line()).isEqualTo("CONNECT gmc-connect.invalid:443 HTTP/1.1");
  }

  @Test
  void anAuthenticatorThatTheJdkDoesNotAskForATunnelIsExplained() {
    proxy.always(LOGIN);

    GmcException failure = failure(Call.RECOMMEND_V2, through().authenticator(WRONG).build());

    assertThat(((GmcIntermediaryException) failure).kind()).isEqualTo(Kind.PROXY_LOGIN);
    assertThat(failure)
        .hasMessage(
            "TryRecommendationV2 got no usable answer from gmc-connect.invalid: "
                + name
                + " requires authentication (HTTP 407 to CONNECT). Nothing was sent. The HTTP client has an Authenticator, but the JDK does not use Basic for"
                + " tunnels unless the system property jdk.http.auth.tunneling.disabledSchemes"
                + " is empty (it is not set, so Basic is off). Who must act: the caller's network"
                + " team. Time: 2027-01-05T00:05:00Z.");
    assertThat(proxy.requests()).hasSize(1);
  }

  @Test
  void aLoginThatTheJdkCannotGiveIsNamed() {
    proxy.always(
        HttpReply.of("407 Proxy Authentication Required", "text/html", "No")
            .header("Proxy-Authenticate: Negotiate")
            .header("Proxy-Authenticate: NTLM"));

    GmcException failure = failure(Call.RECOMMEND_V2, through().authenticator(WRONG).build());

    assertThat(failure)
        .hasMessage(
            "TryRecommendationV2 got no usable answer from gmc-connect.invalid: "
                + name
                + " requires authentication (HTTP 407 to CONNECT). Nothing was sent. The proxy asks for Negotiate or NTLM, but the JDK's HTTP client supports Basic"
                + " authentication only. Who must act: the caller's network team. Time:"
                + " 2027-01-05T00:05:00Z.");
    assertThat(proxy.requests()).hasSize(1);
  }

  @Test
  void aTunnelThatTheProxyFailsToOpenIsNoBlockAndNotRetried() {
    proxy.always(HttpReply.of("500 Internal Server Error", "text/html", "No"));

    GmcException failure = failure(Call.RECOMMEND_V2, through().build());

    assertThat(((GmcIntermediaryException) failure).kind()).isEqualTo(Kind.OUTAGE);
    assertThat(failure.evidence().finding())
        .isEqualTo(name + " could not open a tunnel to the GMC (HTTP 500 to CONNECT)");
    assertThat(failure.retryable()).isFalse();
    assertThat(proxy.requests()).hasSize(1);
  }

  @Test
  void wrongCredentialsAreNotOfferedAgainByARetry() {
    proxy.always(LOGIN);

    GmcException failure =
        failure(
            Call.GET_DOCTORS,
            through().authenticator(WRONG).build(),
            URI.create("http://gmc-connect.invalid/service"));

    assertThat(failure).isInstanceOf(GmcIntermediaryException.class);
    assertThat(((GmcIntermediaryException) failure).kind()).isEqualTo(Kind.PROXY_LOGIN);
    assertThat(failure.evidence().finding()).isEqualTo(name + " refused the login");
    assertThat(failure.attempts()).isEqualTo(1);
    assertThat(proxy.requests()).as("one without and four with credentials").hasSize(5);
  }

  @Test
  void a401OfTheGmcWithoutAChallengeIsAPermissionErrorThoughTheClientHasAnAuthenticator() {
    proxy.always(HttpReply.of("401 Unauthorized", "text/html", "No"));

    GmcException failure =
        failure(
            Call.GET_DOCTORS,
            HttpClient.newBuilder().authenticator(WRONG).build(),
            proxy.endpoint());

    assertThat(failure).isInstanceOf(GmcPermissionException.class);
    assertThat(failure.evidence().finding())
        .isEqualTo("HTTP 401 without a WWW-Authenticate header");
    assertThat(failure.attempts()).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource(names = {"GET_DOCTORS", "RECOMMEND_V2"})
  void aRefusedTunnelIsABlockAndNotRetried(Call call) {
    proxy.always(HttpReply.of("403 Forbidden", "text/html", "No"));

    GmcException failure = failure(call, through().build());

    assertThat(((GmcIntermediaryException) failure).kind()).isEqualTo(Kind.BLOCK);
    assertThat(failure)
        .hasMessage(
            call.operation().operationName()
                + " got no usable answer from gmc-connect.invalid: "
                + name
                + " refused to open a tunnel to the GMC (HTTP 403 to CONNECT). Nothing was"
                + " sent. Do not retry: pass the evidence on. Who must act: the caller's"
                + " network team. Time: 2027-01-05T00:05:00Z.");
    assertThat(failure.effect()).isEqualTo(Effect.NOT_SENT);
    assertThat(proxy.requests()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"502 Bad Gateway", "503 Service Unavailable", "504 Gateway Timeout"})
  void aTunnelThatLeadsNowhereIsAnOutageAndRetried(String status) {
    proxy.always(HttpReply.of(status, "text/html", "No"));

    GmcException failure = failure(Call.RECOMMEND_V2, through().build());

    assertThat(((GmcIntermediaryException) failure).kind()).isEqualTo(Kind.OUTAGE);
    assertThat(failure.evidence().finding())
        .isEqualTo(
            name
                + " could not open a tunnel to the GMC (HTTP "
                + status.substring(0, 3)
                + " to CONNECT)");
    assertThat(failure.effect()).isEqualTo(Effect.NOT_SENT);
    assertThat(proxy.requests()).hasSize(3);
  }

  @Test
  void aProxyThatIsDownIsNamed() throws IOException {
    try (ClosedPort port = new ClosedPort()) {
      GmcException failure =
          failure(
              Call.RECOMMEND_V2,
              through(InetSocketAddress.createUnresolved("localhost", port.number())).build());

      assertThat(failure).isExactlyInstanceOf(GmcUnreachableException.class);
      assertThat(failure.evidence().finding())
          .isEqualTo("the proxy localhost:" + port.number() + " refused the connection");
      assertThat(failure.source()).isEqualTo(Source.INTERMEDIARY);
      assertThat(failure.actors()).containsExactly(Actor.CALLER_NETWORK);
      assertThat(failure.evidence().proxy()).contains("localhost:" + port.number());
      assertThat(failure.evidence().resolvedAddresses()).as("of the GMC's host").isEmpty();
    }
  }

  @Test
  void aLogInThatWasWrittenBeforeTheProxysNameIsNotShown() {
    GmcException failure =
        failure(
            Call.GET_DOCTORS,
            through(InetSocketAddress.createUnresolved("svc:secret@proxy.invalid", 3128)).build());

    assertThat(failure.evidence().proxy()).contains("proxy.invalid:3128");
    assertThat(failure.evidence().toText()).doesNotContain("secret");
    // Which exception of the JDK is behind it, and so the message, depends on the JDK.
    assertThat(failure).message().doesNotContain("secret");
  }

  @Test
  void aProxyThatDoesNotResolveIsNamed() {
    GmcException failure =
        failure(
            Call.RECOMMEND_V2,
            through(InetSocketAddress.createUnresolved("proxy.invalid", 3128)).build());

    assertThat(failure.evidence().finding())
        .isEqualTo("the host name of the proxy proxy.invalid:3128 did not resolve");
    assertThat(failure.source()).isEqualTo(Source.INTERMEDIARY);
    assertThat(Causes.of(failure)).isNotNull();
  }
}
