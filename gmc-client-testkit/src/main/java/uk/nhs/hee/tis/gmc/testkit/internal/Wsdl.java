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
import java.util.regex.Pattern;

/**
 * The WSDL 1.1 of GMC Connect, written from what is publicly known about the service. It is the one
 * place where the testkit has the names and the order of what goes over the wire.
 */
public final class Wsdl {
  private static final String RESOURCE = "gmc-connect.wsdl";

  /** The packaged address; nobody owns the host. */
  private static final String ADDRESS = "https://gmc-connect.example" + WireMockHost.PATH;

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

  /** Returns the description with this address of the service in it. */
  public static String at(String address) {
    return Holder.DESCRIPTION.replace(ADDRESS, address);
  }

  /** Opens the description as it is packaged. */
  static InputStream open() {
    return Objects.requireNonNull(Wsdl.class.getResourceAsStream(RESOURCE), RESOURCE + " is gone");
  }

  private static final class Holder {
    private static final String DESCRIPTION = load();

    private static String load() {
      try (InputStream in = open()) {
        return new String(in.readAllBytes(), StandardCharsets.UTF_8);
      } catch (IOException e) {
        throw new UncheckedIOException(RESOURCE + " cannot be read", e);
      }
    }
  }
}
