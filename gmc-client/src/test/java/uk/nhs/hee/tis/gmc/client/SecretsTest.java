package uk.nhs.hee.tis.gmc.client;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static uk.nhs.hee.tis.gmc.client.fixture.RecordingHttpClient.stalling;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import uk.nhs.hee.tis.gmc.client.error.GmcException;
import uk.nhs.hee.tis.gmc.client.fixture.HttpReply;
import uk.nhs.hee.tis.gmc.client.fixture.LogCapture;
import uk.nhs.hee.tis.gmc.client.fixture.RecordingHttpClient;
import uk.nhs.hee.tis.gmc.client.fixture.Reply;
import uk.nhs.hee.tis.gmc.client.fixture.Soap;
import uk.nhs.hee.tis.gmc.client.fixture.WireServer;
import uk.nhs.hee.tis.gmc.client.model.AddDoctor;
import uk.nhs.hee.tis.gmc.client.model.AddReason;
import uk.nhs.hee.tis.gmc.client.model.DeferralReason;
import uk.nhs.hee.tis.gmc.client.model.DoctorsForDb;
import uk.nhs.hee.tis.gmc.client.model.GmcOperation;
import uk.nhs.hee.tis.gmc.client.model.Recommendation;
import uk.nhs.hee.tis.gmc.client.model.RemoveDoctor;
import uk.nhs.hee.tis.gmc.client.model.RemoveReason;
import uk.nhs.hee.tis.gmc.client.model.ResponsibleOfficer;
import uk.nhs.hee.tis.gmc.client.model.StatusQuery;

/** Whatever happens, nothing that is written down anywhere holds a secret or a person's data. */
class SecretsTest {
  private static final String NUMBER = "7391846";
  private static final List<String> SECRETS =
      List.of(
          "zzaccount",
          "zzpass&word",
          "zzpass&amp;word",
          NUMBER,
          "7264951",
          "Zzsurname",
          "Zzfirst",
          "Zzofficer",
          "zzphone",
          "zzinternal",
          "zzmail",
          "zzbreach",
          "zztoken");

  private final WireServer server = WireServer.start();
  private final RecordingHttpClient http = new RecordingHttpClient();
  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private final PrintStream out = System.out;
  private final PrintStream err = System.err;

  @BeforeEach
  void capture() {
    PrintStream both = new PrintStream(printed, true, UTF_8);
    System.setOut(both);
    System.setErr(both);
  }

  @AfterEach
  void stop() {
    System.setOut(out);
    System.setErr(err);
    server.close();
  }

  @ParameterizedTest
  @EnumSource
  void noSecretAppearsInAnythingThatIsWritten(GmcOperation operation) {
    StringBuilder written = new StringBuilder();
    try (LogCapture logs = LogCapture.start()) {
      GmcClient gmc = client().build();
      List<Reply> replies = replies(operation);
      for (Reply reply : replies) {
        server.then(reply);
        written.append(outcome(operation, gmc));
      }
      http.always(stalling(200, "text/xml", beginning(answer(operation))));
      GmcClient hasty = client().httpClient(http).attemptTimeout(Duration.ofMillis(300)).build();
      written.append(outcome(operation, hasty));
      written.append(logs.everything()).append(printed.toString(UTF_8));
      assertThat(logs.everything()).contains("incident").contains("gmc-client");
      assertThat(server.requests()).hasSameSizeAs(replies);
    }

    assertThat(server.requests().get(0).body()).contains("zzpass&amp;word");
    for (String secret : SECRETS) {
      assertThat(written.toString()).doesNotContain(secret);
    }
  }

  private GmcClientBuilder client() {
    return Clients.builder(server.endpoint())
        .credentials(GmcCredentials.of("zzaccount", "zzpass&word"))
        .internalUser("zzinternal")
        .identity(Clients.identity().with(Map.of("X-Token", "zztoken")));
  }

  /** What a caller may write down of how a call ends. */
  private static String outcome(GmcOperation operation, GmcClient gmc) {
    StringBuilder answer = new StringBuilder();
    Throwable failure = catchThrowable(() -> answer.append(call(operation, gmc)).append('\n'));
    return answer + text(failure);
  }

  private static String rows() {
    String row =
        Soap.field("GMCReferenceNumber", NUMBER)
            + Soap.field("DoctorFirstName", "Zzfirst")
            + Soap.field("DoctorLastName", "Zzsurname")
            + Soap.field("Breach", "zzbreach")
            + Soap.field("DateAdded", "Zzsurname");
    return "<Doctors>" + Soap.row(row) + "</Doctors>" + Soap.IDS;
  }

  private static String answer(GmcOperation operation) {
    return Soap.answer(operation, rows() + Soap.DONE);
  }

  private static String beginning(String answer) {
    return answer.substring(0, answer.indexOf("zzbreach") + 10);
  }

  private static List<Reply> replies(GmcOperation operation) {
    String list = rows();
    String answer = answer(operation);
    int cut = beginning(answer).length();
    String fault =
        Soap.envelope(
            "<soap:Fault><faultcode>soap:Server</faultcode><faultstring>zzpass&amp;word"
                + " of Zzsurname "
                + NUMBER
                + "</faultstring></soap:Fault>");
    HttpReply good = HttpReply.soap(answer);
    return List.of(
        good,
        good.cutAt(cut),
        good.cutAt(cut).framing(HttpReply.Framing.LENGTH_OF_CUT),
        HttpReply.soap(Soap.answer(operation, list + Soap.field("ReturnCode", "70"))),
        HttpReply.soap(Soap.answer(operation, list + Soap.field("ReturnCode", "98"))),
        HttpReply.soap(Soap.answer(operation, list + Soap.field("ReturnCode", "99"))),
        HttpReply.soap(Soap.answer(operation, list + Soap.field("ReturnCode", "777"))),
        HttpReply.soap(Soap.answer(operation, list + Soap.field("ReturnCode", "user zzaccount"))),
        HttpReply.soap(Soap.answer(operation, list + Soap.field("ReturnCode", "zzpass&amp;word"))),
        HttpReply.soap(Soap.answer(operation, list)),
        HttpReply.soap(answer.replace("</DateAdded>", "</Zzsurname>")),
        HttpReply.soap(answer.replace("<Breach>", "<Breach>&Zzsurname;")),
        HttpReply.soap(answer.replace("<Breach>", "<Breach Zzsurname=zzbreach>")),
        HttpReply.soap(answer + "Zzsurname"),
        HttpReply.soap(answer.replace("utf-8", "Zzsurname")),
        HttpReply.of("500 Internal Server Error", "text/xml", fault),
        HttpReply.of("403 Forbidden", "text/html", "<html><p>" + answer + "</p></html>"),
        Reply.hangUp(),
        Reply.raw("HTTP/1.1 200 OK\r\nContent-Length: Zzsurname\r\n\r\n"),
        // Without status line and headers, which the JDK quotes in its exception.
        Reply.raw(answer + "\r\n\r\n"));
  }

  private static String call(GmcOperation operation, GmcClient gmc) {
    switch (operation) {
      case GET_DOCTORS_FOR_DB:
        DoctorsForDb list = gmc.getDoctorsForDb("1-1RSSQ2H");
        return "" + gmc + list + list.doctors();
      case CHECK_RECOMMENDATION_STATUS:
        StatusQuery query =
            StatusQuery.builder()
                .gmcNumber(NUMBER)
                .designatedBodyCode("1-1RSSQ2H")
                .recommendationId("10-ABC")
                .build();
        return "" + query + gmc.checkRecommendationStatus(query);
      case TRY_RECOMMENDATION:
        return "" + recommendation() + gmc.tryRecommendation(recommendation());
      case TRY_RECOMMENDATION_V2:
        return "" + recommendation() + gmc.tryRecommendationV2(recommendation());
      case TRY_ADD_DOCTOR:
        AddDoctor add =
            AddDoctor.builder()
                .gmcNumber(NUMBER)
                .designatedBodyCode("1-1RSSQ2H")
                .reason(AddReason.HAS_CONNECTION)
                .build();
        return "" + add + gmc.tryAddDoctor(add);
      default:
        RemoveDoctor remove =
            RemoveDoctor.builder()
                .gmcNumber(NUMBER)
                .designatedBodyCode("1-1RSSQ2H")
                .reason(RemoveReason.RETIRED)
                .build();
        return "" + remove + gmc.tryRemoveDoctor(remove);
    }
  }

  private static Recommendation recommendation() {
    return Recommendation.builder()
        .gmcNumber(NUMBER)
        .surname("Zzsurname")
        .designatedBodyCode("1-1RSSQ2H")
        .responsibleOfficer(
            ResponsibleOfficer.builder()
                .gmcNumber("7264951")
                .surname("Zzofficer")
                .phoneNumber("zzphone")
                .build())
        .defer(DeferralReason.ONGOING_PROCESS, LocalDate.of(2027, 3, 9))
        .internalUserEmail("zzmail@example.nhs.uk")
        .build();
  }

  /** Everything that an exception can be made to tell. */
  private static String text(@Nullable Throwable failure) {
    if (failure == null) {
      return "";
    }
    StringWriter trace = new StringWriter();
    failure.printStackTrace(new PrintWriter(trace, true));
    if (!(failure instanceof GmcException)) {
      return trace.toString();
    }
    GmcException told = (GmcException) failure;
    return Stream.concat(
            Stream.of(
                trace.toString(),
                told.evidence().toText(),
                told.evidence().toJson(),
                told.evidence().toString()),
            Arrays.stream(told.getSuppressed()).map(Throwable::toString))
        .collect(Collectors.joining("\n"));
  }
}
