package uk.nhs.hee.tis.gmc.client.internal.http;

import java.security.cert.CertPathValidatorException;
import java.security.cert.Certificate;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a server's refused certificate says, in words for a person; attached as a suppressed
 * exception to the one that refused it, so that it goes wherever that does.
 */
final class ServerCertificate extends Exception {
  private static final long serialVersionUID = 1L;
  private static final int MOST_NAMES = 5;
  private static final int LENGTH = 200;

  private ServerCertificate(String words) {
    super(words, null, false, false);
  }

  static ServerCertificate of(X509Certificate certificate) {
    return new ServerCertificate(
        "for "
            + line(names(certificate))
            + ", issued by "
            + line(certificate.getIssuerX500Principal().getName())
            + ", valid from "
            + certificate.getNotBefore().toInstant()
            + " until "
            + certificate.getNotAfter().toInstant());
  }

  /** Returns what is known about the certificate in a failed handshake. */
  static Optional<String> in(Throwable failure) {
    for (Throwable t = failure; t != null; t = t.getCause()) {
      String words = of(t);
      if (words != null) {
        return Optional.of(words);
      }
    }
    return Optional.empty();
  }

  private static @Nullable String of(Throwable failure) {
    for (Throwable suppressed : failure.getSuppressed()) {
      if (suppressed instanceof ServerCertificate) {
        return suppressed.getMessage();
      }
    }
    return failure instanceof CertPathValidatorException
        ? of((CertPathValidatorException) failure)
        : null;
  }

  /** A path that leads to a trusted authority but is not valid is in the JDK's exception. */
  private static @Nullable String of(CertPathValidatorException failure) {
    List<? extends Certificate> path =
        failure.getCertPath() == null ? List.of() : failure.getCertPath().getCertificates();
    boolean ofServer = !path.isEmpty() && failure.getIndex() == 0;
    return ofServer && path.get(0) instanceof X509Certificate
        ? of((X509Certificate) path.get(0)).getMessage()
        : null;
  }

  private static String names(X509Certificate certificate) {
    try {
      Collection<List<?>> names = certificate.getSubjectAlternativeNames();
      if (names != null) {
        return names.stream()
            .map(name -> String.valueOf(name.get(1)))
            .limit(MOST_NAMES)
            .collect(Collectors.joining(", "));
      }
    } catch (CertificateParsingException unreadable) {
      return "unreadable names";
    }
    return certificate.getSubjectX500Principal().getName();
  }

  /** Anyone can write anything into a certificate. */
  private static String line(String text) {
    String visible = text.replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Zl}\\p{Zp}]", "?");
    return visible.length() <= LENGTH ? visible : visible.substring(0, LENGTH) + "…";
  }
}
