package uk.nhs.hee.tis.gmc.testkit.internal;

import static uk.nhs.hee.tis.gmc.client.model.GmcOperation.CHECK_RECOMMENDATION_STATUS;
import static uk.nhs.hee.tis.gmc.client.model.GmcOperation.GET_DOCTORS_FOR_DB;
import static uk.nhs.hee.tis.gmc.client.model.GmcOperation.TRY_ADD_DOCTOR;
import static uk.nhs.hee.tis.gmc.client.model.GmcOperation.TRY_RECOMMENDATION;
import static uk.nhs.hee.tis.gmc.client.model.GmcOperation.TRY_RECOMMENDATION_V2;
import static uk.nhs.hee.tis.gmc.client.model.GmcOperation.TRY_REMOVE_DOCTOR;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.nhs.hee.tis.gmc.client.model.GmcOperation;

/**
 * The names of one operation on the wire: its wrapper, the fields of its request and of its answer
 * in the order that GMC Connect insists on.
 */
public final class OperationContract {
  /** The namespace of every element, and the base of every SOAP action. */
  public static final String NAMESPACE = "https://webcache.gmc-uk.org/GMCWebServices/";

  /** The elements of a doctor's row in the answer of GetDoctorsForDB. */
  public static final List<String> DOCTOR_FIELDS =
      List.of(
          "GMCReferenceNumber",
          "DoctorFirstName",
          "DoctorLastName",
          "SubmissionDate",
          "DoctorStatus",
          "Breach",
          "DateAdded",
          "UnderNotice",
          "Investigation",
          "PreliminaryInvestigation",
          "Sanction");

  private static final List<String> RECOMMENDATION_FIELDS =
      List.of(
          "DoctorSurname",
          "DoctorUID",
          "RoSurname",
          "RoUID",
          "RoDesignatedBodyCode",
          "RoPhoneNumber",
          "RoRecommendation",
          "RoRecommendationReason",
          "RequestedDeferralDate",
          "ClientRequestID",
          "InternalUser",
          "InternalUserEmailAddress");
  private static final List<String> RECOMMENDATION_ANSWER =
      List.of("RecommendationID", "ClientRequestID", "GMCRequestID", "ReturnCode");

  private static final Map<GmcOperation, OperationContract> ALL = new EnumMap<>(GmcOperation.class);

  static {
    put(
        GET_DOCTORS_FOR_DB,
        "request",
        List.of("DesignatedBodyCode", "ClientRequestID", "InternalUser"),
        List.of("Doctors", "ClientRequestID", "GMCRequestID", "ReturnCode"));
    put(
        CHECK_RECOMMENDATION_STATUS,
        "request",
        List.of(
            "DesignatedBodyId",
            "ClientRequestId",
            "InternalUserId",
            "GMCReferenceNumber",
            "RecommendationId"),
        List.of("ClientRequestID", "GMCRequestID", "ReturnCode", "Status"));
    put(TRY_RECOMMENDATION, "RecReq", RECOMMENDATION_FIELDS, RECOMMENDATION_ANSWER);
    List<String> secondVersion = new ArrayList<>(RECOMMENDATION_FIELDS);
    secondVersion.add("RoRecommendationSubreason");
    put(TRY_RECOMMENDATION_V2, "RecReq", secondVersion, RECOMMENDATION_ANSWER);
    put(
        TRY_ADD_DOCTOR,
        "RecReq",
        List.of(
            "DoctorUID", "DesignatedBodyCode", "ClientRequestID", "ChangeReason", "InternalUser"),
        List.of("ClientRequestID", "GMCRequestID", "SubmissionDate", "ReturnCode"));
    put(
        TRY_REMOVE_DOCTOR,
        "RecReq",
        List.of(
            "DoctorUID", "DesignatedBodyCode", "ChangeReason", "ClientRequestID", "InternalUser"),
        List.of("ClientRequestID", "GMCRequestID", "ReturnCode"));
  }

  private final GmcOperation operation;
  private final String wrapper;
  private final List<String> requestFields;
  private final List<String> answerFields;

  private OperationContract(
      GmcOperation operation,
      String wrapper,
      List<String> requestFields,
      List<String> answerFields) {
    this.operation = operation;
    this.wrapper = wrapper;
    this.requestFields = List.copyOf(requestFields);
    this.answerFields = List.copyOf(answerFields);
  }

  private static void put(
      GmcOperation operation, String wrapper, List<String> request, List<String> answer) {
    ALL.put(operation, new OperationContract(operation, wrapper, request, answer));
  }

  /** Returns the contract of this operation. */
  public static OperationContract of(GmcOperation operation) {
    OperationContract contract = ALL.get(operation);
    if (contract == null) {
      throw new IllegalArgumentException("no contract for " + operation);
    }
    return contract;
  }

  /** Returns the operation with this name on the wire, if there is one. */
  public static Optional<GmcOperation> operationNamed(String name) {
    return ALL.keySet().stream().filter(o -> o.operationName().equals(name)).findFirst();
  }

  /** Returns whether the answer of some operation has a field of this name. */
  public static boolean isAnswerField(String name) {
    return ALL.values().stream().anyMatch(contract -> contract.answerFields.contains(name));
  }

  /** Returns the name of the element that holds the request's fields. */
  public String wrapper() {
    return wrapper;
  }

  /** Returns the names of the request's fields, in wire order. */
  public List<String> requestFields() {
    return requestFields;
  }

  /** Returns the names of the answer's fields, in wire order. */
  public List<String> answerFields() {
    return answerFields;
  }

  /** Returns the name of the element that holds the answer's fields. */
  public String resultName() {
    return operation.operationName() + "Result";
  }

  /** Returns the SOAP action, without quotes. */
  public String action() {
    return NAMESPACE + operation.operationName();
  }

  /** Returns the name under which the request carries a doctor's GMC number, or null if none. */
  public @Nullable String doctorField() {
    return firstOf("DoctorUID", "GMCReferenceNumber");
  }

  /** Returns the name under which the request carries the designated body. */
  public String designatedBodyField() {
    return required(firstOf("DesignatedBodyCode", "DesignatedBodyId", "RoDesignatedBodyCode"));
  }

  /** Returns the name under which the request carries the caller's request id. */
  public String clientRequestIdField() {
    return required(firstOf("ClientRequestID", "ClientRequestId"));
  }

  /** Returns the name under which the request carries the caller's user. */
  public String internalUserField() {
    return required(firstOf("InternalUser", "InternalUserId"));
  }

  private @Nullable String firstOf(String... names) {
    for (String name : names) {
      if (requestFields.contains(name)) {
        return name;
      }
    }
    return null;
  }

  private String required(@Nullable String name) {
    if (name == null) {
      throw new IllegalStateException(operation + " has no such field");
    }
    return name;
  }
}
