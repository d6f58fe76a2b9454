package uk.nhs.hee.tis.gmc.client;

import org.jspecify.annotations.Nullable;
import uk.nhs.hee.tis.gmc.client.model.Doctor;
import uk.nhs.hee.tis.gmc.client.model.DoctorsSummary;

/**
 * Receives the doctors of a designated body one by one, for callers that cannot hold them all in
 * memory.
 *
 * <p><strong>Rows are provisional until {@link #complete complete}.</strong> They are passed on
 * while the answer arrives, before anyone can know whether it is complete and whether the GMC
 * refuses the request in its last line. So keep them where they can still be discarded, such as a
 * transaction or a temporary file, and act on them in {@code complete} only. A sink ends in one of
 * two ways: {@code complete} returned, or {@link #discard} was called. The call returns what {@code
 * complete} returned, and nothing else.
 *
 * <p>Every attempt has its own sink, so a retry starts afresh. A blocking call uses the sink on the
 * thread that called, an asynchronous one on the client's executor, one thread at a time. The
 * sink's time counts: one that is too slow for the attempt's time-out fails the call.
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
   * Receives the next row, in the order of the answer, including nil rows and rows without a GMC
   * number. What this throws discards the list, is thrown by the call unchanged, and is not
   * retried.
   *
   * @param doctor the row
   */
  void accept(Doctor doctor);

  /**
   * Accepts the rows: the list is complete to the last byte, and the GMC granted the request. What
   * this throws is thrown by the call, after {@link #discard}.
   *
   * @param list what is known about the whole list besides its rows
   * @return what the call returns
   */
  R complete(DoctorsSummary list);

  /**
   * Discards the rows: the list was incomplete or refused, the call was abandoned, or this sink
   * threw. Called once, unless {@link #complete complete} returned; if an asynchronous call was
   * cancelled, perhaps after its future has ended. What this throws is logged and ignored.
   */
  void discard();
}
