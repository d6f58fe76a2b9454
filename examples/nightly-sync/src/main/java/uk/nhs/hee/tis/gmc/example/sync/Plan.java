package uk.nhs.hee.tis.gmc.example.sync;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Which designated bodies a run fetches, and which it keeps as an earlier run left them. */
final class Plan {
  private final List<DesignatedBody> bodies;
  private final Map<DesignatedBody, Outcome> kept = new HashMap<>();
  private final List<String> notKept = new ArrayList<>();

  Plan(List<DesignatedBody> bodies, OutputDirectory output, boolean onlyMissing) {
    this.bodies = bodies;
    if (onlyMissing) {
      for (DesignatedBody body : bodies) {
        output.complete(body).ifPresent(last -> keep(body, last, output));
      }
    }
  }

  private void keep(DesignatedBody body, LastRun last, OutputDirectory output) {
    output
        .whyNotKept(body, last)
        .ifPresentOrElse(
            why -> notKept.add(body + " is fetched again: " + why + "."),
            () -> kept.put(body, Outcome.kept(body, last)));
  }

  /** Returns a sentence for each body that was complete once, but whose file cannot be kept. */
  List<String> notKept() {
    return List.copyOf(notKept);
  }

  List<DesignatedBody> toFetch() {
    return bodies.stream().filter(body -> !kept.containsKey(body)).collect(Collectors.toList());
  }

  /** Returns the outcome of every body, in the order of the list. */
  List<Outcome> withKept(List<Outcome> fetched) {
    Map<DesignatedBody, Outcome> all = new HashMap<>(kept);
    fetched.forEach(outcome -> all.put(outcome.body(), outcome));
    List<Outcome> outcomes = new ArrayList<>();
    for (DesignatedBody body : bodies) {
      Outcome outcome = all.get(body);
      if (outcome != null) {
        outcomes.add(outcome);
      }
    }
    return outcomes;
  }
}
