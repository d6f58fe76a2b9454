package uk.nhs.hee.tis.gmc.client;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import uk.nhs.hee.tis.gmc.client.internal.soap.CallerSinks;
import uk.nhs.hee.tis.gmc.client.model.DoctorsForDb;
import uk.nhs.hee.tis.gmc.client.model.DoctorsSummary;

/** Hands a list that is held to a sink, for clients that do not read row by row: fakes. */
final class HeldDoctors {
  private HeldDoctors() {}

  static <R extends @Nullable Object> R handOver(
      DoctorsForDb list, Supplier<? extends DoctorSink<R>> sinks) {
    DoctorSink<R> sink = sinks.get();
    if (sink == null) {
      throw new IllegalStateException("the supplier of sinks returned null");
    }
    try {
      list.doctors().forEach(sink::accept);
      return sink.complete(summary(list));
    } catch (Throwable e) {
      CallerSinks.discard(sink);
      throw e;
    }
  }

  private static DoctorsSummary summary(DoctorsForDb list) {
    return DoctorsSummary.builder()
        .designatedBodyCode(list.designatedBodyCode())
        .rows(list.doctors().size())
        .rowsWithoutGmcNumber(list.rowsWithoutGmcNumber())
        .unreadableFields(list.unreadableFields())
        .info(list.info())
        .build();
  }
}
