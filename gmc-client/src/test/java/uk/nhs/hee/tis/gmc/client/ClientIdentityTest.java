package uk.nhs.hee.tis.gmc.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.nhs.hee.tis.gmc.client.fixture.Call;
import uk.nhs.hee.tis.gmc.client.fixture.HttpReply;
import uk.nhs.hee.tis.gmc.client.fixture.Nothing;
import uk.nhs.hee.tis.gmc.client.fixture.Soap;
import uk.nhs.hee.tis.gmc.client.fixture.WireServer;

/** Who the client may say it is, and what it tells of that. */
class ClientIdentityTest {
  private static final String REFUSED =
      "GMC Connect's Cloudflare edge refused this GetDoctorsForDB request (error 1010: client"
          + " signature banned, certain). The GMC's service never saw it; credentials and"
          + " permissions are not the cause. ";
  private static final String WHAT_TO_DO =
      "Do not retry: check that the User-Agent names this product and no HTTP library, then ask the"
          + " GMC's firewall team to allow it. Who must act: the caller, then the GMC's firewall"
          + " team. Send the evidence to the GMC and quote Ray ID 8f3c2a9d1b7e4650 at"
          + " 2027-01-05T00:05:00Z.";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sync",
        "sync/1.0",
        "tis-sync/1.0-SNAPSHOT (team@example.nhs.uk)",
        "a/1 b/2 c",
        "a/1 (x (nested) y) b/2",
        "a/1 (x\\) y)",
        "a ()",
        "!#$%&'*+-.^_`|~09azAZ/1"
      })
  void aUserAgentOfProductsAndCommentsIsTaken(String agent) {
    assertThat(ClientIdentity.builder().userAgent(agent).build().userAgent()).isEqualTo(agent);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "(comment first)",
        "a/",
        "/1",
        "a/1/2",
        "a  b",
        "a,b",
        "a/1 (open",
        "a/1 (open (deeper)",
        "a/1 closed)",
        "a/1 (x)(y)",
        "a/1 (x\\",
        "a/1 (",
        "a@b/1",
        "a \"b\""
      })
  void anyOtherUserAgentIsRefused(String agent) {
    assertThatThrownBy(() -> ClientIdentity.builder().userAgent(agent))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "userAgent must be products such as name/1.0 and comments in parentheses: " + agent);
  }

  @ParameterizedTest
  @CsvSource({
    "'', userAgent is blank",
    "' ', userAgent is blank",
    "' a/1', userAgent begins or ends with a space",
    "'a/1 ', userAgent begins or ends with a space",
    "'a/1\u00e9', userAgent holds U+00E9 at index 3; only visible ASCII is allowed",
    "'a/1\r\nX: y', userAgent holds U+000D at index 3; only visible ASCII is allowed",
    "'a\t/1', userAgent holds U+0009 at index 1; only visible ASCII is allowed"
  })
  void aUserAgentMustBeVisibleAscii(String agent, String message) {
    assertThatThrownBy(() -> ClientIdentity.builder().userAgent(agent))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }

  @Test
  void lengthsEndAt1024() {
    String longest = "a".repeat(1024);
    assertThat(ClientIdentity.builder().userAgent(longest).header("X-A", longest).build())
        .extracting(ClientIdentity::userAgent)
        .isEqualTo(longest);

    assertThatThrownBy(() -> ClientIdentity.builder().userAgent(longest + "a"))
        .hasMessage("userAgent is 1025 characters long, at most 1024");
    assertThatThrownBy(() -> ClientIdentity.builder().header("X-A", longest + "a"))
        .hasMessage("header X-A is 1025 characters long, at most 1024");
  }

  @Test
  void productAndContactAreChecked() {
    ClientIdentity.Builder builder = ClientIdentity.builder();

    assertThatThrownBy(() -> builder.product("tis sync", "1"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "product name must be an RFC 9110 token (letters, digits and !#$%&'*+-.^_`|~): tis"
                + " sync");
    assertThatThrownBy(() -> builder.product("sync", "1 beta"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "product version must be an RFC 9110 token (letters, digits and !#$%&'*+-.^_`|~): 1"
                + " beta");
    assertThatThrownBy(() -> builder.product("sync", Nothing.at(String.class)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("product version is missing");
    for (String contact : new String[] {"a(b", "a)b", "a\\b"}) {
      assertThatThrownBy(() -> builder.contact(contact))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("contact must hold no parenthesis or backslash: " + contact);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "'', header name is blank",
    "'X A', 'header name must be an RFC 9110 token (letters, digits and"
        + " !#$%&''*+-.^_`|~), but ''X'' is followed by U+0020'",
    "'X:', 'header name must be an RFC 9110 token (letters, digits and !#$%&''*+-.^_`|~),"
        + " but ''X'' is followed by U+003A'"
  })
  void aHeaderNameIsAToken(String name, String message) {
    assertThatThrownBy(() -> ClientIdentity.builder().header(name, "s3cret"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }

  @ParameterizedTest
  @CsvSource({
    "'', header X-Token is blank",
    "'s3cret\r\nX: y', header X-Token holds U+000D at index 6; only visible ASCII is allowed",
    "'s3cret\ny', header X-Token holds U+000A at index 6; only visible ASCII is allowed",
    "'s3cr\u00e9t', header X-Token holds U+00E9 at index 4; only visible ASCII is allowed",
    "'s3cret\u0000', header X-Token holds U+0000 at index 6; only visible ASCII is allowed",
    "'s3cret\u007f', header X-Token holds U+007F at index 6; only visible ASCII is allowed",
    "' s3cret', header X-Token begins or ends with a space"
  })
  void aRefusedHeaderValueIsNotShown(String value, String message) {
    assertThatThrownBy(() -> ClientIdentity.builder().header("X-Token", value))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
    assertThatThrownBy(() -> CallOptions.builder().header("X-Token", value)).hasMessage(message);
    assertThatThrownBy(() -> Clients.identity().with(Map.of("X-Token", value))).hasMessage(message);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Accept",
        "accept-encoding",
        "Connection",
        "Content-Encoding",
        "Content-Length",
        "Content-Type",
        "Expect",
        "Host",
        "SOAPAction",
        "Transfer-Encoding",
        "Upgrade",
        "USER-AGENT"
      })
  void aHeaderThatTheClientSetsIsRefused(String name) {
    assertThatThrownBy(() -> ClientIdentity.builder().header(name, "x"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("header " + name + " is set by the client itself");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Date", "From", "Origin", "Referer", "Via", "Warning"})
  void aHeaderThatJava11RefusesIsRefusedOnEveryJava(String name) {
    assertThatThrownBy(() -> ClientIdentity.builder().header(name, "x"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("header " + name + " cannot be sent: the HTTP client of Java 11 refuses it");
  }

  @Test
  void secretsAreSentButNotDescribed() {
    ClientIdentity identity =
        ClientIdentity.builder()
            .product("sync", "1")
            .sdkMetadata(false)
            .header("X-Region", "north")
            .header("Authorization", "s3cret-1")
            .header("X-API-Key", "s3cret-2")
            .header("Cookie", "s3cret-3")
            .header("CF-Access-Client-Secret", "s3cret-4")
            .header("X-Auth-Token", "s3cret-5")
            .build();
    String expected =
        "User-Agent: sync/1\nAuthorization: ***\nCF-Access-Client-Secret: ***\nCookie: ***\n"
            + "X-API-Key: ***\nX-Auth-Token: ***\nX-Region: north";

    assertThat(identity.describe()).isEqualTo(expected);
    assertThat(identity.toString()).doesNotContain("s3cret");
    assertThat(identity.headersWithoutSecrets().toString()).doesNotContain("s3cret");
    try (WireServer server = WireServer.start()) {
      server.then(HttpReply.soap(Soap.success(Call.ADD.operation())));
      Clients.builder(server.endpoint()).identity(identity).build().tryAddDoctor(Call.add());
      assertThat(server.onlyRequest().header("X-Api-Key")).isEqualTo("s3cret-2");
    }
  }

  @Test
  void headersAreEqualWithoutRegardToCase() {
    ClientIdentity upper = Clients.identity().with(Map.of("X-REGION", "north"));
    ClientIdentity lower = Clients.identity().with(Map.of("x-region", "north"));

    assertThat(upper).isEqualTo(lower).hasSameHashCodeAs(lower);
  }

  @ParameterizedTest
  @CsvSource({
    "sync/1.0 java/17, 'the User-Agent contains \"Java/\", which Cloudflare is known to block:'",
    "Apache-HttpClient/5, 'the User-Agent contains \"Apache-HttpClient/\", a library''s default of"
        + " the kind that Cloudflare is known to block:'",
    "curl/8.0, 'the User-Agent contains \"curl/\", a library''s default of the kind that Cloudflare"
        + " is known to block:'",
    "Mozilla/5.0, 'the User-Agent imitates a browser, which no client of the GMC should:'"
  })
  void anUnwiseUserAgentIsWarnedOf(String agent, String warning) {
    assertThat(ClientIdentity.builder().userAgent(agent).build().warnings())
        .containsExactly(warning + " " + agent);
  }

  @Test
  void aUserAgentThatNamesProductAndContactIsNotWarnedOf() {
    assertThat(
            ClientIdentity.builder().userAgent("sync/1.0 (team@example.nhs.uk)").build().warnings())
        .isEmpty();
  }

  @Test
  void anIdentityWithoutANameIsWarnedOf() {
    String agent = "gmc-client/" + LibraryVersion.VALUE;

    assertThat(ClientIdentity.builder().build().warnings())
        .containsExactly(
            "the User-Agent names only this library ("
                + agent
                + "): name your product and a contact, so that the GMC can tell who calls");
  }

  @Test
  void aBlockOfAClientWithoutAProductSaysSo() {
    String agent = "gmc-client/" + LibraryVersion.VALUE;
    String unnamed =
        ", which names only this library: no identity with a product is set (identity(…) of the"
            + " builder, or GMC_USER_AGENT). ";

    assertThat(blocked(ClientIdentity.builder().build()))
        .isEqualTo(REFUSED + "The User-Agent sent was '" + agent + "'" + unnamed + WHAT_TO_DO);
    assertThat(blocked(ClientIdentity.builder().contact("team@example.nhs.uk").build()))
        .isEqualTo(
            REFUSED
                + "The User-Agent sent was '"
                + agent
                + " (team@example.nhs.uk)'"
                + unnamed
                + WHAT_TO_DO);
    assertThat(blocked(ClientIdentity.builder().product("sync", "1.0").build()))
        .isEqualTo(REFUSED + "The User-Agent sent was 'sync/1.0'. " + WHAT_TO_DO);
    assertThat(blocked(ClientIdentity.builder().product("gmc-client", "99").build()))
        .isEqualTo(REFUSED + "The User-Agent sent was 'gmc-client/99'. " + WHAT_TO_DO);
  }

  private static String blocked(ClientIdentity identity) {
    try (WireServer server = WireServer.start();
        GmcClient client = Clients.builder(server.endpoint()).identity(identity).build()) {
      server.then(
          HttpReply.of("403 Forbidden", "text/plain", "error code: 1010")
              .header("CF-RAY: 8f3c2a9d1b7e4650-LHR"));
      return String.valueOf(catchThrowable(() -> client.getDoctorsForDb(Call.BODY)).getMessage());
    }
  }
}
