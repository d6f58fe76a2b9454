package uk.nhs.hee.tis.gmc.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static uk.nhs.hee.tis.gmc.client.model.GmcOperation.GET_DOCTORS_FOR_DB;

import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.nhs.hee.tis.gmc.testkit.internal.AddressRange;
import uk.nhs.hee.tis.gmc.testkit.pages.GmcPages;

/** What a server can do for the stand-in program: other addresses, blocks by address, new stubs. */
class StandInHooksTest {
  private static final String BODY = "1-1RSSQ2H";

  private static HttpRequest list(GmcMockServer gmc, String... headers) {
    HttpRequest.Builder request =
        Soap.post(gmc, GET_DOCTORS_FOR_DB, Soap.envelope(GET_DOCTORS_FOR_DB, Soap.list(BODY)));
    return (headers.length == 0 ? request : request.headers(headers)).build();
  }

  @ParameterizedTest
  @CsvSource({
    "127.0.0.1, 127.0.0.1, true",
    "127.0.0.0/8, 127.0.0.1, true",
    "10.1.2.0/23, 10.1.3.255, true",
    "10.1.2.0/23, 10.1.4.0, false",
    "0.0.0.0/0, 203.0.113.9, true",
    "203.0.113.9/31, 203.0.113.8, true",
    "2001:db8::/33, 2001:db8:7fff::1, true",
    "2001:db8::/33, 2001:db8:8000::1, false",
    "127.0.0.0/8, ::1, false",
    "127.0.0.0/8, localhost, false",
    "127.0.0.0/8, 127.1, false",
  })
  void aRangeContainsTheAddressesOfItsNetwork(String range, String address, boolean contained) {
    assertThat(AddressRange.parse(range).contains(address)).isEqualTo(contained);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "localhost", "10.1", "10.0.0.0/33", "10.0.0.0/", "1.2.3.4/5/6", "x/8"})
  void whatIsNoRangeIsRefused(String text) {
    assertThatThrownBy(() -> AddressRange.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("must be an IP address or a network such as 203.0.113.0/24, but is %s", text);
  }

  @Test
  void aStubCanBeForSomeCallersOnly() {
    try (GmcMockServer gmc = GmcMockServer.create().start()) {
      gmc.register().addDesignatedBody(BODY);
      gmc.whenever().fromAddress("203.0.113.0/24").blocksWith(GmcPages.cloudflare().ipBan());

      assertThat(Soap.send(list(gmc)).http.statusCode()).isEqualTo(200);
      assertThat(Soap.send(list(gmc, "X-Forwarded-For", "203.0.113.9, 10.0.0.1")).http.statusCode())
          .isEqualTo(403);
    }
  }

  @Test
  void newStubsTakeThePlaceOfTheOldOnesAtOnce() {
    try (GmcMockServer gmc = GmcMockServer.create().start()) {
      gmc.register().addDesignatedBody(BODY);
      GmcScenario.CLOUDFLARE_1020.happenOn(gmc);
      Soap.send(list(gmc));
      gmc.restub(() -> GmcScenario.MAINTENANCE.happenOn(gmc));

      assertThat(Soap.send(list(gmc)).http.statusCode()).isEqualTo(503);
      assertThat(gmc.requests()).hasSize(2);
      gmc.restub(() -> {});
      assertThat(Soap.send(list(gmc)).code()).isEqualTo("0");
    }
  }

  @Test
  void oldStubsStayWhenNewOnesFail() {
    try (GmcMockServer gmc = GmcMockServer.create().start()) {
      GmcScenario.CLOUDFLARE_1020.happenOn(gmc);

      assertThatThrownBy(() -> gmc.restub(() -> gmc.whenever().fromAddress("nowhere")))
          .isInstanceOf(IllegalArgumentException.class);
      assertThat(Soap.send(list(gmc)).http.statusCode()).isEqualTo(403);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/__admin",
        "/__admin/",
        "/__admin/mappings",
        "/__admin/requests",
        "/__admin/settings",
        "//__admin/mappings",
        "/x/../__admin/mappings",
      })
  void theAdminInterfaceOfWireMockLetsNobodyIn(String path) throws IOException {
    try (GmcMockServer gmc =
        GmcMockServer.builder()
            .bindAddress(InetAddress.getByName("0.0.0.0"))
            .strict(false)
            .start()) {
      URI uri = URI.create("http://localhost:" + gmc.endpoint().getPort() + path);
      Soap.Answer answer = Soap.send(HttpRequest.newBuilder(uri).build());

      assertThat(answer.http.statusCode()).isIn(302, 401, 404);
      assertThat(answer.body()).doesNotContain("mappings\"", "requests\"");
    }
  }

  @Test
  void aServerStopsForNobodyOnTheNetwork() {
    try (GmcMockServer gmc = GmcMockServer.create().start()) {
      gmc.register().addDesignatedBody(BODY);
      URI shutdown = Soap.at(gmc, "/__admin/shutdown");
      Soap.send(HttpRequest.newBuilder(shutdown).POST(HttpRequest.BodyPublishers.noBody()).build());

      assertThat(Soap.send(list(gmc)).http.statusCode()).isEqualTo(200);
    }
  }

  @Test
  void aChosenAddressIsTheOneOfTheEndpoint() throws IOException {
    assertThat(hostOf("127.0.0.2")).isEqualTo("localhost");
    assertThat(hostOf("0.0.0.0")).isEqualTo("localhost");
    for (NetworkInterface net : Collections.list(NetworkInterface.getNetworkInterfaces())) {
      net.inetAddresses()
          .filter(address -> !address.isLoopbackAddress() && address.getAddress().length == 4)
          .map(InetAddress::getHostAddress)
          .forEach(address -> assertThat(hostOf(address)).isEqualTo(address));
    }
  }

  private static String hostOf(String address) {
    try (GmcMockServer gmc =
        GmcMockServer.builder().bindAddress(InetAddress.getByName(address)).start()) {
      return gmc.endpoint().getHost();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
