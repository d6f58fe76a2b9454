package uk.nhs.hee.tis.gmc.example.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.nhs.hee.tis.gmc.client.model.CallInfo;
import uk.nhs.hee.tis.gmc.client.model.Doctor;
import uk.nhs.hee.tis.gmc.client.model.DoctorsForDb;

/**
 * A run that is killed before any of its steps on disk leaves each file whole, keeps no file that
 * is not as it was written, and is healed by the next run. In one process, so that every step of
 * many runs can be tried.
 */
class KilledRunTest {
  private static final List<DesignatedBody> BODIES =
      List.of(
          new DesignatedBody("1-A", ""),
          new DesignatedBody("1-B", ""),
          new DesignatedBody("1-C", ""));
  private static final int TRIES = 300;

  @TempDir Path directory;
  private final Map<String, List<Doctor>> lists = new HashMap<>();
  private final Map<String, String> texts = new HashMap<>();

  /** Ends a run as a kill does: no step is taken any more, not even a clean-up. */
  private static final class Kill extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private static final class KillBefore implements DiskStep.Watcher {
    private final int step;
    private int taken;

    KillBefore(int step) {
      this.step = step;
    }

    @Override
    public void before(DiskStep step, Path file) {
      if (taken++ >= this.step) {
        throw new Kill();
      }
    }
  }

  /** Lists of such a size that each is written in several pieces. */
  private List<Doctor> doctors(DesignatedBody body, int night) {
    return lists.computeIfAbsent(body + " " + night, key -> invented(body, night));
  }

  private static List<Doctor> invented(DesignatedBody body, int night) {
    List<Doctor> doctors = new ArrayList<>();
    for (int i = 0; i < 400 + 20 * night; i++) {
      doctors.add(
          Doctor.builder()
              .gmcNumber(String.format(Locale.ROOT, "%07d", i))
              .lastName("of night " + night + " in " + body)
              .build());
    }
    return doctors;
  }

  private static DoctorsForDb answer(DesignatedBody body, List<Doctor> doctors) {
    return DoctorsForDb.builder()
        .designatedBodyCode(body.code())
        .doctors(doctors)
        .info(
            CallInfo.builder()
                .clientRequestId("1")
                .attempts(1)
                .startedAt(Instant.EPOCH)
                .duration(Duration.ZERO)
                .build())
        .build();
  }

  private OutputDirectory open(OutputFormat format, DiskStep.Watcher watcher) {
    return OutputDirectory.open(directory, format, "the test", Clock.systemUTC(), watcher);
  }

  private void sync(int night, OutputFormat format, DiskStep.Watcher watcher) throws IOException {
    try (OutputDirectory output = open(format, watcher)) {
      output.begin(BODIES);
      for (DesignatedBody body : BODIES) {
        FetchedDoctors fetched = new FetchedDoctors(answer(body, doctors(body, night)));
        WrittenFile written = output.write(body, fetched.doctors());
        output.note(List.of(Outcome.complete(body, fetched, written)));
      }
    }
  }

  private String text(OutputFormat format, DesignatedBody body, int night) {
    return texts.computeIfAbsent(
        format + " " + body + " " + night,
        key -> {
          StringWriter text = new StringWriter();
          try {
            format.write(doctors(body, night), text);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
          return text.toString();
        });
  }

  @Test
  void leavesWholeFilesAndIsHealedByTheNextWhateverStepItIsKilledBefore() throws Exception {
    int tries = 0;
    int kept = 0;
    int midData = 0;
    for (int night = 1; tries < TRIES; night = night % 7 + 1) {
      OutputFormat format = night % 3 == 0 ? OutputFormat.JSONL : OutputFormat.CSV;
      boolean killed = true;
      for (int step = 0; killed; step++) {
        killed = killedBefore(step, night, format);
        tries++;
        midData += unfinished() ? 1 : 0;
        kept += assertNothingIsKeptButWhatIsWhole(format);
      }
      sync(night, format, DiskStep.Watcher.NONE);
      assertThat(OutputFiles.names(directory))
          .containsExactly(
              ".sync.lock",
              "1-A." + format.extension(),
              "1-B." + format.extension(),
              "1-C." + format.extension(),
              "sync-state.json");
    }
    assertThat(tries).isGreaterThanOrEqualTo(TRIES);
    assertThat(midData).isPositive();
    assertThat(kept).isPositive();
  }

  private boolean killedBefore(int step, int night, OutputFormat format) throws IOException {
    try {
      sync(night, format, new KillBefore(step));
      return false;
    } catch (Kill e) {
      return true;
    }
  }

  private boolean unfinished() throws IOException {
    return OutputFiles.names(directory).stream().anyMatch(name -> name.endsWith(".tmp"));
  }

  private int assertNothingIsKeptButWhatIsWhole(OutputFormat format) throws IOException {
    int kept = 0;
    try (OutputDirectory output = open(format, DiskStep.Watcher.NONE)) {
      assertThat(unfinished()).isFalse();
      for (DesignatedBody body : BODIES) {
        Optional<LastRun> last =
            output.complete(body).filter(run -> output.whyNotKept(body, run).isEmpty());
        if (last.isPresent()) {
          kept++;
          int ofNight = (int) (last.get().doctors() - 400) / 20;
          assertThat(Files.readString(directory.resolve(last.get().file())))
              .isEqualTo(text(format, body, ofNight));
        }
      }
    }
    return kept;
  }

  @Test
  void secondRunIsRefusedWhateverStepTheFirstIsAt() throws Exception {
    List<DiskStep> refusedAt = new ArrayList<>();
    DiskStep.Watcher second =
        (step, file) -> {
          assertThatThrownBy(() -> open(OutputFormat.CSV, DiskStep.Watcher.NONE))
              .isInstanceOf(UsageException.class)
              .hasMessage(
                  "another run is writing to "
                      + directory
                      + " in this process: wait until it has ended, or choose another directory"
                      + " with --out");
          refusedAt.add(step);
        };

    sync(1, OutputFormat.CSV, second);

    assertThat(refusedAt).contains(DiskStep.values());
  }
}
