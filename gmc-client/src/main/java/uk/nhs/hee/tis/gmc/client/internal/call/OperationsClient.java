package uk.nhs.hee.tis.gmc.client.internal.call;

import java.util.concurrent.CompletableFuture;
import uk.nhs.hee.tis.gmc.client.CallOptions;
import uk.nhs.hee.tis.gmc.client.GmcAsyncClient;
import uk.nhs.hee.tis.gmc.client.GmcClient;
import uk.nhs.hee.tis.gmc.client.internal.soap.SoapOperations;
import uk.nhs.hee.tis.gmc.client.model.AddDoctor;
import uk.nhs.hee.tis.gmc.client.model.ConnectionReceipt;
import uk.nhs.hee.tis.gmc.client.model.DoctorsForDb;
import uk.nhs.hee.tis.gmc.client.model.Recommendation;
import uk.nhs.hee.tis.gmc.client.model.RecommendationReceipt;
import uk.nhs.hee.tis.gmc.client.model.RecommendationStatus;
import uk.nhs.hee.tis.gmc.client.model.RemoveDoctor;
import uk.nhs.hee.tis.gmc.client.model.StatusQuery;

/** The operations as methods, blocking and asynchronous, whatever carries out their calls. */
public abstract class OperationsClient implements GmcClient {
  private final Calls calls;

  /** Creates a client whose calls are carried out by these. */
  protected OperationsClient(Calls calls) {
    this.calls = calls;
  }

  @Override
  public DoctorsForDb getDoctorsForDb(String designatedBodyCode, CallOptions options) {
    return calls.call(SoapOperations.GET_DOCTORS_FOR_DB, designatedBodyCode, options);
  }

  @Override
  public RecommendationStatus checkRecommendationStatus(StatusQuery query, CallOptions options) {
    return calls.call(SoapOperations.CHECK_RECOMMENDATION_STATUS, query, options);
  }

  @Override
  public RecommendationReceipt tryRecommendation(
      Recommendation recommendation, CallOptions options) {
    return calls.call(SoapOperations.TRY_RECOMMENDATION, recommendation, options);
  }

  @Override
  public RecommendationReceipt tryRecommendationV2(
      Recommendation recommendation, CallOptions options) {
    return calls.call(SoapOperations.TRY_RECOMMENDATION_V2, recommendation, options);
  }

  @Override
  public ConnectionReceipt tryAddDoctor(AddDoctor request, CallOptions options) {
    return calls.call(SoapOperations.TRY_ADD_DOCTOR, request, options);
  }

  @Override
  public ConnectionReceipt tryRemoveDoctor(RemoveDoctor request, CallOptions options) {
    return calls.call(SoapOperations.TRY_REMOVE_DOCTOR, request, options);
  }

  /** The same operations as futures. */
  public static class Async implements GmcAsyncClient {
    private final Calls calls;

    /** Creates a client whose calls are started by these. */
    public Async(Calls calls) {
      this.calls = calls;
    }

    @Override
    public CompletableFuture<DoctorsForDb> getDoctorsForDb(
        String designatedBodyCode, CallOptions options) {
      return calls.start(SoapOperations.GET_DOCTORS_FOR_DB, designatedBodyCode, options);
    }

    @Override
    public CompletableFuture<RecommendationStatus> checkRecommendationStatus(
        StatusQuery query, CallOptions options) {
      return calls.start(SoapOperations.CHECK_RECOMMENDATION_STATUS, query, options);
    }

    @Override
    public CompletableFuture<RecommendationReceipt> tryRecommendation(
        Recommendation recommendation, CallOptions options) {
      return calls.start(SoapOperations.TRY_RECOMMENDATION, recommendation, options);
    }

    @Override
    public CompletableFuture<RecommendationReceipt> tryRecommendationV2(
        Recommendation recommendation, CallOptions options) {
      return calls.start(SoapOperations.TRY_RECOMMENDATION_V2, recommendation, options);
    }

    @Override
    public CompletableFuture<ConnectionReceipt> tryAddDoctor(
        AddDoctor request, CallOptions options) {
      return calls.start(SoapOperations.TRY_ADD_DOCTOR, request, options);
    }

    @Override
    public CompletableFuture<ConnectionReceipt> tryRemoveDoctor(
        RemoveDoctor request, CallOptions options) {
      return calls.start(SoapOperations.TRY_REMOVE_DOCTOR, request, options);
    }
  }
}
