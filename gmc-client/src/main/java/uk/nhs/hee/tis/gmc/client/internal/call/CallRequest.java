package uk.nhs.hee.tis.gmc.client.internal.call;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import uk.nhs.hee.tis.gmc.client.CallOptions;
import uk.nhs.hee.tis.gmc.client.internal.soap.CallIds;
import uk.nhs.hee.tis.gmc.client.internal.soap.SoapCall;
import uk.nhs.hee.tis.gmc.client.internal.soap.SoapOperation;
import uk.nhs.hee.tis.gmc.client.model.GmcAnswer;
import uk.nhs.hee.tis.gmc.client.model.GmcOperation;
import uk.nhs.hee.tis.gmc.client.model.UnsendableValueException;

/**
 * What a caller asked for, before it has ids and credentials. Without a {@code toString}: it
 * contains a doctor's data.
 *
 * @param <A> the typed answer
 */
public final class CallRequest<A extends GmcAnswer> {
  /** White space of every kind, and characters that cannot be seen. */
  private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}\\p{C}]+");

  final GmcOperation operation;
  final String designatedBodyCode;
  final CallOptions options;
  private final Function<CallIds, SoapCall<A>> soap;
  private final Optional<String> internalUser;
  private final @Nullable String gmcNumber;

  private <Q> CallRequest(SoapOperation<Q, A> operation, Q request, CallOptions options) {
    this.operation = operation.operation();
    this.designatedBodyCode = operation.designatedBodyCode(request);
    this.options = options;
    this.soap = ids -> operation.call(request, ids);
    this.internalUser = operation.internalUser(request);
    this.gmcNumber = operation.gmcNumber(request).orElse(null);
  }

  /**
   * Returns a request with its options.
   *
   * @throws IllegalArgumentException if one of them is missing
   */
  public static <Q, A extends GmcAnswer> CallRequest<A> of(
      SoapOperation<Q, A> operation, Q request, CallOptions options) {
    operation.check(request);
    if (options == null) {
      throw new IllegalArgumentException("options is missing");
    }
    return new CallRequest<>(operation, request, options);
  }

  /** Returns the id to send: the caller's or a fresh one. */
  public String clientRequestId() {
    return options.clientRequestId().orElseGet(() -> UUID.randomUUID().toString());
  }

  /** Returns the internal user that the request names, or else its options. */
  public Optional<String> internalUser() {
    return internalUser.or(options::internalUser);
  }

  /**
   * Returns the request, ready to be written.
   *
   * @throws UnsendableValueException if the operation cannot carry it
   */
  public SoapCall<A> soap(CallIds ids) {
    return soap.apply(ids);
  }

  /** Returns whether the call goes out with credentials or headers that other calls do not have. */
  boolean hasOwnIdentity() {
    return options.credentials().isPresent() || !options.headers().isEmpty();
  }

  /** Returns what distinguishes two requests about different things; contains a GMC number. */
  String subject() {
    return operation + " " + body() + " " + gmcNumber;
  }

  /** Returns what two submissions of a recommendation must not share while one is in flight. */
  Optional<String> singleFlightKey() {
    return operation.isRecommendation() ? Optional.of(gmcNumber + " " + body()) : Optional.empty();
  }

  /** Returns the designated body without regard to how its code is written. */
  private String body() {
    return BLANKS.matcher(designatedBodyCode).replaceAll("").toUpperCase(Locale.ROOT);
  }
}
