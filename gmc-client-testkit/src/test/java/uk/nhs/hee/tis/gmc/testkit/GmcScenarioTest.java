package uk.nhs.hee.tis.gmc.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static uk.nhs.hee.tis.gmc.client.model.GmcOperation.TRY_ADD_DOCTOR;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import uk.nhs.hee.tis.gmc.client.GmcClient;
import uk.nhs.hee.tis.gmc.client.error.GmcException;
import uk.nhs.hee.tis.gmc.client.error.Source;

/** Scenarios by the names that command lines use. */
class GmcScenarioTest {
  private static final String BODY = "1-1RSSQ2H";

  @RegisterExtension
  static final GmcMockServer gmc =
      GmcMockServer.builder().register(GmcRegister.empty().addDesignatedBody(BODY)).build();

  @ParameterizedTest
  @CsvSource({
    "code-99, GmcPermissionException, GMC_SERVICE",
    "cloudflare-1010, GmcBlockedException, EDGE",
    "cloudflare-1020, GmcBlockedException, EDGE",
    "maintenance, GmcUnavailableException, GMC_SERVER",
    "proxy, GmcIntermediaryException, INTERMEDIARY",
  })
  void theFirstCallNamesTheRightParty(String scenario, String type, Source source) {
    GmcScenario.named(scenario).happenOn(gmc);
    try (GmcClient client = Clients.of(gmc).build()) {
      GmcException failure =
          catchThrowableOfType(GmcException.class, () -> client.getDoctorsForDb(BODY));

      assertThat(failure.getClass().getSimpleName()).isEqualTo(type);
      assertThat(failure.source()).isEqualTo(source);
    }
  }

  @Test
  void aGatewaysFailureComesAfterTheAct() {
    GmcScenario.GATEWAY_503.happenOn(gmc);

    Soap.Answer answer = Soap.call(gmc, TRY_ADD_DOCTOR, Soap.add("9000001", BODY));

    assertThat(answer.http.statusCode()).isEqualTo(503);
    assertThat(gmc.register().doctors(BODY)).hasSize(1);
  }

  @Test
  void aTruncatedListIsThatOfOneBodyAlone() {
    gmc.register().addDesignatedBody("1-AIIDHJ").addDesignatedBody("1-1RUZUSF");
    GmcScenario.TRUNCATED_LIST.happenOn(gmc);
    try (GmcClient client = Clients.of(gmc).build()) {
      GmcException failure =
          catchThrowableOfType(GmcException.class, () -> client.getDoctorsForDb("1-AIIDHJ"));
      assertThat(failure.evidence().finding()).isEqualTo("the answer broke off part-way through");
      assertThat(client.getDoctorsForDb(BODY).doctors()).isEmpty();
      assertThat(client.getDoctorsForDb("1-1RUZUSF").doctors()).isEmpty();
    }
  }

  @Test
  void resetEndsAScenario() {
    GmcScenario.CODE_99.happenOn(gmc);
    gmc.reset();

    try (GmcClient client = Clients.of(gmc).build()) {
      assertThat(client.getDoctorsForDb(BODY).doctors()).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(GmcScenario.class)
  void aScenarioIsFoundByItsName(GmcScenario scenario) {
    assertThat(GmcScenario.named(scenario.shortName())).isEqualTo(scenario);
  }

  @Test
  void anUnknownNameIsRefusedWithTheNamesThereAre() {
    assertThatThrownBy(() -> GmcScenario.named("cloudflare-404"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "there is no scenario cloudflare-404, only code-99, unknown-soap-action,"
                + " cloudflare-1010, cloudflare-1020, repeated-submission, blank-date,"
                + " empty-lists, missing-under-notice, truncated-list, maintenance, gateway-503,"
                + " proxy");
  }
}
