package uk.nhs.hee.tis.gmc.example.benchmarks;

import java.net.URI;

/** What is measured. A stack's classes load when it is opened, so each runs without the others. */
public enum Stack {
  /** gmc-client, the whole list held. */
  GMC_CLIENT("gmc-client"),
  /** gmc-client, the doctors handed to a sink one by one. */
  GMC_CLIENT_SINK("gmc-client, by sink"),
  /** Spring-WS, SAAJ and JAXB over HttpURLConnection: what the modules use today. */
  TODAY("Spring-WS (today)"),
  /** Metro JAX-WS over HttpURLConnection: the best peer. */
  METRO("Metro JAX-WS"),
  /** java.net.http and the JDK's XML cursor, building nothing: a yardstick, no bound. */
  JDK("JDK alone"),
  /** java.net.http alone. */
  BARE("java.net.http alone");

  /** What the tables compare. */
  static final Stack[] COMPARED = {GMC_CLIENT, TODAY, METRO, JDK};

  private final String title;

  Stack(String title) {
    this.title = title;
  }

  String title() {
    return title;
  }

  Caller open(URI endpoint) {
    switch (this) {
      case GMC_CLIENT:
        return new GmcClientCaller(endpoint, false);
      case GMC_CLIENT_SINK:
        return new GmcClientCaller(endpoint, true);
      case TODAY:
        return new SpringWsCaller(endpoint);
      case METRO:
        return new MetroCaller(endpoint);
      case JDK:
        return new JdkCaller(endpoint);
      default:
        return new BareCaller(endpoint);
    }
  }
}
