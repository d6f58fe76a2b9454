package uk.nhs.hee.tis.gmc.testkit;

/** The one way in which the assertions look at a header. */
final class HeaderCheck {
  private HeaderCheck() {}

  static void require(ReceivedCall call, String name, String expected) {
    String actual = call.header(name).orElse(null);
    if (!expected.equals(actual)) {
      throw new AssertionError(
          call.operation().operationName()
              + ": expected header "
              + name
              + " "
              + expected
              + ", but was "
              + (actual == null ? "absent" : actual));
    }
  }
}
