package uk.nhs.hee.tis.gmc.example.recommendation;

import uk.nhs.hee.tis.gmc.client.model.UnsendableValueException;

/** A request that cannot be sent as it is; its message shows no value of it. */
final class InvalidRequestException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  InvalidRequestException(UnsendableValueException why) {
    super(why.getMessage(), why);
  }
}
