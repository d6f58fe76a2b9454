package uk.nhs.hee.tis.gmc.client;

import java.util.Collection;
import java.util.function.Consumer;
import uk.nhs.hee.tis.gmc.client.model.AddDoctor;
import uk.nhs.hee.tis.gmc.client.model.ConnectionReceipt;
import uk.nhs.hee.tis.gmc.client.model.DoctorsForDb;
import uk.nhs.hee.tis.gmc.client.model.RemoveDoctor;

/** A bulk made of the calls of an asynchronous client. */
final class AsyncBulk implements GmcBulk {
  /** How many calls are under way at once unless the client says otherwise. */
  static final int DEFAULT_CONCURRENCY = 4;

  private final GmcAsyncClient async;
  private final int concurrency;
  private final CallOptions options;

  AsyncBulk(GmcAsyncClient async, int concurrency, CallOptions options) {
    this.async = async;
    this.concurrency = concurrency;
    this.options = Rules.given("options", options);
  }

  @Override
  public GmcBulk options(CallOptions options) {
    return new AsyncBulk(async, concurrency, options);
  }

  @Override
  public BulkResult<String, DoctorsForDb> getDoctorsForDbs(
      Collection<String> designatedBodyCodes,
      Consumer<BulkResult.Item<String, DoctorsForDb>> onEach) {
    return Bulk.run(
        "designatedBodyCodes",
        designatedBodyCodes,
        concurrency,
        code -> async.getDoctorsForDb(code, options),
        onEach);
  }

  @Override
  public BulkResult<AddDoctor, ConnectionReceipt> tryAddDoctors(
      Collection<AddDoctor> requests,
      Consumer<BulkResult.Item<AddDoctor, ConnectionReceipt>> onEach) {
    return Bulk.run(
        "requests", requests, concurrency, request -> async.tryAddDoctor(request, options), onEach);
  }

  @Override
  public BulkResult<RemoveDoctor, ConnectionReceipt> tryRemoveDoctors(
      Collection<RemoveDoctor> requests,
      Consumer<BulkResult.Item<RemoveDoctor, ConnectionReceipt>> onEach) {
    return Bulk.run(
        "requests",
        requests,
        concurrency,
        request -> async.tryRemoveDoctor(request, options),
        onEach);
  }
}
