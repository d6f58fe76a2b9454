package uk.nhs.hee.tis.gmc.client;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static uk.nhs.hee.tis.gmc.client.fixture.Soap.DONE;
import static uk.nhs.hee.tis.gmc.client.fixture.Soap.IDS;
import static uk.nhs.hee.tis.gmc.client.fixture.Soap.edit;
import static uk.nhs.hee.tis.gmc.client.fixture.Soap.field;

import java.nio.charset.Charset;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.nhs.hee.tis.gmc.client.fixture.Call;
import uk.nhs.hee.tis.gmc.client.fixture.HttpReply;
import uk.nhs.hee.tis.gmc.client.fixture.HttpReply.Framing;
import uk.nhs.hee.tis.gmc.client.fixture.Rows;
import uk.nhs.hee.tis.gmc.client.fixture.Soap;
import uk.nhs.hee.tis.gmc.client.fixture.WireServer;
import uk.nhs.hee.tis.gmc.client.model.Doctor;
import uk.nhs.hee.tis.gmc.client.model.DoctorsForDb;
import uk.nhs.hee.tis.gmc.client.model.GmcAnswer;
import uk.nhs.hee.tis.gmc.client.model.GmcOperation;

/** What an answer may look like and still be the same answer. */
class LenientReadingTest {
  private static final WireServer SERVER = WireServer.start();
  private static final GmcClient GMC = Clients.of(SERVER);
  private static final String LIST = Soap.list(Rows.rows(2));

  @AfterAll
  static void stop() {
    SERVER.close();
  }

  @ParameterizedTest
  @EnumSource
  void anyFramingIsRead(Framing framing) {
    assertSameList(HttpReply.soap(LIST).framing(framing));
    assertSameList(HttpReply.soap(LIST).framing(framing).gzip());
  }

  @Test
  void gzipIsToldByItsBytesAndNotByItsHeader() {
    assertSameList(HttpReply.of("200 OK", "text/xml", HttpReply.gzip(LIST.getBytes(UTF_8))));
    assertSameList(HttpReply.soap(LIST).header("Content-Encoding: gzip"));
  }

  @Test
  void anyStatusThatCarriesAGoodAnswerIsRead() {
    assertSameList(HttpReply.of("500 Internal Server Error", "text/xml", LIST));
  }

  @Test
  void aByteOrderMarkIsPassedOver() {
    assertSameList(HttpReply.soap('\uFEFF' + LIST));
  }

  @Test
  void theDeclaredEncodingIsRead() {
    String declared = LIST.replace("encoding=\"utf-8\"", "encoding=\"utf-16\"");
    assertSameList(HttpReply.of("200 OK", "text/xml", declared.getBytes(UTF_16)));
    assertSameList(
        HttpReply.of(
            "200 OK",
            "text/xml",
            LIST.replace("encoding=\"utf-8\"", "encoding=\"windows-1252\"")
                .replace("&#235;", "ë")
                .getBytes(Charset.forName("windows-1252"))));
  }

  @Test
  void aMissingXmlDeclarationMeansUtf8() {
    assertSameList(HttpReply.soap(LIST.substring(LIST.indexOf("<soap")).replace("&#235;", "ë")));
  }

  @Test
  void whiteSpaceCommentsAndInstructionsAnywhereChangeNothing() {
    String noise = " <!-- 7000009 -->\r\n<?note x?>\t";
    String spaced = LIST.replaceAll("(</[^>]+>)", "$1" + Matcher.quoteReplacement(noise));
    assertThat(spaced).endsWith(noise);
    assertSameList(HttpReply.soap(spaced));
  }

  @Test
  void commentsAndCdataInsideTextAreNoPartOfIt() {
    assertSameList(
        HttpReply.soap(
            LIST.replace("<Breach>N", "<Breach><!-- a --><![CDATA[N]]><?b c?>")
                .replace("O&apos;Quill &amp; Sons", "O<![CDATA['Quill & ]]>Sons")));
  }

  @Test
  void extraElementsAtEveryLevelArePassedOver() {
    String extra = "<New xmlns=\"urn:new\"><Deeper a=\"1\">text</Deeper></New>";
    String more = "<Another>text<Nested/></Another>";
    String list =
        LIST.replace("</GMCReferenceNumber>", "</GMCReferenceNumber>" + extra + more)
            .replace("</Doctors>", "</Doctors>" + extra + more);
    list = edit(list, "<GetDoctorsForDBResult>", more + "<GetDoctorsForDBResult>" + extra);
    list = edit(list, "</GetDoctorsForDBResult>", "</GetDoctorsForDBResult>" + extra);
    list = edit(list, "</soap:Body>", "</soap:Body>" + extra);

    assertSameList(HttpReply.soap(list));
  }

  @ParameterizedTest
  @EnumSource
  void extraElementsBesideTheFieldsNeverFailACall(Call call) {
    String answer = Soap.success(call.operation());
    GmcAnswer expected = answered(call, answer);
    for (String name :
        List.of("New", "Message", "Errors", "Status", "SubmissionDate", "RecommendationID")) {
      if (answer.contains("<" + name + ">")) {
        continue;
      }
      String children = field(name, "<Code>7</Code><Text>of <b>it</b></Text>");
      for (String extra :
          List.of(
              field(name, "text"),
              children,
              children + children,
              field(name, ""),
              children.replaceFirst(name, name + " xmlns=\"urn:new\""),
              "<x:" + name + " xmlns:x=\"urn:new\">text<x:y/></x:" + name + ">")) {
        assertThat(answered(call, edit(answer, DONE, extra + DONE + extra)))
            .as(extra)
            .usingRecursiveComparison()
            .ignoringFields("info.duration")
            .isEqualTo(expected);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void fieldsOfAnotherNamespaceAreExtraElements(Call call) {
    String answer = Soap.success(call.operation());
    GmcAnswer expected = answered(call, answer);
    for (String name :
        List.of(
            "ReturnCode",
            "ClientRequestID",
            "GMCRequestID",
            "Status",
            "SubmissionDate",
            "RecommendationID")) {
      String extra = "<" + name + " xmlns=\"urn:new\">9<a/></" + name + ">";

      assertThat(answered(call, edit(answer, DONE, extra + DONE + extra)))
          .as(extra)
          .usingRecursiveComparison()
          .ignoringFields("info.duration")
          .isEqualTo(expected);
    }
  }

  private static GmcAnswer answered(Call call, String answer) {
    SERVER.then(HttpReply.soap(answer));
    return call.on(GMC, CallOptions.builder().clientRequestId("same").build());
  }

  @Test
  void aHeaderIsPassedOver() {
    assertSameList(
        HttpReply.soap(
            edit(
                LIST,
                "<soap:Body>",
                "<soap:Header><t:Trace xmlns:t=\"urn:t\">7000009</t:Trace></soap:Header>"
                    + "<soap:Body>")));
  }

  @Test
  void fieldsAreReadInAnyOrderAndUnderAnyPrefix() {
    String row =
        "<g:GetDoctorsForDBResponse_Doctor><g:Sanction>No</g:Sanction>"
            + "<g:GMCReferenceNumber>0000007</g:GMCReferenceNumber>"
            + "</g:GetDoctorsForDBResponse_Doctor>";
    DoctorsForDb doctors =
        list(
            HttpReply.soap(
                Soap.envelope(
                    "<g:GetDoctorsForDBResponse xmlns:g=\""
                        + Soap.GMC
                        + "\"><g:GetDoctorsForDBResult><g:ReturnCode>0</g:ReturnCode><g:Doctors>"
                        + row
                        + "</g:Doctors><g:GMCRequestID> 77 </g:GMCRequestID>"
                        + "</g:GetDoctorsForDBResult></g:GetDoctorsForDBResponse>")));

    assertThat(doctors.doctors())
        .containsExactly(Doctor.builder().gmcNumber("0000007").sanction("No").build());
    assertThat(doctors.gmcRequestId()).hasValue("77");
  }

  @ParameterizedTest
  @EnumSource
  void anAnswerMayComeInTheOtherVersionOfSoap(SoapVersion asked) {
    for (Call call : Call.values()) {
      String soap11 = Soap.success(call.operation());
      String soap12 = soap11.replace(Soap.ENVELOPE_1_1, Soap.ENVELOPE_1_2);
      GmcClient gmc = Clients.builder(SERVER.endpoint()).soapVersion(asked).build();
      CallOptions id = CallOptions.builder().clientRequestId("same").build();
      SERVER.then(HttpReply.soap(soap11), HttpReply.soap(soap12));

      GmcAnswer first = call.on(gmc, id);
      GmcAnswer second = call.on(gmc, id);

      assertThat(first)
          .usingRecursiveComparison()
          .ignoringFields("info.duration")
          .isEqualTo(second);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"<Doctors/>", "<Doctors></Doctors>", "<Doctors>\n <!-- none --></Doctors>"})
  void anEmptyListIsAnAnswer(String empty) {
    DoctorsForDb doctors =
        list(HttpReply.soap(Soap.answer(GmcOperation.GET_DOCTORS_FOR_DB, empty + IDS + DONE)));

    assertThat(doctors.doctors()).isEmpty();
    assertThat(doctors.designatedBodyCode()).isEqualTo(Call.BODY);
    assertThat(doctors.attempts()).isEqualTo(1);
    assertThat(doctors.duration()).isPositive();
  }

  @Test
  void anAnswerWithoutIdsIsStillAnAnswer() {
    DoctorsForDb doctors =
        list(
            HttpReply.soap(
                Soap.answer(
                    GmcOperation.GET_DOCTORS_FOR_DB,
                    "<Doctors/>" + field("GMCRequestID", " ") + field("ReturnCode", " 0\n"))));

    assertThat(doctors.gmcRequestId()).isEqualTo(Optional.empty());
  }

  private static void assertSameList(HttpReply reply) {
    SERVER.then(HttpReply.soap(LIST));
    DoctorsForDb expected = GMC.getDoctorsForDb(Call.BODY);
    assertThat(expected.doctors()).hasSize(2);

    DoctorsForDb doctors = list(reply);

    assertThat(doctors.doctors()).isEqualTo(expected.doctors());
    assertThat(doctors.gmcRequestId()).hasValue("4410992");
    assertThat(doctors.unreadableFields()).isEmpty();
  }

  private static DoctorsForDb list(HttpReply reply) {
    SERVER.then(reply);
    return GMC.getDoctorsForDb(Call.BODY);
  }
}
