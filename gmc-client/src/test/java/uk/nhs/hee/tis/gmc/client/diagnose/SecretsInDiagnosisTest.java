package uk.nhs.hee.tis.gmc.client.diagnose;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import uk.nhs.hee.tis.gmc.client.GmcCredentials;
import uk.nhs.hee.tis.gmc.client.fixture.HttpReply;
import uk.nhs.hee.tis.gmc.client.fixture.LogCapture;
import uk.nhs.hee.tis.gmc.client.fixture.Soap;
import uk.nhs.hee.tis.gmc.client.fixture.WireServer;
import uk.nhs.hee.tis.gmc.client.model.GmcOperation;

/** Whatever GMC Connect answers, no report holds a secret or a doctor's data. */
class SecretsInDiagnosisTest {
  private static final String NUMBER = "7391846";
  private static final String LIST =
      Soap.list(
          Soap.row(
              Soap.field("GMCReferenceNumber", NUMBER)
                  + Soap.field("DoctorLastName", "Zzsurname")
                  + Soap.field("Sanction", "zzsanction")));

  static List<HttpReply> answers() {
    return List.of(
        HttpReply.soap(LIST),
        HttpReply.soap(LIST).cutAt(LIST.indexOf("zzsanction") + 4),
        HttpReply.soap(LIST.replace("</DoctorLastName>", "</Zzsurname>")),
        HttpReply.of("500 Internal Server Error", "text/xml", LIST),
        HttpReply.of("403 Forbidden", "text/html", "<html><p>" + LIST + "</p></html>"),
        Diagnoses.code("99"),
        Diagnoses.code("81"),
        HttpReply.soap(
            Soap.answer(
                GmcOperation.GET_DOCTORS_FOR_DB,
                Soap.IDS + Soap.field("ReturnCode", "98") + "<Doctors>Zzsurname</Doctors>")));
  }

  @ParameterizedTest
  @MethodSource("answers")
  void noSecretIsWritten(HttpReply answer) {
    try (WireServer server = WireServer.start().then(Diagnoses.description(), answer);
        LogCapture logs = LogCapture.start()) {
      DiagnosisReport report =
          Diagnoses.of(
                  server.endpoint(),
                  builder ->
                      builder
                          .credentials(GmcCredentials.of("zzaccount", "zzpassword"))
                          .internalUser("zzinternal")
                          .identity(Diagnoses.identity("sync").with(Map.of("X-Token", "zztoken"))))
              .build()
              .run();

      assertThat(server.requests()).hasSize(2);
      assertThat(server.requests().get(0).body()).isEmpty();
      assertThat(server.requests().get(0).header("X-Token")).isEqualTo("zztoken");
      assertThat(server.requests().get(1).body()).contains("zzpassword");
      assertThat(report.toText() + report.toJson() + report + logs.everything())
          .contains("X-Token")
          .doesNotContain("zztoken", "zzaccount", "zzpassword", "zzinternal", NUMBER)
          .doesNotContainIgnoringCase("zzsurname")
          .doesNotContain("zzsanction");
    }
  }
}
