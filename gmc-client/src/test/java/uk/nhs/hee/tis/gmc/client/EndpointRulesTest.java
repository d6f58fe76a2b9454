package uk.nhs.hee.tis.gmc.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.nhs.hee.tis.gmc.client.fixture.Nothing;

/** Which endpoints, action bases and HTTP clients the builder takes. */
class EndpointRulesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://webcache.gmc-uk.org/GMCWebServices/WebService.asmx",
        "HTTPS://stand-in.example:8443/service?tenant=nhs",
        "http://localhost:8080/",
        "http://LOCALHOST/",
        "http://127.0.0.1/",
        "http://127.9.8.7:1/",
        "http://[::1]:8080/"
      })
  void httpsAndLoopbackAreEndpoints(String endpoint) {
    assertThatCode(() -> build(endpoint)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://gmc-connect.example/",
        "http://127.0.0.1.example/",
        "http://localhost.example/",
        "http://10.0.0.1/"
      })
  void plainHttpElsewhereMustBeAllowed(String endpoint) {
    assertThatThrownBy(() -> build(endpoint))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "endpoint must be https, since the password travels in the body: "
                + endpoint
                + " (for a stand-in GMC in a container network call allowPlainHttp(), or set"
                + " GMC_ALLOW_PLAIN_HTTP to true)");
    assertThatCode(
            () ->
                Clients.builder(URI.create(endpoint))
                    .identity(Clients.identity())
                    .allowPlainHttp()
                    .build())
        .doesNotThrowAnyException();
  }

  @Test
  void aPortThatNoHostHasIsNamed() {
    assertThatThrownBy(() -> build("https://gmc.example:99999/"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("endpoint must have a port up to 65535: https://gmc.example:99999/");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/WebService.asmx", "ftp://host/", "https:opaque", "https:///path", "x"})
  void anythingElseIsNoEndpoint(String endpoint) {
    assertThatThrownBy(() -> build(endpoint))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("endpoint must be an absolute https URL: " + endpoint);
  }

  @ParameterizedTest
  @ValueSource(strings = {"wsdl", "WSDL"})
  void theAddressOfTheWsdlIsNoEndpoint(String query) {
    assertThatThrownBy(() -> build("https://host/WebService.asmx?" + query))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "endpoint must be the address of the service, not of its WSDL: leave out ?"
                + query
                + " at the end of https://host/WebService.asmx?"
                + query);
  }

  @Test
  void aFragmentIsRefused() {
    assertThatThrownBy(() -> build("https://host/service#part"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("endpoint must have no fragment: https://host/service#***");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://user:s3cret@host/",
        "https://user:s3cret@under_score/",
        "https:user:s3cret@host",
        "ftp://user:s3cret@host/"
      })
  void aPasswordInTheEndpointIsRefusedAndNotShown(String endpoint) {
    assertThatThrownBy(() -> build(endpoint))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("endpoint must hold no user name or password");
  }

  @ParameterizedTest
  @CsvSource({
    "https://webcache.gmc-uk.org/GMCWebServices/, https://webcache.gmc-uk.org/GMCWebServices/",
    "https://webcache.gmc-uk.org/GMCWebServices, https://webcache.gmc-uk.org/GMCWebServices/",
    "urn:stand-in, urn:stand-in/"
  })
  void anActionBaseEndsInASlash(String given, String expected) {
    assertThat(EndpointRules.actionBase(given)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://host/WebService.asmx", "https://host/WEBSERVICE.ASMX"})
  void theEndpointIsNoActionBase(String endpoint) {
    assertThatThrownBy(() -> GmcClient.builder().soapActionBase(endpoint))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "soapActionBase is not the endpoint, but what precedes the operation's name, such as"
                + " https://webcache.gmc-uk.org/GMCWebServices/: "
                + endpoint);
  }

  @ParameterizedTest
  @CsvSource({
    "'', soapActionBase is blank",
    "' ', soapActionBase is blank",
    "https://host/\"x, 'soapActionBase must hold no quote or space: https://host/\"x'",
    "https://ho st/, 'soapActionBase must hold no quote or space: https://ho st/'",
    "https://hést/, 'soapActionBase holds U+00E9 at index 9; only visible ASCII is allowed'"
  })
  void anActionBaseMustFitIntoItsHeader(String base, String message) {
    assertThatThrownBy(() -> GmcClient.builder().soapActionBase(base))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }

  @Test
  void aMissingActionBaseIsNamed() {
    assertThatThrownBy(() -> GmcClient.builder().soapActionBase(Nothing.at(String.class)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("soapActionBase is missing");
  }

  @ParameterizedTest
  @EnumSource(
      value = HttpClient.Redirect.class,
      names = {"ALWAYS", "NORMAL"})
  void anHttpClientThatFollowsRedirectsIsRefused(HttpClient.Redirect redirect) {
    HttpClient follows = HttpClient.newBuilder().followRedirects(redirect).build();

    assertThatThrownBy(() -> GmcClient.builder().httpClient(follows))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "httpClient follows redirects ("
                + redirect
                + "): a redirect would carry the password elsewhere");
  }

  private static GmcClient build(String endpoint) {
    return Clients.builder(URI.create(endpoint)).build();
  }
}
