package uk.nhs.hee.tis.gmc.client.internal.call;

import java.util.concurrent.CompletableFuture;
import uk.nhs.hee.tis.gmc.client.CallOptions;
import uk.nhs.hee.tis.gmc.client.error.GmcException;
import uk.nhs.hee.tis.gmc.client.internal.soap.SoapOperation;
import uk.nhs.hee.tis.gmc.client.model.GmcAnswer;

/** What carries out the calls of a client, whatever the operation. Thread-safe. */
public interface Calls {

  /**
   * Carries a call out on the calling thread.
   *
   * @throws GmcException if the call fails; what a sink of the caller's throws is thrown unchanged
   * @throws IllegalArgumentException if a value cannot be sent
   * @throws IllegalStateException if the client is closed, or writes must not be sent
   */
  <Q, A extends GmcAnswer> A call(SoapOperation<Q, A> operation, Q request, CallOptions options);

  /**
   * Starts a call that nobody waits for.
   *
   * @throws IllegalArgumentException if a value cannot be sent
   * @throws IllegalStateException if the client is closed, or writes must not be sent
   */
  <Q, A extends GmcAnswer> CompletableFuture<A> start(
      SoapOperation<Q, A> operation, Q request, CallOptions options);
}
