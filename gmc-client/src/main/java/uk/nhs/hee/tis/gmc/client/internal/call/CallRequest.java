package uk.nhs.hee.tis.gmc.client.internal.call;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import uk.nhs.hee.tis.gmc.client.CallOptions;
import uk.nhs.hee.tis.gmc.client.internal.soap.CallIds;
import uk.nhs.hee.tis.gmc.client.internal.soap.SoapCall;
import uk.nhs.hee.tis.gmc.client.model.GmcAnswer;
import uk.nhs.hee.tis.gmc.client.model.GmcOperation;

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
  final Function<CallIds, SoapCall<A>> soap;
  private final @Nullable String internalUser;
  private final @Nullable String gmcNumber;

  /**
   * Creates it.
   *
   * @param internalUser the internal user that the request itself names, or null
   * @param gmcNumber the doctor whom a write is about, or null for a list
   * @param soap makes the request from the ids of the call
   */
  public CallRequest(
      GmcOperation operation,
      String designatedBodyCode,
      CallOptions options,
      @Nullable String internalUser,
      @Nullable String gmcNumber,
      Function<CallIds, SoapCall<A>> soap) {
    this.operation = operation;
    this.designatedBodyCode = designatedBodyCode;
    this.options = options;
    this.internalUser = internalUser;
    this.gmcNumber = gmcNumber;
    this.soap = soap;
  }

  Optional<String> internalUser() {
    return Optional.ofNullable(internalUser);
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
