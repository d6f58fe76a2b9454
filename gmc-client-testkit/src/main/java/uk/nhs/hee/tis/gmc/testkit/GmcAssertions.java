package uk.nhs.hee.tis.gmc.testkit;

/**
 * AssertJ assertions about what a mock server or a fake has received; import its {@code assertThat}
 * beside AssertJ's own.
 *
 * <pre>{@code
 * assertThat(gmc).received(1).recommendationFor("9000001").withReason(INSUFFICIENT_EVIDENCE);
 * assertThat(gmc).sentUserAgent("nightly-sync/1.0 (team@example.nhs.uk)");
 * }</pre>
 *
 * <p>A failure names the operation, the field, what was expected and what came, and the call that
 * comes nearest. It shows no doctor's data but what the assertion itself named. Thread-safe.
 */
public final class GmcAssertions {
  private GmcAssertions() {}

  /** Starts assertions about what this server has received since its last reset. */
  public static GmcTrafficAssert assertThat(GmcMockServer gmc) {
    return new GmcTrafficAssert(gmc.received(), gmc.requests().size());
  }

  /** Starts assertions about what this fake has received. */
  public static GmcTrafficAssert assertThat(FakeGmcClient fake) {
    ReceivedCalls received = fake.received();
    return new GmcTrafficAssert(received, received.size());
  }
}
