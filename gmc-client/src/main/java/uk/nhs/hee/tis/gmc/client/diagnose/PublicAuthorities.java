package uk.nhs.hee.tis.gmc.client.diagnose;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/**
 * Tells a certificate of a public authority from one that an inspection proxy made.
 *
 * <p>By two signs: the authorities that the JDK came with do not vouch for it, or its issuer bears
 * the name of such a product. An own authority with a plain name that somebody imported into the
 * JDK's own store shows neither; then only a person can tell, by the issuer.
 */
final class PublicAuthorities {
  private static final List<String> INSPECTORS =
      List.of(
          "zscaler",
          "netskope",
          "palo alto",
          "fortinet",
          "fortigate",
          "blue coat",
          "bluecoat",
          "cisco umbrella",
          "forcepoint",
          "websense",
          "sophos",
          "skyhigh",
          "check point",
          "barracuda",
          "smoothwall",
          "gateway ca - cloudflare managed",
          "mitmproxy",
          "squid");

  private final Path store;

  /** Creates it with a key store of public authorities. */
  PublicAuthorities(Path store) {
    this.store = store;
  }

  /** Returns those that came with this JDK. */
  static PublicAuthorities ofThisJdk() {
    return new PublicAuthorities(
        Path.of(System.getProperty("java.home"), "lib", "security", "cacerts"));
  }

  /** Returns why a trusted chain seems not to be the GMC's, if it does. */
  Optional<String> inspectorOf(X509Certificate[] chain) {
    String issuers = issuers(chain).toLowerCase(Locale.ROOT);
    for (String name : INSPECTORS) {
      if (issuers.contains(name)) {
        return Optional.of("a name used by traffic inspection products");
      }
    }
    return vouchFor(chain)
        ? Optional.empty()
        : Optional.of("not a public authority known to this Java");
  }

  private static String issuers(X509Certificate[] chain) {
    StringBuilder issuers = new StringBuilder();
    for (X509Certificate certificate : chain) {
      issuers.append(certificate.getIssuerX500Principal().getName()).append('\n');
    }
    return issuers.toString();
  }

  private boolean vouchFor(X509Certificate[] chain) {
    try {
      TrustManagerFactory factory =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      factory.init(KeyStore.getInstance(store.toFile(), (char[]) null));
      for (TrustManager manager : factory.getTrustManagers()) {
        if (manager instanceof X509TrustManager) {
          // What a client of TLS 1.3 says of the key exchange.
          ((X509TrustManager) manager).checkServerTrusted(chain, "UNKNOWN");
        }
      }
      return true;
    } catch (CertificateException notTheirs) {
      return false;
    } catch (IOException | GeneralSecurityException | RuntimeException storeIsUnreadable) {
      // Without the store nothing can be told, and the issuer is shown anyway.
      return true;
    }
  }
}
