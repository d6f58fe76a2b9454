package uk.nhs.hee.tis.gmc.testkit.pages;

/** The designs of Cloudflare's HTML pages, each with the file of its template. */
enum PageLayout {
  /** The page of a 1xxx error. */
  ACCESS("cloudflare-1xxx.html"),
  /** The page of a server error: browser, edge and host side by side. */
  SERVER("cloudflare-5xx.html"),
  /** The page of a managed rule. */
  WAF("cloudflare-waf.html"),
  /** Today's challenge, announced by a header. */
  CHALLENGE("cloudflare-challenge.html"),
  /** The challenge of old, announced by nothing. */
  LEGACY_CHALLENGE("cloudflare-legacy-challenge.html"),
  /** The edge's own failure: a few lines without branding and without its usual headers. */
  BARE("bare.html"),
  /** The bare page before the edge knows the site: it has no Ray ID. */
  BARE_WITHOUT_RAY("bare.html"),
  /** The owner's own page. */
  CUSTOM("custom-block.html");

  private final String template;

  PageLayout(String template) {
    this.template = template;
  }

  String template() {
    return template;
  }

  boolean isBare() {
    return this == BARE || this == BARE_WITHOUT_RAY;
  }
}
