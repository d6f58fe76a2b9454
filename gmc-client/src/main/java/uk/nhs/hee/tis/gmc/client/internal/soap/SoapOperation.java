package uk.nhs.hee.tis.gmc.client.internal.soap;

import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import uk.nhs.hee.tis.gmc.client.model.CallInfo;
import uk.nhs.hee.tis.gmc.client.model.GmcAnswer;
import uk.nhs.hee.tis.gmc.client.model.GmcOperation;
import uk.nhs.hee.tis.gmc.client.model.UnsendableValueException;

/**
 * One operation: how a request of it is checked and written, and how its answer is read. The
 * blocking client, the asynchronous one and the testkit's fake share it. Immutable.
 *
 * @param <Q> what callers ask with
 * @param <A> the typed answer
 */
public final class SoapOperation<Q, A extends GmcAnswer> {
  private final GmcOperation operation;
  private final RequestType<Q> requests;
  private final BiFunction<Q, CallIds, RequestFields> fields;
  private final Set<String> answerFields;
  private final Function<Q, Reading<A>> readings;

  /**
   * Creates an operation.
   *
   * @param fields writes a request, or throws an UnsendableValueException
   * @param answerFields the elements of its answer besides those of every answer
   * @param readings makes what reads one answer
   */
  SoapOperation(
      GmcOperation operation,
      RequestType<Q> requests,
      BiFunction<Q, CallIds, RequestFields> fields,
      Set<String> answerFields,
      Function<Q, Reading<A>> readings) {
    this.operation = operation;
    this.requests = requests;
    this.fields = fields;
    this.answerFields = answerFields;
    this.readings = readings;
  }

  /**
   * Returns an operation whose answer has no rows.
   *
   * @param answer makes the typed answer of a whole one
   */
  static <Q, A extends GmcAnswer> SoapOperation<Q, A> of(
      GmcOperation operation,
      RequestType<Q> requests,
      BiFunction<Q, CallIds, RequestFields> fields,
      Set<String> answerFields,
      BiFunction<RawAnswer, CallInfo, A> answer) {
    return new SoapOperation<>(
        operation, requests, fields, answerFields, request -> Reading.of(answer));
  }

  /** Returns the same operation with its answer read in another way. */
  <B extends GmcAnswer> SoapOperation<Q, B> readBy(Function<Q, Reading<B>> otherReadings) {
    return new SoapOperation<>(operation, requests, fields, answerFields, otherReadings);
  }

  /** Returns the operation's name and kind. */
  public GmcOperation operation() {
    return operation;
  }

  /**
   * Checks that there is a request.
   *
   * @throws UnsendableValueException if a designated body is missing or blank
   * @throws IllegalArgumentException if a request of another type is missing
   */
  public void check(@Nullable Q request) {
    requests.check.accept(request);
  }

  /** Returns the designated body that the request names. */
  public String designatedBodyCode(Q request) {
    return requests.designatedBodyCode.apply(request);
  }

  /** Returns the doctor whom the request is about; a list is about none. */
  public Optional<String> gmcNumber(Q request) {
    return requests.gmcNumber.apply(request);
  }

  /** Returns the user whom the request itself names. */
  public Optional<String> internalUser(Q request) {
    return requests.internalUser.apply(request);
  }

  /**
   * Returns the request, ready to be written.
   *
   * @throws UnsendableValueException if the operation cannot carry it
   */
  public SoapCall<A> call(Q request, CallIds ids) {
    return new SoapCall<>(
        operation, fields.apply(request, ids), ids, () -> readings.apply(request));
  }

  Set<String> answerFields() {
    return answerFields;
  }
}
