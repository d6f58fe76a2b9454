package uk.nhs.hee.tis.gmc.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The register by itself, without a server. */
class GmcRegisterTest {
  private static final List<String> THIRTEEN =
      IntStream.rangeClosed(1, 13).mapToObj(i -> "1-BODY" + i).collect(Collectors.toList());

  private static List<DoctorRow> all(GmcRegister register) {
    return register.designatedBodies().stream()
        .flatMap(code -> register.doctors(code).stream())
        .collect(Collectors.toList());
  }

  private static DoctorRow doctor(String number) {
    return DoctorRow.doctor(number);
  }

  @Test
  void inventedDoctorsAreTheSameForTheSameSeed() {
    List<DoctorRow> first = all(GmcRegister.invented(5, THIRTEEN, i -> 10 * i));

    assertThat(first).hasSize(780).isEqualTo(all(GmcRegister.invented(5, THIRTEEN, i -> 10 * i)));
    assertThat(first).isNotEqualTo(all(GmcRegister.invented(6, THIRTEEN, i -> 10 * i)));
  }

  @Test
  void inventedDoctorsAreOfEverySort() {
    List<DoctorRow> doctors = all(GmcRegister.invented(5, THIRTEEN, 200));

    Set<String> numbers = new HashSet<>();
    doctors.forEach(d -> numbers.add(d.gmcNumber().orElseThrow()));
    assertThat(numbers).hasSize(2_600).allMatch(number -> number.matches("9\\d{6}"));
    assertThat(doctors)
        .extracting(d -> d.field("UnderNotice").orElseThrow())
        .contains("Yes", "No", "On Hold");
    assertThat(doctors)
        .anyMatch(d -> d.field("SubmissionDate").orElseThrow().isEmpty())
        .anyMatch(d -> d.field("DateAdded").orElseThrow().isEmpty())
        .anyMatch(d -> d.field("DoctorLastName").orElseThrow().contains("&"))
        .anyMatch(d -> d.field("DoctorLastName").orElseThrow().contains("'"))
        .anyMatch(d -> d.field("DoctorFirstName").orElseThrow().chars().anyMatch(c -> c > 0xff));
  }

  @Test
  void thirteenLargeBodiesAreInventedInWellUnderASecond() {
    GmcRegister.invented(1, THIRTEEN, 100);
    // The time of the processor: that of a clock depends on what else the machine does.
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long start = threads.getCurrentThreadCpuTime();
    GmcRegister register = GmcRegister.invented(1, THIRTEEN, 8_000);
    long millis = TimeUnit.NANOSECONDS.toMillis(threads.getCurrentThreadCpuTime() - start);

    System.out.printf("13 bodies of 8,000 doctors invented in %d ms%n", millis);
    assertThat(millis).isLessThan(10_000);
    assertThat(register)
        .hasToString("GmcRegister[designatedBodies=13, doctors=104000, recommendations=0]");
  }

  @Test
  void sizesThatCannotBeAreRefused() {
    assertThatThrownBy(() -> GmcRegister.invented(1, THIRTEEN, -1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("sizes must be 0 or more, and 999999 in all, but body 0 has -1");
    assertThatThrownBy(() -> GmcRegister.invented(1, THIRTEEN, Integer.MAX_VALUE))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("sizes must be 0 or more, and 999999 in all, but body 0 has 2147483647");
  }

  @Test
  void aDoctorIsConnectedToOneBodyAtMost() {
    GmcRegister register = GmcRegister.empty().connect("A", doctor("9000001"));

    register.connect("B", doctor("9000001"));

    assertThat(register.doctors("A")).isEmpty();
    assertThat(register.doctors("B")).containsExactly(doctor("9000001"));
    assertThat(register.designatedBodies()).containsExactly("A", "B");
  }

  @Test
  void connectingAgainReplacesTheDoctorInHisPlace() {
    DoctorRow renamed = doctor("9000001").with("DoctorLastName", "New");
    GmcRegister register =
        GmcRegister.empty().connect("A", doctor("9000001")).connect("A", doctor("9000002"));

    assertThat(register.connect("A", renamed).doctors("A"))
        .containsExactly(renamed, doctor("9000002"));
  }

  @Test
  void disconnectingTouchesOnlyTheNamedBody() {
    GmcRegister register = GmcRegister.empty().connect("A", doctor("9000001"));

    assertThat(register.disconnect("B", "9000001").doctors("A")).hasSize(1);
    assertThat(register.disconnect("A", "9000001").doctors("A")).isEmpty();
    assertThat(register.doctors("unknown")).isEmpty();
  }

  @Test
  void aBlankDesignatedBodyIsRefused() {
    assertThatThrownBy(() -> GmcRegister.empty().addDesignatedBody(" "))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("designatedBodyCode is blank");
  }

  @Test
  void theStatusOfAnUnknownRecommendationCannotBeSet() {
    assertThatThrownBy(() -> GmcRegister.empty().status("17", "Approved"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("no recommendation has the id 17");
  }

  @Test
  void manyThreadsMayChangeItAtOnce() {
    GmcRegister register = GmcRegister.empty();
    List<String> numbers = new ArrayList<>();
    IntStream.range(0, 4_000).forEach(i -> numbers.add(Integer.toString(9_000_001 + i)));

    numbers.parallelStream()
        .forEach(
            number -> {
              register.connect("A", doctor(number));
              register.connect("B", doctor(number));
            });

    assertThat(register.doctors("A")).isEmpty();
    assertThat(register.doctors("B")).hasSize(4_000);
  }
}
