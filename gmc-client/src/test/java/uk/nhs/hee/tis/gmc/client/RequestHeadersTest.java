package uk.nhs.hee.tis.gmc.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import uk.nhs.hee.tis.gmc.client.fixture.Call;
import uk.nhs.hee.tis.gmc.client.fixture.HttpReply;
import uk.nhs.hee.tis.gmc.client.fixture.Soap;
import uk.nhs.hee.tis.gmc.client.fixture.WireRequest;
import uk.nhs.hee.tis.gmc.client.fixture.WireServer;

/** The HTTP headers of a request: all of them, and no other. */
class RequestHeadersTest {
  private final WireServer server = WireServer.start();

  @AfterEach
  void stop() {
    server.close();
  }

  @ParameterizedTest
  @EnumSource
  void soap11HasTheActionInQuotesInItsOwnHeader(Call call) {
    WireRequest request = sent(call, Clients.builder(server.endpoint()));

    assertThat(request.line()).isEqualTo("POST /GMCWebServices/WebService.asmx HTTP/1.1");
    assertThat(new TreeMap<>(request.headers()))
        .containsExactly(
            entry("Accept", "text/xml, application/problem+json;q=0.5"),
            entry("Accept-Encoding", "gzip"),
            entry("Content-Length", String.valueOf(request.bytes().length)),
            entry("Content-Type", "text/xml; charset=utf-8"),
            entry("Host", server.endpoint().getAuthority()),
            entry(
                "SOAPAction",
                "\"https://webcache.gmc-uk.org/GMCWebServices/"
                    + call.operation().operationName()
                    + '"'),
            entry("User-Agent", "sync-under-test/1.0 (team@example.nhs.uk)"));
  }

  @ParameterizedTest
  @EnumSource
  void soap12HasTheActionInTheContentType(Call call) {
    WireRequest request =
        sent(call, Clients.builder(server.endpoint()).soapVersion(SoapVersion.SOAP_1_2));

    assertThat(new TreeMap<>(request.headers()))
        .containsExactly(
            entry("Accept", "application/soap+xml, application/problem+json;q=0.5"),
            entry("Accept-Encoding", "gzip"),
            entry("Content-Length", String.valueOf(request.bytes().length)),
            entry(
                "Content-Type",
                "application/soap+xml; charset=utf-8;"
                    + " action=\"https://webcache.gmc-uk.org/GMCWebServices/"
                    + call.operation().operationName()
                    + '"'),
            entry("Host", server.endpoint().getAuthority()),
            entry("User-Agent", "sync-under-test/1.0 (team@example.nhs.uk)"));
  }

  @Test
  void theActionIsMadeFromItsBaseAndNotFromTheEndpoint() {
    WireRequest request =
        sent(
            Call.ADD,
            Clients.builder(server.endpoint()).soapActionBase("https://stand-in.example/GMC"));

    assertThat(request.header("SOAPAction"))
        .isEqualTo("\"https://stand-in.example/GMC/TryAddDoctor\"");
  }

  @Test
  void identityHeadersAndSdkMetadataAreSent() {
    ClientIdentity identity =
        ClientIdentity.builder()
            .product("sync-under-test", "1.0")
            .header("X-Client-Environment", "prod")
            .build();

    WireRequest request =
        sent(Call.GET_DOCTORS, Clients.builder(server.endpoint()).identity(identity));

    assertThat(request.header("User-Agent")).isEqualTo("sync-under-test/1.0");
    assertThat(request.header("X-Client-Environment")).isEqualTo("prod");
    assertThat(request.header("X-Gmc-Client"))
        .isEqualTo("gmc-client/" + LibraryVersion.VALUE + " jdk=" + Runtime.version().feature());
  }

  @Test
  void theVersionOfTheLibraryIsFilledInByTheBuild() {
    assertThat(LibraryVersion.VALUE).matches("\\d+\\.\\d+\\.\\d+(-SNAPSHOT)?");
  }

  @Test
  void withoutAnyIdentityTheLibraryNamesItself() {
    WireRequest request =
        sent(
            Call.GET_DOCTORS,
            Clients.builder(server.endpoint()).identity(ClientIdentity.builder().build()));

    assertThat(request.header("User-Agent")).isEqualTo("gmc-client/" + LibraryVersion.VALUE);
  }

  private WireRequest sent(Call call, GmcClientBuilder builder) {
    server.then(HttpReply.soap(Soap.success(call.operation())));
    call.on(builder.build());
    return server.onlyRequest();
  }
}
