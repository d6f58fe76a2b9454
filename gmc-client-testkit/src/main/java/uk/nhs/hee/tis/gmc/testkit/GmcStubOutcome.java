package uk.nhs.hee.tis.gmc.testkit;

import com.github.tomakehurst.wiremock.http.Response;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import uk.nhs.hee.tis.gmc.client.model.GmcOperation;
import uk.nhs.hee.tis.gmc.client.model.ReturnCode;
import uk.nhs.hee.tis.gmc.testkit.internal.GmcDates;
import uk.nhs.hee.tis.gmc.testkit.internal.OperationContract;
import uk.nhs.hee.tis.gmc.testkit.pages.CannedAnswer;
import uk.nhs.hee.tis.gmc.testkit.pages.CloudflarePage;

/**
 * The second half of a stub: what the server does with the requests that match. The server is the
 * subject of every method.
 *
 * <pre>{@code
 * gmc.whenAdding().dropsConnection(AFTER_PROCESSING)
 *     .then().forTheFirst(2).refusesWith(REVALIDATION_LOCK)
 *     .then().answersFromTheRegister();
 * }</pre>
 *
 * <p>A stub without a response fails the test, and a call that matches it is answered HTTP 500 with
 * a text that names it. Build a stub on one thread.
 */
public class GmcStubOutcome {
  private final StubWords words;
  private final StubRule rule;
  private final StubRegistry registry;
  private final boolean first;
  private int requests = ResponseSequence.UNTIL_THE_NEXT;

  GmcStubOutcome(String words, StubRule rule, StubRegistry registry, boolean first) {
    this.words = new StubWords(words);
    this.first = first;
    this.rule = rule;
    this.registry = registry;
    registry.unfinished().begin(this, this.words);
    rule.responses().begin(this.words);
  }

  /** What the author wrote, for messages about the stub. */
  StubWords words() {
    return words;
  }

  StubRule rule() {
    return rule;
  }

  /**
   * Limits the next response to this many requests. Without it, the last response of a chain
   * applies to every further request, and one followed by {@link Then#then()} to one.
   *
   * @param requests 1 or more
   * @return this stub, which needs a response
   * @throws IllegalArgumentException if the number is below 1
   */
  public GmcStubOutcome forTheFirst(int requests) {
    if (requests < 1) {
      throw refused(new IllegalArgumentException("requests must be 1 or more, but is " + requests));
    }
    this.requests = requests;
    words.add("forTheFirst(" + requests + ")");
    return this;
  }

  /**
   * Answers as if there were no stub; for the end of a chain, or to override an older stub.
   *
   * @return a handle to chain another response
   */
  public Then answersFromTheRegister() {
    return takesEffect(Exchange::answer);
  }

  /**
   * Answers a list of these doctors and return code 0; the register is not asked.
   *
   * @param doctors the rows in order, or none for an empty list
   * @return a handle to chain another response
   * @throws IllegalStateException if the stub is not for lists of doctors only
   */
  public Then answers(DoctorRow... doctors) {
    requireOnly(RequestKind.LIST, "answers(…)");
    List<DoctorRow> rows = List.of(doctors);
    return takesEffect(
        exchange ->
            exchange.success(
                Map.of(), rows.stream().map(DoctorRow::row).collect(Collectors.toList())));
  }

  /**
   * Answers this status of a recommendation and return code 0; the register is not asked.
   *
   * @param text {@code Approved}, {@code Rejected}, {@code Under Review} or any other
   * @return a handle to chain another response
   * @throws IllegalStateException if the stub is not for the status of recommendations only
   */
  public Then answersStatus(String text) {
    requireOnly(RequestKind.STATUS, "answersStatus(…)");
    return succeeds("Status", text);
  }

  /**
   * Accepts a recommendation under this id; the register does not act.
   *
   * @param recommendationId an empty one is sent as an empty element
   * @return a handle to chain another response
   * @throws IllegalStateException if the stub is not for recommendations only
   */
  public Then acceptsAs(String recommendationId) {
    requireOnly(RequestKind.RECOMMENDATION, "acceptsAs(…)");
    return succeeds("RecommendationID", recommendationId);
  }

  /**
   * Connects a doctor who is due on this date; the register does not act.
   *
   * @param submissionDate by when a recommendation is due
   * @return a handle to chain another response
   * @throws IllegalStateException if the stub is not for connecting doctors only
   */
  public Then addsDoctorDueOn(LocalDate submissionDate) {
    requireOnly(RequestKind.ADDITION, "addsDoctorDueOn(…)");
    return succeeds("SubmissionDate", GmcDates.format(submissionDate));
  }

  /**
   * Answers that the desired state already holds: code 100 for an added doctor, 140 for a removed
   * one; the register does not act.
   *
   * @return a handle to chain another response
   * @throws IllegalStateException if the stub is for anything else
   */
  public Then answersAlreadySo() {
    requireOnly(
        o -> o == GmcOperation.TRY_ADD_DOCTOR || o == GmcOperation.TRY_REMOVE_DOCTOR,
        "answersAlreadySo()",
        "whenAdding() or whenRemoving()");
    return refusesWith(
        rule.isOnlyAbout(GmcOperation.TRY_ADD_DOCTOR::equals)
            ? ReturnCode.ALREADY_ASSOCIATED
            : ReturnCode.NOT_ASSOCIATED);
  }

  private Then succeeds(String field, String text) {
    return takesEffect(exchange -> exchange.success(Map.of(field, text), List.of()));
  }

  private void requireOnly(RequestKind<?> kind, String word) {
    requireOnly(kind.operations(), word, kind.stub());
  }

  private void requireOnly(Predicate<GmcOperation> test, String word, String begin) {
    if (!rule.isOnlyAbout(test)) {
      throw refused(
          new IllegalStateException(
              word + " is for " + begin + ", not for " + words.withoutPlace()));
    }
  }

  /**
   * Never answers: the register acts, or not, and the connection stays open without a byte until
   * the server is reset or closed.
   *
   * @param when whether the register acts first
   * @return a handle to chain another response
   */
  public Then neverAnswers(Drop when) {
    return takesEffect(exchange -> exchange.held(when));
  }

  /**
   * Never answers, and the register does not act; see {@link #neverAnswers(Drop)}.
   *
   * @return a handle to chain another response
   */
  public Then neverAnswers() {
    return neverAnswers(Drop.BEFORE_PROCESSING);
  }

  /**
   * Answers from the register, which acts at once, but the answer trickles in over this time. A
   * reset or closing the server cuts it off.
   *
   * @param over from the first byte, which comes at once, to the last
   * @return a handle to chain another response
   * @throws IllegalArgumentException if the time is not positive
   */
  public Then answersSlowly(Duration over) {
    if (over.isNegative() || over.isZero()) {
      throw refused(new IllegalArgumentException("over must be positive, but is " + over));
    }
    return takesEffect(exchange -> exchange.dripped(over));
  }

  /**
   * Answers with this return code; the register does not act.
   *
   * @param code any except success, even one not known yet
   * @return a handle to chain another response
   * @throws IllegalArgumentException if the code is success, which is not a refusal
   */
  public Then refusesWith(ReturnCode code) {
    if (code.isSuccess()) {
      throw refused(new IllegalArgumentException("return code 0 is not a refusal"));
    }
    return takesEffect(exchange -> exchange.refusal(code));
  }

  /**
   * Answers with this text in UTF-8; the register does not act.
   *
   * @param status 200 to 999
   * @param contentType the value of the header, with its charset
   * @param body any text
   * @return a handle to chain another response
   * @throws IllegalArgumentException if the status is not 200 to 999
   */
  public Then answersWith(int status, String contentType, String body) {
    return answersWith(
        CannedAnswer.builder()
            .status(status)
            .header("Content-Type", contentType)
            .body(body)
            .build());
  }

  /**
   * Answers with this, byte for byte; the register does not act.
   *
   * @param answer sent whatever the request is
   * @return a handle to chain another response
   */
  public Then answersWith(CannedAnswer answer) {
    return takesEffect(exchange -> exchange.canned(answer));
  }

  /**
   * Answers with this, byte for byte, after the register acted: a gateway that gave up waiting for
   * the service, or an edge that blocks answers. The caller cannot tell it from {@link
   * #answersWith(CannedAnswer)}.
   *
   * @param answer sent in the place of the register's
   * @return a handle to chain another response
   */
  public Then actsButAnswersWith(CannedAnswer answer) {
    return takesEffect(exchange -> exchange.actThenCanned(answer));
  }

  /**
   * Answers with this page as HTML; the register does not act.
   *
   * @param page any page of the edge
   * @return a handle to chain another response
   */
  public Then answersWith(CloudflarePage page) {
    return answersWith(page.asHtml());
  }

  /**
   * Answers with this page of the edge as HTML; the register does not act.
   *
   * @param page one for a block
   * @return a handle to chain another response
   * @throws IllegalArgumentException if the page is for an outage or a rate limit, not a block
   */
  public Then blocksWith(CloudflarePage page) {
    if (!page.isBlock()) {
      throw refused(new IllegalArgumentException(page + " is not a block: use answersWith(…)"));
    }
    return answersWith(page);
  }

  /**
   * Answers with this block page, byte for byte; the register does not act.
   *
   * @param page the answer of the edge, a proxy or a gateway
   * @return a handle to chain another response
   */
  public Then blocksWith(CannedAnswer page) {
    return answersWith(page);
  }

  /**
   * Answers from the register, which acts, but with this text in a field of the answer.
   *
   * @param field a name on the wire such as {@code SubmissionDate}; operations whose answer has no
   *     such field are answered as usual
   * @param text any text; an empty one is sent as an empty element
   * @return a handle to chain another response
   * @throws IllegalArgumentException if no answer has such a field
   */
  public Then answersWithField(String field, String text) {
    if (field.equals("Doctors") || !OperationContract.isAnswerField(field)) {
      throw refused(new IllegalArgumentException("no answer has a text field " + field));
    }
    return takesEffect(exchange -> exchange.answerWith(service -> service.field(field, text)));
  }

  /**
   * Answers a list of doctors with what this makes of the register's list: fewer, more, other ones.
   * The register does not change, and answers every other operation as usual.
   *
   * @param change gets the register's list, unmodifiable, and returns the list to send
   * @return a handle to chain another response
   */
  public Then answersDoctors(UnaryOperator<List<DoctorRow>> change) {
    return takesEffect(exchange -> exchange.answerWith(service -> service.doctors(change)));
  }

  /**
   * Drops the connection without a byte of an answer.
   *
   * @param when whether the register acts first
   * @return a handle to chain another response
   */
  public Then dropsConnection(Drop when) {
    return takesEffect(exchange -> exchange.drop(when));
  }

  /**
   * Closes the connection in the middle of the register's answer, after the register acted: the
   * Content-Length promises the whole body, and only this part of its bytes comes.
   *
   * @param fraction from 0 (headers only) to below 1
   * @return a handle to chain another response
   * @throws IllegalArgumentException if the fraction is outside that range
   */
  public Then truncatesAt(double fraction) {
    requirePart(fraction);
    return takesEffect(exchange -> exchange.truncated(fraction));
  }

  /**
   * Closes the connection in the middle of the register's answer, after the register acted: the
   * answer comes in chunks without a Content-Length, and the chunk that would end it is missing.
   *
   * @param fraction of the body's bytes, from 0 (headers only) to below 1
   * @return a handle to chain another response
   * @throws IllegalArgumentException if the fraction is outside that range
   */
  public Then truncatesChunkedAt(double fraction) {
    requirePart(fraction);
    return takesEffect(exchange -> exchange.truncatedChunked(fraction));
  }

  private void requirePart(double fraction) {
    if (!(fraction >= 0 && fraction < 1)) {
      throw refused(
          new IllegalArgumentException(
              "fraction must be 0 or more and below 1, but is " + fraction));
    }
  }

  /**
   * Answers from the register, which acts at once, but only after this time.
   *
   * @param delay zero or less means no delay
   * @return a handle to chain another response
   */
  public Then delaysBy(Duration delay) {
    return takesEffect(exchange -> exchange.delayed(delay));
  }

  /**
   * The author of a refused stub already knows about it: it is not reported as unfinished as well.
   */
  final <X extends RuntimeException> X refused(X why) {
    registry.unfinished().end(this);
    rule.responses().abandon();
    return why;
  }

  Then takesEffect(Function<Exchange, Response> effect) {
    registry.unfinished().end(this);
    rule.responses().add(effect, requests);
    if (first) {
      registry.putFirst(rule);
    }
    return new Then(words.withoutPlace(), rule, registry);
  }

  /** A stub with a response, to which another can be chained. */
  public static final class Then {
    private final String words;
    private final StubRule rule;
    private final StubRegistry registry;

    private Then(String words, StubRule rule, StubRegistry registry) {
      this.words = words;
      this.rule = rule;
      this.registry = registry;
    }

    /**
     * Chains another response, for the next such request.
     *
     * @return the same stub, which needs a response again
     */
    public GmcStubOutcome then() {
      return new GmcStubOutcome(words + "….then()", rule, registry, false);
    }
  }
}
