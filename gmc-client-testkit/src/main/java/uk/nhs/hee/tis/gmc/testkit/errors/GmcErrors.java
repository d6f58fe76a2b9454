package uk.nhs.hee.tis.gmc.testkit.errors;

import uk.nhs.hee.tis.gmc.client.error.Effect;
import uk.nhs.hee.tis.gmc.client.error.GmcCancelledException;
import uk.nhs.hee.tis.gmc.client.error.GmcException;
import uk.nhs.hee.tis.gmc.client.error.GmcIntermediaryException;
import uk.nhs.hee.tis.gmc.client.error.GmcNotSentException;
import uk.nhs.hee.tis.gmc.client.error.GmcOutcomeUnknownException;
import uk.nhs.hee.tis.gmc.client.error.GmcPermissionException;
import uk.nhs.hee.tis.gmc.client.error.GmcProtocolException;
import uk.nhs.hee.tis.gmc.client.error.GmcRejectedException;
import uk.nhs.hee.tis.gmc.client.error.GmcTimeoutException;
import uk.nhs.hee.tis.gmc.client.error.GmcUnavailableException;
import uk.nhs.hee.tis.gmc.client.error.GmcUnreachableException;
import uk.nhs.hee.tis.gmc.client.model.GmcOperation;
import uk.nhs.hee.tis.gmc.client.model.ReturnCode;
import uk.nhs.hee.tis.gmc.testkit.pages.GmcPages;

/**
 * The exceptions of the client, one of each type, for tests of the code that handles them: no
 * server is needed.
 *
 * <pre>{@code
 * fake.whenGettingDoctors()
 *     .fails(GmcErrors.blocked().kind(CLIENT_SIGNATURE).cloudflareCode(1010).build());
 * }</pre>
 *
 * <p>Each starts as the failure of a nightly job's GetDoctorsForDB at 00:05:12 UTC on 22 November
 * 2026. The client itself judges it and writes the message, so both are those of the real failure.
 * Stateless and thread-safe; the builders are not.
 */
public final class GmcErrors {
  private GmcErrors() {}

  /**
   * Builds a block by the Cloudflare edge: a firewall rule, error 1020, never processed.
   *
   * @return a builder of the exception
   */
  public static BlockedErrorBuilder blocked() {
    return new BlockedErrorBuilder();
  }

  /**
   * Builds a rate limit by the Cloudflare edge: error 1015, with a wait of 30 s.
   *
   * @return a builder of the exception
   */
  public static RateLimitedErrorBuilder rateLimited() {
    return new RateLimitedErrorBuilder();
  }

  /**
   * Builds a refusal by return code 99: user name, password or IP address.
   *
   * @return a builder of the exception
   */
  public static PlainErrorBuilder<GmcPermissionException> permission() {
    return new PlainErrorBuilder<>(
        Failures.returnCode(ReturnCode.INVALID_CREDENTIALS), GmcPermissionException::new);
  }

  /**
   * Builds a refusal by return code 81: no access to this one designated body.
   *
   * @return a builder of the exception
   */
  public static PlainErrorBuilder<GmcPermissionException> noAccessToDesignatedBody() {
    return new PlainErrorBuilder<>(
        Failures.returnCode(ReturnCode.NO_ACCESS_TO_DESIGNATED_BODY), GmcPermissionException::new);
  }

  /**
   * Builds a refusal of this request by the GMC's service.
   *
   * @param code even one not known yet, from {@link ReturnCode#of ReturnCode.of}
   * @return a builder of the exception
   * @throws IllegalArgumentException if the client throws another type for this code, such as for
   *     81, 98 and 99, or none, as for 0: see {@link #returnCode returnCode}
   */
  public static PlainErrorBuilder<GmcRejectedException> rejected(ReturnCode code) {
    if (code.isSuccess() || !(returnCode(code).build() instanceof GmcRejectedException)) {
      throw new IllegalArgumentException(
          "return code " + code.code() + " is not a GmcRejectedException");
    }
    return new PlainErrorBuilder<>(Failures.returnCode(code), GmcRejectedException::new);
  }

  /**
   * Builds the failure that the client makes of this return code, whatever its type: a {@link
   * GmcRejectedException} for most, a {@link GmcPermissionException} for 81 and 99, a {@link
   * GmcUnavailableException} for 98, which is a {@link GmcOutcomeUnknownException} after a write,
   * and a {@link GmcProtocolException} for what is neither a refusal nor a success, such as {@code
   * 00}.
   *
   * <p>What a code means depends on the {@link GmcErrorBuilder#operation operation}; {@link
   * GmcErrorBuilder#build()} throws an {@link IllegalArgumentException} if the code is not a
   * failure of it: 0 always, 100 for TryAddDoctor, 140 for TryRemoveDoctor.
   *
   * @param code even one not known yet, from {@link ReturnCode#of ReturnCode.of}
   * @return a builder of the exception
   */
  public static ReturnCodeErrorBuilder returnCode(ReturnCode code) {
    return new ReturnCodeErrorBuilder(code);
  }

  /**
   * Builds an outage of the GMC's own web server: HTTP 503, perhaps processed.
   *
   * @return a builder of the exception
   */
  public static PlainErrorBuilder<GmcUnavailableException> unavailable() {
    return new PlainErrorBuilder<>(
        Failures.answer(GmcPages.iis().serviceUnavailable()), GmcUnavailableException::new);
  }

  /**
   * Builds an outage reported by the Cloudflare edge: error 522, perhaps processed.
   *
   * @return a builder of the exception
   */
  public static PlainErrorBuilder<GmcUnavailableException> originTimedOut() {
    return new PlainErrorBuilder<>(
        Failures.answer(GmcPages.cloudflare().originUnreachable(522).asHtml()),
        GmcUnavailableException::new);
  }

  /**
   * Builds a failure by return code 98, an internal error of the GMC's service, perhaps after it
   * acted.
   *
   * @return a builder of the exception
   */
  public static PlainErrorBuilder<GmcUnavailableException> internalError() {
    return new PlainErrorBuilder<>(
        Failures.returnCode(ReturnCode.INTERNAL_ERROR), GmcUnavailableException::new);
  }

  /**
   * Builds a refused connection: certainly not sent.
   *
   * @return a builder of the exception
   */
  public static PlainErrorBuilder<GmcUnreachableException> unreachable() {
    return new PlainErrorBuilder<>(Failures.refusedConnection(), GmcUnreachableException::new);
  }

  /**
   * Builds a time-out after 60 s: perhaps processed.
   *
   * @return a builder of the exception
   */
  public static PlainErrorBuilder<GmcTimeoutException> timeout() {
    return new PlainErrorBuilder<>(Failures.timeout(), GmcTimeoutException::new);
  }

  /**
   * Builds an answer from something on the caller's side: a proxy's block, HTTP 403.
   *
   * @return a builder of the exception
   */
  public static KindErrorBuilder<GmcIntermediaryException, GmcIntermediaryException.Kind>
      intermediary() {
    return new KindErrorBuilder<>(
        GmcIntermediaryException.Kind.BLOCK,
        ErrorPages::intermediary,
        GmcIntermediaryException::new);
  }

  /**
   * Builds an answer that cannot be used: cut off part-way through.
   *
   * @return a builder of the exception
   */
  public static KindErrorBuilder<GmcProtocolException, GmcProtocolException.Kind> protocol() {
    return new KindErrorBuilder<>(
        GmcProtocolException.Kind.TRUNCATED, ErrorPages::protocol, GmcProtocolException::new);
  }

  /**
   * Builds the unknown outcome of a write that may have run, because no answer came within 60 s.
   *
   * @param operation a write
   * @return a builder of the exception
   * @throws IllegalArgumentException if the operation is a read, which has no effect
   */
  public static PlainErrorBuilder<GmcOutcomeUnknownException> outcomeUnknown(
      GmcOperation operation) {
    return outcomeUnknown(timeout().operation(operation).build());
  }

  /**
   * Builds the unknown outcome of a write that may have run, with the evidence of the failure
   * behind it.
   *
   * @param because the failure that left the outcome open
   * @return a builder of the exception
   * @throws IllegalArgumentException if that is a read's failure, or one that rules this out
   */
  public static PlainErrorBuilder<GmcOutcomeUnknownException> outcomeUnknown(GmcException because) {
    if (because.operation().isRead() || because.effect() != Effect.MAY_HAVE_RUN) {
      throw new IllegalArgumentException(
          "the outcome of a "
              + because.operation().operationName()
              + " whose effect is "
              + because.effect()
              + " is not unknown");
    }
    return new PlainErrorBuilder<>(
        operation -> new UnknownOutcome(because), GmcOutcomeUnknownException::new);
  }

  /**
   * Builds the failure of a recommendation that this side did not send, because one like it is in
   * flight.
   *
   * @return a builder of the exception
   */
  public static PlainErrorBuilder<GmcNotSentException> notSent() {
    return new PlainErrorBuilder<>(Failures.inFlight(), GmcNotSentException::new)
        .operation(GmcOperation.TRY_RECOMMENDATION_V2);
  }

  /**
   * Builds the end of a call that its caller abandoned by cancelling its future: certainly not
   * sent.
   *
   * @return a builder of the exception
   */
  public static PlainErrorBuilder<GmcCancelledException> cancelled() {
    return new PlainErrorBuilder<>(Failures.cancelled(), GmcCancelledException::new);
  }
}
