package uk.nhs.hee.tis.gmc.example.legacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import uk.nhs.hee.tis.gmc.example.legacy.wsdl.CheckRecommendationStatusAnswer;
import uk.nhs.hee.tis.gmc.example.legacy.wsdl.CheckRecommendationStatusRequest;
import uk.nhs.hee.tis.gmc.example.legacy.wsdl.GetDoctorsForDBAnswer;
import uk.nhs.hee.tis.gmc.example.legacy.wsdl.GetDoctorsForDBRequest;
import uk.nhs.hee.tis.gmc.example.legacy.wsdl.TryAddDoctorAnswer;
import uk.nhs.hee.tis.gmc.example.legacy.wsdl.TryAddDoctorRequest;
import uk.nhs.hee.tis.gmc.example.legacy.wsdl.TryRecommendationAnswer;
import uk.nhs.hee.tis.gmc.example.legacy.wsdl.TryRecommendationRequest;
import uk.nhs.hee.tis.gmc.example.legacy.wsdl.TryRecommendationV2Request;
import uk.nhs.hee.tis.gmc.example.legacy.wsdl.TryRemoveDoctorAnswer;
import uk.nhs.hee.tis.gmc.example.legacy.wsdl.TryRemoveDoctorRequest;
import uk.nhs.hee.tis.gmc.testkit.DoctorRow;
import uk.nhs.hee.tis.gmc.testkit.GmcMockServer;

/** A Spring-WS client made from the WSDL works against the stand-in; strictness checks the rest. */
class LegacyClientTest {
  private static final String BODY = "1-1RSSQ2H";
  private static final String DOCTOR = "9000001";

  @RegisterExtension static final GmcMockServer gmc = GmcMockServer.create();

  private LegacyClient client;

  @BeforeEach
  void connect() {
    gmc.register()
        .connect(BODY, DoctorRow.doctor(DOCTOR).with("DoctorLastName", "Nobody").underNotice());
    client = new LegacyClient(gmc.endpoint(), gmc.username(), gmc.password());
  }

  @Test
  void listsTheDoctorsOfABody() {
    GetDoctorsForDBAnswer answer = client.getDoctors(list());

    assertThat(answer.getReturnCode()).isEqualTo("0");
    assertThat(answer.getClientRequestID()).isEqualTo("id-1");
    assertThat(answer.getDoctors().getGetDoctorsForDBResponseDoctor())
        .singleElement()
        .satisfies(
            doctor -> {
              assertThat(doctor.getGMCReferenceNumber()).isEqualTo(DOCTOR);
              assertThat(doctor.getDoctorLastName()).isEqualTo("Nobody");
              assertThat(doctor.getUnderNotice()).isEqualTo("Yes");
            });
  }

  @Test
  void addsAndRemovesADoctor() {
    TryAddDoctorRequest add = new TryAddDoctorRequest();
    add.setDoctorUID("9000002");
    add.setDesignatedBodyCode(BODY);
    add.setClientRequestID("id-2");
    add.setChangeReason("1");
    add.setInternalUser("a.tester");
    TryRemoveDoctorRequest remove = new TryRemoveDoctorRequest();
    remove.setDoctorUID("9000002");
    remove.setDesignatedBodyCode(BODY);
    remove.setChangeReason("2");
    remove.setClientRequestID("id-3");
    remove.setInternalUser("a.tester");

    TryAddDoctorAnswer added = client.add(add);
    assertThat(added.getReturnCode()).isEqualTo("0");
    assertThat(added.getGMCRequestID()).isNotBlank();
    assertThat(gmc.register().doctors(BODY)).hasSize(2);
    TryRemoveDoctorAnswer removed = client.remove(remove);
    assertThat(removed.getReturnCode()).isEqualTo("0");
    assertThat(gmc.register().doctors(BODY)).hasSize(1);
  }

  @Test
  void recommendsByTheFirstVersionAndAsksForTheStatus() {
    TryRecommendationAnswer accepted =
        client.recommend(revalidation(new TryRecommendationRequest()));
    assertThat(accepted.getReturnCode()).isEqualTo("0");

    CheckRecommendationStatusRequest query = new CheckRecommendationStatusRequest();
    query.setDesignatedBodyId(BODY);
    query.setClientRequestId("id-5");
    query.setInternalUserId("a.tester");
    query.setGMCReferenceNumber(DOCTOR);
    query.setRecommendationId(accepted.getRecommendationID());
    CheckRecommendationStatusAnswer status = client.checkStatus(query);

    assertThat(status.getReturnCode()).isEqualTo("0");
    assertThat(status.getStatus()).isEqualTo("Under Review");
  }

  @Test
  void defersByTheSecondVersionOnceAndIsRefusedTheSecondTime() {
    TryRecommendationV2Request deferral = revalidation(new TryRecommendationV2Request());
    deferral.setRoRecommendation("2");
    deferral.setRoRecommendationReason("1");
    deferral.setRequestedDeferralDate("31/03/2027");
    deferral.setRoRecommendationSubreason("4");

    assertThat(client.recommendV2(deferral).getReturnCode()).isEqualTo("0");
    TryRecommendationAnswer second = client.recommendV2(deferral);
    assertThat(second.getReturnCode()).isEqualTo("91");
    assertThat(second.getRecommendationID()).isNull();
    assertThat(second.getGMCRequestID()).isNotBlank();
  }

  @Test
  void wrongCredentialsAreReturnCode99() {
    LegacyClient stranger = new LegacyClient(gmc.endpoint(), "nobody", "nothing");

    assertThat(stranger.getDoctors(list()).getReturnCode()).isEqualTo("99");
  }

  @Test
  void theServedDescriptionIsTheOneTheClassesComeFrom() throws Exception {
    Path packaged =
        Path.of(
            "..",
            "..",
            "gmc-client-testkit",
            "src/main/resources/uk/nhs/hee/tis/gmc/testkit/internal/gmc-connect.wsdl");
    String served =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(URI.create(gmc.endpoint() + "?wsdl")).build(),
                HttpResponse.BodyHandlers.ofString())
            .body();

    assertThat(served)
        .isEqualTo(
            Files.readString(packaged)
                .replace(
                    "https://gmc-connect.example" + gmc.endpoint().getPath(),
                    gmc.endpoint().toString()));
  }

  private static GetDoctorsForDBRequest list() {
    GetDoctorsForDBRequest list = new GetDoctorsForDBRequest();
    list.setDesignatedBodyCode(BODY);
    list.setClientRequestID("id-1");
    list.setInternalUser("a.tester");
    return list;
  }

  /** Empty texts for reason and sub-reason, and no date: as those callers send it. */
  private static <T extends TryRecommendationRequest> T revalidation(T request) {
    request.setDoctorSurname("Nobody");
    request.setDoctorUID(DOCTOR);
    request.setRoSurname("Officer");
    request.setRoUID("9000009");
    request.setRoDesignatedBodyCode(BODY);
    request.setRoPhoneNumber("01632 960000");
    request.setRoRecommendation("1");
    request.setRoRecommendationReason("");
    request.setClientRequestID("id-4");
    request.setInternalUser("a.tester");
    request.setInternalUserEmailAddress("a.tester@example.nhs.uk");
    return request;
  }
}
