package uk.nhs.hee.tis.gmc.client;

import org.jspecify.annotations.Nullable;
import uk.nhs.hee.tis.gmc.client.model.Doctor;
import uk.nhs.hee.tis.gmc.client.model.DoctorsSummary;

/**
 * Takes the doctors of a designated body one by one, for callers that must not hold them all.
 *
 * <p><strong>Rows are provisional until {@link #complete}.</strong> They are handed over while the
 * answer arrives, before anybody can know whether it is whole and whether the GMC refuses it in its
 * last line. So keep them where they can still be forgotten, such as a transaction or a temporary
 * file, and let them count in {@code complete} alone. A sink ends in one of two ways: {@code
 * complete} returned, or {@link #discard} was called. What the call returns is what {@code
 * complete} returned; there is no other way to it.
 *
 * <p>Every attempt has a sink of its own, so a retry begins at nothing. A blocking call uses the
 * sink on the thread that called, an asynchronous one on the client's executor, one thread at a
 * time. The time that the sink takes counts: one that is slower than the attempt's time-out allows
 * fails the call.
 *
 * <pre>{@code
 * final class UnderNoticeCount implements DoctorSink<Integer> {
 *   private int underNotice;
 *
 *   public void accept(Doctor doctor) {
 *     underNotice += doctor.underNotice() == UnderNotice.YES ? 1 : 0;
 *   }
 *
 *   public Integer complete(DoctorsSummary list) {
 *     return underNotice;
 *   }
 *
 *   public void discard() {
 *     underNotice = 0;
 *   }
 * }
 *
 * int underNotice = gmc.getDoctorsForDb("1-1RSSQ2H", UnderNoticeCount::new);
 * }</pre>
 *
 * @param <R> what a whole list is turned into
 */
public interface DoctorSink<R extends @Nullable Object> {

  /**
   * Takes the next row, in the order of the answer: nil rows and rows without GMC number too. What
   * this throws discards the list, is thrown by the call unchanged, and is not retried.
   *
   * @param doctor the row
   */
  void accept(Doctor doctor);

  /**
   * Makes the rows count: the list is whole to its last byte, and the GMC granted it. What this
   * throws is thrown by the call, after {@link #discard}.
   *
   * @param list what is known of the whole list beside its rows
   * @return what the call returns
   */
  R complete(DoctorsSummary list);

  /**
   * Forgets the rows: the list was not whole or was refused, the call was given up, or this sink
   * threw. Called once, unless {@link #complete} returned; if an asynchronous call was cancelled,
   * perhaps after its future has ended. What this throws is logged and passed over.
   */
  void discard();
}
