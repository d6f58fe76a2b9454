package uk.nhs.hee.tis.gmc.example.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import uk.nhs.hee.tis.gmc.client.model.ReturnCode;
import uk.nhs.hee.tis.gmc.testkit.ReceivedRequest;

/** What {@code --only-missing} fetches again after an earlier run. */
class NightlySyncOnlyMissingTest extends ThreeBodies {

  @Test
  void onlyMissingFetchesWhatTheLastRunDidNotComplete() throws Exception {
    gmc.whenGettingDoctorsFor(SOUTH)
        .forTheFirst(1)
        .refusesWith(ReturnCode.NO_ACCESS_TO_DESIGNATED_BODY);
    sync();
    Files.delete(out.resolve("1-WEST.csv"));
    int before = gmc.requests().size();

    Job job = sync("--only-missing");

    assertThat(gmc.requests().stream().skip(before).map(NightlySyncOnlyMissingTest::bodyOf))
        .containsExactlyInAnyOrder(SOUTH, WEST);
    assertThat(job.exitCode).isZero();
    assertThat(job.table())
        .containsPattern("1-NORTH  The North +10 +\\d +-  kept\n")
        .containsPattern("  3 complete\n\n1-NORTH:\n  kept, complete on 2\\d{3}-\\d\\d-\\d\\d\n$");
  }

  @Test
  void onlyMissingFetchesNothingWhenNothingIsMissing() throws Exception {
    sync();
    int before = gmc.requests().size();

    assertThat(sync("--only-missing").exitCode).isZero();
    assertThat(gmc.requests()).hasSize(before);
  }

  @Test
  void onlyMissingFetchesAnewInAnotherFormat() throws Exception {
    sync();
    int before = gmc.requests().size();

    assertThat(sync("--only-missing", "--format", "jsonl").exitCode).isZero();
    assertThat(gmc.requests()).hasSize(before + CODES.size());
  }

  private static String bodyOf(ReceivedRequest request) {
    return request.field("DesignatedBodyCode").orElse("none");
  }

  @Test
  void remainderOfAStoppedRunIsMissing() throws Exception {
    gmc.whenGettingDoctors().forTheFirst(1).refusesWith(ReturnCode.INVALID_CREDENTIALS);
    sync("--parallel", "1");

    assertThat(sync("--only-missing").table()).doesNotContain("kept").endsWith("  3 complete\n");
  }

  @Test
  void onlyMissingFetchesAgainWhatIsNotAsItWasWritten() throws Exception {
    sync();
    Path north = out.resolve("1-NORTH.csv");
    Path south = out.resolve("1-SOUTH.csv");
    Path west = out.resolve("1-WEST.csv");
    String whole = Files.readString(north);
    long bytes = Files.size(north);
    List<String> rows = Files.readAllLines(north);
    Files.write(north, rows.subList(0, 3));
    String edited = Files.readString(south).replace("YES", "NO ");
    Files.writeString(south, edited);
    Files.writeString(west, "one more\n", StandardOpenOption.APPEND);
    long longer = Files.size(west);

    Job job = sync("--only-missing", "--parallel", "1");

    assertThat(job.exitCode).isZero();
    assertThat(job.err)
        .contains(
            "The North (1-NORTH) is fetched again: 1-NORTH.csv is cut short: "
                + Words.of(rowsBytes(rows.subList(0, 3)))
                + " bytes, but "
                + Words.of(bytes)
                + " were written.\n"
                + "1-SOUTH is fetched again: 1-SOUTH.csv has changed since it was written.\n"
                + "West, by sea (1-WEST) is fetched again: 1-WEST.csv has grown: "
                + Words.of(longer)
                + " bytes, but "
                + Words.of(longer - 9)
                + " were written.\n");
    assertThat(north).hasContent(whole);
    assertThat(job.table()).doesNotContain("kept");
  }

  private static long rowsBytes(List<String> rows) {
    return rows.stream().mapToLong(row -> row.length() + 1).sum();
  }

  @Test
  void onlyMissingFetchesAgainWhatIsMissing() throws Exception {
    sync();
    Files.delete(out.resolve("1-SOUTH.csv"));

    assertThat(sync("--only-missing").err)
        .contains("\n1-SOUTH is fetched again: 1-SOUTH.csv is missing.\n");
    assertThat(sync("--only-missing", "--format", "jsonl").err)
        .contains(
            "\n1-SOUTH is fetched again: the last run wrote 1-SOUTH.csv, not 1-SOUTH.jsonl.\n");
  }
}
