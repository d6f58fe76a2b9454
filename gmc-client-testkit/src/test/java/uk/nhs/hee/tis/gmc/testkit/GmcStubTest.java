package uk.nhs.hee.tis.gmc.testkit;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static uk.nhs.hee.tis.gmc.client.model.GmcOperation.GET_DOCTORS_FOR_DB;
import static uk.nhs.hee.tis.gmc.client.model.GmcOperation.TRY_ADD_DOCTOR;
import static uk.nhs.hee.tis.gmc.client.model.GmcOperation.TRY_RECOMMENDATION;
import static uk.nhs.hee.tis.gmc.client.model.GmcOperation.TRY_RECOMMENDATION_V2;

import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.nhs.hee.tis.gmc.client.model.GmcOperation;
import uk.nhs.hee.tis.gmc.client.model.ReturnCode;
import uk.nhs.hee.tis.gmc.testkit.Soap.Answer;
import uk.nhs.hee.tis.gmc.testkit.internal.OperationContract;
import uk.nhs.hee.tis.gmc.testkit.pages.CannedAnswer;
import uk.nhs.hee.tis.gmc.testkit.pages.GmcPages;

/** Stubs: which requests they take, and how the answers look to a caller. */
class GmcStubTest {
  private static final String HERE = "1-1RSSQ2H";
  private static final String THERE = "1-AIIDHJ";

  @RegisterExtension
  static final GmcMockServer gmc =
      GmcMockServer.builder().register(GmcRegister.invented(1, List.of(HERE, THERE), 100)).build();

  private static String listCode(String body) {
    return Soap.call(gmc, GET_DOCTORS_FOR_DB, Soap.list(body)).code();
  }

  private static HttpRequest.Builder add(String doctor) {
    String body = Soap.envelope(TRY_ADD_DOCTOR, Soap.add(doctor, HERE));
    return Soap.post(gmc, TRY_ADD_DOCTOR, body);
  }

  private static HttpRequest.Builder list() {
    String body = Soap.envelope(GET_DOCTORS_FOR_DB, Soap.list(HERE));
    return Soap.post(gmc, GET_DOCTORS_FOR_DB, body);
  }

  private static boolean registerHas(String doctor) {
    return gmc.register().doctors(HERE).stream()
        .anyMatch(d -> doctor.equals(d.gmcNumber().orElse("")));
  }

  @ParameterizedTest
  @EnumSource(GmcOperation.class)
  void aRefusalEchoesTheRequestIdAndKeepsTheSchema(GmcOperation operation) {
    gmc.when(operation).refusesWith(ReturnCode.INTERNAL_ERROR);
    Map<String, String> fields = Soap.deferral("9000001", HERE);
    fields.keySet().retainAll(List.of("ClientRequestID"));
    if (operation == GmcOperation.CHECK_RECOMMENDATION_STATUS) {
      fields = Soap.fields("ClientRequestId", "id-5");
    }

    Answer answer = Soap.call(gmc, operation, fields);

    assertThat(answer.schemaErrors()).isEmpty();
    assertThat(answer.code()).isEqualTo("98");
    assertThat(answer.one("ClientRequestID")).isEqualTo("id-5");
    assertThat(answer.all("Doctors")).isEmpty();
    assertThat(gmc.register().journal()).isEmpty();
  }

  @Test
  void aRefusedWriteLeavesTheRegisterAlone() {
    gmc.whenAdding().refusesWith(ReturnCode.of("777"));

    assertThat(Soap.send(add("9500000").build()).code()).isEqualTo("777");
    assertThat(registerHas("9500000")).isFalse();
  }

  @Test
  void aStubOfOneBodyLeavesTheOthersToTheRegister() {
    gmc.whenGettingDoctorsFor(HERE).refusesWith(ReturnCode.INVALID_CREDENTIALS);

    assertThat(listCode(HERE)).isEqualTo("99");
    assertThat(listCode(THERE)).isEqualTo("0");
  }

  @Test
  void aStubOfOneDoctorLeavesTheOthersToTheRegister() {
    gmc.whenAdding().forDoctor("9500001").refusesWith(ReturnCode.REVALIDATION_LOCK);

    assertThat(Soap.send(add("9500001").build()).code()).isEqualTo("106");
    assertThat(Soap.send(add("9500002").build()).code()).isEqualTo("0");
  }

  @Test
  void aStubOfRecommendingTakesBothVersionsAndNothingElse() {
    gmc.whenRecommending().refusesWith(ReturnCode.OPEN_RECOMMENDATION_EXISTS);
    Map<String, String> fields = Soap.deferral("9000001", HERE);
    assertThat(Soap.call(gmc, TRY_RECOMMENDATION_V2, fields).code()).isEqualTo("91");
    fields.remove("RoRecommendationSubreason");
    assertThat(Soap.call(gmc, TRY_RECOMMENDATION, fields).code()).isEqualTo("91");
    assertThat(listCode(HERE)).isEqualTo("0");
  }

  @Test
  void aStubForTheFirstEndsAfterThatMany() {
    gmc.whenever().forTheFirst(2).refusesWith(ReturnCode.INTERNAL_ERROR);

    assertThat(List.of(listCode(HERE), listCode(HERE), listCode(HERE)))
        .containsExactly("98", "98", "0");
  }

  @Test
  void theNewestStubWins() {
    gmc.whenGettingDoctors().refusesWith(ReturnCode.INTERNAL_ERROR);
    gmc.whenGettingDoctors().forTheFirst(1).refusesWith(ReturnCode.INVALID_CREDENTIALS);

    assertThat(List.of(listCode(HERE), listCode(HERE))).containsExactly("99", "98");
  }

  @Test
  void aCannedAnswerComesByteForByte() {
    byte[] body = "<html>\u00e9</html>".getBytes(StandardCharsets.ISO_8859_1);
    gmc.whenever()
        .answersWith(
            CannedAnswer.builder()
                .status(403)
                .header("Server", "cloudflare")
                .header("Set-Cookie", "a=1")
                .header("Set-Cookie", "b=2")
                .body(body)
                .build());

    Answer answer = Soap.send(list().header("Accept-Encoding", "gzip").build());

    assertThat(answer.http.statusCode()).isEqualTo(403);
    assertThat(answer.http.body()).isEqualTo(body);
    assertThat(answer.http.headers().map())
        .containsOnlyKeys("server", "set-cookie", "content-length")
        .containsEntry("set-cookie", List.of("a=1", "b=2"))
        .containsEntry("server", List.of("cloudflare"));
  }

  @Test
  void aCannedAnswerMayPromiseMoreThanItHolds() {
    gmc.whenever()
        .answersWith(CannedAnswer.builder().header("content-length", "9").body("four").build());

    assertThatThrownBy(() -> Soap.HTTP.send(list().build(), BodyHandlers.ofByteArray()))
        .hasStackTraceContaining("fixed content-length: 9, bytes received: 4");
  }

  @Test
  void aTextAnswerHasItsContentType() {
    gmc.whenAdding().answersWith(503, "text/plain", "error code: 1010");

    Answer answer = Soap.send(add("9500003").build());

    assertThat(answer.http.statusCode()).isEqualTo(503);
    assertThat(answer.http.headers().firstValue("Content-Type")).hasValue("text/plain");
    assertThat(answer.body()).isEqualTo("error code: 1010");
    assertThat(registerHas("9500003")).isFalse();
  }

  @ParameterizedTest
  @EnumSource(Drop.class)
  void aDropGivesNoAnswerAndTheRegisterHasActedOnlyAfterProcessing(Drop when) {
    gmc.whenAdding().dropsConnection(when);

    assertThatThrownBy(() -> Soap.HTTP.send(add("9500004").build(), BodyHandlers.discarding()))
        .isInstanceOf(IOException.class);
    assertThat(registerHas("9500004")).isEqualTo(when == Drop.AFTER_PROCESSING);
  }

  @Test
  void aPageAfterActingLooksLikeOneBefore() {
    CannedAnswer page = GmcPages.cloudflare().badGateway(502).asText();
    gmc.whenAdding().forTheFirst(1).answersWith(page);
    HttpResponse<byte[]> before = Soap.send(add("9500004").build()).http;
    boolean actedBefore = registerHas("9500004");
    gmc.whenAdding().forTheFirst(1).actsButAnswersWith(page);
    HttpResponse<byte[]> after = Soap.send(add("9500004").build()).http;

    assertThat(actedBefore).isFalse();
    assertThat(registerHas("9500004")).isTrue();
    assertThat(after.statusCode()).isEqualTo(502);
    assertThat(after.body()).isEqualTo(before.body());
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.001, 0.5, 0.999})
  void aTruncatedListIsReallyCut(double fraction) {
    int whole = Soap.send(list().build()).http.body().length;
    gmc.whenGettingDoctors().truncatesAt(fraction);

    assertThatThrownBy(() -> Soap.HTTP.send(list().build(), BodyHandlers.ofByteArray()))
        .isInstanceOf(IOException.class)
        .hasStackTraceContaining(
            "fixed content-length: " + whole + ", bytes received: " + (int) (whole * fraction));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.001, 0.5, 0.999})
  void aTruncatedChunkedListLacksItsEnd(double fraction) throws IOException {
    int whole = Soap.send(list().build()).http.body().length;
    gmc.whenGettingDoctors().truncatesChunkedAt(fraction);

    String[] sent = bytesOnTheWire().split("\r\n\r\n", 2);

    assertThat(sent[0]).contains("Transfer-Encoding: chunked").doesNotContain("Content-Length");
    assertThat(sent[1]).doesNotContain("\r\n0\r\n");
    assertThat(sent[1].replaceAll("(^|\r\n)[0-9A-F]+\r\n", "")).hasSize((int) (whole * fraction));
  }

  /** All that comes until the connection ends: clients drop what came before a cut. */
  private static String bytesOnTheWire() throws IOException {
    String body = Soap.envelope(GET_DOCTORS_FOR_DB, Soap.list(HERE));
    try (Socket socket = new Socket("localhost", gmc.endpoint().getPort())) {
      socket
          .getOutputStream()
          .write(
              ("POST "
                      + gmc.endpoint().getPath()
                      + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/xml; charset=utf-8\r\n"
                      + "SOAPAction: \""
                      + OperationContract.of(GET_DOCTORS_FOR_DB).action()
                      + "\"\r\nContent-Length: "
                      + body.length()
                      + "\r\n\r\n"
                      + body)
                  .getBytes(ISO_8859_1));
      return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
    }
  }

  @Test
  void aTruncatedGzipListIsReallyCut() {
    HttpRequest request = list().header("Accept-Encoding", "gzip").build();
    int whole = Soap.send(request).http.body().length;
    gmc.whenGettingDoctors().truncatesAt(0.5);

    assertThatThrownBy(() -> Soap.HTTP.send(request, BodyHandlers.ofByteArray()))
        .hasStackTraceContaining(
            "fixed content-length: " + whole + ", bytes received: " + whole / 2);
  }

  @Test
  void aTruncatedWriteHasRun() {
    gmc.whenAdding().truncatesAt(0.5);

    assertThatThrownBy(() -> Soap.HTTP.send(add("9500006").build(), BodyHandlers.ofByteArray()))
        .isInstanceOf(IOException.class);
    assertThat(registerHas("9500006")).isTrue();
  }

  @Test
  void aDelayedAnswerComesAfterItsTime() {
    gmc.whenAdding().delaysBy(Duration.ofMillis(150));

    long start = System.nanoTime();
    assertThat(Soap.send(add("9500007").build()).code()).isEqualTo("0");
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(150));
  }

  @Test
  void theRegisterActsBeforeADelayedAnswerWhetherOrNotItsCallerWaits() {
    gmc.whenAdding().delaysBy(Duration.ofMinutes(5));
    CompletableFuture<HttpResponse<Void>> waiting =
        Soap.HTTP.sendAsync(add("9500008").build(), BodyHandlers.discarding());
    while (!waiting.isDone() && !registerHas("9500008")) {
      Thread.onSpinWait();
    }

    assertThat(waiting.cancel(true)).isTrue();
    assertThat(registerHas("9500008")).isTrue();
  }

  @Test
  void stubsThatMeanNothingAreRefused() {
    GmcStub stub = gmc.whenAdding();

    assertThatThrownBy(() -> stub.refusesWith(ReturnCode.SUCCESS))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("return code 0 is not a refusal");
    assertThatThrownBy(() -> stub.forTheFirst(0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("requests must be 1 or more, but is 0");
    assertThatThrownBy(() -> stub.truncatesAt(1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("fraction must be 0 or more and below 1, but is 1.0");
    assertThatThrownBy(() -> stub.truncatesChunkedAt(-0.1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("fraction must be 0 or more and below 1, but is -0.1");
    gmc.reset();
  }
}
