package uk.nhs.hee.tis.gmc.client.internal.soap;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.nhs.hee.tis.gmc.client.DoctorSink;
import uk.nhs.hee.tis.gmc.client.model.CallInfo;
import uk.nhs.hee.tis.gmc.client.model.Doctor;
import uk.nhs.hee.tis.gmc.client.model.DoctorsSummary;

/** Passes the rows of one attempt to a sink, and in the end completes or discards it. */
final class SinkList<R extends @Nullable Object> extends Reading<SinkAnswer<R>> {
  private final String designatedBodyCode;
  private final CallerSinks<R> sinks;
  private final List<Integer> rowsWithoutGmcNumber = new ArrayList<>();
  private @Nullable DoctorSink<R> sink;
  private int rows;

  SinkList(String designatedBodyCode, CallerSinks<R> sinks) {
    this.designatedBodyCode = designatedBodyCode;
    this.sinks = sinks;
  }

  @Override
  void listBegins() {
    sink = sinks.next();
  }

  @Override
  void row(Doctor doctor) {
    if (doctor.gmcNumber().isEmpty()) {
      rowsWithoutGmcNumber.add(rows);
    }
    rows++;
    try {
      opened().accept(doctor);
    } catch (
        Throwable
            e) { // A sneakily thrown checked exception must not be mistaken for a broken answer.
      throw new SinkFailedException(e);
    }
  }

  @Override
  public SinkAnswer<R> answer(RawAnswer raw, CallInfo info) {
    DoctorsSummary summary =
        DoctorsSummary.builder()
            .designatedBodyCode(designatedBodyCode)
            .rows(rows)
            .rowsWithoutGmcNumber(rowsWithoutGmcNumber)
            .unreadableFields(raw.unreadableFields)
            .info(info)
            .build();
    R value;
    try {
      value = opened().complete(summary);
    } catch (Throwable e) {
      throw new SinkFailedException(e);
    }
    sink = null;
    return new SinkAnswer<>(value, info);
  }

  @Override
  public void discard() {
    DoctorSink<R> told = sink;
    sink = null;
    if (told != null) {
      CallerSinks.discard(told);
    }
  }

  private DoctorSink<R> opened() {
    if (sink == null) {
      throw new IllegalStateException("no list has begun");
    }
    return sink;
  }
}
