package uk.nhs.hee.tis.gmc.client.internal.json;

/** Why a JSON value cannot be read, and where; never with the value, which may be a doctor's. */
final class JsonRefusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String place;
  private final String reason;

  private JsonRefusal(String place, String reason) {
    super(place.isEmpty() ? reason : place + " " + reason);
    this.place = place;
    this.reason = reason;
  }

  /**
   * Returns a refusal of the value itself.
   *
   * @param reason goes after the value's place, such as {@code is not text}
   */
  static JsonRefusal because(String reason) {
    return new JsonRefusal("", reason);
  }

  /** Returns the same refusal, seen from the object or list that holds the value. */
  JsonRefusal in(String outer) {
    boolean joined = place.isEmpty() || place.startsWith("[");
    return new JsonRefusal(joined ? outer + place : outer + "." + place, reason);
  }
}
