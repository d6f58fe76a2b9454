package uk.nhs.hee.tis.gmc.client.diagnose;

import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;

/** What a server's certificate says. */
final class Certificates {
  private static final int MOST_NAMES = 10;

  /** A handshake that is expected to fail. */
  interface Handshake {
    void with(SSLContext context) throws IOException;
  }

  private Certificates() {}

  static X509Certificate[] of(SSLSession session) throws SSLPeerUnverifiedException {
    Certificate[] shown = session.getPeerCertificates();
    return Arrays.copyOf(shown, shown.length, X509Certificate[].class);
  }

  /** Returns the certificate that a server shows, by a handshake that is broken off there. */
  static Optional<X509Certificate> shownBy(Handshake handshake) {
    Onlooker onlooker = new Onlooker();
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, new TrustManager[] {onlooker}, null);
      handshake.with(context);
    } catch (IOException | GeneralSecurityException brokenOff) {
      return Optional.ofNullable(onlooker.seen.get());
    }
    return Optional.ofNullable(onlooker.seen.get());
  }

  static String issuer(X509Certificate certificate) {
    return Texts.line(certificate.getIssuerX500Principal().getName());
  }

  /** Returns the host names that the certificate is for. */
  static String names(X509Certificate certificate) {
    try {
      Collection<List<?>> names = certificate.getSubjectAlternativeNames();
      if (names != null) {
        return Texts.line(
            names.stream()
                .map(name -> String.valueOf(name.get(1)))
                .limit(MOST_NAMES)
                .collect(Collectors.joining(", ")));
      }
    } catch (CertificateParsingException unreadable) {
      return "unreadable names";
    }
    return Texts.line(certificate.getSubjectX500Principal().getName());
  }

  /** The JDK has no type for it: the chain is trusted by then, and only the name is wrong. */
  static boolean isForAnotherName(Throwable failure) {
    for (Throwable t = failure; t != null; t = t.getCause()) {
      String message = String.valueOf(t.getMessage());
      if (t instanceof CertificateException
          && (message.startsWith("No subject alternative")
              || message.startsWith("No name matching"))) {
        return true;
      }
    }
    return false;
  }

  /** Trusts nobody: it remembers the certificate and refuses it. */
  private static final class Onlooker extends X509ExtendedTrustManager {
    final AtomicReference<X509Certificate> seen = new AtomicReference<>();

    private void look(X509Certificate[] chain) throws CertificateException {
      seen.set(chain[0]);
      throw new CertificateException("looked at only");
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket)
        throws CertificateException {
      look(chain);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine)
        throws CertificateException {
      look(chain);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type)
        throws CertificateException {
      look(chain);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket)
        throws CertificateException {
      look(chain);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine)
        throws CertificateException {
      look(chain);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type)
        throws CertificateException {
      look(chain);
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return new X509Certificate[0];
    }
  }
}
