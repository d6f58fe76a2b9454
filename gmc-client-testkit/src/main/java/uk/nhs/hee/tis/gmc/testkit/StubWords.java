package uk.nhs.hee.tis.gmc.testkit;

import uk.nhs.hee.tis.gmc.testkit.internal.UnfinishedChains;

/** What the author of a stub wrote so far, and where, for messages about it. Thread-safe. */
final class StubWords {
  private final String place = UnfinishedChains.place();
  private String words;

  StubWords(String words) {
    this.words = words;
  }

  /** Adds a further call of the chain, such as {@code forTheFirst(2)}. */
  synchronized void add(String word) {
    words += "." + word;
  }

  synchronized String withoutPlace() {
    return words;
  }

  /** Shows the words and the place. */
  @Override
  public synchronized String toString() {
    return words + " at " + place;
  }
}
