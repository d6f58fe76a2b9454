package uk.nhs.hee.tis.gmc.client.model;

import static uk.nhs.hee.tis.gmc.client.model.Actor.CALLER;
import static uk.nhs.hee.tis.gmc.client.model.Actor.GMC_SERVICE;
import static uk.nhs.hee.tis.gmc.client.model.Actor.RESPONSIBLE_OFFICER;
import static uk.nhs.hee.tis.gmc.client.model.ReturnCode.Kind.ALREADY_SO;
import static uk.nhs.hee.tis.gmc.client.model.ReturnCode.Kind.GMC_FAILURE;
import static uk.nhs.hee.tis.gmc.client.model.ReturnCode.Kind.INVALID_REQUEST;
import static uk.nhs.hee.tis.gmc.client.model.ReturnCode.Kind.PERMISSION;
import static uk.nhs.hee.tis.gmc.client.model.ReturnCode.Kind.REFUSED_BY_RULE;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonCreator.Mode;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonMappingException;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import uk.nhs.hee.tis.gmc.client.internal.json.JsonInput;
import uk.nhs.hee.tis.gmc.client.internal.json.JsonKind;

/**
 * The {@code ReturnCode} of a GMC Connect answer: an open value, because the GMC adds codes without
 * notice (it did in 2022 and in 2024).
 *
 * <p>Codes that this version does not know are passed on as they came, with kind {@link
 * Kind#UNKNOWN}. Two codes are equal if their texts are. Immutable.
 */
public final class ReturnCode {

  /** What a return code says about the request. */
  public enum Kind {
    /** The operation was carried out. */
    SUCCESS,
    /** A value of the request is missing or wrong: retrying it as it is does not help. */
    INVALID_REQUEST,
    /** The account (user name, password, IP address or designated body) has no access. */
    PERMISSION,
    /** The request is well-formed, but a GMC rule currently forbids it. */
    REFUSED_BY_RULE,
    /** The desired state already holds: an added doctor is connected, a removed one is not. */
    ALREADY_SO,
    /** The GMC failed internally; after a write the outcome is unknown. */
    GMC_FAILURE,
    /** A code that this version of the library does not know. */
    UNKNOWN
  }

  /** The code's text. */
  static final JsonKind<ReturnCode> JSON = JsonKind.text("is not a return code", ReturnCode::of);

  private static final Map<String, ReturnCode> KNOWN = new LinkedHashMap<>();

  /** 0: success. */
  public static final ReturnCode SUCCESS =
      known("0", "success", Kind.SUCCESS, "Nothing needs to be done.");

  /** 70: missing or invalid doctor GMC reference number. */
  public static final ReturnCode INVALID_GMC_NUMBER =
      known(
          "70",
          "missing or invalid doctor GMC reference number",
          INVALID_REQUEST,
          "Check the doctor's GMC reference number.",
          CALLER);

  /** 80: missing or invalid designated body code. */
  public static final ReturnCode INVALID_DESIGNATED_BODY =
      known(
          "80",
          "missing or invalid designated body code",
          INVALID_REQUEST,
          "Check the designated body code.",
          CALLER);

  /** 81: the account has no access to this designated body. */
  public static final ReturnCode NO_ACCESS_TO_DESIGNATED_BODY =
      known(
          "81",
          "the account has no access to this designated body",
          PERMISSION,
          "Do not retry: ask the GMC to give the account access to this designated body.",
          CALLER,
          GMC_SERVICE);

  /** 82: missing doctor surname. */
  public static final ReturnCode MISSING_DOCTOR_SURNAME =
      known(
          "82", "missing doctor surname", INVALID_REQUEST, "Supply the doctor's surname.", CALLER);

  /** 84: missing or invalid responsible officer GMC number. */
  public static final ReturnCode INVALID_RESPONSIBLE_OFFICER_GMC_NUMBER =
      known(
          "84",
          "missing or invalid responsible officer GMC number",
          INVALID_REQUEST,
          "Check the GMC number in the responsible officer's profile.",
          CALLER);

  /** 85: missing responsible officer surname. */
  public static final ReturnCode MISSING_RESPONSIBLE_OFFICER_SURNAME =
      known(
          "85",
          "missing responsible officer surname",
          INVALID_REQUEST,
          "Supply the surname in the responsible officer's profile.",
          CALLER);

  /** 87: invalid recommendation. */
  public static final ReturnCode INVALID_RECOMMENDATION =
      known("87", "invalid recommendation", INVALID_REQUEST, "Check the recommendation.", CALLER);

  /** 88: invalid recommendation reason. */
  public static final ReturnCode INVALID_RECOMMENDATION_REASON =
      known(
          "88",
          "invalid recommendation reason",
          INVALID_REQUEST,
          "Check the deferral reason.",
          CALLER);

  /** 89: invalid or unexpected deferral date. */
  public static final ReturnCode INVALID_DEFERRAL_DATE =
      known(
          "89",
          "invalid or unexpected deferral date",
          INVALID_REQUEST,
          "Check the deferral date.",
          CALLER);

  /** 90: doctor not subject to revalidation. */
  public static final ReturnCode NOT_SUBJECT_TO_REVALIDATION =
      known(
          "90",
          "doctor not subject to revalidation",
          REFUSED_BY_RULE,
          "Make no recommendation for this doctor, or have an administrator check the record.",
          CALLER);

  /** 91: open recommendation exists; also how a duplicate shows up. */
  public static final ReturnCode OPEN_RECOMMENDATION_EXISTS =
      known(
          "91",
          "open recommendation exists",
          REFUSED_BY_RULE,
          "Compare with your own record, then look the doctor up in GMC Connect: "
              + "this is also how a repeated submission shows.",
          CALLER);

  /** 92: doctor not under notice. */
  public static final ReturnCode NOT_UNDER_NOTICE =
      known(
          "92",
          "doctor not under notice",
          REFUSED_BY_RULE,
          "Wait until the doctor is under notice, or sync again.");

  /** 93: doctor's revalidation is on hold. */
  public static final ReturnCode REVALIDATION_ON_HOLD =
      known(
          "93",
          "doctor's revalidation is on hold",
          REFUSED_BY_RULE,
          "Wait until the GMC lifts the hold.",
          GMC_SERVICE);

  /** 94: invalid recommendation sub-reason. */
  public static final ReturnCode INVALID_RECOMMENDATION_SUBREASON =
      known(
          "94",
          "invalid recommendation sub-reason",
          INVALID_REQUEST,
          "Check the deferral sub-reason.",
          CALLER);

  /** 95: responsible officer is not licensed. */
  public static final ReturnCode RESPONSIBLE_OFFICER_NOT_LICENSED =
      known(
          "95",
          "responsible officer is not licensed",
          REFUSED_BY_RULE,
          "Have the responsible officer's licence checked.",
          RESPONSIBLE_OFFICER);

  /** 96: missing responsible officer. */
  public static final ReturnCode MISSING_RESPONSIBLE_OFFICER =
      known(
          "96",
          "missing responsible officer",
          REFUSED_BY_RULE,
          "Make sure that the GMC has been told who the responsible officer is.",
          RESPONSIBLE_OFFICER,
          GMC_SERVICE);

  /** 97: missing sub-reason (required with reason 1). */
  public static final ReturnCode MISSING_SUBREASON =
      known(
          "97",
          "missing sub-reason (required with reason 1)",
          INVALID_REQUEST,
          "Supply a deferral sub-reason.",
          CALLER);

  /** 98: internal error of the GMC: after a write the outcome is unknown. */
  public static final ReturnCode INTERNAL_ERROR =
      known(
          "98",
          "internal error",
          GMC_FAILURE,
          "Try again later; if it persists, tell the GMC.",
          GMC_SERVICE);

  /** 99: invalid credentials, which may be the user name, the password or the IP address. */
  public static final ReturnCode INVALID_CREDENTIALS =
      known(
          "99",
          "invalid credentials (user name, password or IP address)",
          PERMISSION,
          "Do not retry: check user name and password, and ask the GMC whether it "
              + "accepts the IP address now in use.",
          CALLER,
          GMC_SERVICE);

  /** 100: doctor already associated with your designated body. */
  public static final ReturnCode ALREADY_ASSOCIATED =
      known(
          "100",
          "doctor already associated with your designated body",
          ALREADY_SO,
          "Nothing needs to be done: the doctor is connected to the designated body.");

  /** 106: revalidation lock on the doctor. */
  public static final ReturnCode REVALIDATION_LOCK =
      known(
          "106",
          "revalidation lock on the doctor",
          REFUSED_BY_RULE,
          "Ask the GMC Contact Centre about the lock.",
          GMC_SERVICE);

  /** 110: missing internal user. */
  public static final ReturnCode MISSING_INTERNAL_USER =
      known("110", "missing internal user", INVALID_REQUEST, "Supply an internal user.", CALLER);

  /** 120: missing or invalid change reason. */
  public static final ReturnCode INVALID_CHANGE_REASON =
      known(
          "120",
          "missing or invalid change reason",
          INVALID_REQUEST,
          "Check the change reason.",
          CALLER);

  /** 130: invalid recommendation id. */
  public static final ReturnCode INVALID_RECOMMENDATION_ID =
      known(
          "130",
          "invalid recommendation id",
          INVALID_REQUEST,
          "Check the recommendation id.",
          CALLER);

  /**
   * 140: doctor not associated with your designated body. Means "already so" to a removal and a
   * refusal to anything else (the doctor moved): see {@link #kind(GmcOperation)}.
   */
  public static final ReturnCode NOT_ASSOCIATED =
      known(
          "140",
          "doctor not associated with your designated body",
          REFUSED_BY_RULE,
          "Sync again: the doctor is not, or no longer, connected to the designated body.",
          CALLER);

  /** 150: missing internal user's e-mail address. */
  public static final ReturnCode MISSING_INTERNAL_USER_EMAIL =
      known(
          "150",
          "missing internal user's e-mail address",
          INVALID_REQUEST,
          "Supply the internal user's e-mail address.",
          CALLER);

  /** 160: doctor's designated body history is locked. */
  public static final ReturnCode DESIGNATED_BODY_HISTORY_LOCKED =
      known(
          "160",
          "doctor's designated body history is locked",
          REFUSED_BY_RULE,
          "Ask the GMC's revalidation team about the lock.",
          GMC_SERVICE);

  /** 161: deferral earlier than 120 days before the revalidation date; refused for now. */
  public static final ReturnCode DEFERRAL_TOO_EARLY =
      known(
          "161",
          "deferral earlier than 120 days before the revalidation date",
          REFUSED_BY_RULE,
          "Wait until the revalidation date is at most 120 days before the deferral date.");

  private final String code;
  private final String meaning;
  private final Kind kind;
  private final String advice;
  private final List<Actor> actors;

  private ReturnCode(String code, String meaning, Kind kind, String advice, Actor... actors) {
    this.code = code;
    this.meaning = meaning;
    this.kind = kind;
    this.advice = advice;
    this.actors = List.of(actors);
  }

  private static ReturnCode known(
      String code, String meaning, Kind kind, String advice, Actor... actors) {
    ReturnCode known = new ReturnCode(code, meaning, kind, advice, actors);
    KNOWN.put(code, known);
    return known;
  }

  /**
   * {@return the return code with this text, surrounding white space ignored}
   *
   * @param code the GMC's text, such as {@code 91}; any text that is not blank, known or not
   * @throws IllegalArgumentException if the text is null or blank: an absent code is not a code
   */
  public static ReturnCode of(String code) {
    String text = Checks.notBlank("code", code).strip();
    ReturnCode known = KNOWN.get(text);
    return known != null
        ? known
        : new ReturnCode(
            text,
            "a return code that this version of gmc-client does not know",
            Kind.UNKNOWN,
            "Ask the GMC what the code means; a later version of gmc-client may know it.",
            CALLER,
            GMC_SERVICE);
  }

  /** {@return the codes that this version knows, in ascending order} */
  public static Collection<ReturnCode> known() {
    return Collections.unmodifiableCollection(KNOWN.values());
  }

  /** {@return the code as the GMC sent it, such as {@code "91"}} */
  public String code() {
    return code;
  }

  /** {@return the meaning in English, as the GMC describes it} */
  public String meaning() {
    return meaning;
  }

  /**
   * {@return the kind of the code where the operation does not matter} Code 140 counts as {@link
   * Kind#REFUSED_BY_RULE} here.
   */
  public Kind kind() {
    return kind;
  }

  /**
   * {@return what the code says in an answer to this operation: code 140 is {@link Kind#ALREADY_SO}
   * for a removal, code 100 only for an addition}
   *
   * @param operation the operation that the code answers
   */
  public Kind kind(GmcOperation operation) {
    if (equals(NOT_ASSOCIATED)) {
      return operation == GmcOperation.TRY_REMOVE_DOCTOR ? ALREADY_SO : REFUSED_BY_RULE;
    }
    if (equals(ALREADY_ASSOCIATED)) {
      return operation == GmcOperation.TRY_ADD_DOCTOR ? ALREADY_SO : REFUSED_BY_RULE;
    }
    return kind;
  }

  /** {@return who must act so that the request can succeed, in order; empty if nobody has to} */
  public List<Actor> actors() {
    return actors;
  }

  /** {@return what to do about the code, in one sentence that ends with a full stop} */
  public String advice() {
    return advice;
  }

  /** {@return whether this version of the library knows the code} */
  public boolean isKnown() {
    return kind != Kind.UNKNOWN;
  }

  /** {@return whether the code is {@code 0}} */
  public boolean isSuccess() {
    return kind == Kind.SUCCESS;
  }

  @JsonValue
  String asJson() {
    return code;
  }

  @JsonCreator(mode = Mode.DELEGATING)
  static ReturnCode fromJson(JsonInput json) throws JsonMappingException {
    return json.as(ReturnCode.class, JSON);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ReturnCode && code.equals(((ReturnCode) other).code);
  }

  @Override
  public int hashCode() {
    return code.hashCode();
  }

  @Override
  public String toString() {
    return "ReturnCode[" + code + ": " + meaning + "]";
  }
}
