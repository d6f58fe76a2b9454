package uk.nhs.hee.tis.gmc.client.json;

import com.fasterxml.jackson.databind.module.SimpleModule;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import uk.nhs.hee.tis.gmc.client.model.CallInfo;
import uk.nhs.hee.tis.gmc.client.model.ConnectionReceipt;
import uk.nhs.hee.tis.gmc.client.model.Doctor;
import uk.nhs.hee.tis.gmc.client.model.DoctorsForDb;
import uk.nhs.hee.tis.gmc.client.model.DoctorsSummary;
import uk.nhs.hee.tis.gmc.client.model.RecommendationReceipt;
import uk.nhs.hee.tis.gmc.client.model.RecommendationStatus;
import uk.nhs.hee.tis.gmc.client.model.UnderNotice;
import uk.nhs.hee.tis.gmc.client.model.UnreadableField;

/** The JSON forms of what GMC Connect answers. */
final class AnswerForms {
  private static final Kind<CallInfo> INFO = Kind.value(CallInfo.class);

  private AnswerForms() {}

  static void addTo(SimpleModule module) {
    callInfo().addTo(module);
    unreadableField().addTo(module);
    doctor().addTo(module);
    doctorsForDb().addTo(module);
    doctorsSummary().addTo(module);
    recommendationStatus().addTo(module);
    recommendationReceipt().addTo(module);
    connectionReceipt().addTo(module);
  }

  /** The components of the answers that have no builder. */
  private static final class Parts {
    private @Nullable CallInfo info;
    private RecommendationStatus.@Nullable State state;
    private @Nullable String text;
    private @Nullable Integer row;
    private @Nullable String field;
    private @Nullable String recommendationId;

    RecommendationStatus recommendationStatus() {
      return RecommendationStatus.of(given(state), text, given(info));
    }

    RecommendationReceipt recommendationReceipt() {
      return RecommendationReceipt.of(recommendationId, given(info));
    }

    UnreadableField unreadableField() {
      return UnreadableField.of(row, given(field), given(text));
    }

    /** A form asks for the value only when what is required was there. */
    private static <V> V given(@Nullable V component) {
      return Objects.requireNonNull(component);
    }
  }

  private static Form<CallInfo, CallInfo.Builder> callInfo() {
    return new Form<>(CallInfo.class, CallInfo::builder, CallInfo.Builder::build)
        .with(
            "clientRequestId",
            Kind.TEXT,
            CallInfo::clientRequestId,
            CallInfo.Builder::clientRequestId)
        .maybe("gmcRequestId", Kind.TEXT, CallInfo::gmcRequestId, CallInfo.Builder::gmcRequestId)
        .with("attempts", Kind.NUMBER, CallInfo::attempts, CallInfo.Builder::attempts)
        .with("duration", Kind.DURATION, CallInfo::duration, CallInfo.Builder::duration);
  }

  private static Form<UnreadableField, Parts> unreadableField() {
    return new Form<>(UnreadableField.class, Parts::new, Parts::unreadableField)
        .maybe("row", Kind.NUMBER, UnreadableField::row, (parts, row) -> parts.row = row)
        .with("field", Kind.TEXT, UnreadableField::field, (parts, field) -> parts.field = field)
        .with("text", Kind.TEXT, UnreadableField::text, (parts, text) -> parts.text = text);
  }

  private static Form<Doctor, Doctor.Builder> doctor() {
    return new Form<>(Doctor.class, Doctor::builder, Doctor.Builder::build)
        .maybe("gmcNumber", Kind.TEXT, Doctor::gmcNumber, Doctor.Builder::gmcNumber)
        .maybe("firstName", Kind.TEXT, Doctor::firstName, Doctor.Builder::firstName)
        .maybe("lastName", Kind.TEXT, Doctor::lastName, Doctor.Builder::lastName)
        .maybe("submissionDate", Kind.DATE, Doctor::submissionDate, Doctor.Builder::submissionDate)
        .maybe("doctorStatus", Kind.TEXT, Doctor::doctorStatus, Doctor.Builder::doctorStatus)
        .maybe("breach", Kind.TEXT, Doctor::breach, Doctor.Builder::breach)
        .maybe("dateAdded", Kind.DATE, Doctor::dateAdded, Doctor.Builder::dateAdded)
        .with(
            "underNotice",
            Kind.oneOf(UnderNotice.class, UnderNotice.UNKNOWN),
            Doctor::underNotice,
            Doctor.Builder::underNotice)
        .maybe(
            "underNoticeText", Kind.TEXT, Doctor::underNoticeText, Doctor.Builder::underNoticeText)
        .maybe("investigation", Kind.TEXT, Doctor::investigation, Doctor.Builder::investigation)
        .maybe(
            "preliminaryInvestigation",
            Kind.TEXT,
            Doctor::preliminaryInvestigation,
            Doctor.Builder::preliminaryInvestigation)
        .maybe("sanction", Kind.TEXT, Doctor::sanction, Doctor.Builder::sanction);
  }

  private static Form<DoctorsForDb, DoctorsForDb.Builder> doctorsForDb() {
    return new Form<>(DoctorsForDb.class, DoctorsForDb::builder, DoctorsForDb.Builder::build)
        .with(
            "designatedBodyCode",
            Kind.TEXT,
            DoctorsForDb::designatedBodyCode,
            DoctorsForDb.Builder::designatedBodyCode)
        .with(
            "doctors",
            Kind.listOf(Doctor.class),
            DoctorsForDb::doctors,
            DoctorsForDb.Builder::doctors)
        .with(
            "unreadableFields",
            Kind.listOf(UnreadableField.class),
            DoctorsForDb::unreadableFields,
            DoctorsForDb.Builder::unreadableFields)
        .with("info", INFO, DoctorsForDb::info, DoctorsForDb.Builder::info);
  }

  private static Form<DoctorsSummary, DoctorsSummary.Builder> doctorsSummary() {
    return new Form<>(DoctorsSummary.class, DoctorsSummary::builder, DoctorsSummary.Builder::build)
        .with(
            "designatedBodyCode",
            Kind.TEXT,
            DoctorsSummary::designatedBodyCode,
            DoctorsSummary.Builder::designatedBodyCode)
        .with("rows", Kind.NUMBER, DoctorsSummary::rows, DoctorsSummary.Builder::rows)
        .with(
            "rowsWithoutGmcNumber",
            Kind.listOf(Integer.class),
            DoctorsSummary::rowsWithoutGmcNumber,
            DoctorsSummary.Builder::rowsWithoutGmcNumber)
        .with(
            "unreadableFields",
            Kind.listOf(UnreadableField.class),
            DoctorsSummary::unreadableFields,
            DoctorsSummary.Builder::unreadableFields)
        .with("info", INFO, DoctorsSummary::info, DoctorsSummary.Builder::info);
  }

  private static Form<RecommendationStatus, Parts> recommendationStatus() {
    return new Form<>(RecommendationStatus.class, Parts::new, Parts::recommendationStatus)
        .with(
            "state",
            Kind.oneOf(RecommendationStatus.State.class, RecommendationStatus.State.UNKNOWN),
            RecommendationStatus::state,
            (parts, state) -> parts.state = state)
        .maybe("text", Kind.TEXT, RecommendationStatus::text, (parts, text) -> parts.text = text)
        .with("info", INFO, RecommendationStatus::info, (parts, info) -> parts.info = info);
  }

  private static Form<RecommendationReceipt, Parts> recommendationReceipt() {
    return new Form<>(RecommendationReceipt.class, Parts::new, Parts::recommendationReceipt)
        .maybe(
            "recommendationId",
            Kind.TEXT,
            RecommendationReceipt::recommendationId,
            (parts, id) -> parts.recommendationId = id)
        .with("info", INFO, RecommendationReceipt::info, (parts, info) -> parts.info = info);
  }

  private static Form<ConnectionReceipt, ConnectionReceipt.Builder> connectionReceipt() {
    return new Form<>(
            ConnectionReceipt.class, ConnectionReceipt::builder, ConnectionReceipt.Builder::build)
        .with(
            "outcome",
            Kind.oneOf(ConnectionReceipt.Outcome.class),
            ConnectionReceipt::outcome,
            ConnectionReceipt.Builder::outcome)
        .maybe(
            "submissionDate",
            Kind.DATE,
            ConnectionReceipt::submissionDate,
            ConnectionReceipt.Builder::submissionDate)
        .with(
            "unreadableFields",
            Kind.listOf(UnreadableField.class),
            ConnectionReceipt::unreadableFields,
            ConnectionReceipt.Builder::unreadableFields)
        .with("info", INFO, ConnectionReceipt::info, ConnectionReceipt.Builder::info);
  }
}
