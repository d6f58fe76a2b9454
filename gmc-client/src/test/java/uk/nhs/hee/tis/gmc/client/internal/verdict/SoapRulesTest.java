package uk.nhs.hee.tis.gmc.client.internal.verdict;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.nhs.hee.tis.gmc.client.error.Confidence;
import uk.nhs.hee.tis.gmc.client.error.GmcProtocolException.Kind;
import uk.nhs.hee.tis.gmc.client.internal.verdict.Verdict.Category;
import uk.nhs.hee.tis.gmc.client.model.Actor;

class SoapRulesTest {
  private static final String START =
      "<s:Envelope xmlns:s=\"http://schemas.xmlsoap.org/soap/envelope/\"><s:Body><x>";

  @Test
  void anEnvelopeThatNeverEndsIsCutOff() {
    String longest = START + "x".repeat(BodyBytes.LIMIT - START.length());

    assertThat(judged(START, true, null).protocolKind()).isEqualTo(Kind.TRUNCATED);
    assertThat(judged(longest, true, null).protocolKind()).isEqualTo(Kind.TRUNCATED);
  }

  @Test
  void aWholeEnvelopeOfWhichOnlyTheBeginningIsLookedAtIsNotCutOff() {
    String tooLong = START + "x".repeat(BodyBytes.LIMIT - START.length() + 1);

    assertThat(judged(tooLong, true, null).protocolKind()).isEqualTo(Kind.INCOMPLETE);
    assertThat(judged(tooLong, true, null).retryable()).isFalse();
    assertThat(judged(tooLong, false, null).protocolKind()).isEqualTo(Kind.TRUNCATED);
    assertThat(judged(tooLong, false, null).retryable()).isTrue();
  }

  @Test
  void whatTheReaderFoundNeedsNoOtherProof() {
    Verdict fault = judged("what only the reader can decode", true, Kind.SOAP_FAULT);

    assertThat(fault.category()).isEqualTo(Category.PROTOCOL);
    assertThat(fault.protocolKind()).isEqualTo(Kind.SOAP_FAULT);
    assertThat(fault.finding())
        .isEqualTo("HTTP 500 with a SOAP fault, code unknown; ask the GMC what its service logged");
    assertThat(fault.signals())
        .containsExactly(
            "the body is a SOAP envelope with a fault, code unknown", "HTTP status 500");
  }

  @Test
  void nothingOfAnAnswerThatTheReaderTookForSoapIsQuoted() {
    for (Kind kind : Kind.values()) {
      if (kind != Kind.NOT_SOAP) {
        assertThat(judged("what only the reader can decode", true, kind).excerpt()).isEmpty();
      }
    }
  }

  @Test
  void eachWayInWhichAnEnvelopeIsBrokenHasItsWordsAndItsOwner() {
    assertBroken(Kind.TRUNCATED, "a SOAP answer that was cut off", Actor.CALLER_NETWORK);
    assertBroken(Kind.MALFORMED, "a SOAP answer that is not well-formed", Actor.GMC_SERVICE);
    assertBroken(Kind.TOO_LARGE, "a SOAP answer longer than the client accepts", Actor.CALLER);
    assertBroken(Kind.INCOMPLETE, "a SOAP answer with required parts missing", Actor.GMC_SERVICE);
  }

  private static void assertBroken(Kind kind, String finding, Actor actor) {
    Verdict verdict = judged(START, true, kind);

    assertThat(verdict.protocolKind()).isEqualTo(kind);
    assertThat(verdict.finding()).isEqualTo(finding);
    assertThat(verdict.actors()).containsExactly(actor);
  }

  private static Verdict judged(String body, boolean complete, @Nullable Kind broken) {
    return Judge.byRules(
        new ObservedAnswer(
            500, Answers.httpHeaders(), body.getBytes(UTF_8), complete, Set.of(), broken));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Client | check the endpoint's path, the SOAP version and the values of the request",
        "Server | the service failed on the request; there is nothing to check on this side",
        "VersionMismatch | check the SOAP version",
        "MustUnderstand | check what adds SOAP headers to the request",
        "Other | ask the GMC what its service logged"
      })
  void aFaultSaysItsStatusItsClassAndWhatToCheck(String code, String check) {
    Verdict verdict = Answers.judged(500, fault(code), Answers.EDGE);

    String shown = code.equals("Other") ? "unknown" : code;
    assertThat(verdict.finding())
        .isEqualTo("HTTP 500 with a SOAP fault, code " + shown + "; " + check);
    assertThat(verdict.confidence()).isEqualTo(Confidence.CERTAIN);
  }

  @Test
  void aFaultWithoutASignOfCloudflareOrTheGmcMayBeAnyGateways() {
    Verdict verdict = Answers.judged(500, fault("VersionMismatch"));

    assertThat(verdict.confidence()).isEqualTo(Confidence.LIKELY);
    assertThat(verdict.beforeService()).isFalse();
    assertThat(Answers.judged(500, fault("VersionMismatch"), Answers.EDGE).beforeService())
        .isTrue();
  }

  @Test
  void anElementOfTheGmcsNamespaceIsASignOfTheGmc() {
    String answer =
        "<s:Envelope xmlns:s=\"http://schemas.xmlsoap.org/soap/envelope/\"><s:Body>"
            + "<x xmlns=\"https://webcache.gmc-uk.org/GMCWebServices/\"/></s:Body></s:Envelope>";

    assertThat(Answers.judged(200, answer).confidence()).isEqualTo(Confidence.CERTAIN);
    assertThat(Answers.judged(200, answer.replace("GMCWebServices", "Other")).confidence())
        .isEqualTo(Confidence.LIKELY);
  }

  private static String fault(String code) {
    return "<s:Envelope xmlns:s=\"http://schemas.xmlsoap.org/soap/envelope/\"><s:Body><s:Fault>"
        + "<faultcode>s:"
        + code
        + "</faultcode><faultstring>No</faultstring></s:Fault></s:Body></s:Envelope>";
  }
}
