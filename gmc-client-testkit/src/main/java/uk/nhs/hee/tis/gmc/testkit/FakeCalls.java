package uk.nhs.hee.tis.gmc.testkit;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import uk.nhs.hee.tis.gmc.client.CallOptions;
import uk.nhs.hee.tis.gmc.client.ClientIdentity;
import uk.nhs.hee.tis.gmc.client.GmcCredentials;
import uk.nhs.hee.tis.gmc.client.SoapVersion;
import uk.nhs.hee.tis.gmc.client.error.GmcException;
import uk.nhs.hee.tis.gmc.client.internal.call.CallRequest;
import uk.nhs.hee.tis.gmc.client.internal.call.Calls;
import uk.nhs.hee.tis.gmc.client.internal.call.ClosedClientException;
import uk.nhs.hee.tis.gmc.client.internal.soap.SentIds;
import uk.nhs.hee.tis.gmc.client.internal.soap.SoapOperation;
import uk.nhs.hee.tis.gmc.client.model.CallInfo;
import uk.nhs.hee.tis.gmc.client.model.GmcAnswer;
import uk.nhs.hee.tis.gmc.client.model.GmcOperation;

/** The calls of a fake: each is checked, recorded, and ended as its stub says. Thread-safe. */
final class FakeCalls implements Calls {
  static final ClientIdentity IDENTITY =
      ClientIdentity.builder()
          .product("fake-gmc-client", "1.0")
          .contact("tester@example.nhs.uk")
          .build();

  private static final GmcCredentials CREDENTIALS = GmcCredentials.of("user", "password");
  private static final String INTERNAL_USER = "fake-internal-user";

  private final Map<GmcOperation, FakeOperation<?, ?>> stubs = new EnumMap<>(GmcOperation.class);
  private final List<ReceivedCall> received = new ArrayList<>();
  private final SentIds sentIds = new SentIds();
  private volatile boolean closed;

  /**
   * Returns the stubs that will end the calls of this operation; only while the fake is being made.
   *
   * @param withInfo puts the facts of a call into an answer
   */
  <Q, A extends GmcAnswer> FakeOperation<Q, A> stubs(
      RequestKind<Q> kind, SoapOperation<Q, A> operation, BiFunction<A, CallInfo, A> withInfo) {
    FakeOperation<Q, A> ends = new FakeOperation<>(kind.stub(), operation, withInfo);
    share(ends, operation);
    return ends;
  }

  /** Lets the stubs of another operation end the calls of this one too. */
  <Q, A extends GmcAnswer> void share(FakeOperation<Q, A> ends, SoapOperation<Q, A> operation) {
    stubs.put(operation.operation(), ends);
  }

  @SuppressWarnings("unchecked") // No other is put in under this operation.
  private <Q, A extends GmcAnswer> FakeOperation<Q, A> stubsOf(SoapOperation<Q, A> operation) {
    return (FakeOperation<Q, A>)
        Objects.requireNonNull(stubs.get(operation.operation()), operation.operation()::toString);
  }

  /** The client's own code writes the request, so that it refuses what the client refuses. */
  @Override
  public <Q, A extends GmcAnswer> A call(
      SoapOperation<Q, A> operation, Q request, CallOptions options) {
    CallRequest<A> checked = CallRequest.of(operation, request, options);
    if (closed) {
      throw new ClosedClientException();
    }
    String id = checked.clientRequestId();
    checked
        .soap(sentIds.of(id, checked.internalUser().orElse(INTERNAL_USER)))
        .envelope(SoapVersion.SOAP_1_1, CREDENTIALS);
    record(operation.operation(), id, request, IDENTITY.with(options.headers()));
    FakeOperation<Q, A> ends = stubsOf(operation);
    A answer =
        Objects.requireNonNull(
            ends.answer(request),
            () -> operation.operation().operationName() + " was answered with null");
    return ends.with(answer, answer.info().toBuilder().clientRequestId(id).build());
  }

  /** Returns a future that is complete; only the GMC's failures end in it. */
  @Override
  public <Q, A extends GmcAnswer> CompletableFuture<A> start(
      SoapOperation<Q, A> operation, Q request, CallOptions options) {
    try {
      return CompletableFuture.completedFuture(call(operation, request, options));
    } catch (GmcException e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  private void record(GmcOperation operation, String id, Object request, ClientIdentity identity) {
    synchronized (received) {
      received.add(
          new ReceivedCall(
              operation,
              id,
              () -> request,
              name ->
                  Optional.ofNullable(
                      name.equalsIgnoreCase("User-Agent")
                          ? identity.userAgent()
                          : identity.headersWithoutSecrets().get(name))));
    }
  }

  ReceivedCalls received() {
    synchronized (received) {
      return new ReceivedCalls(received);
    }
  }

  void close() {
    closed = true;
  }
}
