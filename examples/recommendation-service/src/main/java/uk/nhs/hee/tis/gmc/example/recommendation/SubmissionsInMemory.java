package uk.nhs.hee.tis.gmc.example.recommendation;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** A book for one instance of the service, which forgets all when it stops: yours is a database. */
@Component
final class SubmissionsInMemory implements SubmissionBook {
  private final Map<String, Entry> entries = new ConcurrentHashMap<>();

  @Override
  public void begin(String id, Entry entry) {
    Entry before = entries.putIfAbsent(id, entry);
    if (before != null) {
      throw new SubmittedAlreadyException(before.outcome());
    }
  }

  @Override
  public void update(String id, Entry entry) {
    entries.put(id, entry);
  }

  @Override
  public void remove(String id) {
    entries.remove(id);
  }

  @Override
  public Optional<Entry> find(String id) {
    return Optional.ofNullable(entries.get(id));
  }
}
