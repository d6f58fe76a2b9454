package uk.nhs.hee.tis.gmc.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import uk.nhs.hee.tis.gmc.client.CircuitBreakerPolicy;
import uk.nhs.hee.tis.gmc.client.GmcClient;
import uk.nhs.hee.tis.gmc.client.GmcClientBuilder;
import uk.nhs.hee.tis.gmc.client.model.DoctorsForDb;
import uk.nhs.hee.tis.gmc.client.model.GmcAnswer;
import uk.nhs.hee.tis.gmc.client.model.RecommendationStatus;
import uk.nhs.hee.tis.gmc.testkit.AccountedCall.Kind;

/**
 * Twenty thousand calls against a stand-in that fails three requests in ten, in every way that is
 * known. Whatever happens, what a caller is told is what the register did.
 */
class AccountingUnderFaultsTest {
  private static final long SEED = Long.getLong("gmc.accounting.seed", 20270105);
  private static final Duration ATTEMPT = Duration.ofMillis(400);
  private static final Duration COOL_DOWN = Duration.ofMillis(20);
  private static final int BLOCKING_LANES = 12;

  private static final int READS = 10_000;
  private static final int WRITES_OF_A_KIND = 2_600;
  private static final int DOUBLE_CLICK_EVERY = 20;

  private static final String QUIET = "1-QUIET";
  private static final String BUSY = "1-BUSY";
  private static final String JOINED = "1-JOINED";
  private static final String LEFT = "1-LEFT";
  private static final String RECOMMENDED = "1-REC";

  @RegisterExtension
  final GmcMockServer gmc = GmcMockServer.builder().register(GmcRegister.empty()).build();

  private final Random random = new Random(SEED);
  private List<String> quiet = List.of();
  private Set<String> everBusy = Set.of();

  @Test
  void whatCallersAreToldIsWhatTheRegisterDid() throws Exception {
    List<AccountedCall> calls = new ArrayList<>(writes());
    calls.addAll(reads());
    Collections.shuffle(calls, random);
    putDoubleClicksSideBySide(calls);
    RandomFaults faults = new RandomFaults(SEED, ATTEMPT.multipliedBy(3).dividedBy(2));
    gmc.whenever().takesEffect(faults);
    Ledger ledger = new Ledger(this::wrongWith);

    long start = System.nanoTime();
    try (GmcClient one = client().build();
        GmcClient other = client().build()) {
      new Callers(List.of(one, other), ledger, COOL_DOWN).make(calls, BLOCKING_LANES, probes());
    }
    Duration took = Duration.ofNanos(System.nanoTime() - start);

    report(ledger, faults, took);
    assertThat(ledger.lies(gmc)).isEmpty();
    assertThat(recommendedTwice()).isEmpty();
    assertThat(finalOutcomes(ledger, false)).isGreaterThanOrEqualTo(10_000);
    assertThat(finalOutcomes(ledger, true)).isGreaterThanOrEqualTo(READS);
  }

  private GmcClientBuilder client() {
    return Clients.of(gmc)
        .attemptTimeout(ATTEMPT)
        .callDeadline(Duration.ofSeconds(10))
        .retryPolicy(AccountedCall.PATIENT)
        .circuitBreakerPolicy(
            CircuitBreakerPolicy.builder().failuresToOpen(5).coolDown(COOL_DOWN).build());
  }

  private List<AccountedCall> writes() {
    List<AccountedCall> calls = new ArrayList<>();
    gmc.register().addDesignatedBody(JOINED);
    for (int i = 0; i < WRITES_OF_A_KIND; i++) {
      String joiner = number(9_100_000 + i);
      if (i % 10 == 0) {
        gmc.register().connect(JOINED, doctor(joiner));
      }
      calls.add(AccountedCall.of(Kind.ADD, JOINED, joiner, i));

      String leaver = number(9_200_000 + i);
      if (i % 10 != 0) {
        gmc.register().connect(LEFT, doctor(leaver));
      }
      calls.add(AccountedCall.of(Kind.REMOVE, LEFT, leaver, i));

      calls.add(recommendation(Kind.RECOMMEND, 9_300_000 + i, i));
      calls.add(recommendation(Kind.RECOMMEND_V2, 9_400_000 + i, i));
    }
    return calls;
  }

  private AccountedCall recommendation(Kind kind, int doctor, int i) {
    gmc.register().connect(RECOMMENDED, doctor(number(doctor)));
    return AccountedCall.of(kind, RECOMMENDED, number(doctor), i);
  }

  /** A second submission of the same recommendation, so near the first that both are in flight. */
  private static void putDoubleClicksSideBySide(List<AccountedCall> calls) {
    for (int i = 0; i < calls.size(); i += DOUBLE_CLICK_EVERY) {
      AccountedCall call = calls.get(i);
      if (call.isRecommendation()) {
        calls.add(i, AccountedCall.of(call.kind, call.body, call.about, WRITES_OF_A_KIND + i));
      }
    }
  }

  private List<AccountedCall> reads() {
    IntStream.range(0, 12)
        .forEach(i -> gmc.register().connect(QUIET, doctor("" + (9_500_000 + i))));
    quiet = numbers(QUIET);
    IntStream.range(0, 20).forEach(i -> gmc.register().connect(BUSY, doctor("" + (9_600_000 + i))));
    everBusy = new HashSet<>(numbers(BUSY));
    List<AccountedCall> calls = new ArrayList<>();
    String open = openRecommendation();
    for (int i = 0; i < READS; i++) {
      if (i % 100 == 0) {
        String joiner = number(9_610_000 + i);
        everBusy.add(joiner);
        calls.add(AccountedCall.of(Kind.ADD, BUSY, joiner, 1_000_000 + i));
      }
      calls.add(
          i % 4 == 0
              ? AccountedCall.of(Kind.STATUS, QUIET, open, i)
              : AccountedCall.of(Kind.LIST, i % 4 == 1 ? BUSY : QUIET, "", i));
    }
    return calls;
  }

  private String openRecommendation() {
    String doctor = quiet.get(0);
    try (GmcClient client = Clients.of(gmc).build()) {
      AccountedCall.of(Kind.RECOMMEND, QUIET, doctor, -1).on(client);
    }
    return gmc.register().recommendations().get(0).recommendationId() + "/" + doctor;
  }

  private static List<AccountedCall> probes() {
    return List.of(
        AccountedCall.of(Kind.LIST, QUIET, "", -1), AccountedCall.of(Kind.LIST, QUIET, "", -2));
  }

  private static String number(int number) {
    return Integer.toString(number);
  }

  private static DoctorRow doctor(String number) {
    return DoctorRow.doctor(number).with("DoctorLastName", "Quillfeather").underNotice();
  }

  private List<String> numbers(String body) {
    return gmc.register().doctors(body).stream()
        .map(doctor -> doctor.gmcNumber().orElseThrow())
        .collect(Collectors.toList());
  }

  private @Nullable String wrongWith(AccountedCall call, GmcAnswer answer) {
    if (answer instanceof RecommendationStatus) {
      return ((RecommendationStatus) answer).state() == RecommendationStatus.State.UNDER_REVIEW
          ? null
          : "wrong status";
    }
    List<String> listed =
        ((DoctorsForDb) answer)
            .doctors().stream().map(d -> d.gmcNumber().orElse("")).collect(Collectors.toList());
    if (call.body.equals(QUIET)) {
      return listed.equals(quiet) ? null : "a list of " + listed.size();
    }
    boolean consistent = listed.size() >= 20 && everBusy.containsAll(listed);
    return consistent && new HashSet<>(listed).size() == listed.size()
        ? null
        : "an inconsistent list of " + listed.size();
  }

  private List<String> recommendedTwice() {
    Set<String> doctors = new HashSet<>();
    return gmc.register().recommendations().stream()
        .map(RegisteredRecommendation::gmcNumber)
        .filter(doctor -> !doctors.add(doctor))
        .collect(Collectors.toList());
  }

  private static int finalOutcomes(Ledger ledger, boolean reads) {
    return ledger.counts(reads).entrySet().stream()
        .filter(entry -> entry.getKey() != Ledger.Told.HELD_BACK)
        .mapToInt(entry -> entry.getValue())
        .sum();
  }

  private void report(Ledger ledger, RandomFaults faults, Duration took) {
    System.out.printf(
        "Accounting on Java %s, seed %d: %d requests received, %d of them failed, %d processed; "
            + "%d attempts were repeats; writes %s; reads %s; %.1f s%n",
        System.getProperty("java.version"),
        SEED,
        gmc.requests().size(),
        faults.faults(),
        gmc.register().journal().size(),
        ledger.repeats(),
        ledger.counts(false),
        ledger.counts(true),
        took.toMillis() / 1000.0);
  }
}
