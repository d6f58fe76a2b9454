package uk.nhs.hee.tis.gmc.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static uk.nhs.hee.tis.gmc.testkit.pages.GmcPages.cloudflare;
import static uk.nhs.hee.tis.gmc.testkit.pages.GmcPages.proxy;

import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.nhs.hee.tis.gmc.client.model.GmcOperation;
import uk.nhs.hee.tis.gmc.testkit.Soap.Answer;
import uk.nhs.hee.tis.gmc.testkit.pages.CloudflarePage;

/** Stubs that answer with pages, look at the User-Agent, or change the register's answer. */
class GmcStubPagesTest {
  private static final String HERE = "1-1RSSQ2H";

  @RegisterExtension
  static final GmcMockServer gmc =
      GmcMockServer.builder().register(GmcRegister.invented(7, List.of(HERE), 3)).build();

  private static Answer list() {
    return Soap.call(gmc, GmcOperation.GET_DOCTORS_FOR_DB, Soap.list(HERE));
  }

  private static Answer listAs(String userAgent) {
    HttpRequest.Builder request =
        Soap.post(
            gmc,
            GmcOperation.GET_DOCTORS_FOR_DB,
            Soap.envelope(GmcOperation.GET_DOCTORS_FOR_DB, Soap.list(HERE)));
    return Soap.send(request.header("User-Agent", userAgent).build());
  }

  private static Answer add(String doctor) {
    return Soap.call(gmc, GmcOperation.TRY_ADD_DOCTOR, Soap.add(doctor, HERE));
  }

  @Test
  void aBlockWithoutAShapeIsHtml() {
    gmc.whenever().blocksWith(cloudflare().firewallRule());

    assertThat(list().http.body()).isEqualTo(cloudflare().firewallRule().asHtml().body());
  }

  @Test
  void aBlockInAShapeComesInIt() {
    gmc.whenever().blocksWith(cloudflare().firewallRule().asText());

    assertThat(list().body()).isEqualTo("error code: 1020");
  }

  @Test
  void anOutageIsAnAnswerAndNoBlock() {
    GmcStub stub = gmc.whenever();
    CloudflarePage outage = cloudflare().originUnreachable(522);

    assertThatThrownBy(() -> stub.blocksWith(outage))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "CloudflarePage[status=522, code=522, rayId=8f3c2a9d1b7e4650, location=LHR,"
                + " clientAddress=203.0.113.45] is not a block: use answersWith(…)");
    stub.answersWith(outage);
    assertThat(list().http.statusCode()).isEqualTo(522);
  }

  @Test
  void aBlockedWriteDoesNotReachTheRegister() {
    gmc.whenAdding().blocksWith(proxy().blocked());

    assertThat(add("9500001").http.statusCode()).isEqualTo(403);
    assertThat(gmc.register().doctors(HERE)).hasSize(3);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Java/1.8.0_292", "tis-revalidation (Java/17.0.12)"})
  void aBlockOfAUserAgentHitsThatUserAgentOnly(String userAgent) {
    gmc.whenever().fromUserAgentContaining("Java/").blocksWith(cloudflare().clientSignature());

    assertThat(listAs(userAgent).http.statusCode()).isEqualTo(403);
    assertThat(listAs("tis-revalidation/1.0 java/17").code()).isEqualTo("0");
  }

  @Test
  void conditionsOnTheUserAgentAddUpAndCountOnlyTheRequestsTheyMatch() {
    gmc.whenGettingDoctors()
        .forUserAgent(userAgent -> userAgent.startsWith("a"))
        .fromUserAgentContaining("b")
        .forTheFirst(1)
        .answersWith(cloudflare().tunnelDown());

    assertThat(listAs("axy").code()).isEqualTo("0");
    assertThat(listAs("xab").code()).isEqualTo("0");
    assertThat(listAs("ab").http.statusCode()).isEqualTo(530);
    assertThat(listAs("ab").code()).isEqualTo("0");
  }

  @Test
  void anEmptyUserAgentCanBeAskedFor() {
    gmc.whenever().forUserAgent(String::isEmpty).blocksWith(cloudflare().clientSignature());

    assertThat(listAs("").http.statusCode()).isEqualTo(403);
    assertThat(listAs("x").code()).isEqualTo("0");
  }

  @Test
  void aForcedFieldStandsInTheAnswerOfARegisterThatActed() {
    gmc.whenAdding().answersWithField("SubmissionDate", "");

    Answer answer = add("9500002");

    assertThat(answer.code()).isEqualTo("0");
    assertThat(answer.one("SubmissionDate")).isEmpty();
    assertThat(answer.body()).contains("<SubmissionDate />");
    assertThat(gmc.register().doctors(HERE)).hasSize(4);
  }

  @Test
  void aForcedFieldThatTheAnswerLacksChangesNothing() {
    gmc.whenever().answersWithField("SubmissionDate", "never");

    assertThat(list().body()).doesNotContain("never");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Doctors", "submissionDate", "ChangeReason", ""})
  void aFieldThatNoAnswerHasIsRefused(String field) {
    GmcStub stub = gmc.whenAdding();

    assertThatThrownBy(() -> stub.answersWithField(field, "x"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("no answer has a text field " + field);
  }

  @Test
  void aChangedListComesWhileTheRegisterStaysAsItIs() {
    List<String> numbers = list().all("GMCReferenceNumber");
    gmc.whenGettingDoctors()
        .answersDoctors(
            doctors -> {
              List<DoctorRow> turned = new ArrayList<>(doctors);
              Collections.reverse(turned);
              return turned;
            });

    List<String> turned = list().all("GMCReferenceNumber");

    Collections.reverse(numbers);
    assertThat(turned).isEqualTo(numbers).hasSize(3);
    assertThat(gmc.register().doctors(HERE)).hasSize(3);
  }

  @Test
  void aListCanBeEmptiedAndIsStillALegalAnswer() {
    gmc.whenever().answersDoctors(doctors -> List.of());

    Answer answer = list();

    assertThat(answer.code()).isEqualTo("0");
    assertThat(answer.body()).contains("<Doctors />");
    assertThat(answer.schemaErrors()).isEmpty();
    assertThat(add("9500003").code()).isEqualTo("0");
  }
}
