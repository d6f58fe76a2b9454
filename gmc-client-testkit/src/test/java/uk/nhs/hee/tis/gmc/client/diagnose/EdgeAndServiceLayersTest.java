package uk.nhs.hee.tis.gmc.client.diagnose;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import uk.nhs.hee.tis.gmc.client.ClientIdentity;
import uk.nhs.hee.tis.gmc.client.GmcClient;
import uk.nhs.hee.tis.gmc.client.GmcCredentials;
import uk.nhs.hee.tis.gmc.client.diagnose.LayerResult.Status;
import uk.nhs.hee.tis.gmc.client.error.Evidence;
import uk.nhs.hee.tis.gmc.client.model.GmcOperation;
import uk.nhs.hee.tis.gmc.client.model.ReturnCode;
import uk.nhs.hee.tis.gmc.testkit.DoctorRow;
import uk.nhs.hee.tis.gmc.testkit.GmcIncident;
import uk.nhs.hee.tis.gmc.testkit.GmcMockServer;
import uk.nhs.hee.tis.gmc.testkit.ReceivedRequest;
import uk.nhs.hee.tis.gmc.testkit.pages.GmcPages;

/** Who refuses, once the way is free: the edge, the GMC's server, its service. */
class EdgeAndServiceLayersTest {
  private static final String BODY = "1-1RSSQ2H";
  private static final String OWN = "tis-revalidation-sync/1.0 (team@example.nhs.uk)";
  private static final String FIREWALL_ACTS = "; who must act: the GMC's firewall team.";

  @RegisterExtension final GmcMockServer gmc = GmcMockServer.create();

  private String password = "";

  @Test
  void allIsWell() {
    gmc.register().connect(BODY, DoctorRow.doctor("9000001"));
    DiagnosisReport report = diagnose(OWN, BODY);

    assertThat(report.conclusion())
        .isEqualTo("No layer fails: GMC Connect answers, and nobody must act.");
    assertThat(report.evidence()).isEmpty();
    assertThat(report.layers())
        .filteredOn(layer -> layer.status() != Status.SKIPPED)
        .allMatch(layer -> layer.status() == Status.PASSED)
        .hasSize(8);
    assertThat(report.layer(Layer.ACCESS).orElseThrow().facts())
        .containsExactly(Map.entry(BODY, "granted, doctors: 1"));
    assertThat(report.toText()).doesNotContain("9000001");
  }

  @Test
  void theIncidentOfMarch2021() {
    GmcIncident.USER_AGENT_BLOCKED.happenOn(gmc);
    gmc.register().addDesignatedBody(BODY);
    DiagnosisReport report = diagnose("Java/1.8.0_282", BODY);

    assertThat(report.conclusion())
        .isEqualTo(
            "The failing layer is the Cloudflare edge: it refuses this client (error 1010: client"
                + " signature banned, certain), so credentials and permissions are not the cause;"
                + " who must act: the caller, then the GMC's firewall team.");
    assertThat(report.layer(Layer.EDGE).orElseThrow().facts())
        .containsEntry("Ray ID", "8f3c2a9d1b7e4650")
        .containsEntry("edge location", "LHR")
        .containsEntry("our address as seen by the edge", "203.0.113.45");
    Evidence evidence = report.evidence().orElseThrow();
    assertThat(evidence.operation()).isEqualTo(GmcOperation.GET_DOCTORS_FOR_DB);
    assertThat(evidence.userAgent()).isEqualTo("Java/1.8.0_282");
    assertThat(evidence.rayId()).contains("8f3c2a9d1b7e4650");
    assertThat(diagnose(OWN, BODY).failing()).isEmpty();
  }

  @Test
  void aBannedAddress() {
    gmc.whenever().blocksWith(GmcPages.cloudflare().ipBan());

    assertThat(diagnose(OWN, BODY).conclusion())
        .isEqualTo(
            "The failing layer is the Cloudflare edge: it refuses this client (error 1006: the"
                + " caller's IP address is banned, certain), so credentials and permissions are not"
                + " the cause"
                + FIREWALL_ACTS);
  }

  @Test
  void aFirewallRule() {
    gmc.whenever().blocksWith(GmcPages.cloudflare().firewallRule());

    assertThat(diagnose(OWN, BODY).conclusion())
        .isEqualTo(
            "The failing layer is the Cloudflare edge: it refuses this client (error 1020: a GMC"
                + " firewall rule refused the request, certain), so credentials and"
                + " permissions are not the cause"
                + FIREWALL_ACTS);
  }

  @Test
  void aChallenge() {
    gmc.whenever().blocksWith(GmcPages.cloudflare().challenge());

    assertThat(diagnose(OWN, BODY).conclusion())
        .isEqualTo(
            "The failing layer is the Cloudflare edge: it refuses this client (a browser"
                + " challenge, certain), so credentials and permissions are not the cause"
                + FIREWALL_ACTS);
  }

  @Test
  void aRuleThatOnlyMeetsReads() {
    gmc.whenGettingDoctors().blocksWith(GmcPages.cloudflare().firewallRule());

    assertThat(diagnose(OWN, BODY).conclusion())
        .isEqualTo(
            "The failing layer is the Cloudflare edge: it lets a plain GET through, but for the"
                + " read"
                + " it refuses this client (error 1020: a GMC firewall rule refused the request,"
                + " certain), so credentials and permissions are not the cause"
                + FIREWALL_ACTS);
  }

  @Test
  void aRuleThatOnlyMeetsAPlainGet() {
    gmc.register().addDesignatedBody(BODY);
    gmc.whenever().forTheFirst(1).blocksWith(GmcPages.cloudflare().firewallRule());
    DiagnosisReport report = diagnose(OWN, BODY);

    assertThat(report.conclusion())
        .isEqualTo(
            "No layer fails: GMC Connect answers, but there is a warning about the Cloudflare edge:"
                + " it lets reads through, but not a plain GET"
                + FIREWALL_ACTS);
  }

  @Test
  void anOriginThatTheEdgeCannotReach() {
    gmc.whenever().answersWith(GmcPages.cloudflare().originUnreachable(522));

    assertThat(diagnose(OWN, BODY).failing().orElseThrow().finding())
        .startsWith("it cannot pass requests on to the GMC's server (");
  }

  @Test
  void theServerIsDown() {
    gmc.whenever().answersWith(GmcPages.iis().serviceUnavailable());
    String server = "HTTP 503 from the GMC's own web server";
    String act = "; who must act: the GMC's service team.";

    assertThat(diagnose(OWN, BODY).conclusion())
        .isEqualTo(
            "The failing layer is the SOAP service: the read fails: " + server + ", certain" + act);
    assertThat(diagnose(OWN).conclusion())
        .isEqualTo("The failing layer is the SOAP service: a plain GET fails: " + server + act);
  }

  @Test
  void theEndpointHasAWrongPath() {
    gmc.whenever().answersWith(GmcPages.iis().notFound());
    DiagnosisReport report = diagnose(OWN, BODY);

    assertThat(report.conclusion())
        .isEqualTo(
            "The failing layer is the SOAP service: the read fails: HTTP 404 from"
                + " the GMC's own web server, perhaps for a wrong path in the endpoint, certain; who"
                + " must act: the caller, then the GMC's service team.");
    assertThat(report.evidence().orElseThrow().advice())
        .isEqualTo("Do not retry: check the endpoint's path.");
  }

  @Test
  void theCallersOwnProxyAnswers() {
    gmc.whenever().blocksWith(GmcPages.proxy().blocked());
    DiagnosisReport report = diagnose(OWN, BODY);

    assertThat(report.failing().orElseThrow().layer()).isEqualTo(Layer.PROXY);
    assertThat(report.conclusion())
        .startsWith(
            "The failing layer is the caller's network: something on the caller's side of"
                + " the network answers"
                + " instead of the GMC (HTTP 403 from Squid")
        .endsWith("; who must act: the caller's network team.");
    assertThat(gmc.requests()).as("no password went to a stranger").hasSize(1);
  }

  @Test
  void aWrongPassword() {
    password = "wrong";

    DiagnosisReport report = diagnose(OWN, BODY);

    assertThat(report.conclusion())
        .isEqualTo(
            "The failing layer is credentials: the GMC's service refuses the account with return"
                + " code 99 (invalid credentials (user name, password or IP address)); who must"
                + " act: the caller, then the GMC's service team.");
    assertThat(report.evidence().orElseThrow().returnCode())
        .contains(ReturnCode.INVALID_CREDENTIALS);
    assertThat(report.layer(Layer.SOAP).orElseThrow().status()).isEqualTo(Status.PASSED);
    assertThat(gmc.requests()).as("a GET and one read").hasSize(2);
  }

  @Test
  void noAccessToOneBody() {
    gmc.register().addDesignatedBody(BODY);
    gmc.whenGettingDoctorsFor("1-AIIDHJ").refusesWith(ReturnCode.NO_ACCESS_TO_DESIGNATED_BODY);
    DiagnosisReport report = diagnose(OWN, "1-AIIDHJ", BODY);

    assertThat(report.conclusion())
        .isEqualTo(
            "The failing layer is access per body: the account may read 1 of 2 designated bodies,"
                + " but not 1-AIIDHJ (return code 81); who must act: the caller, then the GMC's"
                + " service team.");
    assertThat(report.layer(Layer.ACCESS).orElseThrow().facts())
        .containsExactly(
            Map.entry(
                "1-AIIDHJ",
                "refused, return code 81: the account has no access to this designated body"),
            Map.entry(BODY, "granted, doctors: 0"));
    assertThat(report.layer(Layer.CREDENTIALS).orElseThrow().status()).isEqualTo(Status.PASSED);
  }

  @Test
  void theServiceFails() {
    gmc.whenGettingDoctors().refusesWith(ReturnCode.INTERNAL_ERROR);

    assertThat(diagnose(OWN, BODY).conclusion())
        .isEqualTo(
            "The failing layer is the SOAP service: the GMC's service answers with return code 98:"
                + " internal error; who must act: the GMC's service team.");
  }

  @Test
  void onlyReadsAreSent() {
    gmc.register().addDesignatedBody(BODY);
    diagnose(OWN, BODY);

    assertThat(gmc.requests())
        .extracting(ReceivedRequest::operation)
        .containsExactly(Optional.empty(), Optional.of(GmcOperation.GET_DOCTORS_FOR_DB));
  }

  private DiagnosisReport diagnose(String userAgent, String... bodies) {
    String right = password.isEmpty() ? gmc.password() : password;
    GmcDiagnosis.Builder diagnosis =
        GmcDiagnosis.builder(
                () ->
                    GmcClient.builder()
                        .endpoint(gmc.endpoint())
                        .credentials(GmcCredentials.of(gmc.username(), right))
                        .identity(ClientIdentity.builder().userAgent(userAgent).build()))
            .variables(Map.of())
            .wait(duration -> {});
    for (String body : bodies) {
      diagnosis.designatedBody(body);
    }
    return diagnosis.build().run();
  }
}
