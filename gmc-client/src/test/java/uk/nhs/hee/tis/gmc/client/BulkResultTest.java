package uk.nhs.hee.tis.gmc.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import uk.nhs.hee.tis.gmc.client.BulkResult.Item;
import uk.nhs.hee.tis.gmc.client.BulkResult.Outcome;
import uk.nhs.hee.tis.gmc.client.model.CallInfo;
import uk.nhs.hee.tis.gmc.client.model.ConnectionReceipt;
import uk.nhs.hee.tis.gmc.client.model.ReturnCode;
import uk.nhs.hee.tis.gmc.client.model.UnsendableValueException;

/** A result as the tests of a module make it, for the code that reads one. */
class BulkResultTest {

  @Test
  void aTestMakesAResultWithItemsOfEveryEnding() {
    BulkResult<String, ConnectionReceipt> result =
        BulkResult.of(
            List.of(
                Item.answered("a", receipt(ConnectionReceipt.Outcome.DONE)),
                Item.answered("b", receipt(ConnectionReceipt.Outcome.ALREADY_SO)),
                Item.failed(
                    "c",
                    new UnsendableValueException(
                        "gmcNumber", "gmcNumber is blank", ReturnCode.INVALID_GMC_NUMBER)),
                Item.failed("d", new IllegalStateException("no vault")),
                Item.interrupted("e"),
                Item.notAttempted("f")));

    assertThat(result.items())
        .extracting(Item::outcome)
        .containsExactly(
            Outcome.DONE,
            Outcome.ALREADY_SO,
            Outcome.INVALID,
            Outcome.FAILED,
            Outcome.OUTCOME_UNKNOWN,
            Outcome.NOT_ATTEMPTED);
    assertThat(result.items().get(2).returnCode()).contains(ReturnCode.INVALID_GMC_NUMBER);
    assertThat(result.items().get(3).failure()).isEmpty();
    assertThat(result.items().get(3).exception().map(Throwable::getMessage)).contains("no vault");
    assertThat(result.toRetry()).containsExactly("d", "e", "f");
    assertThat(result.isComplete()).isFalse();
  }

  private static ConnectionReceipt receipt(ConnectionReceipt.Outcome outcome) {
    return ConnectionReceipt.builder()
        .outcome(outcome)
        .info(
            CallInfo.builder()
                .clientRequestId("3f1c5a52-6d0e-4b7e-9c8e-0d4f1b2a7c11")
                .attempts(1)
                .startedAt(Instant.parse("2026-11-22T00:05:12Z"))
                .duration(Duration.ofMillis(20))
                .build())
        .build();
  }
}
