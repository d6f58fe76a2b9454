package uk.nhs.hee.tis.gmc.testkit.assertions;

import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import uk.nhs.hee.tis.gmc.testkit.ReceivedCall;

/** What an assertion expects of one field or header of a call. Immutable. */
final class Expectation {
  private static final String NOT_KEPT = "***";

  private final String name;
  private final Object expected;
  private final Function<ReceivedCall, @Nullable Object> reader;

  private Expectation(
      String name, Object expected, Function<ReceivedCall, @Nullable Object> reader) {
    this.name = name;
    this.expected = expected;
    this.reader = reader;
  }

  /** Expects a field; an empty Optional counts as absent. */
  static <Q> Expectation field(String name, Object expected, Class<Q> type, Function<Q, ?> reader) {
    return new Expectation(
        name,
        expected,
        call -> {
          Object read = reader.apply(call.request(type));
          return read instanceof Optional ? ((Optional<?>) read).orElse(null) : read;
        });
  }

  static Expectation header(String name, String expected) {
    return new Expectation("header " + name, expected, call -> call.header(name).orElse(null));
  }

  boolean holds(ReceivedCall call) {
    return expected.equals(reader.apply(call));
  }

  /** What was expected and what was received; if the latter is secret, so is the former. */
  String difference(ReceivedCall call) {
    Object actual = reader.apply(call);
    return "expected "
        + name
        + " "
        + (NOT_KEPT.equals(actual) ? "with a value that is not shown" : expected)
        + ", but was "
        + (actual == null ? "absent" : actual);
  }
}
