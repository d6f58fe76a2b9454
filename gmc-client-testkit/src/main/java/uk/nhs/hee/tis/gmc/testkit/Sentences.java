package uk.nhs.hee.tis.gmc.testkit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The sentences, stubs or assertions, that were begun and not ended, with the place where each
 * began. Thread-safe.
 */
final class Sentences {
  private static final Set<String> OURS =
      Stream.concat(
              Stream.of(
                      GmcServer.class,
                      GmcStub.class,
                      GmcStubOutcome.class,
                      GmcStubOutcome.Then.class,
                      GmcScenario.class,
                      StubBook.class,
                      Sentences.class)
                  .map(Class::getName),
              // By name: loading them needs JUnit and AssertJ, which a program has not.
              Stream.of("GmcMockServer", "GmcTrafficAssert", "ReceivedCount")
                  .map(name -> Sentences.class.getPackageName() + "." + name))
          .collect(Collectors.toSet());

  private final Map<Object, String> begun = new LinkedHashMap<>();

  synchronized void begin(Object sentence, String wordsAndPlace) {
    begun.put(sentence, wordsAndPlace);
  }

  /** The words, and the first place outside the testkit that led here. */
  static String withPlace(String words) {
    return words + " at " + place();
  }

  synchronized void end(Object sentence) {
    begun.remove(sentence);
  }

  synchronized List<String> unfinished() {
    return List.copyOf(begun.values());
  }

  /**
   * What to tell the writer of unfinished assertions.
   *
   * @return empty if there is none
   */
  String unfinishedClaims() {
    List<String> claims = unfinished();
    return claims.isEmpty()
        ? ""
        : "these assertions do not say which calls they are about, so they checked nothing:\n  "
            + String.join("\n  ", claims)
            + "\n(go on with listRequestFor(…), additionFor(…), callsOf(…) or the like)";
  }

  synchronized void clear() {
    begun.clear();
  }

  private static String place() {
    return StackWalker.getInstance()
        .walk(
            frames ->
                frames
                    .filter(frame -> !isOurs(frame.getClassName()))
                    .findFirst()
                    .map(frame -> frame.getFileName() + ":" + frame.getLineNumber())
                    .orElse("an unknown place"));
  }

  private static boolean isOurs(String className) {
    return OURS.contains(className);
  }
}
