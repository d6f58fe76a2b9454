package uk.nhs.hee.tis.gmc.client.error;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.OptionalDataException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.nhs.hee.tis.gmc.client.model.Actor;
import uk.nhs.hee.tis.gmc.client.model.GmcOperation;
import uk.nhs.hee.tis.gmc.client.model.ReturnCode;

/**
 * The one failure of a call to GMC Connect: who refused, whether the operation may have run,
 * whether retrying helps, and who must act.
 *
 * <p>The message is written for a person to read; everything in it is also available as data here
 * and in {@link #evidence()}. No message contains credentials, a request, an answer of the service
 * or a doctor's data.
 *
 * <pre>{@code
 * try {
 *   gmc.tryRecommendationV2(recommendation);
 * } catch (GmcOutcomeUnknownException unknown) {
 *   show("Look it up in GMC Connect, and do not submit it again: " + unknown.getMessage());
 * } catch (GmcRejectedException rejected) {
 *   show("The GMC refused it: " + rejected.getMessage());
 * } catch (GmcException failed) {
 *   show(failed.retryable() ? "Try later" : failed.advice());
 * }
 * }</pre>
 */
public abstract class GmcException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private transient Evidence evidence;

  GmcException(String message, Evidence evidence, @Nullable Throwable cause) {
    super(message, cause);
    this.evidence = Objects.requireNonNull(evidence, "evidence");
  }

  /** {@return the operation that failed} */
  public final GmcOperation operation() {
    return evidence.operation();
  }

  /** {@return the request id that this side gave the call; the GMC echoes it} */
  public final String clientRequestId() {
    return evidence.clientRequestId();
  }

  /**
   * {@return the GMC's own id of the request, the one to quote to the GMC, if its answer had one}
   */
  public final Optional<String> gmcRequestId() {
    return evidence.gmcRequestId();
  }

  /** {@return how many times the request was tried; 0 if it was refused before the first} */
  public final int attempts() {
    return evidence.attempts();
  }

  /** {@return who refused or failed the call} */
  public final Source source() {
    return evidence.source();
  }

  /** {@return whether the operation may have run at the GMC} */
  public final Effect effect() {
    return evidence.effect();
  }

  /**
   * {@return whether the same call may succeed later without anyone changing anything} That does
   * not mean that retrying is safe: for a write, check {@link #effect()} first.
   */
  public final boolean retryable() {
    return evidence.retryable();
  }

  /**
   * {@return how long to wait from the time of this failure, never negative, if an answer asked for
   * a wait (HTTP {@code Retry-After}, or Cloudflare's {@code retry_after})}
   */
  public final Optional<Duration> retryAfter() {
    return evidence.retryAfter();
  }

  /**
   * {@return the GMC's return code, if its service answered; possibly one that this version does
   * not know}
   */
  public final Optional<ReturnCode> returnCode() {
    return evidence.returnCode();
  }

  /**
   * {@return who must act so that such a call succeeds, in order; empty if nobody has to} {@link
   * Actor#words(List)} puts them into words.
   */
  public final List<Actor> actors() {
    return evidence.actors();
  }

  /** {@return what to do, in one sentence that ends with a full stop} */
  public final String advice() {
    return evidence.advice();
  }

  /** {@return everything known about the failed call, suitable for an e-mail, a log or a ticket} */
  public final Evidence evidence() {
    return evidence;
  }

  /**
   * {@return whether the call was not sent at all, because an earlier failure of the same type
   * opened the circuit}
   */
  public final boolean fromOpenCircuit() {
    return evidence.fromOpenCircuit();
  }

  /**
   * Writes the evidence in its JSON form, which other versions of this library can also read.
   *
   * @param out what to write to
   * @throws IOException if it cannot be written
   */
  private void writeObject(ObjectOutputStream out) throws IOException {
    out.defaultWriteObject();
    out.writeObject(evidence.toJson());
  }

  /**
   * Reads the exception; evidence that cannot be read is reported as lost.
   *
   * @param in what to read from
   * @throws IOException if it cannot be read
   * @throws ClassNotFoundException if it holds a class that is not here
   */
  private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
    in.defaultReadObject();
    evidence = LostEvidence.of(getMessage());
    try {
      Object json = in.readObject();
      if (json instanceof String) {
        evidence = EvidenceJson.parse((String) json);
      }
    } catch (OptionalDataException | JsonProcessingException lost) {
      // The stream comes from a version that left the evidence out, or wrote it in a form that this
      // one cannot read. Without the exception nobody would learn of the failure at all.
    }
  }
}
