package uk.nhs.hee.tis.gmc.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import uk.nhs.hee.tis.gmc.client.fixture.Call;
import uk.nhs.hee.tis.gmc.client.fixture.HttpReply;
import uk.nhs.hee.tis.gmc.client.fixture.Soap;
import uk.nhs.hee.tis.gmc.client.fixture.WireServer;

/** The sentences in which a return code is told, whole. */
class ReturnCodeMessagesTest {
  private static final String QUOTE = " Quote GMC request id 4410992 at 2027-01-05T00:05:00Z.";

  private final WireServer server = WireServer.start();
  private final GmcClient gmc = Clients.of(server);

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void invalidCredentialsNameAllThreeCauses() {
    assertThat(message(Call.GET_DOCTORS, "99"))
        .isEqualTo(
            "The GMC's service refused GetDoctorsForDB with return code 99 (invalid"
                + " credentials (user name, password or IP address)). The code does not say which"
                + " of the three is wrong; the request passed the Cloudflare edge, so this is"
                + " not a block. Do not retry: check user name and password, and ask the"
                + " GMC"
                + " whether it accepts the IP address now in use. Who must act: the caller,"
                + " then the GMC's service team."
                + QUOTE);
  }

  @Test
  void anOpenRecommendationMayBeARepeat() {
    assertThat(message(Call.RECOMMEND_V2, "91"))
        .isEqualTo(
            "The GMC's service refused TryRecommendationV2 with return code 91 (open"
                + " recommendation exists). Compare with your own record, then look the doctor"
                + " up in GMC Connect: this is also how a repeated submission shows. Who must"
                + " act: the caller."
                + QUOTE);
  }

  @Test
  void aRejectionSaysWhoMustAct() {
    assertThat(message(Call.ADD, "160"))
        .isEqualTo(
            "The GMC's service refused TryAddDoctor with return code 160 (doctor's"
                + " designated body history is locked). Ask the GMC's revalidation team about"
                + " the lock. Who must act: the GMC's service team."
                + QUOTE);
  }

  @Test
  void anUnknownCodeIsSaidToBeUnknown() {
    assertThat(message(Call.CHECK_STATUS, "162"))
        .isEqualTo(
            "The GMC's service refused CheckRecommendationStatus with return code 162 (a"
                + " return code that this version of gmc-client does not know). It is probably a"
                + " refusal, but that is not certain. Ask the GMC what the code means; a"
                + " later version of gmc-client may know it. Who must act: the caller, then the"
                + " GMC's service team."
                + QUOTE);
  }

  @Test
  void aLongOrBrokenCodeIsToldInOneShortLine() {
    assertThat(message(Call.CHECK_STATUS, "a code\nof many words and lines"))
        .startsWith(
            "The GMC's service refused CheckRecommendationStatus with return code a"
                + " code?of many words… (a return code that");
  }

  @Test
  void aCodeThatRepeatsWhatWasSentIsHidden() {
    assertThat(message(Call.CHECK_STATUS, "no user " + Clients.USERNAME))
        .startsWith(
            "The GMC's service refused CheckRecommendationStatus with return code *** (it"
                + " repeats what was sent) (a return code that");
  }

  @Test
  void aFailedReadIsTheGmcsFailure() {
    assertThat(message(Call.GET_DOCTORS, "98"))
        .isEqualTo(
            "The GMC's service failed in GetDoctorsForDB with return code 98 (internal"
                + " error). Try again later; if it persists, tell the GMC. Who must act: the GMC's"
                + " service team."
                + QUOTE);
  }

  @Test
  void aFailedRecommendationForbidsARepeat() {
    assertThat(message(Call.RECOMMEND, "98"))
        .isEqualTo(
            "TryRecommendation may have been carried out; this side cannot tell. The"
                + " failure: The GMC's service failed in TryRecommendation with return code 98"
                + " (internal error). Do not submit it again: look the doctor up in GMC"
                + " Connect, or ask the GMC; if it arrived, a second one would be refused with"
                + " return code 91, which does not say whose recommendation is open. Who must"
                + " act: the GMC's service team."
                + QUOTE);
  }

  @Test
  void aFailedAdditionOrRemovalIsFoundOutByRepeatingIt() {
    String failure = " with return code 98 (internal error). Retry it to find out: return code ";
    String who = " Who must act: the GMC's service team." + QUOTE;

    assertThat(message(Call.ADD, "98"))
        .isEqualTo(
            "TryAddDoctor may have been carried out; this side cannot tell. The failure:"
                + " The GMC's service failed in TryAddDoctor"
                + failure
                + "100 means that the doctor is connected."
                + who);
    assertThat(message(Call.REMOVE, "98"))
        .isEqualTo(
            "TryRemoveDoctor may have been carried out; this side cannot tell. The"
                + " failure: The GMC's service failed in TryRemoveDoctor"
                + failure
                + "140 means that the doctor is no longer connected."
                + who);
  }

  @Test
  void withoutAGmcRequestIdThereIsNothingToQuote() {
    server.then(HttpReply.soap(Soap.answer(Call.ADD.operation(), Soap.field("ReturnCode", "106"))));

    assertThat(catchThrowable(() -> Call.ADD.on(gmc)))
        .hasMessage(
            "The GMC's service refused TryAddDoctor with return code 106 (revalidation"
                + " lock on the doctor). Ask the GMC Contact Centre about the lock. Who must"
                + " act: the GMC's service team.");
  }

  private String message(Call call, String code) {
    server.then(HttpReply.soap(Soap.code(call.operation(), code)));
    return String.valueOf(catchThrowable(() -> call.on(gmc)).getMessage());
  }
}
