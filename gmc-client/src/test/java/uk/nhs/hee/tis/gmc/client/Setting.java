package uk.nhs.hee.tis.gmc.client;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.URI;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import uk.nhs.hee.tis.gmc.client.error.GmcException;
import uk.nhs.hee.tis.gmc.client.fixture.Call;
import uk.nhs.hee.tis.gmc.client.fixture.ManualTime;
import uk.nhs.hee.tis.gmc.client.fixture.RecordingHttpClient;
import uk.nhs.hee.tis.gmc.client.model.GmcAnswer;

/**
 * A client without a network and without threads: its calls advance on the test's thread, when the
 * test lets time pass.
 */
final class Setting {
  final ManualTime time = new ManualTime();
  final RecordingHttpClient http = new RecordingHttpClient();
  double random;

  GmcClientBuilder client() {
    return Clients.builder(URI.create("https://127.0.0.1:1/GMCWebServices/WebService.asmx"))
        .httpClient(http)
        .clock(time.clock())
        .ticker(time::nanos)
        .random(() -> random)
        .scheduler(time.scheduler())
        .executor(Runnable::run)
        .teller(Runnable::run);
  }

  static CompletableFuture<? extends GmcAnswer> start(
      Call call, GmcClient gmc, CallOptions options) {
    switch (call) {
      case GET_DOCTORS:
        return gmc.async().getDoctorsForDb(Call.BODY, options);
      case CHECK_STATUS:
        return gmc.async().checkRecommendationStatus(Call.statusQuery(), options);
      case RECOMMEND:
        return gmc.async().tryRecommendation(Call.revalidation(), options);
      case RECOMMEND_V2:
        return gmc.async().tryRecommendationV2(Call.deferral(), options);
      case ADD:
        return gmc.async().tryAddDoctor(Call.add(), options);
      default:
        return gmc.async().tryRemoveDoctor(Call.remove(), options);
    }
  }

  static CompletableFuture<? extends GmcAnswer> start(Call call, GmcClient gmc) {
    return start(call, gmc, CallOptions.defaults());
  }

  /** The failure that a call has ended in by now. */
  static GmcException failureOf(CompletableFuture<?> ended) {
    CompletionException failure =
        catchThrowableOfType(CompletionException.class, () -> ended.getNow(null));
    return (GmcException) Objects.requireNonNull(failure.getCause());
  }
}
