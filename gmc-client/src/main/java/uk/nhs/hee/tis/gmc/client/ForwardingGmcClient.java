package uk.nhs.hee.tis.gmc.client;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import uk.nhs.hee.tis.gmc.client.model.AddDoctor;
import uk.nhs.hee.tis.gmc.client.model.ConnectionReceipt;
import uk.nhs.hee.tis.gmc.client.model.DoctorsForDb;
import uk.nhs.hee.tis.gmc.client.model.Recommendation;
import uk.nhs.hee.tis.gmc.client.model.RecommendationReceipt;
import uk.nhs.hee.tis.gmc.client.model.RecommendationStatus;
import uk.nhs.hee.tis.gmc.client.model.RemoveDoctor;
import uk.nhs.hee.tis.gmc.client.model.StatusQuery;

/**
 * Forwards every call to another client; extend it to add something to some of them, such as a
 * check or a record of what was submitted. Methods that later versions add to {@link GmcClient} are
 * forwarded too.
 *
 * <p>An operation without options calls the one with options, so override the latter. {@link
 * #async()} and {@link #bulk()} are the other client's own: their calls bypass the methods
 * overridden here. As thread-safe as the other client and the added code.
 *
 * <pre>{@code
 * final class RecordingClient extends ForwardingGmcClient {
 *   RecordingClient(GmcClient delegate) {
 *     super(delegate);
 *   }
 *
 *   @Override
 *   public ConnectionReceipt tryAddDoctor(AddDoctor request, CallOptions options) {
 *     ConnectionReceipt receipt = super.tryAddDoctor(request, options);
 *     record(receipt.gmcRequestId(), receipt.returnCode());
 *     return receipt;
 *   }
 * }
 * }</pre>
 */
public abstract class ForwardingGmcClient implements GmcClient {
  private final GmcClient delegate;

  /**
   * Creates a client that forwards.
   *
   * @param delegate the client that makes the calls; closed when this one is
   * @throws IllegalArgumentException if it is null
   */
  protected ForwardingGmcClient(GmcClient delegate) {
    this.delegate = Rules.given("delegate", delegate);
  }

  /** {@return the client that makes the calls} */
  protected final GmcClient delegate() {
    return delegate;
  }

  @Override
  public DoctorsForDb getDoctorsForDb(String designatedBodyCode, CallOptions options) {
    return delegate.getDoctorsForDb(designatedBodyCode, options);
  }

  @Override
  public <R extends @Nullable Object> R getDoctorsForDb(
      String designatedBodyCode, Supplier<? extends DoctorSink<R>> sinks, CallOptions options) {
    return delegate.getDoctorsForDb(designatedBodyCode, sinks, options);
  }

  @Override
  public RecommendationStatus checkRecommendationStatus(StatusQuery query, CallOptions options) {
    return delegate.checkRecommendationStatus(query, options);
  }

  @Override
  public RecommendationReceipt tryRecommendation(
      Recommendation recommendation, CallOptions options) {
    return delegate.tryRecommendation(recommendation, options);
  }

  @Override
  public RecommendationReceipt tryRecommendationV2(
      Recommendation recommendation, CallOptions options) {
    return delegate.tryRecommendationV2(recommendation, options);
  }

  @Override
  public ConnectionReceipt tryAddDoctor(AddDoctor request, CallOptions options) {
    return delegate.tryAddDoctor(request, options);
  }

  @Override
  public ConnectionReceipt tryRemoveDoctor(RemoveDoctor request, CallOptions options) {
    return delegate.tryRemoveDoctor(request, options);
  }

  @Override
  public GmcBulk bulk() {
    return delegate.bulk();
  }

  @Override
  public GmcAsyncClient async() {
    return delegate.async();
  }

  @Override
  public GmcAvailability availability() {
    return delegate.availability();
  }

  @Override
  public ClientIdentity identity() {
    return delegate.identity();
  }

  @Override
  public void close() {
    delegate.close();
  }

  /** {@return this type's name and the other client's text} */
  @Override
  public String toString() {
    return getClass().getSimpleName() + "[" + delegate + "]";
  }
}
