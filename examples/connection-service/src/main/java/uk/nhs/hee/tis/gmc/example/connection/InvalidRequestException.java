package uk.nhs.hee.tis.gmc.example.connection;

/** A request that cannot be right as a whole; its message shows no value of it. */
final class InvalidRequestException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  InvalidRequestException(String message) {
    super(message);
  }
}
