package uk.nhs.hee.tis.gmc.client.internal.verdict;

import uk.nhs.hee.tis.gmc.client.error.GmcProtocolException;
import uk.nhs.hee.tis.gmc.client.error.Source;

/** Judges who sent an answer that is no good answer of GMC Connect. Stateless. */
public final class Judge {
  private Judge() {}

  /** Returns the verdict; never throws, whatever the answer holds. */
  public static Verdict judge(ObservedAnswer answer) {
    int status = answer.status();
    if (answer.brokenEnvelope().isPresent()) {
      GmcProtocolException.Kind kind = answer.brokenEnvelope().get();
      return Verdict.of(Verdict.Category.PROTOCOL, Source.GMC_SERVER, "a broken SOAP answer")
          .protocolKind(kind)
          .signal("the answer begins as a SOAP envelope")
          .build();
    }
    return Verdict.of(Verdict.Category.PROTOCOL, Source.GMC_SERVER, "HTTP status " + status)
        .signal("HTTP status " + status)
        .build();
  }
}
