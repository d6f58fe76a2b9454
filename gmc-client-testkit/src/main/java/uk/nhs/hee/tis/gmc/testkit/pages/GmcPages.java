package uk.nhs.hee.tis.gmc.testkit.pages;

/**
 * The answers that GMC Connect's callers get from someone else: the edge in front of it, the web
 * server that runs it, or their own network.
 *
 * <pre>{@code
 * gmc.whenever().blocksWith(cloudflare().firewallRule());
 * gmc.whenAdding().forTheFirst(1).answersWith(cloudflare().originUnreachable(522).asJson());
 * gmc.whenGettingDoctors().answersWith(iis().serviceUnavailable());
 * }</pre>
 *
 * <p>Statuses, headers, ids and the words that programs look for are those of the real pages; the
 * prose, the addresses and the Ray IDs are invented, and the same every time. Stateless and
 * thread-safe.
 */
public final class GmcPages {
  private GmcPages() {}

  /** {@return the pages that Cloudflare makes itself} */
  public static CloudflarePages cloudflare() {
    return new CloudflarePages();
  }

  /** {@return the pages of the GMC's web server, as Cloudflare passes them on} */
  public static IisPages iis() {
    return new IisPages(EdgePass.DEFAULT);
  }

  /** {@return the SOAP faults of the GMC's application server, as Cloudflare passes them on} */
  public static AspNetFaults aspNet() {
    return new AspNetFaults(EdgePass.DEFAULT);
  }

  /** {@return answers of proxies, portals and other vendors' firewalls} */
  public static ProxyPages proxy() {
    return new ProxyPages();
  }

  /** {@return answers of gateways and load balancers when the server behind them fails} */
  public static GatewayPages gateway() {
    return new GatewayPages();
  }

  /** {@return the page that the GMC's own server shows during maintenance: 503 with Retry-After} */
  public static CannedAnswer maintenance() {
    return iis().maintenance();
  }
}
