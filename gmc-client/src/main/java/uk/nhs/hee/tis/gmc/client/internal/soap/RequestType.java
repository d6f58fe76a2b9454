package uk.nhs.hee.tis.gmc.client.internal.soap;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What callers ask an operation with, and the values that a request of it has whichever the
 * operation.
 */
final class RequestType<Q> {
  final Consumer<@Nullable Q> check;
  final Function<Q, String> designatedBodyCode;
  final Function<Q, Optional<String>> gmcNumber;
  final Function<Q, Optional<String>> internalUser;

  /**
   * Creates it.
   *
   * @param check throws an IllegalArgumentException if there is no such request
   * @param gmcNumber the doctor whom the request is about
   * @param internalUser the user whom the request itself names
   */
  RequestType(
      Consumer<@Nullable Q> check,
      Function<Q, String> designatedBodyCode,
      Function<Q, Optional<String>> gmcNumber,
      Function<Q, Optional<String>> internalUser) {
    this.check = check;
    this.designatedBodyCode = designatedBodyCode;
    this.gmcNumber = gmcNumber;
    this.internalUser = internalUser;
  }

  /**
   * Returns the type of requests that are values, which have checked themselves.
   *
   * @param name the callers' name for the request
   */
  static <Q> RequestType<Q> ofValues(
      String name,
      Function<Q, String> designatedBodyCode,
      Function<Q, String> gmcNumber,
      Function<Q, Optional<String>> internalUser) {
    return new RequestType<>(
        request -> {
          if (request == null) {
            throw new IllegalArgumentException(name + " is missing");
          }
        },
        designatedBodyCode,
        gmcNumber.andThen(Optional::of),
        internalUser);
  }
}
