package uk.nhs.hee.tis.gmc.example.recommendation;

/** The GMC has accepted no recommendation by the id that was asked for. */
final class NotSubmittedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  NotSubmittedException() {
    super("no recommendation by this id was accepted");
  }
}
