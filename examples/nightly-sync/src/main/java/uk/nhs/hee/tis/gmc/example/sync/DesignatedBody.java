package uk.nhs.hee.tis.gmc.example.sync;

/** A designated body whose doctors are fetched: its code, opaque text, and its name. */
final class DesignatedBody {
  private final String code;
  private final String name;

  /** The name may be empty. */
  DesignatedBody(String code, String name) {
    this.code = code;
    this.name = name;
  }

  String code() {
    return code;
  }

  String name() {
    return name;
  }

  /** Returns the name with the code, or the code alone if the body has no name. */
  @Override
  public String toString() {
    return name.isEmpty() ? code : name + " (" + code + ")";
  }
}
