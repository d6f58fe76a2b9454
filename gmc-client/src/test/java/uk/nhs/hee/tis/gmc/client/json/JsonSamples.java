package uk.nhs.hee.tis.gmc.client.json;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import uk.nhs.hee.tis.gmc.client.ClientIdentity;
import uk.nhs.hee.tis.gmc.client.GmcAvailability;
import uk.nhs.hee.tis.gmc.client.diagnose.DiagnosisReport;
import uk.nhs.hee.tis.gmc.client.diagnose.Layer;
import uk.nhs.hee.tis.gmc.client.diagnose.LayerResult;
import uk.nhs.hee.tis.gmc.client.error.Confidence;
import uk.nhs.hee.tis.gmc.client.error.Effect;
import uk.nhs.hee.tis.gmc.client.error.Evidence;
import uk.nhs.hee.tis.gmc.client.error.GmcBlockedException;
import uk.nhs.hee.tis.gmc.client.error.GmcIntermediaryException;
import uk.nhs.hee.tis.gmc.client.error.GmcProtocolException;
import uk.nhs.hee.tis.gmc.client.error.Incident;
import uk.nhs.hee.tis.gmc.client.error.Source;
import uk.nhs.hee.tis.gmc.client.model.Actor;
import uk.nhs.hee.tis.gmc.client.model.AddDoctor;
import uk.nhs.hee.tis.gmc.client.model.AddReason;
import uk.nhs.hee.tis.gmc.client.model.CallInfo;
import uk.nhs.hee.tis.gmc.client.model.ConnectionReceipt;
import uk.nhs.hee.tis.gmc.client.model.DeferralReason;
import uk.nhs.hee.tis.gmc.client.model.DeferralSubreason;
import uk.nhs.hee.tis.gmc.client.model.Doctor;
import uk.nhs.hee.tis.gmc.client.model.DoctorsForDb;
import uk.nhs.hee.tis.gmc.client.model.DoctorsSummary;
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

/**
 * Values of every type that has a JSON form, each with the exact text that every Jackson writes.
 *
 * <p>The Jackson 3 and Spring Boot examples compile this file too: it names no Jackson and no
 * JUnit, and nothing of the other tests.
 */
public final class JsonSamples {
  private static final Instant NOW = Instant.parse("2027-01-05T00:05:00Z");
  private static final LocalDate DATE = LocalDate.of(2027, 3, 9);
  private static final CallInfo INFO =
      CallInfo.builder()
          .clientRequestId("c-1")
          .gmcRequestId("g-1")
          .attempts(2)
          .startedAt(NOW)
          .duration(Duration.ofMillis(3_500))
          .build();
  private static final UnreadableField UNREADABLE =
      UnreadableField.of(4, "DateAdded", "in \"Spring\"");
  private static final ResponsibleOfficer OFFICER =
      ResponsibleOfficer.builder()
          .gmcNumber("0391846")
          .surname("O'Quill")
          .phoneNumber("01632 960001")
          .build();
  private static final Incident INCIDENT =
      Incident.of("gmc-1", NOW, NOW.plusSeconds(60), 3_000_000_000L, 49, NOW.minusSeconds(60));

  /** A value and its text. */
  public static final class Sample {
    private final String name;
    private final Object value;
    private final boolean isRead;

    private Sample(String name, Object value) {
      this(name, value, true);
    }

    private Sample(String name, Object value, boolean isRead) {
      this.name = name;
      this.value = value;
      this.isRead = isRead;
    }

    public String name() {
      return name;
    }

    public Object value() {
      return value;
    }

    /** Whether the form is read back, too. */
    public boolean isRead() {
      return isRead;
    }

    /** The text that every Jackson writes, from the file of the sample's name. */
    public String json() {
      try (InputStream file = JsonSamples.class.getResourceAsStream("/json/" + name + ".json")) {
        return new String(file.readAllBytes(), StandardCharsets.UTF_8).stripTrailing();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public String toString() {
      return name;
    }
  }

  private JsonSamples() {}

  public static List<Sample> all() {
    List<Sample> all = new ArrayList<>();
    answers(all);
    requests(all);
    all.add(new Sample("return-code", ReturnCode.OPEN_RECOMMENDATION_EXISTS));
    all.add(new Sample("return-code-unknown", ReturnCode.of("777")));
    all.add(new Sample("operation", GmcOperation.TRY_ADD_DOCTOR));
    all.add(new Sample("under-notice", UnderNotice.ON_HOLD));
    all.add(new Sample("incident", INCIDENT));
    all.add(new Sample("incident-least", Incident.of("gmc-2", NOW, NOW, 1, 0, null)));
    all.add(new Sample("evidence", evidence()));
    all.add(new Sample("evidence-least", leastEvidence()));
    all.add(
        new Sample(
            "availability",
            GmcAvailability.of(
                GmcAvailability.State.BLOCKED,
                NOW,
                Map.of("1-1RSSQ2H", NOW, "1-1RSG4X0", NOW.minusMillis(1)))));
    all.add(new Sample("layer", layer(), false));
    all.add(new Sample("diagnosis", diagnosis(), false));
    return List.copyOf(all);
  }

  private static LayerResult layer() {
    return LayerResult.builder()
        .layer(Layer.EDGE)
        .status(LayerResult.Status.FAILED)
        .finding("it refuses")
        .actors(Actor.CALLER, Actor.GMC_SERVICE)
        .fact("Ray ID", "0123456789abcdef")
        .build();
  }

  private static DiagnosisReport diagnosis() {
    return DiagnosisReport.builder()
        .startedAt(NOW)
        .environmentLabel("prod")
        .endpoint(URI.create("https://host/service"))
        .identity(
            ClientIdentity.builder()
                .product("sync", "1.0")
                .contact("team@example.nhs.uk")
                .sdkMetadata(false)
                .header("X-Region", "north")
                .build())
        .layers(List.of(layer()))
        .evidence(leastEvidence())
        .build();
  }

  private static void answers(List<Sample> all) {
    all.add(new Sample("call-info", INFO));
    all.add(
        new Sample(
            "call-info-least",
            CallInfo.builder()
                .clientRequestId("c-2")
                .attempts(1)
                .startedAt(NOW)
                .duration(Duration.ZERO)
                .build()));
    all.add(new Sample("unreadable-field", UNREADABLE));
    all.add(new Sample("unreadable-field-without-row", UnreadableField.of(null, "Status", "")));
    all.add(new Sample("doctor", doctor()));
    all.add(new Sample("doctor-nil", Doctor.builder().build()));
    all.add(
        new Sample(
            "doctors",
            DoctorsForDb.builder()
                .designatedBodyCode("1-1RSSQ2H")
                .doctors(List.of(doctor(), Doctor.builder().build()))
                .unreadableFields(List.of(UNREADABLE))
                .info(INFO)
                .build()));
    all.add(
        new Sample(
            "doctors-none",
            DoctorsForDb.builder().designatedBodyCode("1-1RSSQ2H").info(INFO).build()));
    all.add(
        new Sample(
            "doctors-summary",
            DoctorsSummary.builder()
                .designatedBodyCode("1-1RSSQ2H")
                .rows(7)
                .rowsWithoutGmcNumber(List.of(3))
                .unreadableFields(List.of(UNREADABLE))
                .info(INFO)
                .build()));
    all.add(
        new Sample(
            "doctors-summary-none",
            DoctorsSummary.builder().designatedBodyCode("1-1RSSQ2H").info(INFO).build()));
    all.add(
        new Sample(
            "added",
            ConnectionReceipt.builder()
                .outcome(ConnectionReceipt.Outcome.DONE)
                .submissionDate(DATE)
                .unreadableFields(List.of(UNREADABLE))
                .info(INFO)
                .build()));
    all.add(
        new Sample(
            "removed-already",
            ConnectionReceipt.builder()
                .outcome(ConnectionReceipt.Outcome.ALREADY_SO)
                .info(INFO.toBuilder().returnCode(ReturnCode.NOT_ASSOCIATED).build())
                .build()));
    all.add(
        new Sample(
            "status",
            RecommendationStatus.of(
                RecommendationStatus.State.UNDER_REVIEW, "Under Review", INFO)));
    all.add(
        new Sample(
            "status-unknown",
            RecommendationStatus.of(RecommendationStatus.State.UNKNOWN, null, INFO)));
    all.add(new Sample("recommendation-receipt", RecommendationReceipt.of("10-ABC", INFO)));
    all.add(new Sample("recommendation-receipt-without-id", RecommendationReceipt.of(null, INFO)));
  }

  private static Doctor doctor() {
    return Doctor.builder()
        .gmcNumber("0391846")
        .firstName("Bláthnaid")
        .lastName("O'Quill")
        .submissionDate(DATE)
        .doctorStatus("On Register")
        .breach("a breach")
        .dateAdded(DATE.minusYears(1))
        .underNotice(UnderNotice.ON_HOLD)
        .underNoticeText("On Hold")
        .investigation("an investigation")
        .preliminaryInvestigation("")
        .sanction("conditions")
        .build();
  }

  private static void requests(List<Sample> all) {
    all.add(
        new Sample(
            "add-doctor",
            AddDoctor.builder()
                .gmcNumber("0391846")
                .designatedBodyCode("1-1RSSQ2H")
                .reason(AddReason.CONFLICT_OF_INTEREST)
                .internalUser("a.admin")
                .build()));
    all.add(
        new Sample(
            "remove-doctor",
            RemoveDoctor.builder()
                .gmcNumber("0391846")
                .designatedBodyCode("1-1RSSQ2H")
                .reason(RemoveReason.RETIRED)
                .build()));
    all.add(
        new Sample(
            "status-query",
            StatusQuery.builder()
                .gmcNumber("0391846")
                .designatedBodyCode("1-1RSSQ2H")
                .recommendationId("10-ABC")
                .internalUser("a.admin")
                .build()));
    all.add(new Sample("responsible-officer", OFFICER));
    Recommendation.Builder recommendation =
        Recommendation.builder()
            .gmcNumber("7391846")
            .surname("O'Quill")
            .designatedBodyCode("1-1RSSQ2H")
            .responsibleOfficer(OFFICER)
            .internalUser("a.admin")
            .internalUserEmail("a.admin@example.nhs.uk");
    all.add(
        new Sample(
            "deferral",
            recommendation
                .defer(DeferralReason.INSUFFICIENT_EVIDENCE, DATE)
                .subreason(DeferralSubreason.QIA)
                .build()));
    all.add(new Sample("revalidation", recommendation.revalidate().build()));
    all.add(
        new Sample(
            "non-engagement",
            recommendation
                .responsibleOfficer(
                    ResponsibleOfficer.builder().gmcNumber("7391847").surname("Quill").build())
                .internalUser(null)
                .nonEngagement()
                .build()));
  }

  private static Evidence evidence() {
    return leastEvidence().toBuilder()
        .gmcRequestId("g-1")
        .recommendationId("r-1")
        .blockedKind(GmcBlockedException.Kind.FIREWALL_RULE)
        .intermediaryKind(GmcIntermediaryException.Kind.BLOCK)
        .protocolKind(GmcProtocolException.Kind.NOT_SOAP)
        .attempts(2)
        .environmentLabel("prod")
        .resolvedAddresses(List.of("192.0.2.1", "2001:db8::1"))
        .proxy("proxy.example:3128")
        .httpStatus(403)
        .responseHeaders(Map.of("server", "cloudflare"))
        .rayId("0123456789abcdef")
        .edgeLocation("LHR")
        .egressAddress("192.0.2.2")
        .identityHeaders(Map.of("X-Region", ""))
        .retryAfter(Duration.ofSeconds(30))
        .cloudflareCode(1020)
        .returnCode(ReturnCode.INTERNAL_ERROR)
        .retryable(true)
        .signals(List.of("a signal"))
        .excerpt("a page")
        .incident(INCIDENT)
        .fromOpenCircuit(true)
        .build();
  }

  private static Evidence leastEvidence() {
    return Evidence.builder()
        .operation(GmcOperation.TRY_ADD_DOCTOR)
        .clientRequestId("c-1")
        .url(URI.create("https://host/service"))
        .startedAt(NOW)
        .endedAt(NOW.plusMillis(250))
        .userAgent("sync/1")
        .finding("found")
        .source(Source.EDGE)
        .effect(Effect.NOT_PROCESSED)
        .actors(Actor.CALLER, Actor.GMC_SERVICE)
        .confidence(Confidence.LIKELY)
        .build();
  }
}
