package uk.nhs.hee.tis.gmc.testkit;

import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import uk.nhs.hee.tis.gmc.client.SoapVersion;
import uk.nhs.hee.tis.gmc.client.model.ReturnCode;
import uk.nhs.hee.tis.gmc.testkit.pages.GmcPages;

/**
 * Ways in which all of GMC Connect can misbehave, each with a short name for command lines.
 *
 * <pre>{@code
 * GmcScenario.CODE_99.happenOn(gmc);
 * GmcScenario.named("cloudflare-1020").happenOn(gmc);
 * }</pre>
 */
public enum GmcScenario {
  /** Every call is refused with code 99: user name, password or IP address. */
  CODE_99("code-99", gmc -> gmc.whenever().refusesWith(ReturnCode.INVALID_CREDENTIALS)),

  /** Every call is answered as if its SOAP action were the endpoint's URL: a SOAP fault. */
  UNKNOWN_SOAP_ACTION(
      "unknown-soap-action",
      gmc ->
          gmc.whenever()
              .answersWith(
                  GmcPages.aspNet()
                      .unknownAction(SoapVersion.SOAP_1_1, gmc.endpoint().toString()))),

  /** Cloudflare blocks every call because of the client's signature: error 1010. */
  CLOUDFLARE_1010(
      "cloudflare-1010", gmc -> gmc.whenever().blocksWith(GmcPages.cloudflare().clientSignature())),

  /** Cloudflare blocks every call because of a firewall rule: error 1020. */
  CLOUDFLARE_1020(
      "cloudflare-1020", gmc -> gmc.whenever().blocksWith(GmcPages.cloudflare().firewallRule())),

  /** Every recommendation is refused with code 91, as a repeated one is. */
  REPEATED_SUBMISSION(
      "repeated-submission",
      gmc -> gmc.whenRecommending().refusesWith(ReturnCode.OPEN_RECOMMENDATION_EXISTS)),

  /** Doctors are added, and the answer's submission date is blank. */
  BLANK_DATE("blank-date", gmc -> gmc.whenAdding().answersWithField("SubmissionDate", "")),

  /** Every list of doctors is empty, with return code 0: valid, and not an error to the client. */
  EMPTY_LISTS("empty-lists", gmc -> gmc.whenGettingDoctors().answersDoctors(all -> List.of())),

  /** In every list the first two doctors have no UnderNotice. */
  MISSING_UNDER_NOTICE(
      "missing-under-notice",
      gmc -> gmc.whenGettingDoctors().answersDoctors(GmcScenario::withoutUnderNotice)),

  /**
   * The connection breaks in the middle of one designated body's list: the body in the middle of
   * the register when the scenario begins. The other lists are whole.
   */
  TRUNCATED_LIST("truncated-list", GmcScenario::truncateMiddleList),

  /** The GMC's server shows its maintenance page. */
  MAINTENANCE("maintenance", gmc -> gmc.whenever().answersWith(GmcPages.maintenance())),

  /** Every call is carried out, but a gateway on the way answers 503 in place of the GMC. */
  GATEWAY_503(
      "gateway-503",
      gmc -> gmc.whenever().actsButAnswersWith(GmcPages.gateway().haproxyUnavailable())),

  /** The caller's own proxy blocks every call. */
  PROXY("proxy", gmc -> gmc.whenever().blocksWith(GmcPages.proxy().blocked()));

  private static final int DOCTORS_HIT = 2;

  private final String shortName;

  /** Stateless: it captures nothing but a constant. */
  @SuppressWarnings("ImmutableEnumChecker")
  private final Consumer<GmcServer> stubs;

  GmcScenario(String shortName, Consumer<GmcServer> stubs) {
    this.shortName = shortName;
    this.stubs = stubs;
  }

  /** {@return the name for command lines, such as {@code cloudflare-1020}} */
  public String shortName() {
    return shortName;
  }

  /**
   * Sets the stubs that make the scenario happen, until the server's next reset.
   *
   * @param gmc a server of the same test, or a stand-in
   * @throws IllegalStateException if the scenario needs the endpoint and the server is not running
   */
  public void happenOn(GmcServer gmc) {
    gmc.naming("scenario " + shortName, () -> stubs.accept(gmc));
  }

  /**
   * {@return the scenario with this short name}
   *
   * @param shortName such as {@code code-99}
   * @throws IllegalArgumentException if there is none; the message lists the names
   */
  public static GmcScenario named(String shortName) {
    return Arrays.stream(values())
        .filter(scenario -> scenario.shortName.equals(shortName))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "there is no scenario " + shortName + ", only " + names()));
  }

  private static String names() {
    return Arrays.stream(values()).map(GmcScenario::shortName).collect(Collectors.joining(", "));
  }

  private static void truncateMiddleList(GmcServer gmc) {
    List<String> bodies = gmc.register().designatedBodies();
    if (!bodies.isEmpty()) {
      gmc.whenGettingDoctorsFor(bodies.get(bodies.size() / 2)).truncatesAt(0.5);
    }
  }

  private static List<DoctorRow> withoutUnderNotice(List<DoctorRow> doctors) {
    return IntStream.range(0, doctors.size())
        .mapToObj(i -> i < DOCTORS_HIT ? doctors.get(i).underNotice(null) : doctors.get(i))
        .collect(Collectors.toList());
  }
}
