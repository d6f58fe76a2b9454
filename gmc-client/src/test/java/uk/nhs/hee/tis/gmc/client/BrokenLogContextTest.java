package uk.nhs.hee.tis.gmc.client;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.nhs.hee.tis.gmc.client.fixture.RecordingHttpClient.page;
import static uk.nhs.hee.tis.gmc.client.fixture.RecordingHttpClient.soap;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;
import org.slf4j.spi.MDCAdapter;
import uk.nhs.hee.tis.gmc.client.error.GmcException;
import uk.nhs.hee.tis.gmc.client.error.GmcOutcomeUnknownException;
import uk.nhs.hee.tis.gmc.client.fixture.Call;
import uk.nhs.hee.tis.gmc.client.fixture.Soap;
import uk.nhs.hee.tis.gmc.client.model.CallInfo;
import uk.nhs.hee.tis.gmc.client.model.ConnectionReceipt;
import uk.nhs.hee.tis.gmc.client.model.GmcAnswer;
import uk.nhs.hee.tis.gmc.client.model.GmcOperation;

/** A logging back end whose MDC throws costs a call neither its outcome nor its listeners. */
class BrokenLogContextTest {
  private final Setting setting = new Setting();
  private final List<String> told = new ArrayList<>();
  private @Nullable Object adapter;

  private GmcClient client() {
    return setting
        .client()
        .listener(
            new GmcListener() {
              @Override
              public void callStarted(GmcCall call) {
                told.add("started");
              }

              @Override
              public void callSucceeded(GmcCall call, CallInfo info) {
                told.add("succeeded");
              }

              @Override
              public void callFailed(GmcCall call, GmcException failure) {
                told.add("failed");
              }
            })
        .build();
  }

  /** SLF4J 1.7 has no other way to replace the adapter of the back end. */
  private static Field adapterField() throws ReflectiveOperationException {
    Field field = MDC.class.getDeclaredField("mdcAdapter");
    field.setAccessible(true);
    return field;
  }

  @BeforeEach
  void breakTheMdc() throws ReflectiveOperationException {
    adapter = adapterField().get(null);
    adapterField().set(null, new BrokenAdapter());
  }

  @AfterEach
  void mendTheMdc() throws ReflectiveOperationException {
    adapterField().set(null, adapter);
  }

  @Test
  void anAnsweredWriteReturnsItsReceipt() {
    setting.http.always(soap(Soap.success(GmcOperation.TRY_ADD_DOCTOR)));

    assertThat(client().tryAddDoctor(Call.add()).outcome())
        .isEqualTo(ConnectionReceipt.Outcome.DONE);
    assertThat(told).containsExactly("started", "succeeded");
  }

  @Test
  void aFailedWriteEndsInItsOwnException() {
    setting.http.always(page(502, "Bad Gateway"));

    CompletableFuture<? extends GmcAnswer> call = Setting.start(Call.ADD, client());

    assertThat(Setting.failureOf(call)).isInstanceOf(GmcOutcomeUnknownException.class);
    assertThat(told).containsExactly("started", "failed");
  }

  private static final class BrokenAdapter implements MDCAdapter {
    private static Error broken() {
      return new NoClassDefFoundError("an MDC of another version");
    }

    @Override
    public void put(String key, String value) {
      throw broken();
    }

    @Override
    public String get(String key) {
      throw broken();
    }

    @Override
    public void remove(String key) {
      throw broken();
    }

    @Override
    public void clear() {
      throw broken();
    }

    @Override
    public Map<String, String> getCopyOfContextMap() {
      throw broken();
    }

    @Override
    public void setContextMap(Map<String, String> contextMap) {
      throw broken();
    }
  }
}
