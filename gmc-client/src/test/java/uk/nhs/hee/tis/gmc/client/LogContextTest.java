package uk.nhs.hee.tis.gmc.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static uk.nhs.hee.tis.gmc.client.fixture.RecordingHttpClient.soap;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;
import uk.nhs.hee.tis.gmc.client.error.GmcException;
import uk.nhs.hee.tis.gmc.client.fixture.Call;
import uk.nhs.hee.tis.gmc.client.fixture.Soap;
import uk.nhs.hee.tis.gmc.client.model.CallInfo;
import uk.nhs.hee.tis.gmc.client.model.GmcOperation;

/** What the MDC holds while a call runs, on whatever thread, and what is left of it after. */
@SuppressWarnings("FutureReturnValueIgnored") // The client without threads has done it all.
class LogContextTest {
  private static final Map<String, String> CALLERS = Map.of("trace", "t-1");
  private static final Map<String, String> OF_THE_CALL =
      Map.of("trace", "t-1", "gmc.operation", "TryAddDoctor", "gmc.clientRequestId", "c-1");
  private static final CallOptions OPTIONS = CallOptions.builder().clientRequestId("c-1").build();

  private final Setting setting = new Setting();
  private final List<Map<String, String>> seen = new ArrayList<>();
  private final GmcListener watching =
      new GmcListener() {
        @Override
        public void callStarted(GmcCall call) {
          seen.add(MDC.getCopyOfContextMap());
        }

        @Override
        public void attemptEnded(GmcCall call, GmcAttempt attempt) {
          seen.add(MDC.getCopyOfContextMap());
        }

        @Override
        public void callSucceeded(GmcCall call, CallInfo info) {
          seen.add(MDC.getCopyOfContextMap());
        }

        @Override
        public void callFailed(GmcCall call, GmcException failure) {
          seen.add(MDC.getCopyOfContextMap());
        }
      };

  @BeforeEach
  void callersContext() {
    MDC.setContextMap(CALLERS);
  }

  @AfterEach
  void noContext() {
    MDC.clear();
  }

  @Test
  void blockingCallHasItAndLeavesTheCallersAsItWas() {
    setting.http.always(soap(Soap.success(GmcOperation.TRY_ADD_DOCTOR)));

    setting.client().listener(watching).build().tryAddDoctor(Call.add(), OPTIONS);

    assertThat(seen).containsExactly(OF_THE_CALL, OF_THE_CALL, OF_THE_CALL);
    assertThat(MDC.getCopyOfContextMap()).isEqualTo(CALLERS);
  }

  @Test
  void asynchronousCallHasItOnAThreadThatGetsItsOwnBack() {
    Map<String, String> workers = Map.of("worker", "7");
    List<Map<String, String>> left = new ArrayList<>();
    Executor worker = work -> asAnotherThread(workers, work, left);
    setting.http.then(
        Failure.REFUSED.of(GmcOperation.TRY_ADD_DOCTOR),
        soap(Soap.success(GmcOperation.TRY_ADD_DOCTOR)));
    GmcClient gmc =
        setting
            .client()
            .executor(worker)
            .retryPolicy(RetryPolicy.builder().maxAttempts(2).build())
            .listener(watching)
            .build();

    gmc.async().tryAddDoctor(Call.add(), OPTIONS);
    MDC.clear();
    setting.time.advance(Duration.ofSeconds(1));

    assertThat(seen).containsExactly(OF_THE_CALL, OF_THE_CALL, OF_THE_CALL, OF_THE_CALL);
    assertThat(left).isNotEmpty().allMatch(workers::equals);
  }

  /** As work would find and leave a pool's thread whose last user left it a context. */
  private static void asAnotherThread(
      Map<String, String> own, Runnable work, List<Map<String, String>> left) {
    Map<String, String> before = MDC.getCopyOfContextMap();
    MDC.setContextMap(own);
    work.run();
    left.add(MDC.getCopyOfContextMap());
    MDC.setContextMap(before == null ? Map.of() : before);
  }

  @Test
  void cancellingFromAThreadWithAnotherContextStillTellsTheCallsOwn() {
    GmcClient gmc = setting.client().listener(watching).build();
    CompletableFuture<?> call = gmc.async().tryAddDoctor(Call.add(), OPTIONS);
    MDC.setContextMap(Map.of("other", "o"));

    call.cancel(true);

    assertThat(seen).containsExactly(OF_THE_CALL, OF_THE_CALL, OF_THE_CALL);
    assertThat(MDC.getCopyOfContextMap()).isEqualTo(Map.of("other", "o"));
  }

  @Test
  void repeatThatNoThreadTakesStillTellsTheCallsOwn() {
    setting.http.always(Failure.REFUSED.of(GmcOperation.TRY_ADD_DOCTOR));
    Executor[] executor = {Runnable::run};
    GmcClient gmc =
        setting
            .client()
            .executor(work -> executor[0].execute(work))
            .retryPolicy(RetryPolicy.builder().maxAttempts(2).build())
            .listener(watching)
            .build();
    gmc.async().tryAddDoctor(Call.add(), OPTIONS);
    MDC.clear();
    executor[0] =
        work -> {
          throw new RejectedExecutionException("full");
        };

    setting.time.advance(Duration.ofSeconds(1));

    assertThat(seen).containsExactly(OF_THE_CALL, OF_THE_CALL, OF_THE_CALL);
  }

  @Test
  void callThatCannotBeSentLeavesTheCallersAsItWas() {
    GmcClient gmc =
        setting
            .client()
            .credentials(
                () -> {
                  throw new IllegalStateException("no vault");
                })
            .build();

    assertThatThrownBy(() -> gmc.tryAddDoctor(Call.add(), OPTIONS))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("no vault");
    assertThat(MDC.getCopyOfContextMap()).isEqualTo(CALLERS);
  }
}
