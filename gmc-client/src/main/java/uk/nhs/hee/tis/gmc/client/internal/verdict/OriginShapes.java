package uk.nhs.hee.tis.gmc.client.internal.verdict;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Bodies in the format of an IIS, ASP.NET or WCF error whose headers were stripped. They show whose
 * answer it is only as likely, not as certain: a custom page of the edge's may look the same.
 */
final class OriginShapes {
  private static final Set<String> IIS_LINES =
      Set.of(
          "you do not have permission to view this directory or page.",
          "the service is unavailable.",
          "the page cannot be displayed because an internal server error has occurred.",
          "the page was not displayed because the request entity is too large.",
          "the resource you are looking for has been removed, had its name changed, or is"
              + " temporarily unavailable.",
          "the page you are looking for cannot be displayed because an invalid method (http verb)"
              + " was used to attempt access.",
          "the custom error module does not recognize this error.",
          "the specified cgi application encountered an error and the server terminated the"
              + " process.",
          "the request filtering module is configured to deny the request.",
          "server too busy",
          "bad request - invalid url",
          "bad request - invalid hostname");

  private static final List<String> TEXT_MARKS =
      List.of(
          "request format is unrecognized",
          "web service method name is not valid",
          "unable to handle request without a valid action parameter",
          "server did not recognize the value of http header soapaction",
          "missing parameter: ");

  private static final List<String> XML_MARKS =
      List.of("schemas.microsoft.com/ws/2005/05/envelope/none", "windowscommunicationfoundation");

  /** A W3C trace as ASP.NET Core prints it, or the type of its problem documents. */
  private static final Pattern PROBLEM =
      Pattern.compile(
          "\"traceid\"\\s*:\\s*\"(?:00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}|[0-9a-z]{13}:[0-9a-f]{8})\""
              + "|\"type\"\\s*:\\s*\"https?://tools\\.ietf\\.org/html/rfc");

  /** Web API capitalises its members, which custom pages rarely do. */
  private static final Pattern WEB_API =
      Pattern.compile(
          "\\A\\s*\\{\\s*\"Message\"\\s*:|\"ExceptionType\"\\s*:|\"ExceptionMessage\"\\s*:");

  private static final Pattern TRACE =
      Pattern.compile(
          "\\bsystem(?:\\.[a-z]{1,40}){0,8}\\.[a-z]{1,60}exception\\b|(?:^\\s*at"
              + " (?:system|microsoft)\\.[a-z])",
          Pattern.MULTILINE);

  private static final Pattern WEB_API_XML =
      Pattern.compile("\\A\\s*(?:<\\?xml[^>]{0,200}>\\s*)?<Error[^>]{0,400}>\\s*<Message>");

  private static final Pattern PROBLEM_XML =
      Pattern.compile(
          "<problem[^>]{0,200}urn:ietf:rfc:7807[^>]{0,200}>.*<traceid>", Pattern.DOTALL);

  private OriginShapes() {}

  static boolean isOne(Page page) {
    switch (page.shape()) {
      case JSON:
        return PROBLEM.matcher(page.searchable()).find() || WEB_API.matcher(page.text()).find();
      case XML:
        return XML_MARKS.stream().anyMatch(page::has)
            || (page.has("<error") && WEB_API_XML.matcher(page.text()).find())
            || PROBLEM_XML.matcher(page.searchable()).find();
      case TEXT:
        return IIS_LINES.contains(page.searchable().strip())
            || TEXT_MARKS.stream().anyMatch(page::has)
            || hasTrace(page);
      default:
        return page.isHtml() && hasTrace(page);
    }
  }

  /** Most pages lack the words without which the slow pattern cannot match. */
  private static boolean hasTrace(Page page) {
    return (page.has("system.") || page.has("at microsoft."))
        && TRACE.matcher(page.searchable()).find();
  }
}
