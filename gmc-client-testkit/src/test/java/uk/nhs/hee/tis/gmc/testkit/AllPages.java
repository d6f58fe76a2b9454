package uk.nhs.hee.tis.gmc.testkit;

import static uk.nhs.hee.tis.gmc.testkit.pages.GmcPages.cloudflare;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import uk.nhs.hee.tis.gmc.client.SoapVersion;
import uk.nhs.hee.tis.gmc.testkit.pages.CannedAnswer;
import uk.nhs.hee.tis.gmc.testkit.pages.CloudflarePage;
import uk.nhs.hee.tis.gmc.testkit.pages.GmcPages;

/** Every ready page under the words that make it. */
final class AllPages {
  private AllPages() {}

  static CloudflarePage cloudflarePage(String name) {
    return Objects.requireNonNull(ofCloudflare().get(name), name);
  }

  static CannedAnswer originPage(String name) {
    return Objects.requireNonNull(ofTheOrigin().get(name), name);
  }

  static CannedAnswer intermediaryPage(String name) {
    return Objects.requireNonNull(ofIntermediaries().get(name), name);
  }

  static Map<String, CloudflarePage> ofCloudflare() {
    Map<String, CloudflarePage> pages = new LinkedHashMap<>();
    pages.put("firewallRule", cloudflare().firewallRule());
    pages.put("clientSignature", cloudflare().clientSignature());
    pages.put("ipBan", cloudflare().ipBan());
    Stream.of(1005, 1006, 1007, 1008, 1106)
        .forEach(code -> pages.put("ipBan " + code, cloudflare().ipBan(code)));
    pages.put("countryBan", cloudflare().countryBan());
    pages.put("malware", cloudflare().malware());
    pages.put("directAccess", cloudflare().directAccess());
    pages.put("unknownHost", cloudflare().unknownHost());
    pages.put("challenge", cloudflare().challenge());
    Stream.of(403, 429, 503)
        .forEach(status -> pages.put("challenge " + status, cloudflare().challenge(status)));
    pages.put("legacyChallenge", cloudflare().legacyChallenge());
    pages.put("rateLimited", cloudflare().rateLimited(Duration.ofSeconds(30)));
    pages.put("wafBlock", cloudflare().wafBlock());
    pages.put("customBlock", cloudflare().customBlock());
    pages.put("customBlock 418", cloudflare().customBlock(418));
    Stream.of(520, 521, 522, 523, 524, 525, 526)
        .forEach(
            code -> pages.put("originUnreachable " + code, cloudflare().originUnreachable(code)));
    pages.put("originDns", cloudflare().originDns());
    pages.put("tunnelDown", cloudflare().tunnelDown());
    pages.put("workerFailed", cloudflare().workerFailed());
    Stream.of(502, 504)
        .forEach(status -> pages.put("badGateway " + status, cloudflare().badGateway(status)));
    Stream.of(500, 502, 503, 504)
        .forEach(status -> pages.put("edgeFault " + status, cloudflare().edgeFault(status)));
    return pages;
  }

  static Map<String, CannedAnswer> ofTheOrigin() {
    Map<String, CannedAnswer> pages = new LinkedHashMap<>();
    pages.put("forbidden", GmcPages.iis().forbidden());
    pages.put("ipRejected", GmcPages.iis().ipRejected());
    pages.put("unauthorized", GmcPages.iis().unauthorized());
    pages.put("notFound", GmcPages.iis().notFound());
    pages.put("serverError", GmcPages.iis().serverError());
    pages.put("applicationError", GmcPages.iis().applicationError());
    pages.put("serviceUnavailable", GmcPages.iis().serviceUnavailable());
    pages.put("maintenance", GmcPages.maintenance());
    for (SoapVersion version : SoapVersion.values()) {
      pages.put("clientFault " + version, GmcPages.aspNet().clientFault(version));
      pages.put("serverFault " + version, GmcPages.aspNet().serverFault(version));
      pages.put("unknownAction " + version, GmcPages.aspNet().unknownAction(version, "a<b"));
    }
    return pages;
  }

  static Map<String, CannedAnswer> ofIntermediaries() {
    Map<String, CannedAnswer> pages = new LinkedHashMap<>();
    pages.put("loginRequired", GmcPages.proxy().loginRequired());
    pages.put("networkLoginRequired", GmcPages.proxy().networkLoginRequired());
    pages.put("captivePortal", GmcPages.proxy().captivePortal());
    pages.put("captivePortalRedirect", GmcPages.proxy().captivePortalRedirect());
    pages.put("blocked", GmcPages.proxy().blocked());
    pages.put("connectFailed", GmcPages.proxy().connectFailed());
    pages.put("dnsFailed", GmcPages.proxy().dnsFailed());
    pages.put("cannotForward", GmcPages.proxy().cannotForward());
    pages.put("readTimedOut", GmcPages.proxy().readTimedOut());
    pages.put("emptyReply", GmcPages.proxy().emptyReply());
    pages.put("varnish", GmcPages.gateway().varnish());
    pages.put("haproxyUnavailable", GmcPages.gateway().haproxyUnavailable());
    pages.put("haproxyBadGateway", GmcPages.gateway().haproxyBadGateway());
    pages.put("haproxyTimedOut", GmcPages.gateway().haproxyTimedOut());
    pages.put("envoy", GmcPages.gateway().envoy());
    pages.put("nginxBadGateway", GmcPages.gateway().nginxBadGateway());
    pages.put("nginxTimedOut", GmcPages.gateway().nginxTimedOut());
    pages.put("nginxRateLimited 503", GmcPages.gateway().nginxRateLimited(503));
    pages.put("nginxRateLimited 429", GmcPages.gateway().nginxRateLimited(429));
    pages.put("zscaler", GmcPages.proxy().zscaler());
    pages.put("fortinet", GmcPages.proxy().fortinet());
    pages.put("blueCoat", GmcPages.proxy().blueCoat());
    pages.put("paloAlto", GmcPages.proxy().paloAlto());
    pages.put("akamai", GmcPages.proxy().akamai());
    pages.put("imperva", GmcPages.proxy().imperva());
    pages.put("impervaWithSuccess", GmcPages.proxy().impervaWithSuccess());
    pages.put("awsWaf", GmcPages.proxy().awsWaf());
    pages.put("awsWafChallenge", GmcPages.proxy().awsWafChallenge());
    pages.put("azureFrontDoor", GmcPages.proxy().azureFrontDoor());
    pages.put("azureApplicationGateway", GmcPages.proxy().azureApplicationGateway());
    pages.put("f5", GmcPages.proxy().f5());
    return pages;
  }
}
