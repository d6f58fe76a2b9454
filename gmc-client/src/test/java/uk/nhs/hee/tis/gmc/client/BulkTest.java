package uk.nhs.hee.tis.gmc.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static uk.nhs.hee.tis.gmc.client.fixture.RecordingHttpClient.soap;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import uk.nhs.hee.tis.gmc.client.BulkResult.Item;
import uk.nhs.hee.tis.gmc.client.BulkResult.Outcome;
import uk.nhs.hee.tis.gmc.client.error.GmcBlockedException;
import uk.nhs.hee.tis.gmc.client.error.GmcException;
import uk.nhs.hee.tis.gmc.client.error.GmcOutcomeUnknownException;
import uk.nhs.hee.tis.gmc.client.error.GmcRejectedException;
import uk.nhs.hee.tis.gmc.client.fixture.Call;
import uk.nhs.hee.tis.gmc.client.fixture.HttpReply;
import uk.nhs.hee.tis.gmc.client.fixture.Nothing;
import uk.nhs.hee.tis.gmc.client.fixture.RecordingHttpClient.Answer;
import uk.nhs.hee.tis.gmc.client.fixture.RecordingHttpClient.Exchange;
import uk.nhs.hee.tis.gmc.client.fixture.Soap;
import uk.nhs.hee.tis.gmc.client.fixture.WireServer;
import uk.nhs.hee.tis.gmc.client.model.Actor;
import uk.nhs.hee.tis.gmc.client.model.AddDoctor;
import uk.nhs.hee.tis.gmc.client.model.ConnectionReceipt;
import uk.nhs.hee.tis.gmc.client.model.DoctorsForDb;
import uk.nhs.hee.tis.gmc.client.model.GmcOperation;
import uk.nhs.hee.tis.gmc.client.model.RemoveDoctor;
import uk.nhs.hee.tis.gmc.client.model.ReturnCode;
import uk.nhs.hee.tis.gmc.client.model.UnsendableValueException;

/** What becomes of each of many, whatever becomes of the others. */
@Timeout(120)
@SuppressWarnings("FutureReturnValueIgnored") // The client without threads has done it all.
class BulkTest {
  private static final Answer DONE = soap(Soap.success(GmcOperation.TRY_ADD_DOCTOR));

  private final Setting setting = new Setting();
  private final ScheduledExecutorService other = Executors.newSingleThreadScheduledExecutor();

  @AfterEach
  void restore() {
    Thread.interrupted();
    other.shutdownNow();
  }

  private static List<AddDoctor> doctors(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> Call.add().toBuilder().gmcNumber("" + (7_000_000 + i)).build())
        .collect(Collectors.toList());
  }

  private static Answer code(String code) {
    return soap(Soap.code(GmcOperation.TRY_ADD_DOCTOR, code));
  }

  private static List<Outcome> outcomes(BulkResult<?, ?> result) {
    return result.items().stream().map(Item::outcome).collect(Collectors.toList());
  }

  private GmcClientBuilder oneAtATime() {
    return setting.client().bulkConcurrency(1);
  }

  @Test
  void everyItemHasItsOwnOutcomeInTheOrderOfTheRequests() {
    setting.http.then(
        DONE,
        code("100"),
        code("106"),
        Failure.REFUSED.of(GmcOperation.TRY_ADD_DOCTOR),
        Failure.DROPPED.of(GmcOperation.TRY_ADD_DOCTOR),
        DONE);
    List<AddDoctor> doctors = doctors(6);

    BulkResult<AddDoctor, ConnectionReceipt> result =
        oneAtATime().build().bulk().tryAddDoctors(doctors);

    assertThat(outcomes(result))
        .containsExactly(
            Outcome.DONE,
            Outcome.ALREADY_SO,
            Outcome.REJECTED,
            Outcome.FAILED,
            Outcome.OUTCOME_UNKNOWN,
            Outcome.DONE);
    assertThat(result.items()).extracting(Item::request).isEqualTo(doctors);
    assertThat(result.toRetry()).containsExactly(doctors.get(3), doctors.get(4));
    assertThat(result.isComplete()).isFalse();
    assertThat(result.items().get(2).failure()).containsInstanceOf(GmcRejectedException.class);
    assertThat(result.items().get(4).failure())
        .containsInstanceOf(GmcOutcomeUnknownException.class);
    assertThat(result)
        .hasToString(
            "BulkResult[DONE=2, ALREADY_SO=1, REJECTED=1, INVALID=0, FAILED=1,"
                + " OUTCOME_UNKNOWN=1, NOT_ATTEMPTED=0]");
  }

  @Test
  void theSupplierOfCredentialsIsAskedOnTheCallersThreadForEachCall() {
    List<Thread> asked = Collections.synchronizedList(new ArrayList<>());
    try (WireServer server = WireServer.start();
        GmcClient gmc =
            Clients.builder(server.endpoint())
                .credentials(
                    () -> {
                      asked.add(Thread.currentThread());
                      return GmcCredentials.of("user", "password");
                    })
                .build()) {
      server.always(HttpReply.soap(Soap.success(GmcOperation.TRY_ADD_DOCTOR)));

      gmc.bulk().tryAddDoctors(doctors(20));

      assertThat(asked).hasSize(20).containsOnly(Thread.currentThread());
    }
  }

  @Test
  @SuppressWarnings("NullAway") // As code without its checks may call.
  void aMissingItemIsNamedByItsIndexBeforeAnythingIsSent() {
    GmcClient gmc = setting.client().build();

    assertThatThrownBy(() -> gmc.bulk().tryAddDoctors(Arrays.asList(Call.add(), Call.add(), null)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("requests[2] is missing");
    assertThatThrownBy(() -> gmc.bulk().tryRemoveDoctors(Arrays.asList(null, Call.remove())))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("requests[0] is missing");
    assertThatThrownBy(() -> gmc.bulk().getDoctorsForDbs(Arrays.asList(Call.BODY, null)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("designatedBodyCodes[1] is missing");
    assertThatThrownBy(() -> gmc.bulk().tryAddDoctors(null))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("requests is missing");
    assertThatThrownBy(() -> gmc.bulk().tryAddDoctors(List.of(), null))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("onEach is missing");
    assertThat(setting.http.requests()).isZero();
  }

  @Test
  void oneRequestThatTheFirewallBlocksKeepsNoneOfTheOthersBack() {
    List<AddDoctor> doctors = doctors(100);
    setting.http.always(
        exchange -> {
          boolean poison = exchange.body().contains(doctors.get(0).gmcNumber());
          (poison ? Failure.WAF.of(GmcOperation.TRY_ADD_DOCTOR) : DONE).on(exchange);
        });
    GmcClient gmc = setting.client().circuitBreakerPolicy(CircuitBreakerPolicy.defaults()).build();

    List<AddDoctor> left = doctors;
    for (int run = 0; run < 5; run++) {
      left = gmc.bulk().tryAddDoctors(left).toRetry();
      assertThat(left).containsExactly(doctors.get(0));
    }

    assertThat(setting.http.requests()).isEqualTo(104);
  }

  @Test
  void asJsonEveryItemHasItsRequestAndItsAnswerOrEvidence() throws Exception {
    setting.http.then(DONE, code("106"), Failure.BLOCK.of(GmcOperation.TRY_ADD_DOCTOR));

    BulkResult<AddDoctor, ConnectionReceipt> result =
        oneAtATime().build().bulk().tryAddDoctors(doctors(4));
    JsonNode json = new ObjectMapper().valueToTree(result);

    assertThat(json.fieldNames()).toIterable().containsExactly("complete", "items");
    assertThat(json.path("complete").asBoolean()).isFalse();
    assertThat(json.path("items")).hasSize(4);
    assertThat(json.path("items"))
        .extracting(item -> item.path("request").path("gmcNumber").asText())
        .containsExactly("7000000", "7000001", "7000002", "7000003");
    assertThat(json.at("/items/0/answer/outcome").asText()).isEqualTo("DONE");
    assertThat(json.at("/items/1/outcome").asText()).isEqualTo("REJECTED");
    assertThat(json.at("/items/1/evidence/returnCode").asText()).isEqualTo("106");
    assertThat(json.at("/items/2/evidence/source").asText()).isEqualTo("EDGE");
    assertThat(json.at("/items/3").fieldNames()).toIterable().containsExactly("request", "outcome");
  }

  @ParameterizedTest
  @EnumSource(names = {"BLOCK", "CHALLENGE", "CODE_99"})
  void refusalOfThisClientStopsTheRemainderEvenWithoutABreaker(Failure failure) {
    setting.http.then(DONE, failure.of(GmcOperation.TRY_ADD_DOCTOR)).always(DONE);
    List<AddDoctor> doctors = doctors(50);

    BulkResult<AddDoctor, ConnectionReceipt> result =
        oneAtATime().build().bulk().tryAddDoctors(doctors);

    assertThat(setting.http.requests()).isEqualTo(2);
    assertThat(result.items(Outcome.NOT_ATTEMPTED)).hasSize(48);
    assertThat(result.items(Outcome.FAILED)).hasSize(1);
    assertThat(result.toRetry()).isEqualTo(doctors.subList(1, 50));
  }

  @ParameterizedTest
  @EnumSource(names = {"CODE_81", "TIMEOUT", "CODE_98"})
  void otherFailuresStopNothing(Failure failure) {
    setting.http.then(failure.of(GmcOperation.TRY_ADD_DOCTOR)).always(DONE);

    oneAtATime().build().bulk().tryAddDoctors(doctors(20));

    assertThat(setting.http.requests()).isEqualTo(20);
  }

  @Test
  void noMoreThanAFewAreInFlightAtOnce() throws Exception {
    AtomicInteger inFlight = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    setting.http.always(
        exchange -> {
          most.accumulateAndGet(inFlight.incrementAndGet(), Math::max);
          other.execute(
              () -> {
                inFlight.decrementAndGet();
                DONE.on(exchange);
              });
        });

    BulkResult<?, ?> result =
        setting
            .client()
            .bulkConcurrency(3)
            .executor(other)
            .build()
            .bulk()
            .tryAddDoctors(doctors(200));

    assertThat(result.isComplete()).isTrue();
    assertThat(most).hasValueBetween(2, 3);
  }

  @Test
  void firstCallProbesAloneAfterTheCoolDownSoThatTheRestFollows() {
    Answer list = soap(Soap.success(GmcOperation.GET_DOCTORS_FOR_DB));
    setting
        .http
        .then(
            Failure.BLOCK.of(GmcOperation.GET_DOCTORS_FOR_DB),
            exchange -> {
              Thread bulk = Thread.currentThread();
              other.execute(
                  () -> {
                    while (bulk.getState() != Thread.State.WAITING) {
                      Thread.onSpinWait();
                    }
                    list.on(exchange);
                  });
            })
        .always(list);
    GmcClient gmc = setting.client().circuitBreakerPolicy(CircuitBreakerPolicy.defaults()).build();
    Setting.start(Call.GET_DOCTORS, gmc);
    setting.time.advance(CircuitBreakerPolicy.defaults().coolDown());

    BulkResult<?, ?> result =
        gmc.bulk().getDoctorsForDbs(List.of("1-A", "1-B", "1-C", "1-D", "1-E"));

    assertThat(result.isComplete()).isTrue();
  }

  @Test
  void requestThatCannotBeSentIsInvalidAndNothingToRetry() {
    setting.http.always(DONE);
    List<AddDoctor> doctors = new ArrayList<>(doctors(3));
    doctors.set(1, Call.add().toBuilder().internalUser("a.\u0001dmin").build());

    BulkResult<?, ?> result = oneAtATime().build().bulk().tryAddDoctors(doctors);

    assertThat(outcomes(result)).containsExactly(Outcome.DONE, Outcome.INVALID, Outcome.DONE);
    assertThat(result.items().get(1).failure()).isEmpty();
    assertThat(result.items().get(1).exception())
        .get()
        .isInstanceOf(UnsendableValueException.class)
        .extracting(Throwable::getMessage)
        .isEqualTo("internalUser holds U+0001 at index 2, which XML cannot hold");
    assertThat(result.toRetry()).isEmpty();
    assertThat(result.isComplete()).isFalse();
    assertThat(setting.http.requests()).isEqualTo(2);
  }

  @Test
  void aClosedClientCarriesOutNoBulk() {
    GmcClient closed = setting.client().build();
    closed.close();
    List<AddDoctor> doctors = new ArrayList<>(doctors(3));
    doctors.set(0, Call.add().toBuilder().internalUser("a.\u0001dmin").build());
    List<Outcome> told = new ArrayList<>();

    assertThatThrownBy(() -> closed.bulk().tryAddDoctors(doctors(3)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("the client is closed");
    assertThatThrownBy(() -> closed.bulk().tryAddDoctors(doctors, item -> told.add(item.outcome())))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("the client is closed");
    assertThat(told).containsExactly(Outcome.INVALID);
    assertThat(setting.http.requests()).isZero();
  }

  @Test
  void aClientThatIsClosedDuringABulkKeepsWhatBecameOfTheRequestsBefore() {
    setting.http.always(DONE);
    GmcClient client = oneAtATime().build();

    BulkResult<?, ?> result = client.bulk().tryAddDoctors(doctors(2), item -> client.close());

    assertThat(outcomes(result)).containsExactly(Outcome.DONE, Outcome.FAILED);
    assertThat(result.items().get(1).exception())
        .get()
        .isInstanceOf(IllegalStateException.class)
        .extracting(Throwable::getMessage)
        .isEqualTo("the client is closed");
    assertThat(result.toRetry()).hasSize(1);
  }

  @Test
  void noAccessToOneBodyIsARejectionOfItsRequestAndNothingToRetry() {
    setting.http.then(Failure.CODE_81.of(GmcOperation.TRY_ADD_DOCTOR), DONE);

    BulkResult<AddDoctor, ConnectionReceipt> result =
        oneAtATime().build().bulk().tryAddDoctors(doctors(2));

    assertThat(outcomes(result)).containsExactly(Outcome.REJECTED, Outcome.DONE);
    assertThat(result.items().get(0).returnCode())
        .contains(ReturnCode.NO_ACCESS_TO_DESIGNATED_BODY);
    assertThat(result.toRetry()).isEmpty();
  }

  @Test
  void anItemHasTheReturnCodeToKeepWhateverBecameOfIt() {
    setting.http.then(
        soap(Soap.success(GmcOperation.GET_DOCTORS_FOR_DB)),
        soap(Soap.code(GmcOperation.GET_DOCTORS_FOR_DB, "777")),
        Failure.DROPPED.of(GmcOperation.GET_DOCTORS_FOR_DB));
    GmcClient gmc = oneAtATime().retryPolicy(RetryPolicy.none()).build();

    List<Item<String, DoctorsForDb>> items =
        gmc.bulk().getDoctorsForDbs(List.of("1-A", "1-B", "1-C", "")).items();

    assertThat(items)
        .extracting(item -> item.returnCode().map(ReturnCode::code).orElse("none"))
        .containsExactly("0", "777", "none", "80");
    assertThat(items.get(1).failure().map(GmcException::actors))
        .contains(List.of(Actor.CALLER, Actor.GMC_SERVICE));
  }

  @Test
  void optionsHoldForEveryCallAndLeaveTheFirstBulkAsItWas() {
    setting.http.always(DONE);
    GmcBulk bulk = oneAtATime().build().bulk();
    GmcBulk named = bulk.options(CallOptions.builder().internalUser("b.other").build());

    named.tryAddDoctors(doctors(2));
    bulk.tryAddDoctors(doctors(1));

    assertThat(setting.http.exchanges())
        .extracting(exchange -> exchange.body().contains("<InternalUser>b.other</InternalUser>"))
        .containsExactly(true, true, false);
    assertThatThrownBy(() -> bulk.options(Nothing.at(CallOptions.class)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("options is missing");
  }

  @Test
  void eachIsToldAsItEndsAndWhatTheConsumerThrowsStopsTheRest() {
    setting.http.always(DONE);
    List<Outcome> told = new ArrayList<>();
    GmcBulk bulk = oneAtATime().build().bulk();

    bulk.tryAddDoctors(doctors(3), item -> told.add(item.outcome()));

    assertThat(told).containsExactly(Outcome.DONE, Outcome.DONE, Outcome.DONE);
    assertThatThrownBy(
            () ->
                bulk.tryAddDoctors(
                    doctors(3),
                    item -> {
                      throw new IllegalStateException("the disk is full");
                    }))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("onEach threw an exception, which ended the bulk")
        .cause()
        .hasMessage("the disk is full");
    assertThat(setting.http.requests()).isEqualTo(4);
  }

  @Test
  void removalThatCannotBeSentIsInvalid() {
    RemoveDoctor unsendable = Call.remove().toBuilder().designatedBodyCode("1-\uFFFF").build();

    assertThat(outcomes(oneAtATime().build().bulk().tryRemoveDoctors(List.of(unsendable))))
        .containsExactly(Outcome.INVALID);
  }

  @Test
  void blankBodyCodeIsInvalid() {
    setting.http.always(soap(Soap.success(GmcOperation.GET_DOCTORS_FOR_DB)));

    BulkResult<?, ?> result = oneAtATime().build().bulk().getDoctorsForDbs(List.of("1-A", " "));

    assertThat(outcomes(result)).containsExactly(Outcome.DONE, Outcome.INVALID);
    assertThat(result.toRetry()).isEmpty();
  }

  @Test
  void badValueOfTheClientFailsItsItemsWhichAreLeftToRetry() {
    List<AddDoctor> doctors = doctors(2);
    GmcClient gmc = oneAtATime().credentials(() -> GmcCredentials.of(" ", "password")).build();

    BulkResult<AddDoctor, ConnectionReceipt> result = gmc.bulk().tryAddDoctors(doctors);

    assertThat(outcomes(result)).containsExactly(Outcome.FAILED, Outcome.FAILED);
    assertThat(result.toRetry()).isEqualTo(doctors);
  }

  @Test
  void supplierOfCredentialsThatThrowsFailsItsItemAndHangsNobody() {
    setting.http.always(DONE);
    AtomicInteger asked = new AtomicInteger();
    GmcClient gmc =
        oneAtATime()
            .credentials(
                () -> {
                  if (asked.incrementAndGet() == 2) {
                    throw new UncheckedIOException(new IOException("vault is shut"));
                  }
                  return GmcCredentials.of("user", "password");
                })
            .build();

    assertThat(outcomes(gmc.bulk().tryAddDoctors(doctors(3))))
        .containsExactly(Outcome.DONE, Outcome.FAILED, Outcome.DONE);
  }

  @Test
  void twentyThousandItemsAtAnOpenCircuitAreNotAttempted() {
    setting.http.then(Failure.BLOCK.of(GmcOperation.TRY_ADD_DOCTOR));
    GmcClient gmc = setting.client().circuitBreakerPolicy(CircuitBreakerPolicy.defaults()).build();
    Setting.start(Call.ADD, gmc);

    BulkResult<AddDoctor, ConnectionReceipt> result = gmc.bulk().tryAddDoctors(doctors(20_000));

    assertThat(result.items(Outcome.NOT_ATTEMPTED)).hasSize(20_000);
    assertThat(result.items().get(0).failure()).containsInstanceOf(GmcBlockedException.class);
    assertThat(setting.http.requests()).isEqualTo(1);
  }

  @Test
  void twentyThousandItemsThatFailAtOnceDoNotOverflowTheStack() {
    GmcClient gmc =
        oneAtATime()
            .credentials(
                () -> {
                  throw new IllegalStateException("no vault");
                })
            .build();

    assertThat(gmc.bulk().tryAddDoctors(doctors(20_000)).items(Outcome.FAILED)).hasSize(20_000);
  }

  @Test
  void twentyThousandItemsAnsweredOnTheSameThreadDoNotOverflowTheStack() {
    setting.http.always(DONE);

    assertThat(oneAtATime().build().bulk().tryAddDoctors(doctors(20_000)).isComplete()).isTrue();
  }

  @Test
  void interruptCancelsWhatIsInFlightAndTellsWhatIsKnown() {
    setting.http.then(
        DONE,
        exchange -> {
          Thread.currentThread().interrupt();
        });

    BulkResult<?, ?> result = oneAtATime().build().bulk().tryAddDoctors(doctors(4));

    assertThat(Thread.interrupted()).isTrue();
    assertThat(outcomes(result))
        .containsExactly(
            Outcome.DONE, Outcome.OUTCOME_UNKNOWN, Outcome.NOT_ATTEMPTED, Outcome.NOT_ATTEMPTED);
    assertThat(setting.http.exchanges())
        .extracting(Exchange::isCancelled)
        .containsExactly(false, true);
  }

  @Test
  void nothingToDoIsDone() {
    assertThat(oneAtATime().build().bulk().tryAddDoctors(List.of()).isComplete()).isTrue();
  }
}
