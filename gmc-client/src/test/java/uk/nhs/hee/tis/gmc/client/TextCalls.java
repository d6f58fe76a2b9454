package uk.nhs.hee.tis.gmc.client;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import uk.nhs.hee.tis.gmc.client.fixture.Call;
import uk.nhs.hee.tis.gmc.client.model.GmcOperation;
import uk.nhs.hee.tis.gmc.client.model.Recommendation;
import uk.nhs.hee.tis.gmc.client.model.ResponsibleOfficer;

/** Calls with a text for every field that takes any text, by the fields' names on the wire. */
final class TextCalls {
  private static final Map<String, String> NAMES =
      Map.of(
          "ClientRequestID", "clientRequestId",
          "DesignatedBodyId", "designatedBodyCode",
          "DoctorSurname", "surname",
          "InternalUserEmailAddress", "internalUserEmail",
          "InternalUserId", "internalUser",
          "RoDesignatedBodyCode", "designatedBodyCode",
          "RoPhoneNumber", "responsibleOfficer.phoneNumber",
          "RoSurname", "responsibleOfficer.surname");

  private TextCalls() {}

  static List<String> fields(GmcOperation operation) {
    List<String> fields = new ArrayList<>(ofRequest(operation));
    fields.add("Username");
    fields.add("Password");
    return fields;
  }

  private static List<String> ofRequest(GmcOperation operation) {
    switch (operation) {
      case GET_DOCTORS_FOR_DB:
        return List.of("DesignatedBodyCode", "ClientRequestID", "InternalUser");
      case CHECK_RECOMMENDATION_STATUS:
        return List.of("DesignatedBodyId", "ClientRequestId", "InternalUserId", "RecommendationId");
      case TRY_ADD_DOCTOR:
      case TRY_REMOVE_DOCTOR:
        return List.of("DesignatedBodyCode", "ClientRequestID", "InternalUser");
      default:
        return List.of(
            "DoctorSurname",
            "RoSurname",
            "RoDesignatedBodyCode",
            "RoPhoneNumber",
            "ClientRequestID",
            "InternalUser",
            "InternalUserEmailAddress");
    }
  }

  /** Returns what callers know the field by. */
  static String callersName(String field) {
    return NAMES.getOrDefault(
        field, field.substring(0, 1).toLowerCase(Locale.ROOT) + field.substring(1));
  }

  static void call(GmcOperation operation, GmcClientBuilder builder, Map<String, String> texts) {
    boolean status = operation == GmcOperation.CHECK_RECOMMENDATION_STATUS;
    GmcClient gmc =
        builder
            .credentials(GmcCredentials.of(text(texts, "Username"), text(texts, "Password")))
            .internalUser(text(texts, status ? "InternalUserId" : "InternalUser"))
            .build();
    CallOptions id =
        CallOptions.builder()
            .clientRequestId(text(texts, status ? "ClientRequestId" : "ClientRequestID"))
            .build();
    switch (operation) {
      case GET_DOCTORS_FOR_DB:
        gmc.getDoctorsForDb(text(texts, "DesignatedBodyCode"), id);
        return;
      case CHECK_RECOMMENDATION_STATUS:
        gmc.checkRecommendationStatus(
            Call.statusQuery().toBuilder()
                .designatedBodyCode(text(texts, "DesignatedBodyId"))
                .recommendationId(text(texts, "RecommendationId"))
                .build(),
            id);
        return;
      case TRY_RECOMMENDATION:
        gmc.tryRecommendation(recommendation(texts), id);
        return;
      case TRY_RECOMMENDATION_V2:
        gmc.tryRecommendationV2(recommendation(texts), id);
        return;
      case TRY_ADD_DOCTOR:
        gmc.tryAddDoctor(
            Call.add().toBuilder().designatedBodyCode(text(texts, "DesignatedBodyCode")).build(),
            id);
        return;
      default:
        gmc.tryRemoveDoctor(
            Call.remove().toBuilder().designatedBodyCode(text(texts, "DesignatedBodyCode")).build(),
            id);
    }
  }

  private static Recommendation recommendation(Map<String, String> texts) {
    return Call.revalidation().toBuilder()
        .surname(text(texts, "DoctorSurname"))
        .designatedBodyCode(text(texts, "RoDesignatedBodyCode"))
        .responsibleOfficer(
            ResponsibleOfficer.builder()
                .gmcNumber("0000042")
                .surname(text(texts, "RoSurname"))
                .phoneNumber(text(texts, "RoPhoneNumber"))
                .build())
        .internalUserEmail(text(texts, "InternalUserEmailAddress"))
        .build();
  }

  private static String text(Map<String, String> texts, String field) {
    return texts.getOrDefault(field, "(no such field)");
  }
}
