package uk.nhs.hee.tis.gmc.testkit;

import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.http.HttpHeader;
import com.github.tomakehurst.wiremock.http.HttpHeaders;
import com.github.tomakehurst.wiremock.http.Response;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import uk.nhs.hee.tis.gmc.client.model.GmcOperation;
import uk.nhs.hee.tis.gmc.client.model.ReturnCode;
import uk.nhs.hee.tis.gmc.testkit.internal.CheckedRequest;
import uk.nhs.hee.tis.gmc.testkit.internal.Gzip;
import uk.nhs.hee.tis.gmc.testkit.internal.MistakePage;
import uk.nhs.hee.tis.gmc.testkit.internal.SentBody;
import uk.nhs.hee.tis.gmc.testkit.internal.WireAnswer;
import uk.nhs.hee.tis.gmc.testkit.pages.CannedAnswer;

/** One request on its way to an answer, with all the ways in which it can be answered. */
final class Exchange {
  private static final Duration FOREVER = Duration.ofDays(1);
  private static final int PIECES = 20;

  private final CheckedRequest request;
  private final boolean acceptsGzip;
  private final boolean credentialsAreRight;
  private final GmcRegister register;
  private final Waits waits;
  private final List<String> mistakes = new ArrayList<>();
  private final List<String> unknownBodies = new ArrayList<>();
  private String outcome = "";

  Exchange(
      CheckedRequest request,
      boolean acceptsGzip,
      boolean credentialsAreRight,
      GmcRegister register,
      Waits waits) {
    this.request = request;
    this.acceptsGzip = acceptsGzip;
    this.credentialsAreRight = credentialsAreRight;
    this.register = register;
    this.waits = waits;
  }

  CheckedRequest request() {
    return request;
  }

  /** What was answered, in a few words for a journal: no credentials, nothing about a doctor. */
  String outcome() {
    return outcome;
  }

  /** What the author of the test forgot, if this call revealed it. */
  List<String> mistakes() {
    return mistakes;
  }

  /** The designated body that the register does not know, if this call named one. */
  List<String> unknownBodies() {
    return unknownBodies;
  }

  Response answer() {
    return fromRegister(answer -> respond(answer, 1));
  }

  /** Says what the author of the test forgot, in place of a GMC answer. */
  Response mistake(String text) {
    return mistake(text, text);
  }

  private Response mistake(String text, String inBrief) {
    mistakes.add(text);
    outcome = "mistake in the test: " + text;
    WireAnswer page = MistakePage.of(inBrief);
    return Response.response()
        .status(page.status())
        .headers(
            new HttpHeaders(
                new HttpHeader("Server", MistakePage.SERVER),
                new HttpHeader("Content-Type", page.contentType()),
                new HttpHeader("Content-Length", Integer.toString(page.body().length))))
        .body(page.body())
        .build();
  }

  Response refusal(ReturnCode code) {
    return request
        .operation()
        .filter(o -> request.refusal().isEmpty())
        .map(
            o -> {
              outcome = "return code " + code.code();
              return respond(new RegisterService(register, request, o).refuse(code), 1);
            })
        .orElseGet(this::answer);
  }

  Response canned(CannedAnswer canned) {
    outcome = "a canned answer";
    List<HttpHeader> headers = new ArrayList<>();
    canned.headers().forEach((name, values) -> headers.add(new HttpHeader(name, values)));
    if (canned.headers().keySet().stream().noneMatch("Content-Length"::equalsIgnoreCase)) {
      headers.add(new HttpHeader("Content-Length", Integer.toString(canned.body().length)));
    }
    return Response.response()
        .status(canned.status())
        .headers(new HttpHeaders(headers))
        .body(canned.body())
        .build();
  }

  /** This page instead of the register's answer, after the register acted. */
  Response actThenCanned(CannedAnswer canned) {
    Response response = actsThen(() -> canned(canned));
    outcome = "a canned answer after the register acted";
    return response;
  }

  Response drop(Drop when) {
    if (when == Drop.AFTER_PROCESSING) {
      return actsThen(() -> fault(Fault.EMPTY_RESPONSE));
    }
    return fault(Fault.CONNECTION_RESET_BY_PEER);
  }

  /** The part of the body up to the fraction, under a Content-Length that promises the whole. */
  Response truncated(double fraction) {
    return fromRegister(
        answer -> {
          outcome += ", cut off";
          return respond(answer, fraction);
        });
  }

  /** The part of the body up to the fraction in chunks, without the chunk that ends an answer. */
  Response truncatedChunked(double fraction) {
    return fromRegister(answer -> truncatedChunked(answer, fraction));
  }

  private Response truncatedChunked(WireAnswer answer, double fraction) {
    outcome += ", cut off";
    byte[] part = part(encoded(answer), fraction);
    return Response.response()
        .status(answer.status())
        .headers(new HttpHeaders(headers(answer)))
        .body(
            () ->
                new SentBody(
                    part,
                    out -> {
                      out.write(part);
                      out.flush();
                      SentBody.abort(out);
                    }))
        .build();
  }

  /** Return code 0 with these fields, or these rows; what cannot be read is refused as usual. */
  Response success(Map<String, String> fields, List<@Nullable String[]> rows) {
    return request
        .operation()
        .filter(o -> request.refusal().isEmpty())
        .map(
            o -> {
              outcome = "return code 0";
              return respond(new RegisterService(register, request, o).succeed(fields, rows), 1);
            })
        .orElseGet(this::answer);
  }

  /** No byte of an answer until the wait is ended from outside. */
  Response held(Drop when) {
    if (when == Drop.AFTER_PROCESSING) {
      return actsThen(this::silence);
    }
    return silence();
  }

  private Response silence() {
    waits.await(FOREVER);
    return fault(Fault.EMPTY_RESPONSE);
  }

  /** The whole answer, in pieces; its rest never comes when the wait is ended from outside. */
  Response dripped(Duration over) {
    return fromRegister(
        answer -> {
          byte[] whole = encoded(answer);
          return Response.response()
              .status(answer.status())
              .headers(headers(answer, whole.length))
              .body(() -> new SentBody(whole, out -> drip(whole, over, out)))
              .build();
        });
  }

  private void drip(byte[] whole, Duration over, OutputStream out) throws IOException {
    Duration pause = over.dividedBy(PIECES - 1);
    int sent = 0;
    for (int piece = 1; piece <= PIECES; piece++) {
      if (piece > 1 && !waits.await(pause)) {
        return;
      }
      int end = Math.toIntExact((long) whole.length * piece / PIECES);
      out.write(whole, sent, end - sent);
      out.flush();
      sent = end;
    }
  }

  Response delayed(Duration delay) {
    return fromRegister(
        answer -> waits.await(delay) ? respond(answer, 1) : fault(Fault.EMPTY_RESPONSE));
  }

  private Response fault(Fault fault) {
    outcome = outcome.isEmpty() ? "no answer" : "no answer, though the register acted";
    return Response.response().fault(fault).build();
  }

  /** The register's answer after a change that the register does not see. */
  Response answerWith(Consumer<RegisterService> change) {
    return fromRegister(change, answer -> respond(answer, 1));
  }

  private Response fromRegister(Function<WireAnswer, Response> send) {
    return fromRegister(service -> {}, send);
  }

  /** Lets the register act, and sends its answer in this way. */
  private Response fromRegister(
      Consumer<RegisterService> change, Function<WireAnswer, Response> send) {
    if (request.refusal().isPresent()) {
      outcome =
          request.nonSoapRequest().isPresent()
              ? "an HTTP error page"
              : "a request that the service cannot read";
      return send.apply(request.refusal().get());
    }
    GmcOperation operation = request.operation().orElseThrow();
    RegisterService service = new RegisterService(register, request, operation);
    if (credentialsAreRight && service.meetsAnEmptyRegister()) {
      return mistake(
          Mistakes.emptyRegister(operation, service.designatedBody()),
          Mistakes.emptyRegisterInBrief(operation));
    }
    change.accept(service);
    WireAnswer answer = service.act(credentialsAreRight);
    outcome = "return code " + service.returnCode();
    if (service.refusedTheBody()) {
      unknownBodies.add(Mistakes.unknownBody(operation, service.designatedBody()));
    }
    return send.apply(answer);
  }

  /** Lets the register act, and does this in place of its answer. */
  private Response actsThen(Supplier<Response> end) {
    request
        .operation()
        .filter(o -> request.refusal().isEmpty())
        .ifPresent(
            o -> {
              RegisterService service = new RegisterService(register, request, o);
              service.act(credentialsAreRight);
              outcome = "return code " + service.returnCode();
            });
    return end.get();
  }

  private static String rayId() {
    return String.format(Locale.ROOT, "%016x", ThreadLocalRandom.current().nextLong());
  }

  private Response respond(WireAnswer answer, double fraction) {
    byte[] whole = encoded(answer);
    return Response.response()
        .status(answer.status())
        .headers(headers(answer, whole.length))
        .body(part(whole, fraction))
        .build();
  }

  private byte[] encoded(WireAnswer answer) {
    return acceptsGzip ? Gzip.compress(answer.body()) : answer.body();
  }

  private static byte[] part(byte[] whole, double fraction) {
    int length = Math.min((int) (whole.length * fraction), whole.length);
    return length == whole.length ? whole : Arrays.copyOf(whole, length);
  }

  private HttpHeaders headers(WireAnswer answer, int contentLength) {
    List<HttpHeader> headers = headers(answer);
    headers.add(new HttpHeader("Content-Length", Integer.toString(contentLength)));
    return new HttpHeaders(headers);
  }

  private List<HttpHeader> headers(WireAnswer answer) {
    List<HttpHeader> headers = new ArrayList<>();
    headers.add(new HttpHeader("Cache-Control", "private, max-age=0"));
    headers.add(new HttpHeader("Content-Type", answer.contentType()));
    // Good answers pass through Cloudflare too: a cf-ray by itself is no sign of a block.
    headers.add(new HttpHeader("Server", "cloudflare"));
    headers.add(new HttpHeader("CF-RAY", rayId() + "-LHR"));
    headers.add(new HttpHeader("cf-cache-status", "DYNAMIC"));
    headers.add(new HttpHeader("X-AspNet-Version", "4.0.30319"));
    headers.add(new HttpHeader("X-Powered-By", "ASP.NET"));
    if (acceptsGzip) {
      headers.add(new HttpHeader("Content-Encoding", "gzip"));
      headers.add(new HttpHeader("Vary", "Accept-Encoding"));
    }
    return headers;
  }
}
