package uk.nhs.hee.tis.gmc.testkit.internal;

import com.github.tomakehurst.wiremock.http.HttpHeader;
import com.github.tomakehurst.wiremock.http.HttpHeaders;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The WSDL 1.1 of GMC Connect, written from what is publicly known about the service.
 *
 * <p>Its types are those of {@code gmc-connect.xsd}, against which the testkit checks what goes
 * over the wire: the packaged file includes it, the served one contains it.
 */
public final class Wsdl {
  private static final String WSDL = "gmc-connect.wsdl";
  private static final String XSD = "gmc-connect.xsd";

  /** The packaged address; nobody owns the host. */
  private static final String ADDRESS = "https://gmc-connect.example" + WireMockHost.PATH;

  private static final Pattern INCLUDING_SCHEMA =
      Pattern.compile("<xs:schema\\b[^>]*>\\s*<xs:include[^>]*/>\\s*</xs:schema>");
  private static final Pattern XML_DECLARATION = Pattern.compile("^<\\?xml[^>]*\\?>\\s*");
  private static final Pattern SCHEMA_START = Pattern.compile("<xs:schema\\b[^>]*>");
  private static final Pattern NAMESPACES = Pattern.compile("\\s+xmlns:(?:xs|gmc)=\"[^\"]*\"");

  /** A host and perhaps a port, as the Host header names them. */
  private static final Pattern AUTHORITY = Pattern.compile("[A-Za-z0-9._:\\[\\]-]{1,255}");

  private Wsdl() {}

  static boolean isAskedForBy(Request request) {
    return request.getMethod().getName().equals("GET")
        && request.getUrl().equalsIgnoreCase(WireMockHost.PATH + "?wsdl");
  }

  /** Answers with the address that the caller used, which may be that of a proxy in front. */
  static Response answer(Request request) {
    String host = Objects.requireNonNullElse(request.getHeader("Host"), "");
    String authority =
        AUTHORITY.matcher(host).matches() ? host : request.getHost() + ":" + request.getPort();
    return Response.response()
        .status(200)
        .headers(new HttpHeaders(new HttpHeader("Content-Type", "text/xml; charset=utf-8")))
        .body(at("http://" + authority + WireMockHost.PATH).getBytes(StandardCharsets.UTF_8))
        .build();
  }

  /** Returns the description as one document, with this address of the service in it. */
  public static String at(String address) {
    String schema = XML_DECLARATION.matcher(Holder.SCHEMA).replaceFirst("").strip();
    String[] around = INCLUDING_SCHEMA.split(Holder.DESCRIPTION, 2);
    return (around[0] + withoutNamespaces(schema) + around[1]).replace(ADDRESS, address);
  }

  /**
   * The description declares the schema's prefixes, as ASP.NET's do. JAX-WS takes a declaration
   * that is repeated on the schema for an attribute, and refuses to validate by such a schema.
   */
  private static String withoutNamespaces(String schema) {
    return SCHEMA_START
        .matcher(schema)
        .replaceFirst(
            start -> Matcher.quoteReplacement(NAMESPACES.matcher(start.group()).replaceAll("")));
  }

  private static String load(String name) {
    try (InputStream in =
        Objects.requireNonNull(Wsdl.class.getResourceAsStream(name), name + " is gone")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(name + " cannot be read", e);
    }
  }

  private static final class Holder {
    private static final String DESCRIPTION = load(WSDL);
    private static final String SCHEMA = load(XSD);
  }
}
