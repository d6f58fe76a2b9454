package uk.nhs.hee.tis.gmc.client;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import uk.nhs.hee.tis.gmc.client.model.AddDoctor;
import uk.nhs.hee.tis.gmc.client.model.AddReason;
import uk.nhs.hee.tis.gmc.client.model.CallInfo;
import uk.nhs.hee.tis.gmc.client.model.ConnectionReceipt;
import uk.nhs.hee.tis.gmc.client.model.DeferralReason;
import uk.nhs.hee.tis.gmc.client.model.DeferralSubreason;
import uk.nhs.hee.tis.gmc.client.model.Doctor;
import uk.nhs.hee.tis.gmc.client.model.DoctorsForDb;
import uk.nhs.hee.tis.gmc.client.model.DoctorsSummary;
import uk.nhs.hee.tis.gmc.client.model.Recommendation;
import uk.nhs.hee.tis.gmc.client.model.RecommendationReceipt;
import uk.nhs.hee.tis.gmc.client.model.RecommendationStatus;
import uk.nhs.hee.tis.gmc.client.model.RemoveDoctor;
import uk.nhs.hee.tis.gmc.client.model.RemoveReason;
import uk.nhs.hee.tis.gmc.client.model.ResponsibleOfficer;
import uk.nhs.hee.tis.gmc.client.model.ReturnCode;
import uk.nhs.hee.tis.gmc.client.model.StatusQuery;
import uk.nhs.hee.tis.gmc.client.model.UnderNotice;
import uk.nhs.hee.tis.gmc.client.model.UnreadableField;

/** Samples of the value types of the model, each field unlike its default. */
final class ModelSamples {
  private static final String SECRET = "s3cret";
  private static final LocalDate DATE = LocalDate.of(2027, 3, 9);
  private static final String INFO_TEXT =
      "CallInfo[clientRequestId=c-1, gmcRequestId=g-1, returnCode=100, attempts=2,"
          + " startedAt=2027-01-05T00:05:00Z, duration=PT3S]";
  private static final CallInfo INFO =
      CallInfo.builder()
          .clientRequestId("c-1")
          .gmcRequestId("g-1")
          .returnCode(ReturnCode.ALREADY_ASSOCIATED)
          .attempts(2)
          .startedAt(Clients.NOW)
          .duration(Duration.ofSeconds(3))
          .build();
  private static final UnreadableField UNREADABLE = UnreadableField.of(4, "DateAdded", SECRET);
  private static final String UNREADABLE_TEXT = "UnreadableField[row=4, field=DateAdded, text=***]";
  private static final ResponsibleOfficer OFFICER =
      ResponsibleOfficer.builder().gmcNumber("7391846").surname(SECRET).phoneNumber(SECRET).build();
  private static final String OFFICER_TEXT =
      "ResponsibleOfficer[gmcNumber=***, surname=***, phoneNumber=***]";

  private ModelSamples() {}

  static List<ValueTypes.Sample<?>> all() {
    return List.of(
        ValueTypes.sample(CallInfo.class, INFO, v -> v.toBuilder().build(), INFO_TEXT),
        ValueTypes.sample(UnreadableField.class, UNREADABLE, v -> UNREADABLE, UNREADABLE_TEXT),
        ValueTypes.sample(
            ResponsibleOfficer.class, OFFICER, v -> v.toBuilder().build(), OFFICER_TEXT),
        ValueTypes.sample(
            ReturnCode.class,
            ReturnCode.of("91"),
            v -> ReturnCode.of(v.code()),
            "ReturnCode[91: open recommendation exists]"),
        doctor(),
        doctors(),
        doctorsSummary(),
        addDoctor(),
        removeDoctor(),
        connectionReceipt(),
        statusQuery(),
        status(),
        recommendation(),
        recommendationReceipt());
  }

  private static ValueTypes.Sample<?> doctor() {
    return ValueTypes.sample(
        Doctor.class,
        Doctor.builder()
            .gmcNumber("7391846")
            .firstName(SECRET)
            .lastName(SECRET)
            .submissionDate(DATE)
            .doctorStatus(SECRET)
            .breach(SECRET)
            .dateAdded(DATE.minusYears(1))
            .underNotice(UnderNotice.YES)
            .underNoticeText("Yes")
            .investigation(SECRET)
            .preliminaryInvestigation(SECRET)
            .sanction(SECRET)
            .build(),
        v -> v.toBuilder().build(),
        "Doctor[gmcNumber=***, firstName=***, lastName=***, submissionDate=2027-03-09,"
            + " doctorStatus=***, breach=***, dateAdded=2026-03-09, underNotice=YES,"
            + " underNoticeText=Yes, investigation=***, preliminaryInvestigation=***,"
            + " sanction=***]");
  }

  private static ValueTypes.Sample<?> doctors() {
    return ValueTypes.sample(
        DoctorsForDb.class,
        DoctorsForDb.builder()
            .designatedBodyCode("1-1RSSQ2H")
            .doctors(List.of(Doctor.builder().gmcNumber("7391846").build()))
            .unreadableFields(List.of(UNREADABLE))
            .info(INFO)
            .build(),
        v -> v.toBuilder().build(),
        "DoctorsForDb[designatedBodyCode=1-1RSSQ2H, doctors=1 rows, unreadableFields=["
            + UNREADABLE_TEXT
            + "], info="
            + INFO_TEXT
            + "]");
  }

  private static ValueTypes.Sample<?> doctorsSummary() {
    return ValueTypes.sample(
        DoctorsSummary.class,
        DoctorsSummary.builder()
            .designatedBodyCode("1-1RSSQ2H")
            .rows(7)
            .rowsWithoutGmcNumber(List.of(3))
            .unreadableFields(List.of(UNREADABLE))
            .info(INFO)
            .build(),
        v -> v.toBuilder().build(),
        "DoctorsSummary[designatedBodyCode=1-1RSSQ2H, rows=7, rowsWithoutGmcNumber=[3],"
            + " unreadableFields=["
            + UNREADABLE_TEXT
            + "], info="
            + INFO_TEXT
            + "]");
  }

  private static ValueTypes.Sample<?> addDoctor() {
    return ValueTypes.sample(
        AddDoctor.class,
        AddDoctor.builder()
            .gmcNumber("7391846")
            .designatedBodyCode("1-1RSSQ2H")
            .reason(AddReason.CONFLICT_OF_INTEREST)
            .internalUser(SECRET)
            .build(),
        v -> v.toBuilder().build(),
        "AddDoctor[gmcNumber=***, designatedBodyCode=1-1RSSQ2H, reason=CONFLICT_OF_INTEREST,"
            + " internalUser=***]");
  }

  private static ValueTypes.Sample<?> removeDoctor() {
    return ValueTypes.sample(
        RemoveDoctor.class,
        RemoveDoctor.builder()
            .gmcNumber("7391846")
            .designatedBodyCode("1-1RSSQ2H")
            .reason(RemoveReason.RETIRED)
            .internalUser(SECRET)
            .build(),
        v -> v.toBuilder().build(),
        "RemoveDoctor[gmcNumber=***, designatedBodyCode=1-1RSSQ2H, reason=RETIRED,"
            + " internalUser=***]");
  }

  private static ValueTypes.Sample<?> connectionReceipt() {
    return ValueTypes.sample(
        ConnectionReceipt.class,
        ConnectionReceipt.builder()
            .outcome(ConnectionReceipt.Outcome.ALREADY_SO)
            .submissionDate(DATE)
            .unreadableFields(List.of(UNREADABLE))
            .info(INFO)
            .build(),
        v -> v.toBuilder().build(),
        "ConnectionReceipt[outcome=ALREADY_SO, submissionDate=2027-03-09, unreadableFields=["
            + UNREADABLE_TEXT
            + "], info="
            + INFO_TEXT
            + "]");
  }

  private static ValueTypes.Sample<?> statusQuery() {
    return ValueTypes.sample(
        StatusQuery.class,
        StatusQuery.builder()
            .gmcNumber("7391846")
            .designatedBodyCode("1-1RSSQ2H")
            .recommendationId("10-ABC")
            .internalUser(SECRET)
            .build(),
        v -> v.toBuilder().build(),
        "StatusQuery[gmcNumber=***, designatedBodyCode=1-1RSSQ2H, recommendationId=10-ABC,"
            + " internalUser=***]");
  }

  private static ValueTypes.Sample<?> status() {
    return ValueTypes.sample(
        RecommendationStatus.class,
        RecommendationStatus.of(RecommendationStatus.State.APPROVED, "Approved", INFO),
        v -> RecommendationStatus.of(v.state(), v.text().orElse(null), v.info()),
        "RecommendationStatus[state=APPROVED, text=Approved, info=" + INFO_TEXT + "]");
  }

  private static ValueTypes.Sample<?> recommendation() {
    return ValueTypes.sample(
        Recommendation.class,
        Recommendation.builder()
            .gmcNumber("7391846")
            .surname(SECRET)
            .designatedBodyCode("1-1RSSQ2H")
            .responsibleOfficer(OFFICER)
            .defer(DeferralReason.INSUFFICIENT_EVIDENCE, DATE)
            .subreason(DeferralSubreason.QIA)
            .internalUser(SECRET)
            .internalUserEmail(SECRET)
            .build(),
        v -> v.toBuilder().build(),
        "Recommendation[gmcNumber=***, surname=***, designatedBodyCode=1-1RSSQ2H,"
            + " responsibleOfficer="
            + OFFICER_TEXT
            + ", type=DEFER, deferralReason=INSUFFICIENT_EVIDENCE, deferralSubreason=QIA,"
            + " deferralDate=2027-03-09, internalUser=***, internalUserEmail=***]");
  }

  private static ValueTypes.Sample<?> recommendationReceipt() {
    return ValueTypes.sample(
        RecommendationReceipt.class,
        RecommendationReceipt.of("10-ABC", INFO),
        v -> RecommendationReceipt.of(v.recommendationId().orElse(null), v.info()),
        "RecommendationReceipt[recommendationId=10-ABC, info=" + INFO_TEXT + "]");
  }
}
