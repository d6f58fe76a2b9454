package uk.nhs.hee.tis.gmc.testkit;

import java.util.function.Predicate;
import uk.nhs.hee.tis.gmc.testkit.internal.AddressRange;
import uk.nhs.hee.tis.gmc.testkit.internal.CheckedRequest;
import uk.nhs.hee.tis.gmc.testkit.internal.OperationContract;

/**
 * How the mock server responds to some requests: first which ones, then what the server does. Start
 * at {@link GmcMockServer}; the stub takes effect with its response.
 *
 * <pre>{@code
 * gmc.whenRecommending().forDoctor("9000001").refusesWith(OPEN_RECOMMENDATION_EXISTS);
 * gmc.whenAdding().forTheFirst(2).dropsConnection(Drop.AFTER_PROCESSING);
 * }</pre>
 *
 * <p>The newest matching stub decides; if none matches, the register answers. Build a stub on one
 * thread; once in effect it is thread-safe.
 */
public final class GmcStub extends GmcStubOutcome {
  GmcStub(String words, StubRule rule, StubRegistry registry) {
    super(words, rule, registry, true);
  }

  /**
   * Lets this stub go without a call; see {@link GmcMockServerBuilder#strictStubs(boolean)}.
   *
   * @return this stub
   */
  public GmcStub lenient() {
    rule().mustBeHit(false);
    return this;
  }

  /**
   * Names this stub, for messages about it and for {@link AnsweredRequest#stub()}.
   *
   * @param name a few words such as {@code the GMC's weekend}
   * @return this stub
   */
  public GmcStub describedAs(String name) {
    rule().name(name);
    return this;
  }

  /**
   * Narrows to requests about this doctor; a list of doctors is not about any.
   *
   * @param gmcNumber the doctor's GMC number, compared as text
   * @return this stub
   */
  public GmcStub forDoctor(String gmcNumber) {
    return narrow(
        "forDoctor(…)",
        request ->
            request
                .operation()
                .map(o -> OperationContract.of(o).doctorField())
                .filter(field -> request.field(field).equals(gmcNumber))
                .isPresent());
  }

  /**
   * Narrows to requests on behalf of this designated body.
   *
   * @param code the body's code, opaque text such as {@code 1-1RSSQ2H}
   * @return this stub
   */
  public GmcStub forDesignatedBody(String code) {
    words().add("forDesignatedBody(\"" + code + "\")");
    return onBehalfOf(code);
  }

  /** Narrows to requests on behalf of this designated body, which the stub's words name already. */
  GmcStub onBehalfOf(String code) {
    rule()
        .responses()
        .narrow(
            request ->
                request
                    .operation()
                    .map(o -> OperationContract.of(o).designatedBodyField())
                    .filter(field -> request.field(field).equals(code))
                    .isPresent());
    return this;
  }

  /**
   * Narrows to requests whose User-Agent passes this test; an absent one is an empty text.
   *
   * @param test is run for each such request, one at a time
   * @return this stub
   */
  public GmcStub forUserAgent(Predicate<String> test) {
    return narrow("forUserAgent(…)", request -> test.test(request.userAgent()));
  }

  /**
   * Narrows to requests whose User-Agent contains this text; case-sensitive.
   *
   * @param text such as {@code Java/}
   * @return this stub
   */
  public GmcStub fromUserAgentContaining(String text) {
    return narrow(
        "fromUserAgentContaining(\"" + text + "\")", request -> request.userAgent().contains(text));
  }

  /**
   * Narrows to callers with this address; {@code X-Forwarded-For} takes precedence if it is sent.
   *
   * @param addressOrNetwork an IP address, or a network such as {@code 203.0.113.0/24}
   * @return this stub
   * @throws IllegalArgumentException if it is neither
   */
  public GmcStub fromAddress(String addressOrNetwork) {
    AddressRange range;
    try {
      range = AddressRange.parse(addressOrNetwork);
    } catch (IllegalArgumentException e) {
      throw refused(e);
    }
    return narrow(
        "fromAddress(\"" + addressOrNetwork + "\")",
        request -> range.contains(request.clientAddress()));
  }

  private GmcStub narrow(String word, Predicate<CheckedRequest> test) {
    words().add(word);
    rule().responses().narrow(test);
    return this;
  }

  @Override
  public GmcStub forTheFirst(int requests) {
    super.forTheFirst(requests);
    return this;
  }
}
