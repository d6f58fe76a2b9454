package uk.nhs.hee.tis.gmc.client.internal.verdict;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import uk.nhs.hee.tis.gmc.client.model.GmcOperation;

/** The sentences in which a verdict is told. */
public final class Explanation {
  private Explanation() {}

  /** Returns the message of the exception that the verdict becomes. */
  public static String of(Verdict verdict, GmcOperation operation, String userAgent, Instant when) {
    return operation.operationName()
        + ": "
        + verdict.finding()
        + " ("
        + userAgent
        + ", "
        + when.truncatedTo(ChronoUnit.SECONDS)
        + ")";
  }
}
