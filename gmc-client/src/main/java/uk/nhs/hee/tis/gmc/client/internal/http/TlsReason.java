package uk.nhs.hee.tis.gmc.client.internal.http;

import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import javax.net.ssl.SSLException;

/**
 * Why TLS failed, as far as the JDK's exceptions show: a closed list of causes that last until
 * someone changes a certificate or a setting. Anything not on it may be temporary.
 */
@SuppressWarnings("ImmutableEnumChecker") // The predicates are stateless.
public enum TlsReason {
  /** The server's certificate has expired. */
  EXPIRED("the server's certificate has expired", CertificateExpiredException.class::isInstance),
  /** The server's certificate is not valid yet, or this machine's clock is slow. */
  NOT_YET_VALID(
      "the server's certificate is not valid yet; is this machine's clock right?",
      CertificateNotYetValidException.class::isInstance),
  /** The certificate names another host. */
  WRONG_NAME(
      "the server's certificate is for another host name",
      t ->
          t instanceof CertificateException
              && (says(t, "no subject alternative") || says(t, "no name matching"))),
  /** No authority that this JVM trusts vouches for the certificate. */
  UNTRUSTED(
      "the server's certificate is not issued by an authority that this JVM trusts",
      t ->
          t instanceof CertPathBuilderException
              || (t instanceof CertPathValidatorException && says(t, "trust anchor"))),
  /** The server requires a client certificate. */
  CLIENT_CERTIFICATE(
      "the server requires a client certificate",
      t ->
          t instanceof SSLException
              && (says(t, "certificate_required") || refusedBy(t, "bad_certificate"))),
  /** The server does not accept the client certificate presented. */
  CLIENT_CERTIFICATE_REFUSED(
      "the server refused this client's certificate",
      t ->
          t instanceof SSLException
              && (refusedBy(t, "unknown_ca")
                  || refusedBy(t, "certificate_")
                  || refusedBy(t, "unsupported_certificate")
                  || refusedBy(t, "access_denied"))),
  /** The server has no certificate for the host name. */
  UNKNOWN_NAME(
      "the server does not serve this host name",
      t -> t instanceof SSLException && refusedBy(t, "unrecognized_name")),
  /** Under TLS 1.2 a missing client certificate and the lack of a common cipher look the same. */
  HANDSHAKE_REFUSED(
      "the server refused the handshake: it requires a client certificate, or has no cipher suite"
          + " in common with this JVM, or does not serve this host name",
      t -> t instanceof SSLException && refusedBy(t, "handshake_failure")),
  /** The two sides have no protocol version in common. */
  PROTOCOL_VERSION(
      "the server and this JVM have no TLS version in common",
      t ->
          t instanceof SSLException
              && (says(t, "protocol_version")
                  || says(t, "no appropriate protocol")
                  || says(t, "server selected version")
                  || says(t, "not accepted by client preferences"))),
  /** Not TLS at all. */
  PLAIN_TEXT(
      "the server does not speak TLS on this port; check the endpoint's scheme and port",
      t -> t instanceof SSLException && says(t, "nrecognized ssl message"));

  private final String words;
  private final Predicate<Throwable> shows;

  TlsReason(String words, Predicate<Throwable> shows) {
    this.words = words;
    this.shows = shows;
  }

  /** Returns the reason in words for use in a sentence. */
  public String words() {
    return words;
  }

  /** Returns the reason in words, with what is known about the server certificate concerned. */
  public String words(Throwable failure) {
    return isAboutCertificate()
        ? words + ServerCertificate.in(failure).map(it -> "; it is " + it).orElse("")
        : words;
  }

  /** Returns whether the server's own certificate is the reason. */
  public boolean isAboutCertificate() {
    return this == EXPIRED || this == NOT_YET_VALID || this == WRONG_NAME || this == UNTRUSTED;
  }

  /** Returns whether the caller's own settings are the first thing to look at. */
  public boolean isAboutCallersSettings() {
    return this == PLAIN_TEXT || this == CLIENT_CERTIFICATE || this == CLIENT_CERTIFICATE_REFUSED;
  }

  /** Returns the reason that a failure and its causes show. */
  public static Optional<TlsReason> of(Throwable failure) {
    for (TlsReason reason : values()) {
      for (Throwable t = failure; t != null; t = t.getCause()) {
        if (reason.shows.test(t)) {
          return Optional.of(reason);
        }
      }
    }
    return Optional.empty();
  }

  private static boolean refusedBy(Throwable failure, String alert) {
    return says(failure, "received fatal alert: " + alert);
  }

  private static boolean says(Throwable failure, String words) {
    return String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT).contains(words);
  }
}
