package uk.nhs.hee.tis.gmc.client.internal.call;

/**
 * Finds the system property with which the JDK's HTTP client re-sends a POST by itself after a
 * broken connection. With it on, a recommendation could go twice, so no write is sent.
 */
final class HiddenRepeats {
  private static final String PROPERTY = "jdk.httpclient.enableAllMethodRetry";

  private HiddenRepeats() {}

  static void refuse() {
    String value = System.getProperty(PROPERTY);
    if (value != null && (value.isEmpty() || Boolean.parseBoolean(value))) {
      throw new IllegalStateException(
          "the system property "
              + PROPERTY
              + " is on: the JDK would repeat writes by itself, so none is sent. Remove it");
    }
  }
}
