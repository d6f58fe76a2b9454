package uk.nhs.hee.tis.gmc.testkit.internal;

/** What ASP.NET and IIS answer to requests that never reach the service. */
final class Pages {
  private Pages() {}

  static WireAnswer notFound() {
    return html(404, "404 - File or directory not found.");
  }

  static WireAnswer formatUnrecognized() {
    return html(
        500, "Request format is unrecognized for URL unexpectedly ending in '/WebService.asmx'.");
  }

  static WireAnswer unreadable(SoapVersion version) {
    return AnswerWriter.callerFault(
        version, "Server was unable to read request. ---> There is an error in the XML document.");
  }

  static WireAnswer versionMismatch(SoapVersion version) {
    return AnswerWriter.versionMismatch(
        version,
        "Possible SOAP version mismatch: Envelope namespace was unexpected. Expecting "
            + version.namespace()
            + ".");
  }

  private static WireAnswer html(int status, String text) {
    return new WireAnswer(
        status,
        "text/html; charset=utf-8",
        "<!DOCTYPE html><html><head><title>"
            + text
            + "</title></head><body><h2>"
            + text
            + "</h2></body></html>");
  }
}
