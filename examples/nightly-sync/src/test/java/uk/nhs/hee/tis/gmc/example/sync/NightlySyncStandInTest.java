package uk.nhs.hee.tis.gmc.example.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NightlySyncStandInTest {
  @TempDir Path out;

  private Job sync(String... further) throws InterruptedException {
    List<String> arguments = new ArrayList<>(List.of("--out", out.toString(), "--doctors", "80"));
    arguments.addAll(Arrays.asList(further));
    return Job.run(Map.of(), arguments.toArray(String[]::new));
  }

  @Test
  void syncsTheThirteenBodiesWithoutConfiguration() throws Exception {
    Job job = sync();

    assertThat(job.exitCode).isZero();
    assertThat(job.out)
        .startsWith(
            "A stand-in GMC, for GMC_CONNECT_URL is not set: 720 invented doctors (seed 2026)\n"
                + "  User-Agent: gmc-nightly-sync/");
    assertThat(job.table())
        .contains("1-1RUZV1D  Kent, Surrey and Sussex ")
        .containsPattern("Total +13 designated bodies +720 +\\d+ +#\\.## s  13 complete\n");
  }

  @Test
  void sameSeedInventsTheSameDoctors() throws Exception {
    sync();
    byte[] first = Files.readAllBytes(out.resolve("1-1RSSQ2H.csv"));

    sync("--seed", "2026");
    assertThat(out.resolve("1-1RSSQ2H.csv")).hasBinaryContent(first);

    sync("--seed", "2027");
    assertThat(Files.readAllBytes(out.resolve("1-1RSSQ2H.csv"))).isNotEqualTo(first);
  }
}
