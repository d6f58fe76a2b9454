package uk.nhs.hee.tis.gmc.client.internal.call;

import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpHeaders;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import uk.nhs.hee.tis.gmc.client.error.Confidence;
import uk.nhs.hee.tis.gmc.client.error.Effect;
import uk.nhs.hee.tis.gmc.client.error.Evidence;
import uk.nhs.hee.tis.gmc.client.error.GmcIntermediaryException;
import uk.nhs.hee.tis.gmc.client.error.GmcIntermediaryException.Kind;
import uk.nhs.hee.tis.gmc.client.error.GmcPermissionException;
import uk.nhs.hee.tis.gmc.client.error.GmcTimeoutException;
import uk.nhs.hee.tis.gmc.client.error.GmcUnreachableException;
import uk.nhs.hee.tis.gmc.client.error.Source;
import uk.nhs.hee.tis.gmc.client.model.Actor;

/**
 * Failures at the caller's proxy, and those of the JDK's own authentication, for which the JDK
 * throws instead of returning the answer.
 */
final class ProxyFailures {
  private static final Pattern TUNNEL = Pattern.compile("Tunnel failed, got: (\\d{3})");
  private static final Pattern SCHEME = Pattern.compile("\\A\\s*([A-Za-z0-9-]{1,20})");
  private static final String TUNNEL_SCHEMES = "jdk.http.auth.tunneling.disabledSchemes";

  private ProxyFailures() {}

  /** Returns the failure, if it is the proxy's or one of authentication. */
  static Optional<CallFailure> of(Throwable failure, Effect effect, Hop hop) {
    String message = String.valueOf(failure.getMessage());
    Matcher tunnel = TUNNEL.matcher(message);
    if (tunnel.find()) {
      return Optional.of(tunnel(Integer.parseInt(tunnel.group(1)), effect, hop, failure));
    }
    if (failure instanceof IOException) {
      CallFailure authentication = authentication(message, effect, hop, failure);
      if (authentication != null) {
        return Optional.of(authentication);
      }
    }
    return hop.isProxy() && effect == Effect.NOT_SENT
        ? noConnection(failure, hop)
        : Optional.empty();
  }

  private static CallFailure tunnel(int status, Effect effect, Hop hop, Throwable cause) {
    boolean passing = status == 502 || status == 503 || status == 504;
    // Squid, for one, answers HTTP 500 where it cannot resolve the GMC's host.
    boolean failed = status >= 500;
    Kind kind = status == 407 ? Kind.PROXY_LOGIN : failed ? Kind.OUTAGE : Kind.BLOCK;
    String what;
    if (status == 407) {
      what = loginWanted(hop);
    } else if (failed) {
      what =
          hop.proxyName() + " could not open a tunnel to the GMC (HTTP " + status + " to CONNECT)";
    } else {
      what =
          hop.proxyName() + " refused to open a tunnel to the GMC (HTTP " + status + " to CONNECT)";
    }
    return intermediary(
        kind, what, effect, passing, "the proxy's answer to CONNECT: HTTP " + status, cause);
  }

  private static String loginWanted(Hop hop) {
    return hop.proxyName() + " requires authentication (HTTP 407 to CONNECT)";
  }

  /**
   * Returns the failure of a request for a tunnel that the proxy answered with 407, which the JDK
   * passes on as if it were the GMC's answer.
   *
   * @param judged the answer's judgement
   */
  static CallFailure loginWanted(
      CallFailure judged, HttpHeaders answer, Hop hop, boolean hasAuthenticator) {
    return new CallFailure(
        judged.kind(),
        judged.reach(),
        () ->
            judged
                .judged()
                .finding(loginWanted(hop))
                .intermediaryKind(Kind.PROXY_LOGIN)
                .actors(Actor.CALLER_NETWORK)
                .advice(howToLogIn(answer, hasAuthenticator)),
        Messages::noUsableAnswer,
        GmcIntermediaryException::new,
        judged.getCause());
  }

  private static String howToLogIn(HttpHeaders answer, boolean hasAuthenticator) {
    Set<String> schemes = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    for (String challenge : answer.allValues("Proxy-Authenticate")) {
      Matcher scheme = SCHEME.matcher(challenge);
      if (scheme.find()) {
        schemes.add(scheme.group(1));
      }
    }
    if (!schemes.isEmpty() && !schemes.contains("Basic")) {
      return "The proxy asks for "
          + String.join(" or ", schemes)
          + ", but the JDK's HTTP client supports Basic authentication only.";
    }
    return hasAuthenticator
        ? aboutTunnelSchemes()
        : "The HTTP client has no Authenticator: give the client an HttpClient that has one, and"
            + " set the system property "
            + TUNNEL_SCHEMES
            + " to an empty value; otherwise the JDK does not use Basic for tunnels.";
  }

  private static @Nullable CallFailure authentication(
      String message, Effect effect, Hop hop, Throwable cause) {
    String lower = message.toLowerCase(Locale.ROOT);
    if (lower.startsWith("proxy-authenticate header missing")) {
      return login(hop, effect, "HTTP 407 without a Proxy-Authenticate header", cause);
    }
    if (lower.startsWith("www-authenticate header missing")) {
      return permission(
          "HTTP 401 without a WWW-Authenticate header",
          "HTTP 401, which the JDK's HTTP client does not pass on when an Authenticator is set",
          cause,
          effect);
    }
    if (lower.startsWith("too many authentication attempts")) {
      return effect == Effect.NOT_SENT || hop.isReadByProxy()
          ? login(
              hop,
              effect,
              "the credentials that the HTTP client's Authenticator offered were" + " refused",
              cause)
          : permission(
              "the credentials that the HTTP client's Authenticator offered were refused",
              "the JDK's HTTP client gave up authenticating",
              cause,
              effect);
    }
    return null;
  }

  private static CallFailure login(Hop hop, Effect effect, String signal, Throwable cause) {
    return intermediary(
        Kind.PROXY_LOGIN, hop.proxyName() + " refused the login", effect, false, signal, cause);
  }

  private static CallFailure permission(
      String finding, String signal, Throwable cause, Effect effect) {
    Supplier<Evidence.Builder> judged =
        () ->
            NetworkFailures.judged(finding, effect)
                .source(Source.GMC_SERVER)
                .actors(Actor.CALLER, Actor.GMC_SERVICE)
                .retryable(false)
                .confidence(Confidence.WEAK)
                .signals(List.of(signal, NetworkFailures.sign(effect)));
    return new CallFailure(
        "authentication",
        Reach.CREDENTIALS,
        judged,
        Messages::noUsableAnswer,
        GmcPermissionException::new,
        cause);
  }

  private static Optional<CallFailure> noConnection(Throwable failure, Hop hop) {
    boolean late = failure instanceof HttpConnectTimeoutException;
    String what;
    if (late) {
      what = hop.proxyName() + " did not accept a connection in time";
    } else if (NetworkFailures.isUnresolved(failure)) {
      what = "the host name of " + hop.proxyName() + " did not resolve";
    } else if (failure instanceof ConnectException) {
      what = hop.proxyName() + " refused the connection";
    } else {
      return Optional.empty();
    }
    Supplier<Evidence.Builder> judged =
        () ->
            NetworkFailures.judged(what, Effect.NOT_SENT)
                .source(Source.INTERMEDIARY)
                .actors(Actor.CALLER_NETWORK)
                .signals(
                    List.of(
                        "no connection to the proxy (" + failure.getClass().getSimpleName() + ")",
                        NetworkFailures.sign(Effect.NOT_SENT)));
    return Optional.of(
        new CallFailure(
            "proxy unreachable",
            Reach.OUTAGE,
            judged,
            Messages::noUsableAnswer,
            late ? GmcTimeoutException::new : GmcUnreachableException::new,
            failure));
  }

  private static CallFailure intermediary(
      Kind kind, String what, Effect effect, boolean retryable, String signal, Throwable cause) {
    Supplier<Evidence.Builder> judged =
        () ->
            NetworkFailures.judged(what, effect)
                .source(Source.INTERMEDIARY)
                .actors(Actor.CALLER_NETWORK)
                .intermediaryKind(kind)
                .retryable(retryable)
                .signals(List.of(signal, NetworkFailures.sign(effect)));
    return new CallFailure(
        "intermediary " + kind,
        Reach.OUTAGE,
        judged,
        Messages::noUsableAnswer,
        GmcIntermediaryException::new,
        cause);
  }

  private static String aboutTunnelSchemes() {
    String disabled = System.getProperty(TUNNEL_SCHEMES);
    return "The HTTP client has an Authenticator, but the JDK does not use Basic for tunnels unless"
        + " the system property "
        + TUNNEL_SCHEMES
        + " is empty (it is "
        + (disabled == null
            ? "not set, so Basic is off"
            : disabled.isBlank()
                ? "empty, but it may have been set after the JDK had read it"
                : "\"" + disabled + "\"")
        + ").";
  }
}
