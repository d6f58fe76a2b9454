package uk.nhs.hee.tis.gmc.client.json;

import com.fasterxml.jackson.databind.module.SimpleModule;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import uk.nhs.hee.tis.gmc.client.model.AddDoctor;
import uk.nhs.hee.tis.gmc.client.model.AddReason;
import uk.nhs.hee.tis.gmc.client.model.DeferralReason;
import uk.nhs.hee.tis.gmc.client.model.DeferralSubreason;
import uk.nhs.hee.tis.gmc.client.model.Recommendation;
import uk.nhs.hee.tis.gmc.client.model.RecommendationType;
import uk.nhs.hee.tis.gmc.client.model.RemoveDoctor;
import uk.nhs.hee.tis.gmc.client.model.RemoveReason;
import uk.nhs.hee.tis.gmc.client.model.ResponsibleOfficer;
import uk.nhs.hee.tis.gmc.client.model.StatusQuery;

/** The JSON forms of what is asked of GMC Connect. */
final class RequestForms {
  private RequestForms() {}

  static void addTo(SimpleModule module) {
    addDoctor().addTo(module);
    removeDoctor().addTo(module);
    statusQuery().addTo(module);
    responsibleOfficer().addTo(module);
    recommendation().addTo(module);
  }

  private static Form<AddDoctor, AddDoctor.Builder> addDoctor() {
    return new Form<>(AddDoctor.class, AddDoctor::builder, AddDoctor.Builder::build)
        .with("gmcNumber", Kind.TEXT, AddDoctor::gmcNumber, AddDoctor.Builder::gmcNumber)
        .with(
            "designatedBodyCode",
            Kind.TEXT,
            AddDoctor::designatedBodyCode,
            AddDoctor.Builder::designatedBodyCode)
        .with("reason", Kind.oneOf(AddReason.class), AddDoctor::reason, AddDoctor.Builder::reason)
        .maybe("internalUser", Kind.TEXT, AddDoctor::internalUser, AddDoctor.Builder::internalUser);
  }

  private static Form<RemoveDoctor, RemoveDoctor.Builder> removeDoctor() {
    return new Form<>(RemoveDoctor.class, RemoveDoctor::builder, RemoveDoctor.Builder::build)
        .with("gmcNumber", Kind.TEXT, RemoveDoctor::gmcNumber, RemoveDoctor.Builder::gmcNumber)
        .with(
            "designatedBodyCode",
            Kind.TEXT,
            RemoveDoctor::designatedBodyCode,
            RemoveDoctor.Builder::designatedBodyCode)
        .with(
            "reason",
            Kind.oneOf(RemoveReason.class),
            RemoveDoctor::reason,
            RemoveDoctor.Builder::reason)
        .maybe(
            "internalUser",
            Kind.TEXT,
            RemoveDoctor::internalUser,
            RemoveDoctor.Builder::internalUser);
  }

  private static Form<StatusQuery, StatusQuery.Builder> statusQuery() {
    return new Form<>(StatusQuery.class, StatusQuery::builder, StatusQuery.Builder::build)
        .with("gmcNumber", Kind.TEXT, StatusQuery::gmcNumber, StatusQuery.Builder::gmcNumber)
        .with(
            "designatedBodyCode",
            Kind.TEXT,
            StatusQuery::designatedBodyCode,
            StatusQuery.Builder::designatedBodyCode)
        .with(
            "recommendationId",
            Kind.TEXT,
            StatusQuery::recommendationId,
            StatusQuery.Builder::recommendationId)
        .maybe(
            "internalUser",
            Kind.TEXT,
            StatusQuery::internalUser,
            StatusQuery.Builder::internalUser);
  }

  /** The components of a responsible officer, who has no builder. */
  private static final class Officer {
    private String gmcNumber = "";
    private String surname = "";
    private @Nullable String phoneNumber;
  }

  private static Form<ResponsibleOfficer, Officer> responsibleOfficer() {
    return new Form<>(
            ResponsibleOfficer.class,
            Officer::new,
            (Officer o) -> ResponsibleOfficer.of(o.gmcNumber, o.surname, o.phoneNumber))
        .with("gmcNumber", Kind.TEXT, ResponsibleOfficer::gmcNumber, (o, v) -> o.gmcNumber = v)
        .with("surname", Kind.TEXT, ResponsibleOfficer::surname, (o, v) -> o.surname = v)
        .maybe(
            "phoneNumber", Kind.TEXT, ResponsibleOfficer::phoneNumber, (o, v) -> o.phoneNumber = v);
  }

  /** A recommendation, whose builder takes type and deferral in one call. */
  private static final class Draft {
    final Recommendation.Builder to = Recommendation.builder();
    private @Nullable RecommendationType type;
    private @Nullable DeferralReason reason;
    private @Nullable DeferralSubreason subreason;
    private @Nullable LocalDate date;

    Recommendation build() {
      if (type == RecommendationType.DEFER && reason != null && date != null) {
        to.defer(reason, date);
        if (subreason != null) {
          to.subreason(subreason);
        }
        return to.build();
      }
      if (type == RecommendationType.DEFER || reason != null || subreason != null || date != null) {
        throw new IllegalArgumentException(
            "deferralReason and deferralDate come with the type DEFER, and only with it");
      }
      return (type == RecommendationType.REVALIDATE ? to.revalidate() : to.nonEngagement()).build();
    }
  }

  private static Form<Recommendation, Draft> recommendation() {
    return new Form<>(Recommendation.class, Draft::new, Draft::build)
        .with("gmcNumber", Kind.TEXT, Recommendation::gmcNumber, (d, v) -> d.to.gmcNumber(v))
        .with("surname", Kind.TEXT, Recommendation::surname, (d, v) -> d.to.surname(v))
        .with(
            "designatedBodyCode",
            Kind.TEXT,
            Recommendation::designatedBodyCode,
            (d, v) -> d.to.designatedBodyCode(v))
        .with(
            "responsibleOfficer",
            Kind.value(ResponsibleOfficer.class),
            Recommendation::responsibleOfficer,
            (d, v) -> d.to.responsibleOfficer(v))
        .with(
            "type",
            Kind.oneOf(RecommendationType.class),
            Recommendation::type,
            (d, v) -> d.type = v)
        .maybe(
            "deferralReason",
            Kind.oneOf(DeferralReason.class),
            Recommendation::deferralReason,
            (d, v) -> d.reason = v)
        .maybe(
            "deferralSubreason",
            Kind.oneOf(DeferralSubreason.class),
            Recommendation::deferralSubreason,
            (d, v) -> d.subreason = v)
        .maybe("deferralDate", Kind.DATE, Recommendation::deferralDate, (d, v) -> d.date = v)
        .maybe(
            "internalUser", Kind.TEXT, Recommendation::internalUser, (d, v) -> d.to.internalUser(v))
        .with(
            "internalUserEmail",
            Kind.TEXT,
            Recommendation::internalUserEmail,
            (d, v) -> d.to.internalUserEmail(v));
  }
}
