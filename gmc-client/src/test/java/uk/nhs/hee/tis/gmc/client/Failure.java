package uk.nhs.hee.tis.gmc.client;

import static uk.nhs.hee.tis.gmc.client.fixture.RecordingHttpClient.failure;
import static uk.nhs.hee.tis.gmc.client.fixture.RecordingHttpClient.page;
import static uk.nhs.hee.tis.gmc.client.fixture.RecordingHttpClient.soap;
import static uk.nhs.hee.tis.gmc.client.fixture.RecordingHttpClient.unsent;

import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.util.function.Function;
import javax.net.ssl.SSLHandshakeException;
import uk.nhs.hee.tis.gmc.client.error.Effect;
import uk.nhs.hee.tis.gmc.client.fixture.RecordingHttpClient.Answer;
import uk.nhs.hee.tis.gmc.client.fixture.Soap;
import uk.nhs.hee.tis.gmc.client.model.GmcOperation;

/** The ways in which an attempt fails, each with what is to be made of it. */
@SuppressWarnings("ImmutableEnumChecker") // Its answers keep no state.
enum Failure {
  REFUSED(unsent(new ConnectException("Connection refused")), Effect.NOT_SENT, Repeat.ALL),
  CONNECT_TIMEOUT(
      unsent(new HttpConnectTimeoutException("HTTP connect timed out")),
      Effect.NOT_SENT,
      Repeat.ALL),
  NO_SUCH_HOST(unsent(unresolved()), Effect.NOT_SENT, Repeat.ALL),
  TLS(unsent(new SSLHandshakeException("no common cipher")), Effect.NOT_SENT, Repeat.ALL),
  TUNNEL(unsent(new IOException("Tunnel failed, got: 503")), Effect.NOT_SENT, Repeat.ALL),
  DROPPED(
      failure(new IOException("HTTP/1.1 header parser received no bytes")),
      Effect.MAY_HAVE_RUN,
      Repeat.IF_HARMLESS),
  TIMEOUT(
      failure(new HttpTimeoutException("request timed out")),
      Effect.MAY_HAVE_RUN,
      Repeat.IF_HARMLESS),
  CUT(
      soap("<soap:Envelope xmlns:soap=\"" + Soap.ENVELOPE_1_1 + "\"><soap:Body>"),
      Effect.MAY_HAVE_RUN,
      Repeat.IF_HARMLESS),
  CODE_98(code("98"), Effect.MAY_HAVE_RUN, Repeat.IF_HARMLESS),
  BAD_GATEWAY(edge(502, "error code: 502"), Effect.MAY_HAVE_RUN, Repeat.IF_HARMLESS),
  UNKNOWN_520(edge(520, "error code: 520"), Effect.MAY_HAVE_RUN, Repeat.IF_HARMLESS),
  TIMEOUT_522(edge(522, "error code: 522"), Effect.MAY_HAVE_RUN, Repeat.IF_HARMLESS),
  TIMEOUT_524(edge(524, "error code: 524"), Effect.MAY_HAVE_RUN, Repeat.IF_HARMLESS),
  DOWN_521(edge(521, "error code: 521"), Effect.NOT_PROCESSED, Repeat.ALL),
  NO_ROUTE_523(edge(523, "error code: 523"), Effect.NOT_PROCESSED, Repeat.ALL),
  TLS_525(edge(525, "error code: 525"), Effect.NOT_PROCESSED, Repeat.NONE),
  RATE_LIMIT(edge(429, "error code: 1015"), Effect.NOT_PROCESSED, Repeat.ALL),
  RATE_LIMIT_UNNAMED(edge(429, "slow down"), Effect.MAY_HAVE_RUN, Repeat.IF_HARMLESS),
  RATE_LIMIT_ON_THE_WAY(
      page(429, "<center>nginx</center>", "Server", "nginx"),
      Effect.MAY_HAVE_RUN,
      Repeat.IF_HARMLESS),
  GATEWAY_ON_THE_WAY(
      page(504, "<center>nginx</center>", "Server", "nginx"),
      Effect.MAY_HAVE_RUN,
      Repeat.IF_HARMLESS),
  BLOCK(edge(403, "error code: 1020"), Effect.NOT_PROCESSED, Repeat.NONE),
  CHALLENGE(
      page(403, "<html></html>", "cf-ray", "8f3c2a9d1b7e4650-LHR", "cf-mitigated", "challenge"),
      Effect.NOT_PROCESSED,
      Repeat.NONE),
  WAF(
      edge(
          403,
          "<html><head><title>Attention Required! | Cloudflare</title></head><body><div"
              + " id=\"cf-error-details\"><h1 data-translate=\"block_headline\">Sorry, you have been"
              + " blocked</h1></div></body></html>"),
      Effect.NOT_PROCESSED,
      Repeat.NONE),
  CODE_99(code("99"), Effect.NOT_PROCESSED, Repeat.NONE),
  CODE_81(code("81"), Effect.NOT_PROCESSED, Repeat.NONE),
  REJECTED(code("110"), Effect.NOT_PROCESSED, Repeat.NONE);

  /** Which operations are repeated after a failure. */
  enum Repeat {
    ALL,
    /** Reads, and with the opt-in doctors added and removed: it may have run, or is a guess. */
    IF_HARMLESS,
    NONE
  }

  private final Function<GmcOperation, Answer> answer;
  final Effect effect;
  private final Repeat repeat;

  Failure(Answer answer, Effect effect, Repeat repeat) {
    this(operation -> answer, effect, repeat);
  }

  Failure(Function<GmcOperation, Answer> answer, Effect effect, Repeat repeat) {
    this.answer = answer;
    this.effect = effect;
    this.repeat = repeat;
  }

  Answer of(GmcOperation operation) {
    return answer.apply(operation);
  }

  boolean isRepeated(GmcOperation operation, boolean optedIn) {
    switch (repeat) {
      case ALL:
        return true;
      case IF_HARMLESS:
        return operation.isRead() || (optedIn && !operation.isRecommendation());
      default:
        return false;
    }
  }

  private static Function<GmcOperation, Answer> code(String code) {
    return operation -> soap(Soap.code(operation, code));
  }

  private static Answer edge(int status, String text) {
    return page(status, text, "cf-ray", "8f3c2a9d1b7e4650-LHR", "Content-Type", "text/plain");
  }

  private static ConnectException unresolved() {
    ConnectException failure = new ConnectException();
    failure.initCause(new UnresolvedAddressException());
    return failure;
  }
}
