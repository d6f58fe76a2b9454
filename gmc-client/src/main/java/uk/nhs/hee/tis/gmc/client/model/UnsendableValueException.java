package uk.nhs.hee.tis.gmc.client.model;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A value of a request is missing, or cannot be sent; nothing was sent. The request builders throw
 * it, and so do the operations, for what no builder can know: a designated body code given as text,
 * a missing internal user, a character that XML cannot represent.
 *
 * <p>It corresponds to the return code that the GMC would have answered, which callers may store
 * like the GMC's own:
 *
 * <pre>{@code
 * try {
 *   gmc.tryRecommendationV2(recommendation);
 * } catch (UnsendableValueException e) {
 *   show(e.field() + ", return code " + e.returnCode().map(ReturnCode::code).orElse("none"));
 * } catch (GmcException e) {
 *   show(e.advice() + ", return code " + e.returnCode().map(ReturnCode::code).orElse("none"));
 * }
 * }</pre>
 *
 * <p>The message names the field and what is wrong with it. It shows codes and dates, but no
 * doctor's or officer's number or name. Immutable.
 */
public final class UnsendableValueException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  /** The field by the name that it has in the request's builder. */
  private final String field;

  /** The code's text, for a return code is not serialisable. */
  private final @Nullable String code;

  /**
   * Creates the exception, as the library, its testkit and fakes do.
   *
   * @param field the field by the name that it has in the request's builder, see {@link #field()}
   * @param message names the field and what is wrong; never contains a doctor's data
   * @param returnCode what the GMC answers to such a value, or null if it has no code for that
   */
  public UnsendableValueException(String field, String message, @Nullable ReturnCode returnCode) {
    super(message);
    this.field = Objects.requireNonNull(field, "field");
    this.code = returnCode == null ? null : returnCode.code();
  }

  /**
   * {@return the field by the name that it has in the request's builder} Examples are {@code
   * gmcNumber}, {@code designatedBodyCode} and {@code reason}; a responsible officer's fields are
   * {@code responsibleOfficer.gmcNumber}, {@code responsibleOfficer.surname} and {@code
   * responsibleOfficer.phoneNumber}. The values that {@code Recommendation.Builder.defer} and
   * {@code subreason} take are {@code deferralReason}, {@code deferralDate} and {@code
   * deferralSubreason}, as the accessors call them.
   */
  public String field() {
    return field;
  }

  /**
   * {@return the return code that the GMC gives for such a value, such as 70 for a doctor's number
   * or 120 for a change reason; absent where it has none, as for a character that XML cannot
   * represent}
   */
  public Optional<ReturnCode> returnCode() {
    return Optional.ofNullable(code).map(ReturnCode::of);
  }
}
