package uk.nhs.hee.tis.gmc.testkit.internal;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The chains of calls, stubs or assertions, that were begun and not completed, with the place where
 * each began. Thread-safe.
 */
public final class UnfinishedChains {
  private static final String TESTKIT = "uk.nhs.hee.tis.gmc.testkit.";

  /** By name: loading some of them needs JUnit and AssertJ, which a program does not have. */
  private static final Set<String> OURS =
      Stream.of(
              "GmcServer",
              "GmcMockServer",
              "GmcStub",
              "GmcStubOutcome",
              "GmcStubOutcome$Then",
              "GmcScenario",
              "StubRegistry",
              "StubWords",
              "FakeGmcClient",
              "FakeStub",
              "FakeStub$Then",
              "assertions.GmcTrafficAssert",
              "assertions.ReceivedCount",
              "internal.UnfinishedChains")
          .map(TESTKIT::concat)
          .collect(Collectors.toUnmodifiableSet());

  private static final Map<Object, UnfinishedChains> ASSERTIONS =
      Collections.synchronizedMap(new WeakHashMap<>());

  private final Map<Object, Object> begun = new LinkedHashMap<>();

  /**
   * Returns the unfinished assertions about a server or a fake.
   *
   * @param subject compared by identity, held weakly
   */
  public static UnfinishedChains assertionsAbout(Object subject) {
    return ASSERTIONS.computeIfAbsent(subject, s -> new UnfinishedChains());
  }

  /**
   * Notes the beginning of a chain.
   *
   * @param wordsAndPlace its text is taken when it is reported, so more words may be added to it
   */
  public synchronized void begin(Object chain, Object wordsAndPlace) {
    begun.put(chain, wordsAndPlace);
  }

  /** Returns the words, and the first place outside the testkit that led here. */
  public static String withPlace(String words) {
    return words + " at " + place();
  }

  /** Notes the end of a chain. */
  public synchronized void end(Object chain) {
    begun.remove(chain);
  }

  /** Returns the words and places of the chains that were not completed, oldest first. */
  public synchronized List<String> unfinished() {
    return begun.values().stream().map(Object::toString).collect(Collectors.toUnmodifiableList());
  }

  /** Returns the message about unfinished assertions; empty if there are none. */
  public String unfinishedAssertions() {
    List<String> assertions = unfinished();
    return assertions.isEmpty()
        ? ""
        : "these assertions do not say which calls they are about, so they checked nothing:\n  "
            + String.join("\n  ", assertions)
            + "\n(go on with listRequestFor(…), additionFor(…), callsOf(…) or the like)";
  }

  /**
   * Forgets every chain.
   *
   * @throws AssertionError if one of them was an assertion, naming each
   */
  public synchronized void requireNoUnfinishedAssertion() {
    String unfinished = unfinishedAssertions();
    clear();
    if (!unfinished.isEmpty()) {
      throw new AssertionError(unfinished);
    }
  }

  /** Forgets every chain. */
  public synchronized void clear() {
    begun.clear();
  }

  /** Returns the first place outside the testkit that led here, such as {@code ATest.java:12}. */
  public static String place() {
    return StackWalker.getInstance()
        .walk(
            frames ->
                frames
                    .filter(frame -> !OURS.contains(frame.getClassName()))
                    .findFirst()
                    .map(frame -> frame.getFileName() + ":" + frame.getLineNumber())
                    .orElse("an unknown place"));
  }
}
