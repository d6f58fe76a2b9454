package uk.nhs.hee.tis.gmc.example.sync;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import uk.nhs.hee.tis.gmc.client.GmcClient;

/** Syncs designated bodies by one bulk of the client, each one's file as soon as its list is in. */
final class SyncRun {
  private final GmcClient gmc;
  private final BodySync sync;
  private final Progress progress;

  SyncRun(GmcClient gmc, BodySync sync, Progress progress) {
    this.gmc = gmc;
    this.sync = sync;
    this.progress = progress;
  }

  /**
   * Returns the outcome of each body, in their order.
   *
   * @throws InterruptedException if the calling thread is interrupted; the calls in flight are
   *     cancelled
   */
  List<Outcome> of(List<DesignatedBody> bodies) throws InterruptedException {
    Map<String, DesignatedBody> byCode = new LinkedHashMap<>();
    bodies.forEach(body -> byCode.put(body.code(), body));
    Map<DesignatedBody, Outcome> ended = new ConcurrentHashMap<>();
    gmc.bulk()
        .getDoctorsForDbs(
            byCode.keySet(),
            item -> {
              DesignatedBody body = Objects.requireNonNull(byCode.get(item.request()));
              Outcome outcome = sync.ended(body, item);
              ended.put(body, outcome);
              progress.done(outcome);
            });
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    return bodies.stream()
        .map(body -> ended.getOrDefault(body, Outcome.notAttempted(body)))
        .collect(Collectors.toList());
  }
}
