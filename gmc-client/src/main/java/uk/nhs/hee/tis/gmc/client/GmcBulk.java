package uk.nhs.hee.tis.gmc.client;

import java.util.Collection;
import java.util.function.Consumer;
import uk.nhs.hee.tis.gmc.client.model.AddDoctor;
import uk.nhs.hee.tis.gmc.client.model.ConnectionReceipt;
import uk.nhs.hee.tis.gmc.client.model.DoctorsForDb;
import uk.nhs.hee.tis.gmc.client.model.RemoveDoctor;

/**
 * Many calls of one operation, a few at a time, with a result for each. The client sets how many
 * run at once: {@link GmcClientBuilder#bulkConcurrency(int)}.
 *
 * <p>One failure does not abort the rest unless every further call would be refused too: a block
 * (but not one of kind {@code WAF}, which concerns one request), a refusal of the account (return
 * code 99, or HTTP 401 or 403 from the GMC's server), or an open circuit. {@link
 * BulkResult#toRetry()} is what a second run has to do. Each method blocks until all calls have
 * ended; an interrupt cancels those in flight and returns what is known by then, with the interrupt
 * flag set. Immutable and thread-safe.
 *
 * <pre>{@code
 * BulkResult<AddDoctor, ConnectionReceipt> result =
 *     gmc.bulk()
 *         .options(CallOptions.builder().internalUser("a.admin").build())
 *         .tryAddDoctors(requests, item -> save(item.request(), item.outcome()));
 * }</pre>
 *
 * <p>A consumer is called once for every request that was attempted or is {@link
 * BulkResult.Outcome#INVALID}, as its call ends, on threads of the client or the calling one and
 * for several requests at once, so that outcomes can be stored before all have ended. If it throws,
 * the calls in flight are cancelled, no other is made, and the bulk throws an {@link
 * IllegalStateException} with that exception as its cause, or the {@link Error} itself.
 *
 * <p>On a closed client each method throws an {@link IllegalStateException}, unless a call of the
 * bulk was attempted before the client was closed: then it is the exception of each remaining item.
 */
public interface GmcBulk {

  /**
   * {@return the same bulk with these options for each of its calls} A deadline applies to each
   * call, and a client request id is sent with every one.
   *
   * @param options what each of the calls does differently from the client's defaults
   * @throws IllegalArgumentException if they are null
   */
  GmcBulk options(CallOptions options);

  /**
   * Reads the doctors of several designated bodies.
   *
   * @param designatedBodyCodes the bodies' codes, such as {@code 1-1RSSQ2H}; one call each
   * @return what became of each body, in the order of the codes
   * @throws IllegalArgumentException if the collection or a code is null
   */
  default BulkResult<String, DoctorsForDb> getDoctorsForDbs(
      Collection<String> designatedBodyCodes) {
    return getDoctorsForDbs(designatedBodyCodes, item -> {});
  }

  /**
   * Reads the doctors of several designated bodies and reports each as it ends.
   *
   * @param designatedBodyCodes the bodies' codes, such as {@code 1-1RSSQ2H}; one call each
   * @param onEach receives every body that was attempted
   * @return what became of each body, in the order of the codes
   * @throws IllegalArgumentException if the collection, a code or the consumer is null
   */
  BulkResult<String, DoctorsForDb> getDoctorsForDbs(
      Collection<String> designatedBodyCodes,
      Consumer<BulkResult.Item<String, DoctorsForDb>> onEach);

  /**
   * Connects several doctors.
   *
   * @param requests which doctors to connect to which bodies, and why; one call each
   * @return what became of each request, in the order given
   * @throws IllegalArgumentException if the collection or a request is null
   */
  default BulkResult<AddDoctor, ConnectionReceipt> tryAddDoctors(Collection<AddDoctor> requests) {
    return tryAddDoctors(requests, item -> {});
  }

  /**
   * Connects several doctors and reports each as it ends.
   *
   * @param requests which doctors to connect to which bodies, and why; one call each
   * @param onEach receives every request that was attempted
   * @return what became of each request, in the order given
   * @throws IllegalArgumentException if the collection, a request or the consumer is null
   */
  BulkResult<AddDoctor, ConnectionReceipt> tryAddDoctors(
      Collection<AddDoctor> requests,
      Consumer<BulkResult.Item<AddDoctor, ConnectionReceipt>> onEach);

  /**
   * Disconnects several doctors.
   *
   * @param requests which doctors to disconnect from which bodies, and why; one call each
   * @return what became of each request, in the order given
   * @throws IllegalArgumentException if the collection or a request is null
   */
  default BulkResult<RemoveDoctor, ConnectionReceipt> tryRemoveDoctors(
      Collection<RemoveDoctor> requests) {
    return tryRemoveDoctors(requests, item -> {});
  }

  /**
   * Disconnects several doctors and reports each as it ends.
   *
   * @param requests which doctors to disconnect from which bodies, and why; one call each
   * @param onEach receives every request that was attempted
   * @return what became of each request, in the order given
   * @throws IllegalArgumentException if the collection, a request or the consumer is null
   */
  BulkResult<RemoveDoctor, ConnectionReceipt> tryRemoveDoctors(
      Collection<RemoveDoctor> requests,
      Consumer<BulkResult.Item<RemoveDoctor, ConnectionReceipt>> onEach);
}
