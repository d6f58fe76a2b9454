package uk.nhs.hee.tis.gmc.testkit;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import uk.nhs.hee.tis.gmc.client.model.GmcOperation;
import uk.nhs.hee.tis.gmc.testkit.internal.CheckedRequest;
import uk.nhs.hee.tis.gmc.testkit.internal.OperationContract;

/**
 * A request that the mock server received, as the GMC would have read it.
 *
 * <p>User name and password are never kept. Immutable and thread-safe.
 */
public final class ReceivedRequest {
  private static final List<String> SECRET_HEADERS =
      List.of("authorization", "proxy-authorization", "cookie");

  private final CheckedRequest request;
  private final Map<String, List<String>> headers;

  ReceivedRequest(CheckedRequest request, Map<String, List<String>> headers) {
    this.request = request;
    Map<String, List<String>> copy = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    headers.forEach((name, values) -> copy.put(name, shown(name, values)));
    this.headers = Collections.unmodifiableMap(copy);
  }

  private static List<String> shown(String name, List<String> values) {
    boolean secret = SECRET_HEADERS.stream().anyMatch(name::equalsIgnoreCase);
    return secret ? List.of("***") : List.copyOf(values);
  }

  /** {@return the operation that the SOAP action names; empty when it names none} */
  public Optional<GmcOperation> operation() {
    return request.operation();
  }

  /**
   * {@return the method and path of a request that is not a SOAP call, such as {@code GET /health}:
   * a health check, or the diagnosis's probe of the edge} Empty for a POST, and for whatever else
   * may have a body. A request that is not a SOAP call does not break the contract.
   */
  public Optional<String> nonSoapRequest() {
    return request.nonSoapRequest();
  }

  /** {@return the caller's own id of the request, if it has one} */
  public Optional<String> clientRequestId() {
    return operation().flatMap(o -> field(OperationContract.of(o).clientRequestIdField()));
  }

  /** {@return the headers by name, in any case; values that may be secret are {@code ***}} */
  public Map<String, List<String>> headers() {
    return headers;
  }

  /**
   * {@return the first value of a header}
   *
   * @param name in upper or lower case
   */
  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name)).map(values -> values.get(0));
  }

  /**
   * {@return the text of a field by its name on the wire, such as {@code DoctorUID}; empty when the
   * field is absent, or dropped because it was out of order} Never finds user name or password.
   *
   * @param name in the contract's upper and lower case
   */
  public Optional<String> field(String name) {
    return Optional.ofNullable(request.fields().get(name));
  }

  /** {@return how the request breaks the contract, in words} */
  public List<String> violations() {
    return request.violations();
  }

  /** Shows the operation and how many fields there are: no credentials, no personal data. */
  @Override
  public String toString() {
    return "ReceivedRequest[operation="
        + operation().map(GmcOperation::operationName).orElse("unknown")
        + ", fields="
        + request.fields().size()
        + ", violations="
        + violations().size()
        + "]";
  }
}
