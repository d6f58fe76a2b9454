package uk.nhs.hee.tis.gmc.testkit;

import uk.nhs.hee.tis.gmc.client.model.GmcOperation;

/** What to tell the writer of a test whose call the mock server has no answer to. */
final class Mistakes {
  private Mistakes() {}

  static String unfinishedStub(StubWords stub) {
    return "the stub "
        + stub
        + " does not say what happens: end it with refusesWith(…), neverAnswers(),"
        + " answersFromTheRegister() or the like";
  }

  static String unfinishedFakeStub(StubWords stub) {
    return "the stub " + stub + " does not say what happens: end it with answers(…) or fails(…)";
  }

  static String unknownBody(GmcOperation operation, String designatedBody) {
    return "call register().addDesignatedBody(\""
        + designatedBody
        + "\"): without it "
        + operation.operationName()
        + " was answered return code 80";
  }

  static String emptyRegister(GmcOperation operation, String designatedBody) {
    return operation.operationName()
        + " matched no stub, and the register is empty: call register().addDesignatedBody(\""
        + designatedBody
        + "\"), or stub the call by "
        + RequestKind.of(operation).stub();
  }

  /**
   * The same for the page that the client gets. A client shows 80 characters of its title, and none
   * if the page holds what a request holds: a designated body's code, or even these two words.
   */
  static String emptyRegisterInBrief(GmcOperation operation) {
    return "no stub matched and the register is empty: fill it, or call "
        + RequestKind.of(operation).stub();
  }
}
