package uk.nhs.hee.tis.gmc.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import uk.nhs.hee.tis.gmc.client.fixture.Call;
import uk.nhs.hee.tis.gmc.client.fixture.HttpReply;
import uk.nhs.hee.tis.gmc.client.fixture.Soap;
import uk.nhs.hee.tis.gmc.client.fixture.WireRequest;
import uk.nhs.hee.tis.gmc.client.fixture.WireServer;
import uk.nhs.hee.tis.gmc.client.model.GmcAnswer;
import uk.nhs.hee.tis.gmc.client.model.GmcOperation;

/** What one call may do differently, as it shows in what is sent. */
class CallOptionsOnTheWireTest {
  private static final String UUID =
      "[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}";

  private final WireServer server = WireServer.start();

  @AfterEach
  void stop() {
    server.close();
  }

  @ParameterizedTest
  @EnumSource
  void everyCallHasAFreshRequestIdUnlessGiven(Call call) {
    server.always(HttpReply.soap(Soap.success(call.operation())));
    GmcClient gmc = Clients.of(server);

    GmcAnswer first = call.on(gmc);
    GmcAnswer second = call.on(gmc);
    GmcAnswer given = call.on(gmc, CallOptions.builder().clientRequestId("given-1").build());

    assertThat(first.clientRequestId()).matches(UUID).isNotEqualTo(second.clientRequestId());
    assertThat(given.clientRequestId()).isEqualTo("given-1");
    assertThat(server.requests())
        .extracting(WireRequest::body)
        .zipSatisfy(
            List.of(first, second, given),
            (body, answer) -> assertThat(body).contains('>' + answer.clientRequestId() + '<'));
  }

  @Test
  void theInternalUserOfTheRequestWinsOverTheCallsAndTheClients() {
    server.always(HttpReply.soap(Soap.success(GmcOperation.TRY_ADD_DOCTOR)));
    GmcClient gmc = Clients.of(server);
    CallOptions options = CallOptions.builder().internalUser("of-the-call").build();

    gmc.tryAddDoctor(Call.add().toBuilder().internalUser("of-the-request").build(), options);
    gmc.tryAddDoctor(Call.add(), options);
    gmc.tryAddDoctor(Call.add());

    assertThat(server.requests())
        .extracting(request -> element("InternalUser", request))
        .containsExactly("of-the-request", "of-the-call", "a.admin");
  }

  @ParameterizedTest
  @EnumSource
  void theInternalUserOfTheCallIsKnownToEveryOperation(Call call) {
    server.always(HttpReply.soap(Soap.success(call.operation())));

    call.on(Clients.of(server), CallOptions.builder().internalUser("of-the-call").build());

    String name = call == Call.CHECK_STATUS ? "InternalUserId" : "InternalUser";
    assertThat(element(name, server.onlyRequest())).isEqualTo("of-the-call");
  }

  @ParameterizedTest
  @EnumSource
  void withoutAnyInternalUserNothingIsSent(Call call) {
    GmcClient gmc =
        GmcClient.builder()
            .endpoint(server.endpoint())
            .credentials(GmcCredentials.of("u", "p"))
            .build();

    assertThatThrownBy(() -> call.on(gmc))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("internalUser is missing: set it on the request, the call or the client");
    assertThat(server.connections()).isZero();
  }

  @Test
  void headersOfTheCallJoinTheIdentityAndReplaceThoseOfTheSameName() {
    server.always(HttpReply.soap(Soap.success(GmcOperation.GET_DOCTORS_FOR_DB)));
    GmcClient gmc =
        Clients.builder(server.endpoint())
            .identity(
                ClientIdentity.builder()
                    .product("sync-under-test", "1.0")
                    .header("X-Client-Environment", "prod")
                    .header("X-Region", "north")
                    .build())
            .build();
    CallOptions options =
        CallOptions.builder().header("x-client-environment", "stage").header("X-Job", "7").build();

    gmc.getDoctorsForDb(Call.BODY, options);
    gmc.getDoctorsForDb(Call.BODY);

    WireRequest with = server.requests().get(0);
    assertThat(with.header("X-Client-Environment")).isEqualTo("stage");
    assertThat(with.header("X-Region")).isEqualTo("north");
    assertThat(with.header("X-Job")).isEqualTo("7");
    WireRequest without = server.requests().get(1);
    assertThat(without.header("X-Client-Environment")).isEqualTo("prod");
    assertThat(without.header("X-Job")).isEqualTo("(absent)");
  }

  @Test
  void credentialsOfTheCallReplaceTheClients() {
    server.always(HttpReply.soap(Soap.success(GmcOperation.TRY_ADD_DOCTOR)));
    GmcClient gmc = Clients.of(server);

    gmc.tryAddDoctor(
        Call.add(), CallOptions.builder().credentials(GmcCredentials.of("other", "pw")).build());
    gmc.tryAddDoctor(Call.add());

    assertThat(passwords()).containsExactly("pw", Clients.PASSWORD);
    assertThat(element("Username", server.requests().get(0))).isEqualTo("other");
  }

  @Test
  void aSupplierOfCredentialsIsAskedOnEveryCallThatBringsNone() {
    server.always(HttpReply.soap(Soap.success(GmcOperation.TRY_ADD_DOCTOR)));
    Iterator<String> passwords = Arrays.asList("first", "rotated").iterator();
    GmcClient gmc =
        Clients.builder(server.endpoint())
            .credentials(() -> GmcCredentials.of("u", passwords.next()))
            .build();

    gmc.tryAddDoctor(Call.add());
    gmc.tryAddDoctor(
        Call.add(), CallOptions.builder().credentials(GmcCredentials.of("u", "own")).build());
    gmc.tryAddDoctor(Call.add());

    assertThat(passwords()).containsExactly("first", "own", "rotated");
  }

  @Test
  void whatASupplierOfCredentialsThrowsReachesTheCallerAndNothingIsSent() {
    IllegalStateException vaultIsDown = new IllegalStateException("vault is down");
    GmcClient gmc =
        Clients.builder(server.endpoint())
            .credentials(
                () -> {
                  throw vaultIsDown;
                })
            .build();

    assertThatThrownBy(() -> gmc.getDoctorsForDb(Call.BODY)).isSameAs(vaultIsDown);
    assertThat(server.connections()).isZero();
  }

  private List<String> passwords() {
    return server.requests().stream()
        .map(request -> element("Password", request))
        .collect(Collectors.toList());
  }

  private static String element(String name, WireRequest request) {
    String body = request.body();
    int start = body.indexOf('<' + name + '>') + name.length() + 2;
    return body.substring(start, body.indexOf("</" + name + '>'));
  }
}
