package uk.nhs.hee.tis.gmc.testkit;

import com.github.tomakehurst.wiremock.http.Response;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import uk.nhs.hee.tis.gmc.client.model.GmcOperation;
import uk.nhs.hee.tis.gmc.client.model.ReturnCode;
import uk.nhs.hee.tis.gmc.testkit.internal.CheckedRequest;
import uk.nhs.hee.tis.gmc.testkit.internal.OperationContract;

/**
 * How the mock server treats some requests, written as a sentence that starts at {@link
 * GmcMockServer} and takes effect with its last word.
 *
 * <pre>{@code
 * gmc.whenRecommending().forDoctor("9000001").isRefusedWith(OPEN_RECOMMENDATION_EXISTS);
 * gmc.whenAdding().forTheFirst(2).dropsConnection(Drop.AFTER_PROCESSING);
 * }</pre>
 *
 * <p>The newest stub that matches decides; where none does, the register answers. Write one stub in
 * one thread; once in effect it is thread-safe.
 */
public final class GmcStub {
  private final Consumer<GmcStub> book;
  private Predicate<CheckedRequest> filter;
  private Function<Exchange, Response> effect = Exchange::answer;
  private AtomicInteger left = new AtomicInteger(Integer.MAX_VALUE);

  GmcStub(Predicate<CheckedRequest> filter, Consumer<GmcStub> book) {
    this.filter = filter;
    this.book = book;
  }

  /** Narrows to requests about this doctor; a list of doctors is about none. */
  public GmcStub forDoctor(String gmcNumber) {
    filter =
        filter.and(
            request ->
                request
                    .operation()
                    .map(o -> OperationContract.of(o).doctorField())
                    .filter(field -> request.field(field).equals(gmcNumber))
                    .isPresent());
    return this;
  }

  /** Narrows to requests in the name of this designated body. */
  public GmcStub forDesignatedBody(String code) {
    filter =
        filter.and(
            request ->
                request
                    .operation()
                    .map(o -> OperationContract.of(o).designatedBodyField())
                    .filter(field -> request.field(field).equals(code))
                    .isPresent());
    return this;
  }

  /**
   * Ends the stub after it has treated this many requests; endless by default.
   *
   * @throws IllegalArgumentException if the number is below 1
   */
  public GmcStub forTheFirst(int requests) {
    if (requests < 1) {
      throw new IllegalArgumentException("requests must be 1 or more, but is " + requests);
    }
    left = new AtomicInteger(requests);
    return this;
  }

  /**
   * Answers with this return code; the register does not act.
   *
   * @throws IllegalArgumentException if the code is success, which is no refusal
   */
  public void isRefusedWith(ReturnCode code) {
    if (code.isSuccess()) {
      throw new IllegalArgumentException("return code 0 is no refusal");
    }
    takesEffect(exchange -> exchange.refusal(code));
  }

  /** Answers with this text in UTF-8; the register does not act. */
  public void answersWith(int status, String contentType, String body) {
    answersWith(
        CannedAnswer.builder()
            .status(status)
            .header("Content-Type", contentType)
            .body(body)
            .build());
  }

  /** Answers with this, byte for byte; the register does not act. */
  public void answersWith(CannedAnswer answer) {
    takesEffect(exchange -> exchange.canned(answer));
  }

  /** Drops the connection without a byte of an answer. */
  public void dropsConnection(Drop when) {
    takesEffect(exchange -> exchange.drop(when));
  }

  /**
   * Closes the connection in the middle of the register's answer, after the register acted: the
   * Content-Length promises the whole body, and only this part of its bytes comes.
   *
   * @param fraction from 0 (headers only) to below 1
   * @throws IllegalArgumentException if the fraction is outside of that
   */
  public void truncatesAt(double fraction) {
    if (!(fraction >= 0 && fraction < 1)) {
      throw new IllegalArgumentException(
          "fraction must be 0 or more and below 1, but is " + fraction);
    }
    takesEffect(exchange -> exchange.truncated(fraction));
  }

  /** Answers from the register, which acts at once, but only after this time. */
  public void isDelayedBy(Duration delay) {
    takesEffect(exchange -> exchange.delayed(delay));
  }

  private void takesEffect(Function<Exchange, Response> newEffect) {
    effect = newEffect;
    book.accept(this);
  }

  /** Whether the stub treats this request, which then counts. */
  boolean claims(CheckedRequest request) {
    return filter.test(request) && left.getAndUpdate(n -> Math.max(0, n - 1)) > 0;
  }

  Response respond(Exchange exchange) {
    return effect.apply(exchange);
  }

  static Predicate<CheckedRequest> ofOperation(Predicate<GmcOperation> operations) {
    return request -> request.operation().filter(operations).isPresent();
  }
}
