package uk.nhs.hee.tis.gmc.testkit.internal;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.nhs.hee.tis.gmc.client.model.GmcOperation;

/**
 * The names of one operation on the wire: its wrapper, the fields of its request and of its answer
 * in the order that GMC Connect insists on. All are those of the {@link Wsdl}.
 */
public final class OperationContract {
  /** The namespace of every element, and the base of every SOAP action. */
  public static final String NAMESPACE = "https://webcache.gmc-uk.org/GMCWebServices/";

  /** The elements of a doctor's row in the answer of GetDoctorsForDB. */
  public static final List<String> DOCTOR_FIELDS =
      List.copyOf(ContractSchema.elementsOfType("GetDoctorsForDBResponse_Doctor").keySet());

  private static final Map<GmcOperation, OperationContract> ALL = new EnumMap<>(GmcOperation.class);

  static {
    for (GmcOperation operation : GmcOperation.values()) {
      ALL.put(operation, new OperationContract(operation));
    }
  }

  private final GmcOperation operation;
  private final String wrapper;
  private final List<String> requestFields;
  private final List<String> answerFields;

  private OperationContract(GmcOperation operation) {
    String name = operation.operationName();
    Map.Entry<String, String> request = first(name);
    this.operation = operation;
    this.wrapper = request.getKey();
    this.requestFields = fields(request.getValue());
    this.answerFields = fields(first(name + "Response").getValue());
  }

  /** Returns the first element inside this one, with its type; user name and password follow. */
  private static Map.Entry<String, String> first(String element) {
    return ContractSchema.elementsOf(element).entrySet().iterator().next();
  }

  private static List<String> fields(String type) {
    return List.copyOf(ContractSchema.elementsOfType(type).keySet());
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
