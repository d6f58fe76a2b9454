package uk.nhs.hee.tis.gmc.client;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import uk.nhs.hee.tis.gmc.client.error.Confidence;
import uk.nhs.hee.tis.gmc.client.error.Effect;
import uk.nhs.hee.tis.gmc.client.error.Evidence;
import uk.nhs.hee.tis.gmc.client.error.Incident;
import uk.nhs.hee.tis.gmc.client.error.Source;
import uk.nhs.hee.tis.gmc.client.model.AddDoctor;
import uk.nhs.hee.tis.gmc.client.model.AddReason;
import uk.nhs.hee.tis.gmc.client.model.CallInfo;
import uk.nhs.hee.tis.gmc.client.model.ConnectionReceipt;
import uk.nhs.hee.tis.gmc.client.model.DeferralReason;
import uk.nhs.hee.tis.gmc.client.model.DeferralSubreason;
import uk.nhs.hee.tis.gmc.client.model.Doctor;
import uk.nhs.hee.tis.gmc.client.model.DoctorsForDb;
import uk.nhs.hee.tis.gmc.client.model.GmcOperation;
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

/** A sample of every value type, each field unlike its default, and the text it shows. */
final class ValueTypes {
  private static final String SECRET = "s3cret";
  private static final LocalDate DATE = LocalDate.of(2027, 3, 9);
  private static final String INFO_TEXT =
      "CallInfo[clientRequestId=c-1, gmcRequestId=g-1, attempts=2, duration=PT3S]";
  private static final CallInfo INFO =
      CallInfo.builder()
          .clientRequestId("c-1")
          .gmcRequestId("g-1")
          .attempts(2)
          .duration(Duration.ofSeconds(3))
          .build();
  private static final UnreadableField UNREADABLE = UnreadableField.of(4, "DateAdded", SECRET);
  private static final String UNREADABLE_TEXT = "UnreadableField[row=4, field=DateAdded, text=***]";
  private static final ResponsibleOfficer OFFICER =
      ResponsibleOfficer.of("7391846", SECRET, SECRET);
  private static final String OFFICER_TEXT =
      "ResponsibleOfficer[gmcNumber=***, surname=***, phoneNumber=***]";

  /** One value type. */
  static final class Sample<T> {
    final Class<T> type;
    final T value;
    final UnaryOperator<T> rebuilt;
    final String text;

    private Sample(Class<T> type, T value, UnaryOperator<T> rebuilt, String text) {
      this.type = type;
      this.value = value;
      this.rebuilt = rebuilt;
      this.text = text;
    }

    boolean sameAfterRebuilding() {
      return rebuilt.apply(value).equals(value);
    }

    @Override
    public String toString() {
      return type.getSimpleName();
    }
  }

  private ValueTypes() {}

  static List<Sample<?>> all() {
    return List.of(
        sample(CallInfo.class, INFO, v -> v.toBuilder().build(), INFO_TEXT),
        sample(UnreadableField.class, UNREADABLE, v -> UNREADABLE, UNREADABLE_TEXT),
        sample(ResponsibleOfficer.class, OFFICER, v -> OFFICER, OFFICER_TEXT),
        sample(
            ReturnCode.class,
            ReturnCode.of("91"),
            v -> ReturnCode.of(v.code()),
            "ReturnCode[91: open recommendation exists]"),
        doctor(),
        doctors(),
        addDoctor(),
        removeDoctor(),
        connectionReceipt(),
        statusQuery(),
        status(),
        recommendation(),
        recommendationReceipt(),
        incident(),
        evidence(),
        sample(
            GmcCredentials.class,
            GmcCredentials.of(SECRET, SECRET),
            v -> GmcCredentials.of(v.username(), v.password()),
            "GmcCredentials[username=***, password=***]"),
        identity(),
        options());
  }

  private static Sample<?> doctor() {
    return sample(
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

  private static Sample<?> doctors() {
    return sample(
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

  private static Sample<?> addDoctor() {
    return sample(
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

  private static Sample<?> removeDoctor() {
    return sample(
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

  private static Sample<?> connectionReceipt() {
    return sample(
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

  private static Sample<?> statusQuery() {
    return sample(
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

  private static Sample<?> status() {
    return sample(
        RecommendationStatus.class,
        RecommendationStatus.of(RecommendationStatus.State.APPROVED, "Approved", INFO),
        v -> RecommendationStatus.of(v.state(), v.text().orElse(null), v.info()),
        "RecommendationStatus[state=APPROVED, text=Approved, info=" + INFO_TEXT + "]");
  }

  private static Sample<?> recommendation() {
    return sample(
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

  private static Sample<?> recommendationReceipt() {
    return sample(
        RecommendationReceipt.class,
        RecommendationReceipt.of("10-ABC", INFO),
        v -> RecommendationReceipt.of(v.recommendationId().orElse(null), v.info()),
        "RecommendationReceipt[recommendationId=10-ABC, info=" + INFO_TEXT + "]");
  }

  private static Sample<?> incident() {
    return sample(
        Incident.class,
        INCIDENT,
        v -> INCIDENT,
        "Incident[id=gmc-1, first=2027-01-05T00:05:00Z, last=2027-01-05T00:06:00Z, count=3,"
            + " lastSuccess=2027-01-05T00:04:00Z]");
  }

  private static final Incident INCIDENT =
      Incident.of(
          "gmc-1",
          Clients.NOW,
          Clients.NOW.plusSeconds(60),
          3,
          Instant.parse("2027-01-05T00:04:00Z"));

  private static Sample<?> evidence() {
    Evidence evidence =
        Evidence.builder()
            .operation(GmcOperation.TRY_ADD_DOCTOR)
            .clientRequestId("c-1")
            .gmcRequestId("g-1")
            .attempts(2)
            .environment("prod")
            .url(URI.create("https://host/service"))
            .startedAt(Clients.NOW)
            .endedAt(Clients.NOW.plusSeconds(1))
            .resolvedAddresses(List.of("192.0.2.1"))
            .httpStatus(403)
            .responseHeaders(Map.of("server", "cloudflare"))
            .rayId("0123456789abcdef")
            .edgeLocation("LHR")
            .egressAddress("192.0.2.2")
            .userAgent("sync/1")
            .identityHeaders(Map.of("X-Region", "north"))
            .cloudflareCode(1020)
            .returnCode(ReturnCode.INTERNAL_ERROR)
            .finding("found")
            .source(Source.EDGE)
            .effect(Effect.NOT_PROCESSED)
            .retryable(true)
            .whoActs("somebody")
            .confidence(Confidence.LIKELY)
            .signals(List.of("a sign"))
            .excerpt("a page")
            .incident(INCIDENT)
            .build();
    return sample(
        Evidence.class, evidence, v -> v.toBuilder().build(), "Evidence" + evidence.toJson());
  }

  private static Sample<?> identity() {
    return sample(
        ClientIdentity.class,
        Clients.identity().with(Map.of("X-Region", "north", "X-Token", SECRET)),
        v -> v.with(Map.of("x-region", "north")),
        "ClientIdentity[userAgent="
            + Clients.USER_AGENT
            + ", headers={X-Region=north, X-Token=***}]");
  }

  private static Sample<?> options() {
    return sample(
        CallOptions.class,
        CallOptions.builder()
            .deadline(Duration.ofSeconds(5))
            .clientRequestId("c-1")
            .internalUser(SECRET)
            .credentials(GmcCredentials.of(SECRET, SECRET))
            .header("X-Token", SECRET)
            .build(),
        v -> v.toBuilder().build(),
        "CallOptions[deadline=PT5S, clientRequestId=c-1, internalUser=***,"
            + " credentials=GmcCredentials[username=***, password=***], headers=[X-Token]]");
  }

  private static <T> Sample<T> sample(
      Class<T> type, T value, UnaryOperator<T> rebuilt, String text) {
    return new Sample<>(type, value, rebuilt, text);
  }
}
