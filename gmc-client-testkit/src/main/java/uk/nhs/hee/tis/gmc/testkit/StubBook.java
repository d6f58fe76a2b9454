package uk.nhs.hee.tis.gmc.testkit;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import uk.nhs.hee.tis.gmc.testkit.internal.CheckedRequest;

/** The stubs in effect, newest first. Thread-safe. */
final class StubBook {
  private final List<GmcStub> stubs = new CopyOnWriteArrayList<>();

  void add(GmcStub stub) {
    stubs.add(0, stub);
  }

  Optional<GmcStub> find(CheckedRequest request, String userAgent) {
    return stubs.stream().filter(stub -> stub.claims(request, userAgent)).findFirst();
  }

  void clear() {
    stubs.clear();
  }
}
