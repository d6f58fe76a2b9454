package uk.nhs.hee.tis.gmc.client.model;

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
import java.util.Map;
import uk.nhs.hee.tis.gmc.client.internal.json.JsonInput;
import uk.nhs.hee.tis.gmc.client.internal.json.JsonKind;

/**
 * The {@code ReturnCode} of a GMC Connect answer: an open value, because the GMC adds codes without
 * notice (it did in 2022 and in 2024).
 *
 * <p>Codes that this version does not know are carried as they came, with kind {@link
 * Kind#UNKNOWN}. Two codes are equal when their texts are.
 */
public final class ReturnCode {

  /** What a return code says about the request. */
  public enum Kind {
    /** The operation was carried out. */
    SUCCESS,
    /** A value of the request is missing or wrong: repeating it as it is does not help. */
    INVALID_REQUEST,
    /** The account (user name, password, IP address or designated body) has no access. */
    PERMISSION,
    /** The request is well-formed, but a rule of the GMC forbids it now. */
    REFUSED_BY_RULE,
    /** The wished state already holds: an added doctor is connected, a removed one is not. */
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
  public static final ReturnCode SUCCESS = known("0", "success", Kind.SUCCESS, "nobody");

  /** 70: missing or invalid doctor GMC reference number. */
  public static final ReturnCode INVALID_GMC_NUMBER =
      known(
          "70", "missing or invalid doctor GMC reference number", INVALID_REQUEST, "caller's data");

  /** 80: missing or invalid designated body code. */
  public static final ReturnCode INVALID_DESIGNATED_BODY =
      known(
          "80",
          "missing or invalid designated body code",
          INVALID_REQUEST,
          "caller's configuration");

  /** 81: the account has no access to this designated body. */
  public static final ReturnCode NO_ACCESS_TO_DESIGNATED_BODY =
      known(
          "81",
          "the account has no access to this designated body",
          PERMISSION,
          "operators with the GMC");

  /** 82: missing doctor surname. */
  public static final ReturnCode MISSING_DOCTOR_SURNAME =
      known("82", "missing doctor surname", INVALID_REQUEST, "caller's data");

  /** 84: missing or invalid responsible officer GMC number. */
  public static final ReturnCode INVALID_RESPONSIBLE_OFFICER_GMC_NUMBER =
      known(
          "84",
          "missing or invalid responsible officer GMC number",
          INVALID_REQUEST,
          "caller's data (RO profile)");

  /** 85: missing responsible officer surname. */
  public static final ReturnCode MISSING_RESPONSIBLE_OFFICER_SURNAME =
      known(
          "85",
          "missing responsible officer surname",
          INVALID_REQUEST,
          "caller's data (RO profile)");

  /** 87: invalid recommendation. */
  public static final ReturnCode INVALID_RECOMMENDATION =
      known("87", "invalid recommendation", INVALID_REQUEST, "caller");

  /** 88: invalid recommendation reason. */
  public static final ReturnCode INVALID_RECOMMENDATION_REASON =
      known("88", "invalid recommendation reason", INVALID_REQUEST, "caller");

  /** 89: invalid or unexpected deferral date. */
  public static final ReturnCode INVALID_DEFERRAL_DATE =
      known("89", "invalid or unexpected deferral date", INVALID_REQUEST, "caller");

  /** 90: doctor not subject to revalidation. */
  public static final ReturnCode NOT_SUBJECT_TO_REVALIDATION =
      known("90", "doctor not subject to revalidation", REFUSED_BY_RULE, "administrator");

  /** 91: open recommendation exists; also how a duplicate shows. */
  public static final ReturnCode OPEN_RECOMMENDATION_EXISTS =
      known(
          "91",
          "open recommendation exists",
          REFUSED_BY_RULE,
          "check own record, then GMC Connect");

  /** 92: doctor not under notice. */
  public static final ReturnCode NOT_UNDER_NOTICE =
      known("92", "doctor not under notice", REFUSED_BY_RULE, "wait or re-sync");

  /** 93: doctor's revalidation is on hold. */
  public static final ReturnCode REVALIDATION_ON_HOLD =
      known("93", "doctor's revalidation is on hold", REFUSED_BY_RULE, "GMC");

  /** 94: invalid recommendation sub-reason. */
  public static final ReturnCode INVALID_RECOMMENDATION_SUBREASON =
      known("94", "invalid recommendation sub-reason", INVALID_REQUEST, "caller");

  /** 95: responsible officer is not licensed. */
  public static final ReturnCode RESPONSIBLE_OFFICER_NOT_LICENSED =
      known("95", "responsible officer is not licensed", REFUSED_BY_RULE, "the RO's office");

  /** 96: missing responsible officer. */
  public static final ReturnCode MISSING_RESPONSIBLE_OFFICER =
      known("96", "missing responsible officer", REFUSED_BY_RULE, "the RO's office and the GMC");

  /** 97: missing sub-reason (required with reason 1). */
  public static final ReturnCode MISSING_SUBREASON =
      known("97", "missing sub-reason (required with reason 1)", INVALID_REQUEST, "caller");

  /** 98: internal error of the GMC: after a write the outcome is unknown. */
  public static final ReturnCode INTERNAL_ERROR =
      known("98", "internal error", GMC_FAILURE, "GMC, if it lasts");

  /** 99: invalid credentials, which may be the user name, the password or the IP address. */
  public static final ReturnCode INVALID_CREDENTIALS =
      known(
          "99",
          "invalid credentials (user name, password or IP address)",
          PERMISSION,
          "operators with the GMC");

  /** 100: doctor already associated with your designated body. */
  public static final ReturnCode ALREADY_ASSOCIATED =
      known("100", "doctor already associated with your designated body", ALREADY_SO, "nobody");

  /** 106: revalidation lock on the doctor. */
  public static final ReturnCode REVALIDATION_LOCK =
      known("106", "revalidation lock on the doctor", REFUSED_BY_RULE, "GMC Contact Centre");

  /** 110: missing internal user. */
  public static final ReturnCode MISSING_INTERNAL_USER =
      known("110", "missing internal user", INVALID_REQUEST, "caller");

  /** 120: missing or invalid change reason. */
  public static final ReturnCode INVALID_CHANGE_REASON =
      known("120", "missing or invalid change reason", INVALID_REQUEST, "caller");

  /** 130: invalid recommendation id. */
  public static final ReturnCode INVALID_RECOMMENDATION_ID =
      known("130", "invalid recommendation id", INVALID_REQUEST, "caller's data");

  /**
   * 140: doctor not associated with your designated body. Means "already so" to a removal and a
   * refusal to anything else (the doctor moved): see {@link #kind(GmcOperation)}.
   */
  public static final ReturnCode NOT_ASSOCIATED =
      known("140", "doctor not associated with your designated body", REFUSED_BY_RULE, "re-sync");

  /** 150: missing internal user's e-mail address. */
  public static final ReturnCode MISSING_INTERNAL_USER_EMAIL =
      known("150", "missing internal user's e-mail address", INVALID_REQUEST, "caller");

  /** 160: doctor's designated body history is locked. */
  public static final ReturnCode DESIGNATED_BODY_HISTORY_LOCKED =
      known(
          "160",
          "doctor's designated body history is locked",
          REFUSED_BY_RULE,
          "GMC revalidation team");

  /** 161: deferral earlier than 120 days before the revalidation date; refused for now. */
  public static final ReturnCode DEFERRAL_TOO_EARLY =
      known(
          "161",
          "deferral earlier than 120 days before the revalidation date",
          REFUSED_BY_RULE,
          "wait");

  private final String code;
  private final String meaning;
  private final Kind kind;
  private final String whoActs;

  private ReturnCode(String code, String meaning, Kind kind, String whoActs) {
    this.code = code;
    this.meaning = meaning;
    this.kind = kind;
    this.whoActs = whoActs;
  }

  private static ReturnCode known(String code, String meaning, Kind kind, String whoActs) {
    ReturnCode known = new ReturnCode(code, meaning, kind, whoActs);
    KNOWN.put(code, known);
    return known;
  }

  /**
   * {@return the return code with this text, surrounding white space ignored}
   *
   * @param code the GMC's text, such as {@code 91}; any text that is not blank, known or not
   * @throws IllegalArgumentException if the text is blank: an absent code is not a code
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
            "operators with the GMC");
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

  /** {@return who must act so that the request can succeed, in a few words} */
  public String whoActs() {
    return whoActs;
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
