package uk.nhs.hee.tis.gmc.example.sync;

/** The job cannot start as it was called or configured; the message says what to change. */
final class UsageException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UsageException(String message) {
    super(message);
  }
}
