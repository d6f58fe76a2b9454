package uk.nhs.hee.tis.gmc.client.internal.call;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import uk.nhs.hee.tis.gmc.client.GmcAvailability;
import uk.nhs.hee.tis.gmc.client.GmcCall;
import uk.nhs.hee.tis.gmc.client.GmcListener;
import uk.nhs.hee.tis.gmc.client.error.GmcException;
import uk.nhs.hee.tis.gmc.client.model.CallInfo;

/** Tells every listener, and lets none of them harm a call. Thread-safe. */
final class Listeners implements GmcListener {
  private final List<GmcListener> all;

  Listeners(List<GmcListener> all) {
    this.all = List.copyOf(all);
  }

  @Override
  public void callStarted(GmcCall call) {
    tell(listener -> listener.callStarted(call));
  }

  @Override
  public void attemptFailed(GmcCall call, GmcException failure) {
    tell(listener -> listener.attemptFailed(call, failure));
  }

  @Override
  public void retryScheduled(GmcCall call, GmcException because, Duration after) {
    tell(listener -> listener.retryScheduled(call, because, after));
  }

  @Override
  public void callSucceeded(GmcCall call, CallInfo info) {
    tell(listener -> listener.callSucceeded(call, info));
  }

  @Override
  public void callFailed(GmcCall call, GmcException failure) {
    tell(listener -> listener.callFailed(call, failure));
  }

  @Override
  public void circuitOpened(GmcException because) {
    tell(listener -> listener.circuitOpened(because));
  }

  @Override
  public void circuitProbing(GmcCall probe) {
    tell(listener -> listener.circuitProbing(probe));
  }

  @Override
  public void circuitClosed() {
    tell(GmcListener::circuitClosed);
  }

  @Override
  public void availabilityChanged(GmcAvailability before, GmcAvailability now) {
    tell(listener -> listener.availabilityChanged(before, now));
  }

  private void tell(Consumer<GmcListener> event) {
    for (GmcListener listener : all) {
      try {
        event.accept(listener);
      } catch (Throwable e) { // Even an Error of the listener's must not cost a call its outcome.
        CallLog.warn("A GmcListener of {} threw; ignored", listener.getClass(), e);
      }
    }
  }
}
