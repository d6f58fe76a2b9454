package uk.nhs.hee.tis.gmc.testkit.assertions;

import uk.nhs.hee.tis.gmc.testkit.FakeGmcClient;
import uk.nhs.hee.tis.gmc.testkit.GmcMockServer;
import uk.nhs.hee.tis.gmc.testkit.ReceivedCalls;
import uk.nhs.hee.tis.gmc.testkit.internal.CheckReturnValue;
import uk.nhs.hee.tis.gmc.testkit.internal.UnfinishedChains;

/**
 * AssertJ assertions about what a mock server or a fake has received; import its {@code assertThat}
 * alongside AssertJ's own.
 *
 * <pre>{@code
 * assertThat(gmc).received(1).recommendationFor("9000001").withReason(INSUFFICIENT_EVIDENCE);
 * assertThat(gmc).sentUserAgent("nightly-sync/1.0 (team@example.nhs.uk)");
 * }</pre>
 *
 * <p>A failure names the operation, the field, what was expected and what was received, and the
 * nearest call: the one for the same operation with the fewest differences, each listed. Header
 * values that may be secret are never shown. Thread-safe.
 */
public final class GmcAssertions {
  private GmcAssertions() {}

  /**
   * Starts assertions about what this server has received since its last reset.
   *
   * @param gmc a running server, or one that has since been stopped
   * @return the assertions, none of which has been made yet
   */
  @CheckReturnValue
  public static GmcTrafficAssert assertThat(GmcMockServer gmc) {
    return new GmcTrafficAssert(
        gmc.received(), gmc.requests().size(), UnfinishedChains.assertionsAbout(gmc));
  }

  /**
   * Starts assertions about what this fake has received.
   *
   * @param fake the fake that the code under test uses
   * @return the assertions, none of which has been made yet
   * @throws AssertionError if an earlier assertion about it never said which calls it is about
   */
  @CheckReturnValue
  public static GmcTrafficAssert assertThat(FakeGmcClient fake) {
    UnfinishedChains unfinished = UnfinishedChains.assertionsAbout(fake);
    unfinished.requireNoUnfinishedAssertion();
    ReceivedCalls received = fake.received();
    return new GmcTrafficAssert(received, received.size(), unfinished);
  }
}
