package uk.nhs.hee.tis.gmc.testkit.internal;

import static uk.nhs.hee.tis.gmc.testkit.internal.OperationContract.NAMESPACE;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.nhs.hee.tis.gmc.client.model.GmcOperation;

/**
 * The SOAP action of a request. It routes the request, so a wrong one gets nothing but a fault,
 * whatever the body says: callers that sent the endpoint's URL learnt that from the real service.
 */
final class SoapAction {
  private final String where;
  private final @Nullable String raw;
  private final String action;
  private final boolean quoted;

  private SoapAction(String where, @Nullable String raw, boolean quoted) {
    this.where = where;
    this.raw = raw;
    this.action = raw == null ? "" : raw.replaceAll("^\"|\"$", "");
    this.quoted = quoted;
  }

  static SoapAction ofHeader(@Nullable String header) {
    boolean quoted =
        header != null && header.length() > 1 && header.startsWith("\"") && header.endsWith("\"");
    return new SoapAction("the SOAPAction header", header, quoted);
  }

  static SoapAction ofParameter(@Nullable String parameter) {
    return new SoapAction("the action parameter of Content-Type", parameter, true);
  }

  Optional<GmcOperation> operation() {
    return action.startsWith(NAMESPACE)
        ? OperationContract.operationNamed(action.substring(NAMESPACE.length()))
        : Optional.empty();
  }

  String problem() {
    return where
        + (raw == null ? " is missing" : " is " + raw)
        + ", the contract requires: \""
        + NAMESPACE
        + "\" followed by the operation, inside the quotes";
  }

  Optional<String> quoteProblem() {
    return quoted
        ? Optional.empty()
        : Optional.of(where + " is not in double quotes, the contract requires: \"" + action + '"');
  }

  WireAnswer fault(SoapVersion version) {
    return AnswerWriter.callerFault(
        version, "Server did not recognize the value of HTTP Header SOAPAction: " + action + ".");
  }
}
