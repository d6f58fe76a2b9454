package uk.nhs.hee.tis.gmc.testkit.internal;

import java.net.BindException;
import java.net.InetAddress;
import org.jspecify.annotations.Nullable;

/** Another program, or another server of this one, listens on the port. */
public final class PortInUseException extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  /** Creates the exception for this address and port. */
  public PortInUseException(InetAddress address, int port, Throwable cause) {
    super("port " + port + " of " + address.getHostAddress() + " is in use", cause);
  }

  private PortInUseException(String message, Throwable cause) {
    super(message, cause);
  }

  /** Returns the same failure, for a program whose option (such as {@code --port}) chooses. */
  public PortInUseException chosenBy(String option) {
    return new PortInUseException(getMessage() + ": choose another with " + option, this);
  }

  /** Returns whether this is how a failed start reports a port in use. */
  public static boolean isCauseOf(Throwable failure) {
    for (@Nullable Throwable e = failure; e != null; e = e.getCause()) {
      if (e instanceof BindException && isInUse(String.valueOf(e.getMessage()))) {
        return true;
      }
    }
    return false;
  }

  /** An address that does not belong to this machine fails to bind too, with a different text. */
  private static boolean isInUse(String message) {
    return message.contains("in use");
  }
}
