package uk.nhs.hee.tis.gmc.testkit;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import uk.nhs.hee.tis.gmc.testkit.internal.CheckedRequest;

/** The stubs in effect, newest first. Thread-safe. */
final class StubBook {
  private volatile List<GmcStub> stubs = new CopyOnWriteArrayList<>();
  private @Nullable List<GmcStub> draft;

  synchronized void add(GmcStub stub) {
    (draft == null ? stubs : draft).add(0, stub);
  }

  /** Replaces all stubs at once by those that the script adds. */
  synchronized void rewrite(Runnable script) {
    List<GmcStub> written = new CopyOnWriteArrayList<>();
    draft = written;
    try {
      script.run();
      stubs = written;
    } finally {
      draft = null;
    }
  }

  Optional<GmcStub> find(CheckedRequest request, String userAgent) {
    return stubs.stream().filter(stub -> stub.claims(request, userAgent)).findFirst();
  }

  synchronized void clear() {
    stubs.clear();
  }
}
