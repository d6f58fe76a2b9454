package uk.nhs.hee.tis.gmc.testkit;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import uk.nhs.hee.tis.gmc.client.CallOptions;
import uk.nhs.hee.tis.gmc.client.GmcClient;
import uk.nhs.hee.tis.gmc.client.RetryPolicy;
import uk.nhs.hee.tis.gmc.client.model.AddDoctor;
import uk.nhs.hee.tis.gmc.client.model.AddReason;
import uk.nhs.hee.tis.gmc.client.model.GmcAnswer;
import uk.nhs.hee.tis.gmc.client.model.Recommendation;
import uk.nhs.hee.tis.gmc.client.model.RemoveDoctor;
import uk.nhs.hee.tis.gmc.client.model.RemoveReason;
import uk.nhs.hee.tis.gmc.client.model.ResponsibleOfficer;
import uk.nhs.hee.tis.gmc.client.model.StatusQuery;

/** One call to be made and accounted for, by either face of a client. Immutable. */
final class AccountedCall {
  enum Kind {
    LIST,
    STATUS,
    ADD,
    REMOVE,
    RECOMMEND,
    RECOMMEND_V2
  }

  static final RetryPolicy PATIENT =
      RetryPolicy.builder()
          .maxAttempts(4)
          .firstBackoff(Duration.ofMillis(2))
          .maxBackoff(Duration.ofMillis(20))
          .budget(1_000_000)
          .build();

  final Kind kind;
  final String body;
  final String about;
  final boolean repeatsWhenUnknown;
  private final String id;
  private final int submission;

  private AccountedCall(
      Kind kind, String body, String about, boolean repeatsWhenUnknown, String id, int submission) {
    this.kind = kind;
    this.body = body;
    this.about = about;
    this.repeatsWhenUnknown = repeatsWhenUnknown;
    this.id = id;
    this.submission = submission;
  }

  /** A call about a doctor, or about a recommendation's id and its doctor, or nobody. */
  static AccountedCall of(Kind kind, String body, String about, int number) {
    boolean repeats = (kind == Kind.ADD || kind == Kind.REMOVE) && number % 2 == 0;
    return new AccountedCall(kind, body, about, repeats, kind + "-" + number, 1);
  }

  /** The same once more, as a new call. */
  AccountedCall again() {
    return new AccountedCall(kind, body, about, repeatsWhenUnknown, id, submission + 1);
  }

  String clientRequestId() {
    return id + "." + submission;
  }

  boolean isRead() {
    return kind == Kind.LIST || kind == Kind.STATUS;
  }

  boolean isRecommendation() {
    return kind == Kind.RECOMMEND || kind == Kind.RECOMMEND_V2;
  }

  GmcAnswer on(GmcClient gmc) {
    switch (kind) {
      case LIST:
        return gmc.getDoctorsForDb(body, options());
      case STATUS:
        return gmc.checkRecommendationStatus(query(), options());
      case ADD:
        return gmc.tryAddDoctor(add(), options());
      case REMOVE:
        return gmc.tryRemoveDoctor(remove(), options());
      case RECOMMEND:
        return gmc.tryRecommendation(recommendation(), options());
      default:
        return gmc.tryRecommendationV2(recommendation(), options());
    }
  }

  CompletableFuture<? extends GmcAnswer> startOn(GmcClient gmc) {
    switch (kind) {
      case LIST:
        return gmc.async().getDoctorsForDb(body, options());
      case STATUS:
        return gmc.async().checkRecommendationStatus(query(), options());
      case ADD:
        return gmc.async().tryAddDoctor(add(), options());
      case REMOVE:
        return gmc.async().tryRemoveDoctor(remove(), options());
      case RECOMMEND:
        return gmc.async().tryRecommendation(recommendation(), options());
      default:
        return gmc.async().tryRecommendationV2(recommendation(), options());
    }
  }

  private CallOptions options() {
    return CallOptions.builder()
        .clientRequestId(clientRequestId())
        .retryPolicy(PATIENT.toBuilder().retryWhenOutcomeUnknown(repeatsWhenUnknown).build())
        .build();
  }

  private StatusQuery query() {
    String[] idAndDoctor = about.split("/", -1);
    return StatusQuery.builder()
        .recommendationId(idAndDoctor[0])
        .gmcNumber(idAndDoctor[1])
        .designatedBodyCode(body)
        .build();
  }

  private AddDoctor add() {
    return AddDoctor.builder()
        .gmcNumber(about)
        .designatedBodyCode(body)
        .reason(AddReason.HAS_CONNECTION)
        .build();
  }

  private RemoveDoctor remove() {
    return RemoveDoctor.builder()
        .gmcNumber(about)
        .designatedBodyCode(body)
        .reason(RemoveReason.RETIRED)
        .build();
  }

  private Recommendation recommendation() {
    return Recommendation.builder()
        .gmcNumber(about)
        .surname("Quillfeather")
        .designatedBodyCode(body)
        .responsibleOfficer(
            ResponsibleOfficer.builder()
                .gmcNumber("9999999")
                .surname("Rookwhistle")
                .phoneNumber("01632 960000")
                .build())
        .revalidate()
        .internalUserEmail("a.tester@example.nhs.uk")
        .build();
  }

  @Override
  public String toString() {
    return clientRequestId();
  }
}
