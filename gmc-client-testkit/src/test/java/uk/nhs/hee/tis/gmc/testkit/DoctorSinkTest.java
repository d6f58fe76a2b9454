package uk.nhs.hee.tis.gmc.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static uk.nhs.hee.tis.gmc.testkit.DoctorRow.doctor;
import static uk.nhs.hee.tis.gmc.testkit.GmcAnswers.doctors;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import uk.nhs.hee.tis.gmc.client.DoctorSink;
import uk.nhs.hee.tis.gmc.client.GmcClient;
import uk.nhs.hee.tis.gmc.client.GmcCredentials;
import uk.nhs.hee.tis.gmc.client.RetryPolicy;
import uk.nhs.hee.tis.gmc.client.error.GmcBlockedException;
import uk.nhs.hee.tis.gmc.client.error.GmcProtocolException;
import uk.nhs.hee.tis.gmc.client.model.Doctor;
import uk.nhs.hee.tis.gmc.client.model.DoctorsSummary;
import uk.nhs.hee.tis.gmc.testkit.errors.GmcErrors;

/** Code that takes doctors one by one can be tested with the fake and with the mock server. */
@GmcTest
class DoctorSinkTest {
  private static final String HERE = "1-1RSSQ2H";

  private final List<String> events = new ArrayList<>();

  /** Notes what it is told. */
  private final class Noting implements DoctorSink<Integer> {
    @Override
    public void accept(Doctor doctor) {
      events.add(doctor.gmcNumber().orElse("none"));
    }

    @Override
    public Integer complete(DoctorsSummary list) {
      events.add("complete");
      return list.rows();
    }

    @Override
    public void discard() {
      events.add("discard");
    }
  }

  @Test
  void aFakeHandsOverTheListThatItWasToldToAnswer() {
    FakeGmcClient fake = FakeGmcClient.create();
    fake.whenGettingDoctorsFor(HERE)
        .answers(doctors(HERE, doctor("9000001"), DoctorRow.withoutNumber()));

    assertThat(fake.getDoctorsForDb(HERE, Noting::new)).isEqualTo(2);
    assertThat(fake.async().getDoctorsForDb(HERE, Noting::new).join()).isEqualTo(2);

    assertThat(events)
        .containsExactly("9000001", "none", "complete", "9000001", "none", "complete");
    assertThat(fake.received().listRequests()).containsExactly(HERE, HERE);
  }

  @Test
  void aFakeThatFailsOpensNoSink() {
    FakeGmcClient fake = FakeGmcClient.create();
    fake.whenGettingDoctorsFor(HERE).fails(GmcErrors.blocked().build());

    assertThatThrownBy(() -> fake.getDoctorsForDb(HERE, Noting::new))
        .isInstanceOf(GmcBlockedException.class);
    assertThat(events).isEmpty();
  }

  /** Has no room for any doctor. */
  private static final class FullSink implements DoctorSink<Integer> {
    private final RuntimeException full;
    private final Runnable discarding;

    FullSink(RuntimeException full, Runnable discarding) {
      this.full = full;
      this.discarding = discarding;
    }

    @Override
    public void accept(Doctor doctor) {
      throw full;
    }

    @Override
    public Integer complete(DoctorsSummary list) {
      return list.rows();
    }

    @Override
    public void discard() {
      discarding.run();
    }
  }

  @Test
  void aSinkOfTheTestThatThrowsIsToldToDiscardByAFakeToo() {
    FakeGmcClient fake = FakeGmcClient.create();
    fake.whenGettingDoctorsFor(HERE).answers(doctors(HERE, doctor("9000001")));
    RuntimeException full = new IllegalStateException("the disk is full");
    DoctorSink<Integer> sink = new FullSink(full, () -> events.add("discard"));

    assertThatThrownBy(() -> fake.getDoctorsForDb(HERE, () -> sink)).isSameAs(full);
    assertThat(events).containsExactly("discard");
  }

  @Test
  void aFakeThrowsWhatASinkThrewEvenIfThatSinkCannotDiscard() {
    FakeGmcClient fake = FakeGmcClient.create();
    fake.whenGettingDoctorsFor(HERE).answers(doctors(HERE, doctor("9000001")));
    RuntimeException full = new IllegalStateException("the disk is full");
    DoctorSink<Integer> sink =
        new FullSink(
            full,
            () -> {
              throw new IllegalStateException("cannot even do that");
            });

    assertThatThrownBy(() -> fake.getDoctorsForDb(HERE, () -> sink)).isSameAs(full);
  }

  @Test
  @SuppressWarnings("NullAway") // As code without its checks may call.
  void aFakeRefusesASupplierThatIsMissingOrSuppliesNothingAsTheClientDoes() {
    FakeGmcClient fake = FakeGmcClient.create();
    fake.whenGettingDoctorsFor(HERE).answers(doctors(HERE, doctor("9000001")));
    Supplier<DoctorSink<Integer>> missing = null;
    Supplier<DoctorSink<Integer>> ofNothing = () -> null;

    assertThatThrownBy(() -> fake.getDoctorsForDb(HERE, missing))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("sinks is missing");
    assertThatThrownBy(() -> fake.getDoctorsForDb(HERE, ofNothing))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("the supplier of sinks returned null");
    assertThat(fake.received().listRequests()).containsExactly(HERE);
  }

  @Test
  void aListThatTheServerCutsIsNeverComplete(GmcMockServer gmc) {
    gmc.register().addDesignatedBody(HERE);
    gmc.whenGettingDoctorsFor(HERE)
        .answers(doctor("9000000"), doctor("9000001"))
        .then()
        .truncatesAt(0.9);
    GmcClient client =
        GmcClient.builder()
            .endpoint(gmc.endpoint())
            .credentials(GmcCredentials.of(gmc.username(), gmc.password()))
            .internalUser("a.tester")
            .retryPolicy(RetryPolicy.none())
            .build();

    assertThat(client.getDoctorsForDb(HERE, Noting::new)).isEqualTo(2);
    assertThatThrownBy(() -> client.getDoctorsForDb(HERE, Noting::new))
        .isInstanceOf(GmcProtocolException.class);

    assertThat(events).startsWith("9000000", "9000001");
    assertThat(events).filteredOn("complete"::equals).hasSize(1);
  }
}
