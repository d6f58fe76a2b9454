package uk.nhs.hee.tis.gmc.testkit.standin;

/** A command line, or a file it names, that cannot be used; the message says what to change. */
final class UsageException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UsageException(String message) {
    super(message);
  }

  UsageException(String message, Throwable cause) {
    super(message, cause);
  }
}
