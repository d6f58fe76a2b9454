package uk.nhs.hee.tis.gmc.testkit;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * A request and what the mock server answered, for a journal; see {@linkplain
 * GmcMockServerBuilder#onAnswer(java.util.function.Consumer) onAnswer}.
 *
 * <p>Immutable and thread-safe.
 */
public final class AnsweredRequest {
  private final Instant receivedAt;
  private final String clientAddress;
  private final ReceivedRequest request;
  private final int status;
  private final String answer;
  private final @Nullable String stub;

  AnsweredRequest(
      Instant receivedAt,
      String clientAddress,
      ReceivedRequest request,
      int status,
      String answer,
      @Nullable String stub) {
    this.receivedAt = receivedAt;
    this.clientAddress = clientAddress;
    this.request = request;
    this.status = status;
    this.answer = answer;
    this.stub = stub;
  }

  /** {@return when the request had arrived} */
  public Instant receivedAt() {
    return receivedAt;
  }

  /**
   * {@return the address of the caller; that of {@code X-Forwarded-For}, as it was sent, if a proxy
   * names one}
   */
  public String clientAddress() {
    return clientAddress;
  }

  /** {@return the request} */
  public ReceivedRequest request() {
    return request;
  }

  /** {@return the HTTP status of the answer; empty if the connection ended without one} */
  public OptionalInt status() {
    return status == 0 ? OptionalInt.empty() : OptionalInt.of(status);
  }

  /** {@return the answer in a few words, such as {@code return code 80} or {@code no answer}} */
  public String answer() {
    return answer;
  }

  /** {@return the name of the stub that answered, or its code and place; empty for the register} */
  public Optional<String> stub() {
    return Optional.ofNullable(stub);
  }

  /** Shows what was answered: no credentials, no personal data. */
  @Override
  public String toString() {
    return "AnsweredRequest[request="
        + request
        + ", receivedAt="
        + receivedAt
        + ", status="
        + (status == 0 ? "none" : status)
        + ", answer="
        + answer
        + ", stub="
        + stub
        + "]";
  }
}
