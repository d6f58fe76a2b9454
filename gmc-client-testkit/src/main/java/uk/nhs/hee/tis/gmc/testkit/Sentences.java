package uk.nhs.hee.tis.gmc.testkit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The stub sentences that were begun and not ended, with the place where each began. Thread-safe.
 */
final class Sentences {
  private static final Set<String> OURS =
      Stream.of(
              GmcMockServer.class,
              GmcStub.class,
              GmcStubOutcome.class,
              GmcStubOutcome.Then.class,
              StubBook.class,
              Sentences.class)
          .map(Class::getName)
          .collect(Collectors.toSet());

  private final Map<Object, String> begun = new LinkedHashMap<>();

  synchronized void begin(Object sentence, String words) {
    begun.put(sentence, words + " at " + place());
  }

  synchronized void end(Object sentence) {
    begun.remove(sentence);
  }

  synchronized List<String> unfinished() {
    return List.copyOf(begun.values());
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
