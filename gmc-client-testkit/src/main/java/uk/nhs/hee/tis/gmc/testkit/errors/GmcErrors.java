package uk.nhs.hee.tis.gmc.testkit.errors;

import uk.nhs.hee.tis.gmc.client.error.Effect;
import uk.nhs.hee.tis.gmc.client.error.Evidence;
import uk.nhs.hee.tis.gmc.client.error.GmcBlockedException;
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
import uk.nhs.hee.tis.gmc.client.error.Source;
import uk.nhs.hee.tis.gmc.client.model.Actor;
import uk.nhs.hee.tis.gmc.client.model.GmcOperation;
import uk.nhs.hee.tis.gmc.client.model.ReturnCode;

/**
 * The exceptions of the client, one of each type, for tests of the code that handles them: no
 * server is needed.
 *
 * <pre>{@code
 * fake.whenGettingDoctors()
 *     .fails(GmcErrors.blocked().kind(CLIENT_SIGNATURE).cloudflareCode(1010).build());
 * }</pre>
 *
 * <p>Each starts as the failure of a night job's GetDoctorsForDB at 00:05:12 UTC on 22 November
 * 2026, with who answered, effect, finding, who must act and signals as the client would judge
 * them. Stateless and thread-safe; the builders are not.
 */
public final class GmcErrors {
  private GmcErrors() {}

  /**
   * Starts a block by the Cloudflare edge: a firewall rule, error 1020, never processed.
   *
   * @return a builder of the exception
   */
  public static BlockedErrorBuilder blocked() {
    BlockFacts facts = BlockFacts.of(GmcBlockedException.Kind.FIREWALL_RULE);
    return new BlockedErrorBuilder(
        ErrorFacts.throughEdge(Source.EDGE, 403, facts.finding()).actors(facts.actors));
  }

  /**
   * Starts a rate limit of the Cloudflare edge: error 1015, to wait for 30 s.
   *
   * @return a builder of the exception
   */
  public static RateLimitedErrorBuilder rateLimited() {
    return new RateLimitedErrorBuilder(
        ErrorFacts.throughEdge(Source.EDGE, 429, "error 1015: too many requests", Actor.CALLER)
            .cloudflareCode(1015)
            .retryable(true));
  }

  /**
   * Starts return code 99: user name, password or IP address.
   *
   * @return a builder of the exception
   */
  public static PlainErrorBuilder<GmcPermissionException> permission() {
    return new PlainErrorBuilder<>(
        "refused",
        ErrorFacts.returnCode(ReturnCode.INVALID_CREDENTIALS),
        GmcPermissionException::new);
  }

  /**
   * Starts return code 81: no access to this one designated body.
   *
   * @return a builder of the exception
   */
  public static PlainErrorBuilder<GmcPermissionException> noAccessToDesignatedBody() {
    return new PlainErrorBuilder<>(
        "refused",
        ErrorFacts.returnCode(ReturnCode.NO_ACCESS_TO_DESIGNATED_BODY),
        GmcPermissionException::new);
  }

  /**
   * Starts a refusal of this request by the GMC's service.
   *
   * @param code even one that nobody knows yet, by {@link ReturnCode#of}
   * @return a builder of the exception
   * @throws IllegalArgumentException if the client throws another type for this code: 0, 81, 98, 99
   */
  public static PlainErrorBuilder<GmcRejectedException> rejected(ReturnCode code) {
    if (code.isSuccess()
        || code.kind() == ReturnCode.Kind.PERMISSION
        || code.kind() == ReturnCode.Kind.GMC_FAILURE) {
      throw new IllegalArgumentException(
          "return code " + code.code() + " is no GmcRejectedException");
    }
    return new PlainErrorBuilder<>(
        "refused", ErrorFacts.returnCode(code), GmcRejectedException::new);
  }

  /**
   * Starts an outage of the GMC's own web server: HTTP 503, perhaps processed.
   *
   * @return a builder of the exception
   */
  public static PlainErrorBuilder<GmcUnavailableException> unavailable() {
    return new PlainErrorBuilder<>(
        "failed on",
        ErrorFacts.throughEdge(
                Source.GMC_SERVER, 503, "HTTP 503 by the GMC's own web server", Actor.GMC_SERVICE)
            .effect(Effect.MAY_HAVE_RUN)
            .retryable(true),
        GmcUnavailableException::new);
  }

  /**
   * Starts an outage that the Cloudflare edge tells of: error 522, perhaps processed.
   *
   * @return a builder of the exception
   */
  public static PlainErrorBuilder<GmcUnavailableException> originTimedOut() {
    return new PlainErrorBuilder<>(
        "failed on",
        ErrorFacts.throughEdge(
                Source.EDGE,
                522,
                "error 522: the connection to the GMC's server timed out",
                Actor.GMC_SERVICE,
                Actor.GMC_FIREWALL)
            .cloudflareCode(522)
            .effect(Effect.MAY_HAVE_RUN)
            .retryable(true),
        GmcUnavailableException::new);
  }

  /**
   * Starts return code 98, an internal error of the GMC's service, perhaps after it acted.
   *
   * @return a builder of the exception
   */
  public static PlainErrorBuilder<GmcUnavailableException> internalError() {
    return new PlainErrorBuilder<>(
        "failed on",
        ErrorFacts.returnCode(ReturnCode.INTERNAL_ERROR),
        GmcUnavailableException::new);
  }

  /**
   * Starts a connection that was refused: certainly not sent.
   *
   * @return a builder of the exception
   */
  public static PlainErrorBuilder<GmcUnreachableException> unreachable() {
    return new PlainErrorBuilder<>(
        "gave no answer to",
        ErrorFacts.network(
            Effect.NOT_SENT,
            "the connection was refused (ConnectException)",
            "no connection could be opened"),
        GmcUnreachableException::new);
  }

  /**
   * Starts a time-out after 60 s: perhaps processed.
   *
   * @return a builder of the exception
   */
  public static PlainErrorBuilder<GmcTimeoutException> timeout() {
    return new PlainErrorBuilder<>(
        "gave no answer to",
        ErrorFacts.network(
            Effect.MAY_HAVE_RUN, "no answer within 60 s", "no complete answer came in time"),
        GmcTimeoutException::new);
  }

  /**
   * Starts an answer of something on the caller's side: a proxy's block, HTTP 403.
   *
   * @return a builder of the exception
   */
  public static KindErrorBuilder<GmcIntermediaryException, GmcIntermediaryException.Kind>
      intermediary() {
    return new KindErrorBuilder<>(
        "answered instead of passing on",
        GmcIntermediaryException.Kind.BLOCK,
        ForeignFacts::intermediary,
        GmcIntermediaryException::new);
  }

  /**
   * Starts an answer that is not GMC Connect's: cut off before its end.
   *
   * @return a builder of the exception
   */
  public static KindErrorBuilder<GmcProtocolException, GmcProtocolException.Kind> protocol() {
    return new KindErrorBuilder<>(
        "gave no usable answer to",
        GmcProtocolException.Kind.TRUNCATED,
        ForeignFacts::protocol,
        GmcProtocolException::new);
  }

  /**
   * Starts a write that may have run, because no answer came within 60 s.
   *
   * @param operation a write
   * @return a builder of the exception
   * @throws IllegalArgumentException if the operation is a read, which leaves nothing behind
   */
  public static PlainErrorBuilder<GmcOutcomeUnknownException> outcomeUnknown(
      GmcOperation operation) {
    return outcomeUnknown(timeout().operation(operation).build());
  }

  /**
   * Starts a write that may have run, with the evidence of the failure behind it.
   *
   * @param because the failure that left the outcome open
   * @return a builder of the exception
   * @throws IllegalArgumentException if that is a read's failure, or one that rules it out
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
    Evidence.Builder evidence = because.evidence().toBuilder();
    return new PlainErrorBuilder<>("gave no answer to", evidence, GmcOutcomeUnknownException::new)
        .message(
            because.operation().operationName()
                + " may have been carried out; this side cannot tell. The failure: "
                + because.getMessage())
        .cause(because);
  }

  /**
   * Starts a recommendation that this side did not send, because one like it is in flight.
   *
   * @return a builder of the exception
   */
  public static PlainErrorBuilder<GmcNotSentException> notSent() {
    return new PlainErrorBuilder<>(
            "did not send",
            ErrorFacts.caller("a recommendation for the same doctor and body is in flight")
                .advice("Wait for its outcome before submitting again."),
            GmcNotSentException::new)
        .operation(GmcOperation.TRY_RECOMMENDATION_V2);
  }

  /**
   * Starts a call that its caller gave up by cancelling its future: certainly not sent.
   *
   * @return a builder of the exception
   */
  public static PlainErrorBuilder<GmcCancelledException> cancelled() {
    return new PlainErrorBuilder<>(
        "gave up",
        ErrorFacts.caller("the call was cancelled")
            .advice("Call again if the answer is still wanted."),
        GmcCancelledException::new);
  }
}
