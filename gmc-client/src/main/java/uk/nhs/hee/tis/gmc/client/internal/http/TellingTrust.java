package uk.nhs.hee.tis.gmc.client.internal.http;

import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/**
 * The JVM's own trust manager, which reports a certificate when it refuses one: the JDK's
 * exceptions do not name an untrusted issuer. It makes no decisions of its own.
 */
final class TellingTrust extends X509ExtendedTrustManager {
  private final X509ExtendedTrustManager jvm;

  private TellingTrust(X509ExtendedTrustManager jvm) {
    this.jvm = jvm;
  }

  /**
   * Returns a context that trusts as the JVM's default context does; empty if that one was
   * replaced, or has a client certificate, so that it must be used itself.
   */
  static Optional<SSLContext> context() {
    try {
      SSLContext standard = SSLContext.getDefault();
      boolean untouched =
          standard.getProtocol().equals("Default")
              && standard.getProvider().getName().equals("SunJSSE")
              && System.getProperty("javax.net.ssl.keyStore") == null;
      return untouched ? Optional.ofNullable(Shared.CONTEXT) : Optional.empty();
    } catch (GeneralSecurityException e) {
      return Optional.empty();
    }
  }

  /** One for the JVM, like the default context: it holds the sessions that can be resumed. */
  private static final class Shared {
    static final @Nullable SSLContext CONTEXT = make();

    private static @Nullable SSLContext make() {
      try {
        TrustManagerFactory trust =
            TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init((KeyStore) null);
        TrustManager[] managers = trust.getTrustManagers();
        if (managers.length != 1 || !(managers[0] instanceof X509ExtendedTrustManager)) {
          return null;
        }
        SSLContext context = SSLContext.getInstance("TLS", SSLContext.getDefault().getProvider());
        context.init(
            null,
            new TrustManager[] {new TellingTrust((X509ExtendedTrustManager) managers[0])},
            null);
        return context;
      } catch (GeneralSecurityException | RuntimeException e) {
        return null;
      }
    }
  }

  private static CertificateException told(CertificateException refused, X509Certificate[] chain) {
    if (chain != null && chain.length > 0) {
      refused.addSuppressed(ServerCertificate.of(chain[0]));
    }
    return refused;
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
      throws CertificateException {
    try {
      jvm.checkServerTrusted(chain, authType, engine);
    } catch (CertificateException e) {
      throw told(e, chain);
    }
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket)
      throws CertificateException {
    try {
      jvm.checkServerTrusted(chain, authType, socket);
    } catch (CertificateException e) {
      throw told(e, chain);
    }
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String authType)
      throws CertificateException {
    try {
      jvm.checkServerTrusted(chain, authType);
    } catch (CertificateException e) {
      throw told(e, chain);
    }
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
      throws CertificateException {
    jvm.checkClientTrusted(chain, authType, engine);
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String authType, Socket socket)
      throws CertificateException {
    jvm.checkClientTrusted(chain, authType, socket);
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String authType)
      throws CertificateException {
    jvm.checkClientTrusted(chain, authType);
  }

  @Override
  public X509Certificate[] getAcceptedIssuers() {
    return jvm.getAcceptedIssuers();
  }
}
