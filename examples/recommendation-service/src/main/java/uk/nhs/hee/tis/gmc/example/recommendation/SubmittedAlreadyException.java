package uk.nhs.hee.tis.gmc.example.recommendation;

/** A recommendation that must not be submitted again as things stand. */
final class SubmittedAlreadyException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  SubmittedAlreadyException(Outcome outcome) {
    super(
        switch (outcome) {
          case ACCEPTED -> "it was accepted already";
          case UNKNOWN -> "it may have been accepted: look the doctor up in GMC Connect first";
          default -> "it is being submitted; if that lasts, look the doctor up in GMC Connect";
        });
  }
}
