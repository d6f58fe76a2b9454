package uk.nhs.hee.tis.gmc.testkit;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import uk.nhs.hee.tis.gmc.client.model.GmcOperation;
import uk.nhs.hee.tis.gmc.client.model.ReturnCode;
import uk.nhs.hee.tis.gmc.testkit.internal.AnswerWriter;
import uk.nhs.hee.tis.gmc.testkit.internal.CheckedRequest;
import uk.nhs.hee.tis.gmc.testkit.internal.OperationContract;
import uk.nhs.hee.tis.gmc.testkit.internal.WireAnswer;

/** Deals with one readable request as the GMC would: looks at it, acts on the register, answers. */
final class RegisterService {
  private final GmcRegister register;
  private final CheckedRequest request;
  private final GmcOperation operation;
  private final OperationContract contract;
  private final String designatedBody;
  private final String gmcNumber;
  private final Map<String, String> answer = new HashMap<>();
  private final Map<String, String> forcedFields = new HashMap<>();
  private UnaryOperator<List<DoctorRow>> forcedDoctors = UnaryOperator.identity();
  private List<DoctorRow> doctors = List.of();

  RegisterService(GmcRegister register, CheckedRequest request, GmcOperation operation) {
    this.register = register;
    this.request = request;
    this.operation = operation;
    this.contract = OperationContract.of(operation);
    this.designatedBody = request.field(contract.designatedBodyField());
    @Nullable String doctorField = contract.doctorField();
    this.gmcNumber = doctorField == null ? "" : request.field(doctorField);
  }

  /** Whether the request names a designated body, and the register has none at all. */
  boolean meetsAnEmptyRegister() {
    return !designatedBody.isBlank() && register.designatedBodies().isEmpty();
  }

  GmcOperation operation() {
    return operation;
  }

  /** The fields that the service reads, by their names on the wire. */
  Map<String, String> fields() {
    return request.fields();
  }

  /** A field's text, or an empty text when it is absent. */
  String text(String field) {
    return request.field(field);
  }

  String designatedBody() {
    return designatedBody;
  }

  /** The doctor whom the request is about; empty for a list. */
  String gmcNumber() {
    return gmcNumber;
  }

  /** Puts a text into the answer of a request that is granted. */
  void answer(String field, String text) {
    answer.put(field, text);
  }

  /** Puts these rows into the answer of a request that is granted. */
  void answer(List<DoctorRow> rows) {
    doctors = rows;
  }

  /** Whether the register refused to act because it does not know the designated body. */
  boolean refusedTheBody() {
    return !designatedBody.isBlank()
        && returnCode().equals(ReturnCode.INVALID_DESIGNATED_BODY.code());
  }

  /** The code of the answer, after acting. */
  String returnCode() {
    return answer.getOrDefault("ReturnCode", "");
  }

  /** Puts a text into the answer, whatever the register says. */
  void field(String name, String text) {
    forcedFields.put(name, text);
  }

  /** Changes the list of doctors on its way into the answer. */
  void doctors(UnaryOperator<List<DoctorRow>> change) {
    forcedDoctors = change;
  }

  /** Answers after acting, one request at a time; the writing of long lists is done unlocked. */
  WireAnswer act(boolean credentialsAreRight) {
    register.change(
        state -> {
          ReturnCode code = credentialsAreRight ? decide(state) : ReturnCode.INVALID_CREDENTIALS;
          String id = stamp(state, code);
          register.record(
              new JournalEntry(
                  operation,
                  designatedBody,
                  gmcNumber,
                  request.field(contract.clientRequestIdField()),
                  id,
                  code));
        });
    return write();
  }

  /** Answers this code; the register is not asked and does not act. */
  WireAnswer refuse(ReturnCode code) {
    register.change(state -> stamp(state, code));
    return write();
  }

  /**
   * Answers return code 0 with these fields or rows; the register is not asked and does not act.
   */
  WireAnswer succeed(Map<String, String> fields, List<@Nullable String[]> rows) {
    register.change(state -> stamp(state, ReturnCode.SUCCESS));
    answer.putAll(fields);
    return operation == GmcOperation.GET_DOCTORS_FOR_DB
        ? AnswerWriter.doctors(request.version(), answer, rows)
        : AnswerWriter.answer(request.version(), operation, answer);
  }

  private String stamp(RegisterState state, ReturnCode code) {
    String id = state.nextGmcRequestId();
    String clientRequestId = request.fields().get(contract.clientRequestIdField());
    if (clientRequestId != null) {
      answer.put("ClientRequestID", clientRequestId);
    }
    answer.put("GMCRequestID", id);
    answer.put("ReturnCode", code.code());
    return id;
  }

  private WireAnswer write() {
    answer.putAll(forcedFields);
    boolean list =
        operation == GmcOperation.GET_DOCTORS_FOR_DB
            && ReturnCode.SUCCESS.code().equals(answer.get("ReturnCode"));
    if (!list) {
      return AnswerWriter.answer(request.version(), operation, answer);
    }
    List<@Nullable String[]> rows =
        forcedDoctors.apply(List.copyOf(doctors)).stream()
            .map(DoctorRow::row)
            .collect(Collectors.toList());
    return AnswerWriter.doctors(request.version(), answer, rows);
  }

  private ReturnCode decide(RegisterState state) {
    if (!state.knowsDesignatedBody(designatedBody)) {
      return ReturnCode.INVALID_DESIGNATED_BODY;
    }
    if (request.field(contract.internalUserField()).isBlank()) {
      return ReturnCode.MISSING_INTERNAL_USER;
    }
    if (contract.doctorField() != null && !DoctorRow.isGmcNumber(gmcNumber)) {
      return ReturnCode.INVALID_GMC_NUMBER;
    }
    return RequestKind.of(operation).decide(this, state);
  }
}
