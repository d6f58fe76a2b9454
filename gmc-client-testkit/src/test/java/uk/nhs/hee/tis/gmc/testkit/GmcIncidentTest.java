package uk.nhs.hee.tis.gmc.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import uk.nhs.hee.tis.gmc.client.ClientIdentity;
import uk.nhs.hee.tis.gmc.client.GmcClient;
import uk.nhs.hee.tis.gmc.client.error.Confidence;
import uk.nhs.hee.tis.gmc.client.error.Effect;
import uk.nhs.hee.tis.gmc.client.error.GmcBlockedException;
import uk.nhs.hee.tis.gmc.client.error.GmcException;
import uk.nhs.hee.tis.gmc.client.error.GmcPermissionException;
import uk.nhs.hee.tis.gmc.client.error.GmcProtocolException;
import uk.nhs.hee.tis.gmc.client.error.GmcRejectedException;
import uk.nhs.hee.tis.gmc.client.error.Source;
import uk.nhs.hee.tis.gmc.client.model.AddDoctor;
import uk.nhs.hee.tis.gmc.client.model.AddReason;
import uk.nhs.hee.tis.gmc.client.model.ConnectionReceipt;
import uk.nhs.hee.tis.gmc.client.model.Doctor;
import uk.nhs.hee.tis.gmc.client.model.DoctorsForDb;
import uk.nhs.hee.tis.gmc.client.model.Recommendation;
import uk.nhs.hee.tis.gmc.client.model.ResponsibleOfficer;
import uk.nhs.hee.tis.gmc.client.model.ReturnCode;
import uk.nhs.hee.tis.gmc.client.model.UnderNotice;

/** Each incident of the past again: the first call tells what took people hours or days. */
class GmcIncidentTest {
  private static final String BODY = "1-1RSSQ2H";
  private static final String RAY = "8f3c2a9d1b7e4650";
  private static final String EGRESS = "203.0.113.45";

  @RegisterExtension
  static final GmcMockServer gmc = GmcMockServer.builder().register(register()).build();

  private static GmcRegister register() {
    GmcRegister register = GmcRegister.empty();
    for (String number : List.of("9000001", "9000002", "9000003")) {
      register.connect(
          BODY,
          DoctorRow.doctor(number)
              .with("DoctorLastName", "Zuckmayer-Quist")
              .dueOn(LocalDate.of(2027, 7, 21))
              .underNotice());
    }
    return register;
  }

  private static DoctorsForDb list() {
    try (GmcClient client = Clients.of(gmc).environmentLabel("prod").build()) {
      return client.getDoctorsForDb(BODY);
    }
  }

  private static DoctorsForDb listAs(String userAgent) {
    ClientIdentity identity = ClientIdentity.builder().userAgent(userAgent).build();
    try (GmcClient client = Clients.of(gmc).identity(identity).environmentLabel("prod").build()) {
      return client.getDoctorsForDb(BODY);
    }
  }

  @Test
  void code99NamesThreeCausesAndIsNoBlock() {
    GmcIncident.CODE_99_ON_EVERY_CALL.happenOn(gmc);

    GmcPermissionException refused =
        catchThrowableOfType(GmcPermissionException.class, GmcIncidentTest::list);

    assertThat(refused.source()).isEqualTo(Source.GMC_SERVICE);
    assertThat(refused.effect()).isEqualTo(Effect.NOT_PROCESSED);
    assertThat(refused.retryable()).isFalse();
    assertThat(refused.evidence().returnCode()).contains(ReturnCode.INVALID_CREDENTIALS);
    assertThat(refused.evidence().confidence()).isEqualTo(Confidence.CERTAIN);
    assertThat(refused)
        .hasMessage(
            "The GMC's service refused GetDoctorsForDB with return code 99 (invalid credentials"
                + " (user name, password or IP address)). The code does not say which of the three"
                + " is wrong; the request passed the Cloudflare edge, so this is not a block. Do"
                + " not retry: check user name and password, and ask the GMC whether it accepts the"
                + " IP address now in use. Who must act: the caller, then the GMC's service team."
                + " Quote GMC request id "
                + refused.gmcRequestId().orElseThrow()
                + " at "
                + second(refused)
                + ".");
    assertThat(refused.evidence().toText())
        .contains("99", refused.gmcRequestId().orElseThrow(), "none since this client started");
  }

  @Test
  void wrongSoapActionIsAFaultThatTheServerGaveForTheRequest() {
    GmcIncident.WRONG_SOAP_ACTION.happenOn(gmc);

    GmcProtocolException fault =
        catchThrowableOfType(GmcProtocolException.class, GmcIncidentTest::list);

    assertThat(fault.kind()).isEqualTo(GmcProtocolException.Kind.SOAP_FAULT);
    assertThat(fault.source()).isIn(Source.GMC_SERVER, Source.GMC_SERVICE);
    assertThat(fault.retryable()).isFalse();
    assertThat(fault.evidence().httpStatus()).isEqualTo(OptionalInt.of(500));
    assertThat(fault.evidence().rayId()).contains(RAY);
    assertThat(fault)
        .hasMessage(
            "The GMC's own web server gave no usable answer to this GetDoctorsForDB request (HTTP"
                + " 500 with a SOAP fault, code Client; the GMC's server did not recognise the"
                + " SOAPAction: check soapActionBase, certain). None of the answer was used. The"
                + " GMC's service did not process it. Do not retry: pass the evidence on. Who must"
                + " act: the caller. If you ask the GMC, quote Ray ID "
                + RAY
                + " at "
                + second(fault)
                + ".");
    assertThat(fault.evidence().excerpt()).isEmpty();
  }

  @Test
  void blockedUserAgentIsTheEdgesDoingAndNoPermissionError() {
    GmcIncident.USER_AGENT_BLOCKED.happenOn(gmc);

    GmcBlockedException blocked =
        catchThrowableOfType(GmcBlockedException.class, () -> listAs("Java/1.8.0_282"));

    assertThat(blocked.kind()).isEqualTo(GmcBlockedException.Kind.CLIENT_SIGNATURE);
    requireEvidence(blocked, 1010, "Java/1.8.0_282");
    assertThat(blocked)
        .hasMessage(
            "GMC Connect's Cloudflare edge refused this GetDoctorsForDB request (error 1010: client"
                + " signature banned, certain). The GMC's service never saw it; credentials and"
                + " permissions are not the cause. The User-Agent sent was 'Java/1.8.0_282'. Do not"
                + " retry: check that the User-Agent names this product and no HTTP library, then"
                + " ask the GMC's firewall team to allow it. Who must act: the caller, then the"
                + " GMC's firewall team. Send the evidence to the GMC and quote Ray ID "
                + RAY
                + " at "
                + second(blocked)
                + ".");
    assertThat(list().doctors()).as("from a client that says who it is").hasSize(3);
  }

  @Test
  void firewallRuleNamesItsCodeAndEverythingThatTheGmcAsksFor() {
    GmcIncident.FIREWALL_RULE.happenOn(gmc);

    GmcBlockedException blocked =
        catchThrowableOfType(GmcBlockedException.class, GmcIncidentTest::list);

    assertThat(blocked.kind()).isEqualTo(GmcBlockedException.Kind.FIREWALL_RULE);
    requireEvidence(blocked, 1020, "gmc-client-testkit-test/1.0");
    assertThat(blocked)
        .hasMessage(
            "GMC Connect's Cloudflare edge refused this GetDoctorsForDB request (error 1020: a"
                + " GMC firewall rule refused the request, certain). The GMC's service never saw"
                + " it; credentials and permissions are not the cause. The User-Agent sent was"
                + " 'gmc-client-testkit-test/1.0 (tester@example.nhs.uk)'. Do not retry: the rule"
                + " behind the block must be found and changed. Who must act: the GMC's firewall"
                + " team. Send the evidence to the GMC and quote Ray ID "
                + RAY
                + " at "
                + second(blocked)
                + ".");
  }

  private static Instant second(GmcException failure) {
    return failure.evidence().endedAt().truncatedTo(ChronoUnit.SECONDS);
  }

  private static void requireEvidence(GmcBlockedException blocked, int code, String userAgent) {
    assertThat(blocked.source()).isEqualTo(Source.EDGE);
    assertThat(blocked.effect()).isEqualTo(Effect.NOT_PROCESSED);
    assertThat(blocked.retryable()).isFalse();
    assertThat(blocked.confidence()).isEqualTo(Confidence.CERTAIN);
    assertThat(blocked.cloudflareCode()).isEqualTo(OptionalInt.of(code));
    assertThat(blocked.rayId()).contains(RAY);
    assertThat(blocked.evidence().edgeLocation()).contains("LHR");
    assertThat(blocked.evidence().egressAddress()).contains(EGRESS);
    assertThat(blocked.evidence().toText())
        .contains(
            RAY,
            EGRESS,
            "LHR",
            Integer.toString(code),
            userAgent,
            "prod",
            gmc.endpoint().toString(),
            blocked.clientRequestId(),
            blocked.evidence().endedAt().truncatedTo(ChronoUnit.MILLIS).toString())
        .doesNotContain(gmc.password());
    assertThat(blocked.evidence().toJson()).contains(RAY, EGRESS, Integer.toString(code));
  }

  @Test
  void repeatedSubmissionIsRejectedAsOne() {
    GmcIncident.REPEATED_SUBMISSIONS.happenOn(gmc);
    Recommendation recommendation =
        Recommendation.builder()
            .gmcNumber("9000001")
            .surname("Zuckmayer-Quist")
            .designatedBodyCode(BODY)
            .responsibleOfficer(
                ResponsibleOfficer.builder()
                    .gmcNumber("9000009")
                    .surname("Officer")
                    .phoneNumber("01632 960000")
                    .build())
            .internalUserEmail("a.tester@example.nhs.uk")
            .revalidate()
            .build();
    try (GmcClient client = Clients.of(gmc).build()) {
      GmcRejectedException rejected =
          catchThrowableOfType(
              GmcRejectedException.class, () -> client.tryRecommendationV2(recommendation));

      assertThat(rejected.returnCode()).contains(ReturnCode.OPEN_RECOMMENDATION_EXISTS);
      assertThat(rejected.source()).isEqualTo(Source.GMC_SERVICE);
      assertThat(rejected.effect()).isEqualTo(Effect.NOT_PROCESSED);
      assertThat(rejected.retryable()).isFalse();
      assertThat(rejected.attempts()).isEqualTo(1);
      assertThat(rejected)
          .hasMessage(
              "The GMC's service refused TryRecommendationV2 with return code 91 (open"
                  + " recommendation exists). Compare with your own record, then look the doctor up"
                  + " in GMC Connect: this is also how a repeated submission shows. Who must act:"
                  + " the caller. Quote GMC request id "
                  + rejected.gmcRequestId().orElseThrow()
                  + " at "
                  + second(rejected)
                  + ".");
    }
  }

  @Test
  void blankDateOfAnAddedDoctorIsNoDateAndNoFailure() {
    GmcIncident.BLANK_DATE_ON_ADD.happenOn(gmc);
    AddDoctor add =
        AddDoctor.builder()
            .gmcNumber("9000004")
            .designatedBodyCode(BODY)
            .reason(AddReason.HAS_CONNECTION)
            .build();
    try (GmcClient client = Clients.of(gmc).build()) {
      ConnectionReceipt receipt = client.tryAddDoctor(add);

      assertThat(receipt.outcome()).isEqualTo(ConnectionReceipt.Outcome.DONE);
      assertThat(receipt.submissionDate()).isEmpty();
      assertThat(receipt.unreadableFields()).isEmpty();
    }
  }

  @Test
  void emptyRegionIsALegalAnswerWithNobodyInIt() {
    GmcIncident.EMPTY_REGIONS.happenOn(gmc);

    DoctorsForDb doctors = list();

    assertThat(doctors.doctors()).isEmpty();
    assertThat(doctors.gmcRequestId()).isPresent();
  }

  @Test
  void missingUnderNoticeIsUnknownAndNoDoctorIsLost() {
    GmcIncident.MISSING_UNDER_NOTICE.happenOn(gmc);

    assertThat(list().doctors().stream().map(Doctor::underNotice).collect(Collectors.toList()))
        .containsExactly(UnderNotice.UNKNOWN, UnderNotice.UNKNOWN, UnderNotice.YES);
  }

  @ParameterizedTest
  @EnumSource(GmcIncident.class)
  void everyIncidentHasAMonthAndATitle(GmcIncident incident) {
    assertThat(incident.when()).matches("20(18|2[0-3])-(0[1-9]|1[0-2])");
    assertThat(incident.title()).isNotBlank();
  }
}
