package uk.nhs.hee.tis.gmc.testkit.internal;

/**
 * The answer to a call that a test's author has not provided for. It is plainly not an answer from
 * the GMC or anything on the way: its server is the testkit, and its title says what is wrong.
 */
public final class MistakePage {
  /** The value of the Server header. */
  public static final String SERVER = "gmc-client-testkit";

  private MistakePage() {}

  /** Returns the page: HTML, because clients show an unknown server's title. */
  public static WireAnswer of(String mistake) {
    String text = escaped(mistake);
    return new WireAnswer(
        500,
        "text/html; charset=utf-8",
        "<!DOCTYPE html><html><head><title>"
            + text
            + "</title></head><body><p>"
            + SERVER
            + ": "
            + text
            + "</p></body></html>\n");
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
