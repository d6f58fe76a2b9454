package uk.nhs.hee.tis.gmc.testkit;

import com.github.tomakehurst.wiremock.http.Response;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import uk.nhs.hee.tis.gmc.client.model.GmcOperation;
import uk.nhs.hee.tis.gmc.client.model.ReturnCode;
import uk.nhs.hee.tis.gmc.testkit.internal.AddressRange;
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
  private Predicate<String> userAgents = userAgent -> true;
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

  /** Narrows to requests whose User-Agent passes this test; an absent one is an empty text. */
  public GmcStub forUserAgent(Predicate<String> test) {
    userAgents = userAgents.and(test);
    return this;
  }

  /** Narrows to requests whose User-Agent contains this text; upper and lower case count. */
  public GmcStub fromUserAgentContaining(String text) {
    return forUserAgent(userAgent -> userAgent.contains(text));
  }

  /**
   * Narrows to callers with this address; that of {@code X-Forwarded-For} counts where it is sent.
   *
   * @param addressOrNetwork an IP address, or a network such as {@code 203.0.113.0/24}
   * @throws IllegalArgumentException if it is neither
   */
  public GmcStub fromAddress(String addressOrNetwork) {
    AddressRange range = AddressRange.parse(addressOrNetwork);
    filter = filter.and(request -> range.contains(request.clientAddress()));
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

  /** Answers with this page as HTML; the register does not act. */
  public void answersWith(CloudflarePage page) {
    answersWith(page.asHtml());
  }

  /**
   * Answers with this page of the edge as HTML; the register does not act.
   *
   * @throws IllegalArgumentException if the page tells of an outage or a rate limit, not of a block
   */
  public void isBlockedBy(CloudflarePage page) {
    if (!page.isBlock()) {
      throw new IllegalArgumentException(page + " is no block: say answersWith(…)");
    }
    answersWith(page);
  }

  /** Answers with this page of whoever blocks, byte for byte; the register does not act. */
  public void isBlockedBy(CannedAnswer page) {
    answersWith(page);
  }

  /**
   * Answers from the register, which acts, but with this text in a field of the answer.
   *
   * @param field a name on the wire such as {@code SubmissionDate}; operations whose answer has no
   *     such field are answered as usual
   * @param text any text; an empty one is sent as an empty element
   * @throws IllegalArgumentException if no answer has such a field
   */
  public void answersWithField(String field, String text) {
    if (field.equals("Doctors") || !OperationContract.isAnswerField(field)) {
      throw new IllegalArgumentException("no answer has a text field " + field);
    }
    takesEffect(exchange -> exchange.answerWith(desk -> desk.field(field, text)));
  }

  /**
   * Answers a list of doctors with what this makes of the register's list: fewer, more, other ones.
   * The register does not change, and answers every other operation as usual.
   */
  public void answersDoctors(UnaryOperator<List<RegisteredDoctor>> change) {
    takesEffect(exchange -> exchange.answerWith(desk -> desk.doctors(change)));
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
  boolean claims(CheckedRequest request, String userAgent) {
    return filter.test(request)
        && userAgents.test(userAgent)
        && left.getAndUpdate(n -> Math.max(0, n - 1)) > 0;
  }

  Response respond(Exchange exchange) {
    return effect.apply(exchange);
  }

  static Predicate<CheckedRequest> ofOperation(Predicate<GmcOperation> operations) {
    return request -> request.operation().filter(operations).isPresent();
  }
}
