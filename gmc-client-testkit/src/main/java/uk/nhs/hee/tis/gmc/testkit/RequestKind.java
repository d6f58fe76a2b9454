package uk.nhs.hee.tis.gmc.testkit;

import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import uk.nhs.hee.tis.gmc.client.model.AddDoctor;
import uk.nhs.hee.tis.gmc.client.model.AddReason;
import uk.nhs.hee.tis.gmc.client.model.GmcOperation;
import uk.nhs.hee.tis.gmc.client.model.Recommendation;
import uk.nhs.hee.tis.gmc.client.model.RemoveDoctor;
import uk.nhs.hee.tis.gmc.client.model.RemoveReason;
import uk.nhs.hee.tis.gmc.client.model.ReturnCode;
import uk.nhs.hee.tis.gmc.client.model.StatusQuery;

/**
 * What the testkit knows of one kind of request: how a test begins a stub of it, how it is read off
 * the wire, and how the register decides on it.
 *
 * @param <Q> what the client is called with
 */
final class RequestKind<Q> {
  static final RequestKind<String> LIST =
      new RequestKind<>(
          "whenGettingDoctors()",
          GmcOperation.GET_DOCTORS_FOR_DB::equals,
          String.class,
          wire -> wire.text("DesignatedBodyCode"),
          RequestKind::list);

  static final RequestKind<StatusQuery> STATUS =
      new RequestKind<>(
          "whenCheckingStatus()",
          GmcOperation.CHECK_RECOMMENDATION_STATUS::equals,
          StatusQuery.class,
          RequestKind::statusQuery,
          RequestKind::status);

  static final RequestKind<Recommendation> RECOMMENDATION =
      new RequestKind<>(
          "whenRecommending()",
          GmcOperation::isRecommendation,
          Recommendation.class,
          WireRecommendation::read,
          RequestKind::recommend);

  static final RequestKind<AddDoctor> ADDITION =
      new RequestKind<>(
          "whenAdding()",
          GmcOperation.TRY_ADD_DOCTOR::equals,
          AddDoctor.class,
          RequestKind::addDoctor,
          RequestKind::add);

  static final RequestKind<RemoveDoctor> REMOVAL =
      new RequestKind<>(
          "whenRemoving()",
          GmcOperation.TRY_REMOVE_DOCTOR::equals,
          RemoveDoctor.class,
          RequestKind::removeDoctor,
          RequestKind::remove);

  private static final List<RequestKind<?>> ALL =
      List.of(LIST, STATUS, RECOMMENDATION, ADDITION, REMOVAL);

  private static final Set<String> ADD_REASONS = Set.of("1", "2");
  private static final Set<String> REMOVE_REASONS = Set.of("1", "2", "3");

  private final String stub;
  private final Predicate<GmcOperation> operations;
  private final Class<Q> type;
  private final Function<WireRequest, Q> reader;
  private final BiFunction<RegisterService, RegisterState, ReturnCode> decision;

  private RequestKind(
      String stub,
      Predicate<GmcOperation> operations,
      Class<Q> type,
      Function<WireRequest, Q> reader,
      BiFunction<RegisterService, RegisterState, ReturnCode> decision) {
    this.stub = stub;
    this.operations = operations;
    this.type = type;
    this.reader = reader;
    this.decision = decision;
  }

  static RequestKind<?> of(GmcOperation operation) {
    return ALL.stream()
        .filter(kind -> kind.operations.test(operation))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(operation + " is of no known kind"));
  }

  /** What a test begins a stub of such requests with. */
  String stub() {
    return stub;
  }

  Predicate<GmcOperation> operations() {
    return operations;
  }

  Class<Q> type() {
    return type;
  }

  /** Returns what the client was called with, or throws an IllegalArgumentException. */
  Q read(WireRequest wire) {
    return reader.apply(wire);
  }

  /** Acts on the register, once designated body, internal user and GMC number are checked. */
  ReturnCode decide(RegisterService call, RegisterState state) {
    return decision.apply(call, state);
  }

  private static ReturnCode list(RegisterService call, RegisterState state) {
    call.answer(state.doctors(call.designatedBody()));
    return ReturnCode.SUCCESS;
  }

  private static StatusQuery statusQuery(WireRequest wire) {
    return StatusQuery.builder()
        .gmcNumber(wire.text("GMCReferenceNumber"))
        .designatedBodyCode(wire.text("DesignatedBodyId"))
        .recommendationId(wire.text("RecommendationId"))
        .internalUser(wire.text("InternalUserId"))
        .build();
  }

  private static ReturnCode status(RegisterService call, RegisterState state) {
    var found =
        state
            .recommendation(call.text("RecommendationId"))
            .filter(r -> r.gmcNumber().equals(call.gmcNumber()));
    if (found.isEmpty()) {
      return ReturnCode.INVALID_RECOMMENDATION_ID;
    }
    if (!state.isConnected(call.gmcNumber(), call.designatedBody())) {
      return ReturnCode.NOT_ASSOCIATED;
    }
    call.answer("Status", found.get().status());
    return ReturnCode.SUCCESS;
  }

  private static ReturnCode recommend(RegisterService call, RegisterState state) {
    String gmcNumber = call.gmcNumber();
    RecommendationRules rules = new RecommendationRules(call.operation(), call.fields());
    ReturnCode wrongField = rules.check();
    if (!wrongField.isSuccess()) {
      return wrongField;
    }
    if (!state.isConnected(gmcNumber, call.designatedBody())) {
      return ReturnCode.NOT_ASSOCIATED;
    }
    if (state.hasOpenRecommendation(gmcNumber)) {
      return ReturnCode.OPEN_RECOMMENDATION_EXISTS;
    }
    String underNotice =
        state.doctor(gmcNumber).flatMap(doctor -> doctor.field("UnderNotice")).orElse("");
    if (!underNotice.equals("Yes")) {
      return underNotice.equals("On Hold")
          ? ReturnCode.REVALIDATION_ON_HOLD
          : ReturnCode.NOT_UNDER_NOTICE;
    }
    RegisteredRecommendation accepted = rules.recommendation(state.nextRecommendationId());
    state.put(accepted);
    call.answer("RecommendationID", accepted.recommendationId());
    return ReturnCode.SUCCESS;
  }

  private static AddDoctor addDoctor(WireRequest wire) {
    return AddDoctor.builder()
        .gmcNumber(wire.text("DoctorUID"))
        .designatedBodyCode(wire.text("DesignatedBodyCode"))
        .reason(wire.coded(AddReason.values(), AddReason::code, "ChangeReason"))
        .internalUser(wire.text("InternalUser"))
        .build();
  }

  private static ReturnCode add(RegisterService call, RegisterState state) {
    String gmcNumber = call.gmcNumber();
    if (!ADD_REASONS.contains(call.text("ChangeReason"))) {
      return ReturnCode.INVALID_CHANGE_REASON;
    }
    if (state.isConnected(gmcNumber, call.designatedBody())) {
      return ReturnCode.ALREADY_ASSOCIATED;
    }
    DoctorRow doctor = state.doctor(gmcNumber).orElseGet(() -> invented(gmcNumber));
    state.connect(call.designatedBody(), doctor);
    call.answer("SubmissionDate", doctor.field("SubmissionDate").orElse(""));
    return ReturnCode.SUCCESS;
  }

  /** The GMC knows every doctor; a stand-in makes up the one it has not met. */
  private static DoctorRow invented(String gmcNumber) {
    return new InventedDoctors(Long.parseLong(gmcNumber)).doctor(gmcNumber);
  }

  private static RemoveDoctor removeDoctor(WireRequest wire) {
    return RemoveDoctor.builder()
        .gmcNumber(wire.text("DoctorUID"))
        .designatedBodyCode(wire.text("DesignatedBodyCode"))
        .reason(wire.coded(RemoveReason.values(), RemoveReason::code, "ChangeReason"))
        .internalUser(wire.text("InternalUser"))
        .build();
  }

  private static ReturnCode remove(RegisterService call, RegisterState state) {
    if (!REMOVE_REASONS.contains(call.text("ChangeReason"))) {
      return ReturnCode.INVALID_CHANGE_REASON;
    }
    if (!state.isConnected(call.gmcNumber(), call.designatedBody())) {
      return ReturnCode.NOT_ASSOCIATED;
    }
    state.disconnect(call.gmcNumber());
    return ReturnCode.SUCCESS;
  }
}
