package uk.nhs.hee.tis.gmc.client.internal.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.nhs.hee.tis.gmc.client.internal.verdict.SoapProbe.Form;

class SoapProbeTest {
  private static final String START =
      "<s:Envelope xmlns:s=\"http://schemas.xmlsoap.org/soap/envelope/\"><s:Body>";
  private static final String END = "</s:Body></s:Envelope>";
  private static final String REFUSED =
      "Server did not recognize the value of HTTP Header SOAPAction: .";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "text",
        "<p>page",
        "<Envelope/>",
        "<Envelope xmlns=\"urn:x\"><unclosed",
        "<s:Body xmlns:s=\"http://schemas.xmlsoap.org/soap/envelope/\"/>",
        "<s:Envelope"
      })
  void whatHasNoEnvelopeAsItsRootIsNotSoap(String body) {
    assertThat(probe(body).form()).isEqualTo(Form.NOT_SOAP);
  }

  @Test
  void anEnvelopeIsTruncatedIfItNeverEndsAndMalformedIfItDoes() {
    assertThat(probe(START).form()).isEqualTo(Form.TRUNCATED);
    assertThat(probe(START + "<x></y>" + END).form()).isEqualTo(Form.MALFORMED);
    assertThat(probe(START + END + "<p>").form()).isEqualTo(Form.MALFORMED);
    assertThat(probe(START.replace("s:", "").replace("xmlns:s", "xmlns")).form())
        .isEqualTo(Form.TRUNCATED);
    assertThat(probe(START + "&undefined;" + END).form()).isEqualTo(Form.MALFORMED);
  }

  @Test
  void aWholeEnvelopeWithoutAFaultIsAnother() {
    assertThat(probe(START + END).form()).isEqualTo(Form.OTHER);
    assertThat(probe(START + "<x><s:Fault/></x>" + END).form()).isEqualTo(Form.OTHER);
    assertThat(probe(START + "<Fault/>" + END).form()).isEqualTo(Form.OTHER);
  }

  @Test
  void anEnvelopeThatIsNestedTooDeeplyIsNotWellFormed() {
    assertThat(probe(nested(62)).form()).isEqualTo(Form.OTHER);
    assertThat(probe(nested(63)).form()).isEqualTo(Form.MALFORMED);
  }

  @Test
  void anyNumberOfElementsBesideEachOtherIsFine() {
    assertThat(probe(START + "<x/>".repeat(100) + END).form()).isEqualTo(Form.OTHER);
  }

  @Test
  void lineBreaksAndCommentsAroundAFaultDoNotHideIt() {
    SoapProbe.Result result =
        probe(
            START
                + "\n <s:Fault>\n  <faultcode>\n s:Client </faultcode>\n  <faultstring>"
                + REFUSED
                + "</faultstring>\n </s:Fault>\n"
                + END
                + "<!-- the end -->");

    assertThat(result.form()).isEqualTo(Form.FAULT);
    assertThat(result.faultCode()).isEqualTo("Client");
    assertThat(result.soapActionRefused()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "s:Client,Client",
    "Client,Client",
    "s:Client.Authentication,Client",
    "s:Sender,Sender",
    "SenderX,Client",
    "s:MustUnderstand,MustUnderstand",
    "s:VersionMismatch,VersionMismatch",
    "s:Server,Server",
    "s:Server.Busy,Server",
    "s:Receiver,Server",
    "s:Other,''",
    "'',''"
  })
  void onlyCodesThatSoapDefinesAreRead(String written, String code) {
    assertThat(fault("<faultcode>" + written + "</faultcode>").faultCode()).isEqualTo(code);
  }

  @Test
  void aCodeWithinTheCodeDoesNotCount() {
    assertThat(
            fault(
                    "<Code><Value>s:Receiver</Value> <Subcode><Value> s:Sender</Value></Subcode></Code>")
                .faultCode())
        .isEqualTo("Server");
  }

  @Test
  void onlyTheFaultsTextTellsThatTheSoapActionWasRefused() {
    assertThat(fault("<faultstring>" + REFUSED + "</faultstring>").soapActionRefused()).isTrue();
    assertThat(fault("<faultcode>" + REFUSED + "</faultcode>").soapActionRefused()).isFalse();
    assertThat(probe(START + "<x>" + REFUSED + "</x>" + END).soapActionRefused()).isFalse();
  }

  @Test
  void noMoreThanTheFirstTwoThousandCharactersOfAFaultAreRead() {
    assertThat(longFault(1999).soapActionRefused()).isTrue();
    assertThat(longFault(2000).soapActionRefused()).isFalse();
  }

  private static SoapProbe.Result longFault(int length) {
    return fault(
        "<faultstring>" + "x".repeat(length) + "</faultstring><detail>" + REFUSED + "</detail>");
  }

  private static String nested(int depth) {
    return START + "<x>".repeat(depth) + "</x>".repeat(depth) + END;
  }

  private static SoapProbe.Result fault(String content) {
    return probe(START + "<s:Fault>" + content + "</s:Fault>" + END);
  }

  private static SoapProbe.Result probe(String body) {
    return SoapProbe.of(Page.of(body));
  }
}
