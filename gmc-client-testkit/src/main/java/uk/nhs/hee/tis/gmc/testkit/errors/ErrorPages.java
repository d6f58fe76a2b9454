package uk.nhs.hee.tis.gmc.testkit.errors;

import java.io.IOException;
import java.util.function.Function;
import uk.nhs.hee.tis.gmc.client.SoapVersion;
import uk.nhs.hee.tis.gmc.client.error.GmcBlockedException;
import uk.nhs.hee.tis.gmc.client.error.GmcIntermediaryException;
import uk.nhs.hee.tis.gmc.client.error.GmcProtocolException;
import uk.nhs.hee.tis.gmc.client.internal.call.JudgedAttempt;
import uk.nhs.hee.tis.gmc.client.model.GmcOperation;
import uk.nhs.hee.tis.gmc.testkit.pages.CannedAnswer;
import uk.nhs.hee.tis.gmc.testkit.pages.CloudflarePage;
import uk.nhs.hee.tis.gmc.testkit.pages.CloudflarePages;
import uk.nhs.hee.tis.gmc.testkit.pages.GmcPages;

/** An answer for each kind of exception. */
final class ErrorPages {
  private static final String XML = "text/xml; charset=utf-8";
  private static final long MAX_ANSWER_BYTES = 67_108_864;

  private ErrorPages() {}

  static CannedAnswer block(GmcBlockedException.Kind kind, String rayId) {
    return kind == GmcBlockedException.Kind.UNSPECIFIED
        ? CannedAnswer.builder()
            .status(403)
            .header("Content-Type", "text/html")
            .header("Server", "cloudflare")
            .header("CF-RAY", rayId + "-LHR")
            .body("<html><body>no</body></html>")
            .build()
        : page(kind).rayId(rayId).asHtml();
  }

  private static CloudflarePage page(GmcBlockedException.Kind kind) {
    CloudflarePages cloudflare = GmcPages.cloudflare();
    switch (kind) {
      case CLIENT_SIGNATURE:
        return cloudflare.clientSignature();
      case IP_BAN:
        return cloudflare.ipBan();
      case COUNTRY:
        return cloudflare.countryBan();
      case MALWARE:
        return cloudflare.malware();
      case DIRECT_ACCESS:
        return cloudflare.directAccess();
      case WAF:
        return cloudflare.wafBlock();
      case CHALLENGE:
        return cloudflare.challenge();
      default:
        return cloudflare.firewallRule();
    }
  }

  /** A block as a bare code, as Cloudflare writes it for programs. */
  static CannedAnswer block(int cloudflareCode, String rayId) {
    return GmcPages.cloudflare().firewallRule().rayId(rayId).asText().toBuilder()
        .body("error code: " + cloudflareCode)
        .build();
  }

  static Function<GmcOperation, Failure> intermediary(GmcIntermediaryException.Kind kind) {
    switch (kind) {
      case PROXY_LOGIN:
        return Failures.answer(GmcPages.proxy().loginRequired());
      case PORTAL:
        return Failures.answer(GmcPages.proxy().captivePortal());
      case OUTAGE:
        return Failures.answer(GmcPages.gateway().haproxyUnavailable());
      default:
        return Failures.answer(GmcPages.proxy().blocked());
    }
  }

  static Function<GmcOperation, Failure> protocol(GmcProtocolException.Kind kind) {
    switch (kind) {
      case SOAP_FAULT:
        return Failures.answer(GmcPages.aspNet().serverFault(SoapVersion.SOAP_1_1));
      case NOT_SOAP:
        return Failures.answer(
            CannedAnswer.builder()
                .header("Content-Type", "text/html")
                .body("<html><body>hello</body></html>")
                .build());
      case MALFORMED:
        return soap("</x><soap:Body>");
      case INCOMPLETE:
        return soap("<soap:Body>");
      case OTHER_CALL:
        return Failures.answerToAnotherCall();
      case TOO_LARGE:
        return Failures.answer(beginning(), JudgedAttempt.tooLarge(MAX_ANSWER_BYTES));
      default:
        return Failures.answer(beginning(), new IOException("the connection broke"));
    }
  }

  private static Function<GmcOperation, Failure> soap(String bodyTag) {
    return Failures.answer(
        Failures.throughEdge(200, XML)
            .body(
                "<soap:Envelope xmlns:soap=\"http://schemas.xmlsoap.org/soap/envelope/\">"
                    + bodyTag
                    + "</soap:Body></soap:Envelope>")
            .build());
  }

  private static CannedAnswer beginning() {
    return Failures.throughEdge(200, XML)
        .body("<soap:Envelope xmlns:soap=\"http://schemas.xmlsoap.org/soap/envelope/\"><soap:Bo")
        .build();
  }
}
