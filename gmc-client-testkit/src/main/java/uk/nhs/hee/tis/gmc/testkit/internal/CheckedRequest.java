package uk.nhs.hee.tis.gmc.testkit.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.nhs.hee.tis.gmc.client.model.GmcOperation;

/** One request after the contract check: what the service reads of it, and what is wrong. */
public final class CheckedRequest {
  private final String clientAddress;
  private final String userAgent;
  private final @Nullable String nonSoapRequest;
  private final SoapVersion version;
  private final @Nullable GmcOperation operation;
  private final Map<String, String> fields;
  private final @Nullable String username;
  private final @Nullable String password;
  private final List<String> violations;
  private final @Nullable WireAnswer refusal;

  CheckedRequest(
      String clientAddress,
      String userAgent,
      @Nullable String nonSoapRequest,
      SoapVersion version,
      @Nullable GmcOperation operation,
      @Nullable SoapBodyReader body,
      List<String> violations,
      @Nullable WireAnswer refusal) {
    this.clientAddress = clientAddress;
    this.userAgent = userAgent;
    this.nonSoapRequest = nonSoapRequest;
    this.version = version;
    this.operation = operation;
    this.fields = body == null ? Map.of() : Map.copyOf(body.fields());
    this.username = body == null ? null : body.part("Username");
    this.password = body == null ? null : body.part("Password");
    this.violations = List.copyOf(violations);
    this.refusal = refusal;
  }

  /** Returns the caller's address; behind a proxy that forwards it, the original caller's. */
  public String clientAddress() {
    return clientAddress;
  }

  /** Returns the User-Agent; an absent one is an empty text. */
  public String userAgent() {
    return userAgent;
  }

  /** Returns method and path of a request that is no SOAP call. */
  public Optional<String> nonSoapRequest() {
    return Optional.ofNullable(nonSoapRequest);
  }

  /** Returns the SOAP version to answer in. */
  public SoapVersion version() {
    return version;
  }

  /** Returns the operation that the SOAP action names, if it names one. */
  public Optional<GmcOperation> operation() {
    return Optional.ofNullable(operation);
  }

  /** Returns the fields that the service reads, by their names on the wire. */
  public Map<String, String> fields() {
    return fields;
  }

  /** Returns a field's text, or an empty text when it is absent. */
  public String field(String name) {
    return fields.getOrDefault(name, "");
  }

  /** Returns whether the request carries exactly this user name and password. */
  public boolean hasCredentials(String expectedUsername, String expectedPassword) {
    return expectedUsername.equals(username) && expectedPassword.equals(password);
  }

  /** Returns the contract violations, each preceded by the operation's name. */
  public List<String> violations() {
    return violations;
  }

  /** Returns the answer of a server that cannot even read the request, if it is one of those. */
  public Optional<WireAnswer> refusal() {
    return Optional.ofNullable(refusal);
  }
}
