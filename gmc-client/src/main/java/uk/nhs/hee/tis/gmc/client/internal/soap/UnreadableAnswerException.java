package uk.nhs.hee.tis.gmc.client.internal.soap;

import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.nhs.hee.tis.gmc.client.error.GmcProtocolException;

/**
 * An answer that is not a whole answer of the operation. Its message quotes nothing of the answer
 * but names of elements.
 */
public final class UnreadableAnswerException extends Exception {
  private static final long serialVersionUID = 1L;

  private final GmcProtocolException.Kind kind;
  private final boolean envelopeSeen;
  private final @Nullable IOException broken;

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
