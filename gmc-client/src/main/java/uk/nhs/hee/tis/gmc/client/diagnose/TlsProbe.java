package uk.nhs.hee.tis.gmc.client.diagnose;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpClient;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;
import uk.nhs.hee.tis.gmc.client.diagnose.LayerResult.Status;
import uk.nhs.hee.tis.gmc.client.internal.http.TlsReason;
import uk.nhs.hee.tis.gmc.client.model.Actor;

/** Shakes hands as the client would, and looks at the certificate. Sends no request. */
final class TlsProbe {
  private static final Duration SOON = Duration.ofDays(7);

  private final Route route;
  private final InetAddress address;
  private final HttpClient client;
  private final String userAgent;
  private final Duration timeout;
  private final PublicAuthorities publicAuthorities;

  TlsProbe(
      Route route,
      InetAddress address,
      HttpClient client,
      String userAgent,
      Duration timeout,
      PublicAuthorities publicAuthorities) {
    this.route = route;
    this.address = address;
    this.client = client;
    this.userAgent = userAgent;
    this.timeout = timeout;
    this.publicAuthorities = publicAuthorities;
  }

  LayerResult.Builder probe(Instant now) {
    if (!route.tls) {
      return result(Status.SKIPPED, "the endpoint is plain http");
    }
    try {
      SSLSession session = TimeBox.within(timeout, () -> handshake(client.sslContext()));
      return accepted(session, now);
    } catch (SSLException e) {
      return refused(e, now);
    } catch (IOException e) {
      return failed(
          "the TLS handshake with "
              + route.host
              + " failed ("
              + e.getClass().getSimpleName()
              + ")");
    }
  }

  private SSLSession handshake(SSLContext context) throws IOException {
    try (Socket line = Tunnel.connect(route, address, timeout)) {
      if (route.proxy != null && !Tunnel.ask(line, route, userAgent).isOpen()) {
        throw new IOException("the proxy did not open a tunnel");
      }
      try (SSLSocket tls =
          (SSLSocket) context.getSocketFactory().createSocket(line, route.host, route.port, true)) {
        SSLParameters parameters = client.sslParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        tls.setSSLParameters(parameters);
        tls.startHandshake();
        return tls.getSession();
      }
    }
  }

  private LayerResult.Builder accepted(SSLSession session, Instant now) throws SSLException {
    X509Certificate[] chain = Certificates.of(session);
    X509Certificate leaf = chain[0];
    LayerResult.Builder result = described(result(Status.PASSED, ""), leaf);
    result.fact("protocol", session.getProtocol());
    Optional<String> inspector = publicAuthorities.inspectorOf(chain);
    if (inspector.isPresent()) {
      return result
          .status(Status.WARNED)
          .finding(
              "the certificate of "
                  + route.host
                  + " is issued by "
                  + Certificates.issuer(leaf)
                  + ", "
                  + inspector.get()
                  + ": an inspection proxy on the caller's side may read and change the traffic")
          .actors(Actor.CALLER_NETWORK);
    }
    Instant end = leaf.getNotAfter().toInstant();
    if (end.isBefore(now.plus(SOON))) {
      return result
          .status(Status.WARNED)
          .finding("the certificate of " + route.host + " expires at " + end)
          .actors(Actor.GMC_SERVICE);
    }
    return result.finding(
        session.getProtocol()
            + ", certificate of "
            + route.host
            + " issued by "
            + Certificates.issuer(leaf)
            + ", valid until "
            + end);
  }

  private LayerResult.Builder refused(SSLException e, Instant now) {
    Optional<TlsReason> reason = TlsReason.of(e).filter(r -> !r.isAboutCertificate());
    if (reason.isPresent()) {
      return broken(route, reason.get());
    }
    Optional<X509Certificate> seen = Certificates.shownBy(this::handshakeWith);
    if (seen.isEmpty()) {
      return failed(
          "the TLS handshake with "
              + route.host
              + " failed ("
              + e.getClass().getSimpleName()
              + ")");
    }
    X509Certificate leaf = seen.get();
    String name = "the certificate of " + route.host;
    if (leaf.getNotAfter().toInstant().isBefore(now)) {
      return described(failed(name + " expired at " + leaf.getNotAfter().toInstant()), leaf);
    }
    if (Certificates.isForAnotherName(e)) {
      return described(
          failed(name + " is for another host (" + Certificates.names(leaf) + ")"), leaf);
    }
    return described(
        failed(
            name
                + " is not trusted: it is issued by "
                + Certificates.issuer(leaf)
                + ", which no authority in this client's trust store vouches for"),
        leaf);
  }

  /** Returns the result of a handshake that failed for a known reason. */
  static LayerResult.Builder broken(Route route, TlsReason reason) {
    LayerResult.Builder result =
        failed(
            "no handshake with "
                + route.host
                + ": "
                + reason.words().replace("the endpoint", route.endpointName));
    return reason.isAboutCallersSettings()
        ? result.actors(Actor.CALLER, Actor.CALLER_NETWORK)
        : result;
  }

  private void handshakeWith(SSLContext context) throws IOException {
    TimeBox.within(timeout, () -> handshake(context));
  }

  private static LayerResult.Builder described(LayerResult.Builder result, X509Certificate leaf) {
    String store = System.getProperty("javax.net.ssl.trustStore");
    if (store != null) {
      result.fact("javax.net.ssl.trustStore", Texts.line(store));
    }
    return result
        .fact("issuer", Certificates.issuer(leaf))
        .fact("names", Certificates.names(leaf))
        .fact("valid from", leaf.getNotBefore().toInstant().toString())
        .fact("valid until", leaf.getNotAfter().toInstant().toString());
  }

  private static LayerResult.Builder failed(String finding) {
    return result(Status.FAILED, finding).actors(Actor.CALLER_NETWORK, Actor.GMC_SERVICE);
  }

  private static LayerResult.Builder result(Status status, String finding) {
    return LayerResult.of(Layer.TLS, status, finding);
  }
}
