package uk.nhs.hee.tis.gmc.testkit;

import java.util.function.Consumer;
import uk.nhs.hee.tis.gmc.testkit.pages.GmcPages;

/**
 * What went wrong with GMC Connect over the years, as seen by its callers, ready to replay in a
 * test.
 *
 * <pre>{@code
 * @ParameterizedTest
 * @EnumSource
 * void nightlySyncSurvives(GmcIncident incident) {
 *   incident.happenOn(gmc);
 *   // run the sync: it raises an alert, and disconnects nobody
 * }
 * }</pre>
 */
public enum GmcIncident {
  /**
   * Eight days lost: one code for three causes, and the caller's own IP address had changed too.
   */
  CODE_99_ON_EVERY_CALL("2018-01", "code 99 on every call", GmcScenario.CODE_99),

  /** Hours lost: the first real calls failed after every test with a mock had passed. */
  WRONG_SOAP_ACTION(
      "2020-11",
      "the SOAP action was the endpoint's URL, and every first call got a fault",
      GmcScenario.UNKNOWN_SOAP_ACTION),

  /**
   * Four days lost: Cloudflare blocked the User-Agent of one module and let the other pass, and
   * people looked for a permission error. It affects clients that identify themselves as {@code
   * Java/…} or not at all; others are answered as usual.
   */
  USER_AGENT_BLOCKED(
      "2021-03",
      "Cloudflare blocked the default User-Agent of one module (error 1010)",
      gmc ->
          gmc.whenever()
              .forUserAgent(GmcIncident::isUnnamed)
              .blocksWith(GmcPages.cloudflare().clientSignature())),

  /** One nightly job lost: nobody could find 1020 in the GMC's list of codes. */
  FIREWALL_RULE(
      "2021-07",
      "a Cloudflare firewall rule blocked every call (error 1020)",
      GmcScenario.CLOUDFLARE_1020),

  /** The GMC complained: double clicks had sent recommendations twice. */
  REPEATED_SUBMISSIONS(
      "2023-04",
      "identical recommendations arrived twice, and the second got code 91",
      GmcScenario.REPEATED_SUBMISSION),

  /** Nineteen days: the GMC had added the doctors, and the callers failed on the answer. */
  BLANK_DATE_ON_ADD(
      "2023-09", "every added doctor's answer had a blank submission date", GmcScenario.BLANK_DATE),

  /** Ten hours: every region looked empty. The lists are valid, so no call fails. */
  EMPTY_REGIONS("2023-10", "all regions were empty for a day", GmcScenario.EMPTY_LISTS),

  /** Four weeks: two doctors a night were lost because of an absent field. No call fails. */
  MISSING_UNDER_NOTICE(
      "2023-10",
      "two doctors a night came without UnderNotice and were lost",
      GmcScenario.MISSING_UNDER_NOTICE);

  private final String when;
  private final String title;

  /** Stateless: it captures nothing but a constant. */
  @SuppressWarnings("ImmutableEnumChecker")
  private final Consumer<GmcServer> stubs;

  GmcIncident(String when, String title, GmcScenario scenario) {
    this(when, title, scenario::happenOn);
  }

  GmcIncident(String when, String title, Consumer<GmcServer> stubs) {
    this.when = when;
    this.title = title;
    this.stubs = stubs;
  }

  private static boolean isUnnamed(String userAgent) {
    return userAgent.isBlank() || userAgent.contains("Java/");
  }

  /** {@return what was seen, in a few words} */
  public String title() {
    return title;
  }

  /** {@return the year and month in which it happened, such as {@code 2021-03}} */
  public String when() {
    return when;
  }

  /**
   * Sets the stubs that make it happen on this server, until its next reset.
   *
   * @param gmc a server of the same test, or a stand-in
   * @throws IllegalStateException if the incident needs the endpoint and the server is not running
   */
  public void happenOn(GmcServer gmc) {
    gmc.naming("incident of " + when, () -> stubs.accept(gmc));
  }
}
