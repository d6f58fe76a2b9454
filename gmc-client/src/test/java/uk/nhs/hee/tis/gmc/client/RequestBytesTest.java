package uk.nhs.hee.tis.gmc.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import uk.nhs.hee.tis.gmc.client.fixture.Call;
import uk.nhs.hee.tis.gmc.client.fixture.HttpReply;
import uk.nhs.hee.tis.gmc.client.fixture.Soap;
import uk.nhs.hee.tis.gmc.client.fixture.WireServer;
import uk.nhs.hee.tis.gmc.client.model.DeferralReason;
import uk.nhs.hee.tis.gmc.client.model.GmcOperation;
import uk.nhs.hee.tis.gmc.client.model.Recommendation;
import uk.nhs.hee.tis.gmc.client.model.ResponsibleOfficer;

/** The envelopes, byte for byte: the service drops out-of-order elements silently. */
class RequestBytesTest {
  private static final String OFFICER =
      "<RoSurname>Rookwhistle</RoSurname><RoUID>0000042</RoUID>"
          + "<RoDesignatedBodyCode>1-1RSSQ2H</RoDesignatedBodyCode>";
  private static final String DOCTOR_AND_OFFICER =
      "<DoctorSurname>Quillfeather</DoctorSurname><DoctorUID>7000001</DoctorUID>"
          + OFFICER
          + "<RoPhoneNumber>0161 496 0000</RoPhoneNumber>";
  private static final String SENDER =
      "<ClientRequestID>c-1</ClientRequestID><InternalUser>a.admin</InternalUser>"
          + "<InternalUserEmailAddress>a.admin@example.nhs.uk</InternalUserEmailAddress>";
  private static final CallOptions ID = CallOptions.builder().clientRequestId("c-1").build();

  private final WireServer server = WireServer.start();

  @AfterEach
  void stop() {
    server.close();
  }

  @ParameterizedTest
  @EnumSource
  void getDoctorsForDbHasItsFieldsInTheOrderOfTheWire(SoapVersion version) {
    sent(version, Call.GET_DOCTORS);

    assertSent(
        version,
        "GetDoctorsForDB",
        "<request><DesignatedBodyCode>1-1RSSQ2H</DesignatedBodyCode>"
            + "<ClientRequestID>c-1</ClientRequestID><InternalUser>a.admin</InternalUser>"
            + "</request>");
  }

  @ParameterizedTest
  @EnumSource
  void checkRecommendationStatusHasItsFieldsInTheOrderOfTheWire(SoapVersion version) {
    sent(version, Call.CHECK_STATUS);

    assertSent(
        version,
        "CheckRecommendationStatus",
        "<request><DesignatedBodyId>1-1RSSQ2H</DesignatedBodyId>"
            + "<ClientRequestId>c-1</ClientRequestId><InternalUserId>a.admin</InternalUserId>"
            + "<GMCReferenceNumber>7000001</GMCReferenceNumber>"
            + "<RecommendationId>10-ABC</RecommendationId></request>");
  }

  @ParameterizedTest
  @EnumSource
  void tryRecommendationThatRevalidatesHasAnEmptyReasonAndNoDate(SoapVersion version) {
    sent(version, Call.RECOMMEND);

    assertSent(
        version,
        "TryRecommendation",
        "<RecReq>"
            + DOCTOR_AND_OFFICER
            + "<RoRecommendation>1</RoRecommendation>"
            + "<RoRecommendationReason></RoRecommendationReason>"
            + SENDER
            + "</RecReq>");
  }

  @ParameterizedTest
  @EnumSource
  void tryRecommendationThatDefersHasReasonAndDate(SoapVersion version) {
    client(version, GmcOperation.TRY_RECOMMENDATION)
        .tryRecommendation(
            Call.revalidation().toBuilder()
                .defer(DeferralReason.ONGOING_PROCESS, LocalDate.of(2027, 3, 9))
                .build(),
            ID);

    assertSent(
        version,
        "TryRecommendation",
        "<RecReq>"
            + DOCTOR_AND_OFFICER
            + "<RoRecommendation>2</RoRecommendation>"
            + "<RoRecommendationReason>2</RoRecommendationReason>"
            + "<RequestedDeferralDate>09/03/2027</RequestedDeferralDate>"
            + SENDER
            + "</RecReq>");
  }

  @ParameterizedTest
  @EnumSource
  void tryRecommendationV2HasTheSubreasonLast(SoapVersion version) {
    sent(version, Call.RECOMMEND_V2);

    assertSent(
        version,
        "TryRecommendationV2",
        "<RecReq>"
            + DOCTOR_AND_OFFICER
            + "<RoRecommendation>2</RoRecommendation>"
            + "<RoRecommendationReason>1</RoRecommendationReason>"
            + "<RequestedDeferralDate>09/03/2027</RequestedDeferralDate>"
            + SENDER
            + "<RoRecommendationSubreason>6</RoRecommendationSubreason></RecReq>");
  }

  @Test
  void tryRecommendationV2WithoutDeferralHasEmptyReasonAndSubreason() {
    client(SoapVersion.SOAP_1_1, GmcOperation.TRY_RECOMMENDATION_V2)
        .tryRecommendationV2(withoutPhone().nonEngagement().build(), ID);

    assertSent(
        SoapVersion.SOAP_1_1,
        "TryRecommendationV2",
        "<RecReq><DoctorSurname>Quillfeather</DoctorSurname><DoctorUID>7000001</DoctorUID>"
            + OFFICER
            + "<RoRecommendation>3</RoRecommendation>"
            + "<RoRecommendationReason></RoRecommendationReason>"
            + SENDER
            + "<RoRecommendationSubreason></RoRecommendationSubreason></RecReq>");
  }

  @Test
  void tryRecommendationV2ForAnOngoingProcessOmitsTheSubreason() {
    client(SoapVersion.SOAP_1_1, GmcOperation.TRY_RECOMMENDATION_V2)
        .tryRecommendationV2(
            withoutPhone()
                .defer(DeferralReason.ONGOING_PROCESS, LocalDate.of(2028, 12, 31))
                .build(),
            ID);

    assertSent(
        SoapVersion.SOAP_1_1,
        "TryRecommendationV2",
        "<RecReq><DoctorSurname>Quillfeather</DoctorSurname><DoctorUID>7000001</DoctorUID>"
            + OFFICER
            + "<RoRecommendation>2</RoRecommendation>"
            + "<RoRecommendationReason>2</RoRecommendationReason>"
            + "<RequestedDeferralDate>31/12/2028</RequestedDeferralDate>"
            + SENDER
            + "</RecReq>");
  }

  @ParameterizedTest
  @EnumSource
  void tryAddDoctorHasTheRequestIdBeforeTheReason(SoapVersion version) {
    sent(version, Call.ADD);

    assertSent(
        version,
        "TryAddDoctor",
        "<RecReq><DoctorUID>7000001</DoctorUID><DesignatedBodyCode>1-1RSSQ2H</DesignatedBodyCode>"
            + "<ClientRequestID>c-1</ClientRequestID><ChangeReason>1</ChangeReason>"
            + "<InternalUser>a.admin</InternalUser></RecReq>");
  }

  @ParameterizedTest
  @EnumSource
  void tryRemoveDoctorHasTheReasonBeforeTheRequestId(SoapVersion version) {
    sent(version, Call.REMOVE);

    assertSent(
        version,
        "TryRemoveDoctor",
        "<RecReq><DoctorUID>7000001</DoctorUID><DesignatedBodyCode>1-1RSSQ2H</DesignatedBodyCode>"
            + "<ChangeReason>3</ChangeReason><ClientRequestID>c-1</ClientRequestID>"
            + "<InternalUser>a.admin</InternalUser></RecReq>");
  }

  private static Recommendation.Builder withoutPhone() {
    return Call.revalidation().toBuilder()
        .responsibleOfficer(
            ResponsibleOfficer.builder().gmcNumber("0000042").surname("Rookwhistle").build());
  }

  private void sent(SoapVersion version, Call call) {
    call.on(client(version, call.operation()), ID);
  }

  private GmcClient client(SoapVersion version, GmcOperation operation) {
    server.then(HttpReply.soap(Soap.success(operation)));
    return Clients.builder(server.endpoint()).soapVersion(version).build();
  }

  private void assertSent(SoapVersion version, String operation, String request) {
    String namespace = version == SoapVersion.SOAP_1_1 ? Soap.ENVELOPE_1_1 : Soap.ENVELOPE_1_2;
    assertThat(server.onlyRequest().body())
        .isEqualTo(
            "<?xml version=\"1.0\" encoding=\"utf-8\"?>"
                + "<soap:Envelope xmlns:soap=\""
                + namespace
                + "\"><soap:Body><"
                + operation
                + " xmlns=\"https://webcache.gmc-uk.org/GMCWebServices/\">"
                + request
                + "<Username>account-of-tests</Username><Password>not-a-real-one</Password></"
                + operation
                + "></soap:Body></soap:Envelope>");
  }
}
