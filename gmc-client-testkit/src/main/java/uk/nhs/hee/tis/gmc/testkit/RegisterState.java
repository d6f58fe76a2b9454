package uk.nhs.hee.tis.gmc.testkit;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a register holds. Not thread-safe: {@link GmcRegister} guards it. */
final class RegisterState {
  private static final long FIRST_GMC_REQUEST = 4_410_001;
  private static final long FIRST_RECOMMENDATION = 900_001;

  private final Map<String, Map<String, DoctorRow>> doctorsOfBody = new LinkedHashMap<>();
  private final Map<String, String> bodyOfDoctor = new HashMap<>();
  private final Map<String, DoctorRow> disconnected = new HashMap<>();
  private final Map<String, RegisteredRecommendation> recommendations = new LinkedHashMap<>();
  private final Map<String, String> openRecommendationOfDoctor = new HashMap<>();
  private long nextGmcRequest = FIRST_GMC_REQUEST;
  private long nextRecommendation = FIRST_RECOMMENDATION;
  private long changes;

  RegisterState copy() {
    RegisterState copy = new RegisterState();
    doctorsOfBody.forEach((code, doctors) -> copy.doctorsOfBody.put(code, linked(doctors)));
    copy.bodyOfDoctor.putAll(bodyOfDoctor);
    copy.disconnected.putAll(disconnected);
    copy.recommendations.putAll(recommendations);
    copy.openRecommendationOfDoctor.putAll(openRecommendationOfDoctor);
    copy.nextRecommendation = nextRecommendation;
    copy.nextGmcRequest = nextGmcRequest;
    copy.changes = changes;
    return copy;
  }

  /** The state that a baseline holds; the same object when nothing but reads came since. */
  RegisterState backTo(RegisterState baseline) {
    if (changes != baseline.changes) {
      return baseline.copy();
    }
    nextGmcRequest = baseline.nextGmcRequest;
    return this;
  }

  private static Map<String, DoctorRow> linked(Map<String, DoctorRow> doctors) {
    return new LinkedHashMap<>(doctors);
  }

  void addDesignatedBody(String code) {
    changes++;
    doctorsOfBody.computeIfAbsent(code, c -> new LinkedHashMap<>());
  }

  boolean knowsDesignatedBody(String code) {
    return doctorsOfBody.containsKey(code);
  }

  List<String> designatedBodies() {
    return List.copyOf(doctorsOfBody.keySet());
  }

  List<DoctorRow> doctors(String code) {
    Map<String, DoctorRow> doctors = doctorsOfBody.get(code);
    return doctors == null ? List.of() : new ArrayList<>(doctors.values());
  }

  boolean isConnected(String gmcNumber, String code) {
    return code.equals(bodyOfDoctor.get(gmcNumber));
  }

  /** The doctor with this number, connected or not any more. */
  Optional<DoctorRow> doctor(String gmcNumber) {
    String code = bodyOfDoctor.get(gmcNumber);
    Map<String, DoctorRow> doctors = code == null ? disconnected : doctorsOfBody.get(code);
    return Optional.ofNullable(doctors == null ? null : doctors.get(gmcNumber));
  }

  void connect(String code, DoctorRow doctor) {
    String number = doctor.registeredNumber();
    if (!isConnected(number, code)) {
      disconnect(number);
    }
    disconnected.remove(number);
    addDesignatedBody(code);
    Map<String, DoctorRow> doctors = doctorsOfBody.get(code);
    if (doctors != null) {
      doctors.put(number, doctor);
      bodyOfDoctor.put(number, code);
    }
  }

  void disconnect(String gmcNumber) {
    changes++;
    String code = bodyOfDoctor.remove(gmcNumber);
    Map<String, DoctorRow> doctors = code == null ? null : doctorsOfBody.get(code);
    @Nullable DoctorRow doctor = doctors == null ? null : doctors.remove(gmcNumber);
    if (doctor != null) {
      disconnected.put(gmcNumber, doctor);
    }
  }

  Collection<RegisteredRecommendation> recommendations() {
    return List.copyOf(recommendations.values());
  }

  Optional<RegisteredRecommendation> recommendation(String id) {
    return Optional.ofNullable(recommendations.get(id));
  }

  boolean hasOpenRecommendation(String gmcNumber) {
    return openRecommendationOfDoctor.containsKey(gmcNumber);
  }

  void put(RegisteredRecommendation recommendation) {
    changes++;
    recommendations.put(recommendation.recommendationId(), recommendation);
    if (recommendation.isOpen()) {
      openRecommendationOfDoctor.put(recommendation.gmcNumber(), recommendation.recommendationId());
    } else {
      openRecommendationOfDoctor.remove(
          recommendation.gmcNumber(), recommendation.recommendationId());
    }
  }

  String nextGmcRequestId() {
    return Long.toString(nextGmcRequest++);
  }

  String nextRecommendationId() {
    return Long.toString(nextRecommendation++);
  }
}
