package uk.nhs.hee.tis.gmc.client.internal.soap;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.nhs.hee.tis.gmc.client.model.CallInfo;
import uk.nhs.hee.tis.gmc.client.model.ConnectionReceipt;
import uk.nhs.hee.tis.gmc.client.model.RecommendationReceipt;
import uk.nhs.hee.tis.gmc.client.model.RecommendationStatus;
import uk.nhs.hee.tis.gmc.client.model.UnderNotice;
import uk.nhs.hee.tis.gmc.client.model.UnreadableField;

/**
 * Turns whole answers into typed ones. Nothing here throws because of an optional field: the GMC
 * has acted by then.
 */
final class TypedAnswers {
  private TypedAnswers() {}

  static RecommendationStatus status(RawAnswer raw, CallInfo info) {
    Optional<String> text = raw.text("Status");
    return RecommendationStatus.of(
        text.map(TypedAnswers::state).orElse(RecommendationStatus.State.UNKNOWN),
        text.orElse(null),
        info);
  }

  private static RecommendationStatus.State state(String text) {
    switch (text.strip().toLowerCase(Locale.ROOT)) {
      case "approved":
        return RecommendationStatus.State.APPROVED;
      case "rejected":
        return RecommendationStatus.State.REJECTED;
      case "under review":
        return RecommendationStatus.State.UNDER_REVIEW;
      default:
        return RecommendationStatus.State.UNKNOWN;
    }
  }

  static RecommendationReceipt recommendation(RawAnswer raw, CallInfo info) {
    return RecommendationReceipt.of(
        raw.text("RecommendationID").map(String::strip).orElse(null), info);
  }

  static ConnectionReceipt connection(RawAnswer raw, CallInfo info) {
    LocalDate date =
        raw.text("SubmissionDate")
            .flatMap(text -> date(null, "SubmissionDate", text, raw.unreadableFields))
            .orElse(null);
    return ConnectionReceipt.builder()
        .outcome(
            raw.isDone() ? ConnectionReceipt.Outcome.DONE : ConnectionReceipt.Outcome.ALREADY_SO)
        .submissionDate(date)
        .unreadableFields(raw.unreadableFields)
        .info(info)
        .build();
  }

  static Optional<LocalDate> date(
      @Nullable Integer row, String field, String text, List<UnreadableField> unreadable) {
    Optional<LocalDate> date = WireDates.read(text);
    if (date.isEmpty()) {
      unreadable.add(UnreadableField.of(row, field, text));
    }
    return date.filter(day -> !WireDates.isNone(day));
  }

  static UnderNotice underNotice(String text) {
    String notice = text.strip();
    if (notice.equalsIgnoreCase("no")) {
      return UnderNotice.NO;
    }
    if (notice.equalsIgnoreCase("yes")) {
      return UnderNotice.YES;
    }
    return notice.equalsIgnoreCase("on hold") ? UnderNotice.ON_HOLD : UnderNotice.UNKNOWN;
  }
}
