package uk.nhs.hee.tis.gmc.testkit.internal;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Follows the elements of one level in the order of the contract.
 *
 * <p>GMC Connect silently drops an element that comes too late and then reports it missing; so does
 * the stand-in, but it says so.
 */
final class FieldSequence {
  private final List<String> contract;
  private final Set<String> seen = new HashSet<>();
  private int last = -1;

  FieldSequence(List<String> contract) {
    this.contract = contract;
  }

  /** Takes the next element; what is wrong with it, or nothing when the service would read it. */
  Optional<String> next(String name) {
    int place = contract.indexOf(name);
    if (place < 0) {
      return wrong("element " + name + " is unknown");
    }
    if (!seen.add(name)) {
      return wrong("element " + name + " occurs twice");
    }
    if (place < last) {
      return wrong("element " + name + " stands after " + contract.get(last));
    }
    last = place;
    return Optional.empty();
  }

  private Optional<String> wrong(String what) {
    return Optional.of(what + ", the contract requires: " + String.join(", ", contract));
  }
}
