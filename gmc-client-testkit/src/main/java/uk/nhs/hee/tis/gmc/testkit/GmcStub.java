package uk.nhs.hee.tis.gmc.testkit;

import java.util.function.Predicate;
import uk.nhs.hee.tis.gmc.testkit.internal.AddressRange;
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
public final class GmcStub extends GmcStubOutcome {
  GmcStub(String words, StubRule rule, StubBook book) {
    super(words, rule, book);
  }

  /** Narrows to requests about this doctor; a list of doctors is about none. */
  public GmcStub forDoctor(String gmcNumber) {
    rule()
        .narrow(
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
    rule()
        .narrow(
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
    rule().narrowUserAgent(test);
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
    AddressRange range;
    try {
      range = AddressRange.parse(addressOrNetwork);
    } catch (IllegalArgumentException e) {
      throw refused(e);
    }
    rule().narrow(request -> range.contains(request.clientAddress()));
    return this;
  }

  @Override
  public GmcStub forTheFirst(int requests) {
    super.forTheFirst(requests);
    return this;
  }
}
