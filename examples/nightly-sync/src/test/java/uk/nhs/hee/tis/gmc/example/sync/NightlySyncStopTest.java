package uk.nhs.hee.tis.gmc.example.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import uk.nhs.hee.tis.gmc.testkit.GmcMockServer;
import uk.nhs.hee.tis.gmc.testkit.GmcRegister;
import uk.nhs.hee.tis.gmc.testkit.GmcScenario;

/** What every further call would meet stops the run at once: more bad requests make it worse. */
class NightlySyncStopTest {
  private static final List<String> CODES =
      List.of("1-A", "1-B", "1-C", "1-D", "1-E", "1-F", "1-G", "1-H");

  @RegisterExtension
  static final GmcMockServer gmc =
      GmcMockServer.builder().register(GmcRegister.invented(7, CODES, body -> 10)).build();

  @TempDir Path directory;
  private Path out;
  private Path bodies;

  @BeforeEach
  void listBodies() throws IOException {
    out = directory.resolve("out");
    bodies = Files.write(directory.resolve("bodies.csv"), CODES);
  }

  private Job sync(int parallel, String... further) throws InterruptedException {
    Stream<String> arguments =
        Stream.of("--bodies", bodies.toString(), "--out", out.toString(), "--parallel");
    return Job.against(
        gmc,
        Stream.of(arguments, Stream.of(Integer.toString(parallel)), Stream.of(further))
            .flatMap(Function.identity())
            .toArray(String[]::new));
  }

  private Map<String, String> files() throws IOException {
    Map<String, String> files = new HashMap<>();
    for (String code : CODES) {
      files.put(code, Files.readString(out.resolve(code + ".csv")));
    }
    return files;
  }

  @ParameterizedTest
  @EnumSource(names = {"CLOUDFLARE_1010", "CLOUDFLARE_1020", "CODE_99"})
  void oneAtATimeSendsOneRequest(GmcScenario scenario) throws Exception {
    scenario.happenOn(gmc);

    Job job = sync(1);

    assertThat(gmc.requests()).hasSize(1);
    assertThat(job.exitCode).isEqualTo(1);
    assertThat(job.table())
        .containsPattern("1-A .* failed\n1-B .* not attempted\n")
        .containsPattern("1-H +- +- +- +not attempted\n");
    assertThat(job.err)
        .contains(
            "\nNot attempted, because the same failure would have affected them: 7 designated"
                + " bodies.\n");
    assertThat(Files.readString(out.resolve("sync-state.json")))
        .containsOnlyOnce("\"FAILED\"")
        .contains("\"NOT_ATTEMPTED\"")
        .doesNotContain("\"COMPLETE\"");
  }

  @ParameterizedTest
  @EnumSource(names = {"CLOUDFLARE_1010", "CLOUDFLARE_1020", "CODE_99"})
  void threeAtATimeSendNoMoreThanWereUnderWay(GmcScenario scenario) throws Exception {
    scenario.happenOn(gmc);

    Job job = sync(3);

    assertThat(gmc.requests()).hasSizeBetween(1, 3);
    assertThat(job.table().lines().filter(line -> line.endsWith("not attempted")))
        .hasSizeGreaterThanOrEqualTo(5);
  }

  @ParameterizedTest
  @EnumSource(names = {"CLOUDFLARE_1010", "CLOUDFLARE_1020", "CODE_99"})
  void filesStayAsTheyWereAndAreFetchedWhenItIsOver(GmcScenario scenario) throws Exception {
    sync(3);
    Map<String, String> before = files();
    CODES.forEach(
        code ->
            gmc.register()
                .disconnect(code, gmc.register().doctors(code).get(0).gmcNumber().orElseThrow()));
    scenario.happenOn(gmc);

    Job job = sync(3);
    assertThat(files()).isEqualTo(before);
    assertThat(job.err).contains("\nOld files: 8 of 8 kept, the oldest written at 2");

    gmc.reset();
    assertThat(sync(3, "--only-missing").exitCode).isZero();
  }
}
