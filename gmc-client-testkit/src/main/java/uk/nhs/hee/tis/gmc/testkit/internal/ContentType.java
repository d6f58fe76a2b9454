package uk.nhs.hee.tis.gmc.testkit.internal;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The Content-Type of a request: which SOAP version it means, and its parameters. */
final class ContentType {
  private final @Nullable String header;
  private final String mediaType;

  private ContentType(@Nullable String header) {
    this.header = header;
    this.mediaType =
        header == null ? "" : header.split(";", -1)[0].strip().toLowerCase(Locale.ROOT);
  }

  static ContentType of(@Nullable String header) {
    return new ContentType(header);
  }

  Optional<SoapVersion> version() {
    for (SoapVersion version : SoapVersion.values()) {
      if (version.mediaType().equals(mediaType)) {
        return Optional.of(version);
      }
    }
    return Optional.empty();
  }

  String problem() {
    return "Content-Type is "
        + (header == null ? "missing" : header)
        + ", the contract requires: text/xml; charset=utf-8 or application/soap+xml; charset=utf-8";
  }

  /** Empty if the charset is UTF-8; for SOAP 1.2 a missing one also means UTF-8. */
  Optional<String> charsetProblem() {
    String charset = parameter("charset");
    boolean right =
        charset == null
            ? version().equals(Optional.of(SoapVersion.SOAP_1_2))
            : charset.equalsIgnoreCase("utf-8");
    return right
        ? Optional.empty()
        : Optional.of(
            "Content-Type names the charset "
                + (charset == null ? "nowhere" : charset)
                + ", the contract requires: "
                + mediaType
                + "; charset=utf-8");
  }

  @Nullable String parameter(String name) {
    if (header == null) {
      return null;
    }
    Matcher matcher =
        Pattern.compile(";\\s*" + name + "=(?:\"([^\"]*)\"|([^;\\s]*))", Pattern.CASE_INSENSITIVE)
            .matcher(header);
    if (!matcher.find()) {
      return null;
    }
    return matcher.group(1) != null ? matcher.group(1) : matcher.group(2);
  }
}
