package uk.nhs.hee.tis.gmc.client.internal.soap;

import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.nhs.hee.tis.gmc.client.error.GmcProtocolException;

/**
 * An answer that is not a whole answer of the operation. Its message quotes nothing from the answer
 * except element names.
 */
public final class UnreadableAnswerException extends Exception {
  private static final long serialVersionUID = 1L;

  private final GmcProtocolException.Kind kind;
  private final boolean envelopeSeen;
  private final @Nullable IOException broken;
  private @Nullable String gmcRequestId;
  private @Nullable String recommendationId;
  private String place = "";

  UnreadableAnswerException(
      GmcProtocolException.Kind kind,
      boolean envelopeSeen,
      String message,
      @Nullable IOException broken) {
    super(message, broken);
    this.kind = kind;
    this.envelopeSeen = envelopeSeen;
    this.broken = broken;
  }

  /** Adds what was read before the problem, and where that is. */
  UnreadableAnswerException with(RawAnswer answer, String whereItIs) {
    gmcRequestId = answer.gmcRequestId().orElse(null);
    recommendationId = answer.recommendationId().orElse(null);
    place = whereItIs;
    return this;
  }

  /** Returns the GMC's id of the request, if it was read before the problem. */
  public Optional<String> gmcRequestId() {
    return Optional.ofNullable(gmcRequestId);
  }

  /** Returns the GMC's id of the recommendation, if it was read before the problem. */
  public Optional<String> recommendationId() {
    return Optional.ofNullable(recommendationId);
  }

  /**
   * Returns the problem and where in the answer it is, so that the GMC can find the record; nothing
   * from the answer.
   */
  public String detail() {
    return place.isEmpty() ? String.valueOf(getMessage()) : getMessage() + " (" + place + ")";
  }

  /** Returns what is wrong. */
  public GmcProtocolException.Kind kind() {
    return kind;
  }

  /** Returns whether the answer certainly began as a SOAP envelope. */
  public boolean envelopeSeen() {
    return envelopeSeen;
  }

  /** Returns the failure of the stream under the answer, if that is what ended it. */
  public Optional<IOException> broken() {
    return Optional.ofNullable(broken);
  }
}
