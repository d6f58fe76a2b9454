package uk.nhs.hee.tis.gmc.client;

import java.net.URI;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What an endpoint and an action base may be. */
final class EndpointRules {
  private static final int MAX_PORT = 65_535;

  private EndpointRules() {}

  static URI check(URI endpoint, boolean plainHttpAllowed) {
    String scheme =
        endpoint.getScheme() == null ? "" : endpoint.getScheme().toLowerCase(Locale.ROOT);
    // Without a host there is no user info either, but perhaps a password, which no message shows.
    boolean perhapsPassword = endpoint.getHost() == null && endpoint.toString().indexOf('@') >= 0;
    if (endpoint.getRawUserInfo() != null || perhapsPassword) {
      throw new IllegalArgumentException("endpoint must hold no user name or password");
    }
    if (endpoint.getHost() == null || !(scheme.equals("https") || scheme.equals("http"))) {
      throw new IllegalArgumentException(
          "endpoint must be an absolute https URL: " + shown(endpoint));
    }
    if (endpoint.getPort() > MAX_PORT) {
      throw new IllegalArgumentException(
          "endpoint must have a port up to 65535: " + shown(endpoint));
    }
    if (endpoint.getRawFragment() != null) {
      throw new IllegalArgumentException("endpoint must have no fragment: " + shown(endpoint));
    }
    if ("wsdl".equalsIgnoreCase(endpoint.getRawQuery())) {
      throw new IllegalArgumentException(
          "endpoint must be the address of the service, not of its WSDL: leave out ?"
              + endpoint.getRawQuery()
              + " at the end of "
              + endpoint);
    }
    if (scheme.equals("http") && !plainHttpAllowed && !isLoopback(endpoint.getHost())) {
      throw new IllegalArgumentException(
          "endpoint must be https, since the password travels in the body: "
              + shown(endpoint)
              + " (for a stand-in GMC in a container network call allowPlainHttp(), or set GMC_ALLOW_PLAIN_HTTP to true)");
    }
    return endpoint;
  }

  /** Returns the endpoint without what may be a key in its query or behind it. */
  static String shown(URI endpoint) {
    return endpoint.toString().replaceFirst("([?#]).*", "$1***");
  }

  private static boolean isLoopback(String host) {
    return host.equalsIgnoreCase("localhost")
        || host.equals("[::1]")
        || host.matches("127(\\.\\d{1,3}){3}");
  }

  static String actionBase(@Nullable String value) {
    String base = Rules.visibleAscii("soapActionBase", value);
    if (base.indexOf('"') >= 0 || base.indexOf(' ') >= 0) {
      throw new IllegalArgumentException("soapActionBase must hold no quote or space: " + base);
    }
    if (base.toLowerCase(Locale.ROOT).endsWith(".asmx")) {
      throw new IllegalArgumentException(
          "soapActionBase is not the endpoint, but what precedes the operation's name, such as "
              + GmcClientBuilder.DEFAULT_ACTION_BASE
              + ": "
              + base);
    }
    return base.endsWith("/") ? base : base + "/";
  }
}
