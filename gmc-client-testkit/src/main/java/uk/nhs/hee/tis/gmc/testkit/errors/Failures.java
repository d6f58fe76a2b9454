package uk.nhs.hee.tis.gmc.testkit.errors;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import uk.nhs.hee.tis.gmc.client.error.Effect;
import uk.nhs.hee.tis.gmc.client.error.Evidence;
import uk.nhs.hee.tis.gmc.client.internal.call.JudgedAttempt;
import uk.nhs.hee.tis.gmc.client.model.GmcOperation;
import uk.nhs.hee.tis.gmc.client.model.ReturnCode;
import uk.nhs.hee.tis.gmc.testkit.internal.AnswerWriter;
import uk.nhs.hee.tis.gmc.testkit.internal.SoapVersion;
import uk.nhs.hee.tis.gmc.testkit.internal.WireAnswer;
import uk.nhs.hee.tis.gmc.testkit.pages.CannedAnswer;

/**
 * What makes a nightly job's call fail at five past midnight, by operation: the client itself
 * judges it.
 */
final class Failures {
  private static final String CLIENT_REQUEST_ID = "3f1c5a52-6d0e-4b7e-9c8e-0d4f1b2a7c11";
  private static final URI ENDPOINT =
      URI.create("https://gmc-connect.example/GMCWebServices/WebService.asmx");
  private static final Instant START = Instant.parse("2026-11-22T00:05:12Z");
  private static final Duration ATTEMPT_TIMEOUT = Duration.ofSeconds(60);
  private static final Duration USUAL_TIME = Duration.ofMillis(340);

  private Failures() {}

  /** This answer of whoever gave it. */
  static Function<GmcOperation, Failure> answer(CannedAnswer answer) {
    return answer(answer, null);
  }

  /** The beginning of this answer, broken off by an exception. */
  static Function<GmcOperation, Failure> answer(
      CannedAnswer answer, @Nullable IOException brokenBy) {
    return operation ->
        call(
            operation,
            1,
            USUAL_TIME,
            JudgedAttempt.ofAnswer(
                operation,
                CLIENT_REQUEST_ID,
                ENDPOINT,
                START.plus(USUAL_TIME),
                answer.status(),
                withLength(answer),
                answer.body(),
                brokenBy));
  }

  /** The headers as sent by a server that frames the body by its length. */
  private static Map<String, List<String>> withLength(CannedAnswer answer) {
    Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    headers.putAll(answer.headers());
    headers.putIfAbsent("Content-Length", List.of(Integer.toString(answer.body().length)));
    return headers;
  }

  /**
   * An answer of the service itself.
   *
   * @throws IllegalArgumentException when it is judged, if the client treats the code as a success
   */
  static Function<GmcOperation, Failure> returnCode(ReturnCode code) {
    return operation -> {
      ReturnCode.Kind kind = code.kind(operation);
      if (kind == ReturnCode.Kind.SUCCESS || kind == ReturnCode.Kind.ALREADY_SO) {
        throw new IllegalArgumentException(
            "return code "
                + code.code()
                + " fails no "
                + operation.operationName()
                + ": the client returns an answer for it, as GmcAnswers makes");
      }
      return soap(operation, CLIENT_REQUEST_ID, code);
    };
  }

  /** An answer that names the client request id of another call. */
  static Function<GmcOperation, Failure> answerToAnotherCall() {
    return operation -> soap(operation, "c0ffee00-6d0e-4b7e-9c8e-0d4f1b2a7c11", ReturnCode.SUCCESS);
  }

  private static Failure soap(GmcOperation operation, String clientRequestId, ReturnCode code) {
    WireAnswer answer =
        AnswerWriter.answer(
            SoapVersion.SOAP_1_1,
            operation,
            Map.of(
                "ClientRequestID",
                clientRequestId,
                "GMCRequestID",
                "4410001",
                "ReturnCode",
                code.code()));
    return answer(throughEdge(answer.status(), answer.contentType()).body(answer.body()).build())
        .apply(operation);
  }

  /** The beginning of an answer that the GMC's server sends by way of the Cloudflare edge. */
  static CannedAnswer.Builder throughEdge(int status, String contentType) {
    return CannedAnswer.builder()
        .status(status)
        .header("Content-Type", contentType)
        .header("Server", "cloudflare")
        .header("CF-RAY", "8f3c2a9d1b7e4650-LHR");
  }

  /** A connection that nobody accepts. */
  static Function<GmcOperation, Failure> refusedConnection() {
    return operation ->
        call(
            operation,
            1,
            USUAL_TIME,
            JudgedAttempt.ofNoAnswer(
                new ConnectException("Connection refused"), false, ATTEMPT_TIMEOUT));
  }

  /** A request that went out and was not answered within 60 s. */
  static Function<GmcOperation, Failure> timeout() {
    return operation ->
        call(
            operation,
            1,
            ATTEMPT_TIMEOUT,
            JudgedAttempt.ofNoAnswer(
                new HttpTimeoutException("request timed out"), true, ATTEMPT_TIMEOUT));
  }

  /** A recommendation held back because one like it is in flight. */
  static Function<GmcOperation, Failure> inFlight() {
    return operation -> call(operation, 0, USUAL_TIME, JudgedAttempt.inFlight());
  }

  /** A call that its caller cancelled before it was sent. */
  static Function<GmcOperation, Failure> cancelled() {
    return operation -> call(operation, 0, USUAL_TIME, JudgedAttempt.cancelled(Effect.NOT_SENT));
  }

  private static Failure call(
      GmcOperation operation, int attempts, Duration took, JudgedAttempt attempt) {
    Evidence.Builder evidence =
        attempt
            .judgement()
            .operation(operation)
            .clientRequestId(CLIENT_REQUEST_ID)
            .attempts(attempts)
            .environmentLabel("test")
            .url(ENDPOINT)
            .startedAt(START)
            .endedAt(START.plus(took))
            .resolvedAddresses(List.of("203.0.113.10"))
            .userAgent("nightly-sync/1.0 (tester@example.nhs.uk)");
    return Failure.of(attempt, evidence);
  }
}
