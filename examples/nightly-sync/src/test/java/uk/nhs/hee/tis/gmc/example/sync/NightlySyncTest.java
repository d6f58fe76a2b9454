package uk.nhs.hee.tis.gmc.example.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import uk.nhs.hee.tis.gmc.client.model.ReturnCode;
import uk.nhs.hee.tis.gmc.testkit.DoctorRow;
import uk.nhs.hee.tis.gmc.testkit.GmcMockServer;
import uk.nhs.hee.tis.gmc.testkit.GmcRegister;
import uk.nhs.hee.tis.gmc.testkit.ReceivedRequest;

class NightlySyncTest {
  private static final String NORTH = "1-NORTH";
  private static final String SOUTH = "1-SOUTH";
  private static final String WEST = "1-WEST";
  private static final List<String> CODES = List.of(NORTH, SOUTH, WEST);

  @RegisterExtension
  static final GmcMockServer gmc =
      GmcMockServer.builder()
          .credentials("sync-user-name", "sync-pass-word")
          .register(GmcRegister.invented(7, CODES, body -> 10 + body))
          .build();

  @TempDir Path directory;
  private Path out;
  private Path bodies;

  @BeforeEach
  void listBodies() throws IOException {
    out = directory.resolve("out");
    bodies =
        Files.writeString(
            directory.resolve("bodies.csv"),
            "1-NORTH,The North\n1-SOUTH\n1-WEST,\"West, by sea\"\n");
  }

  private Job sync(String... further) throws InterruptedException {
    Stream<String> arguments =
        Stream.concat(
            Stream.of("--bodies", bodies.toString(), "--out", out.toString()), Stream.of(further));
    return Job.against(gmc, arguments.toArray(String[]::new));
  }

  @Test
  void writesEveryBodyAndPrintsTheTable() throws Exception {
    Job job = sync();

    assertThat(job.exitCode).isZero();
    assertThat(job.out)
        .startsWith("GMC Connect at " + gmc.endpoint() + "\n  User-Agent: gmc-nightly-sync/");
    assertThat(job.table())
        .isEqualTo(
            "Body     Name                 Doctors  Under notice    Time  Result\n"
                + "-----------------------------------------------------------------------\n"
                + "1-NORTH  The North                 10            "
                + padded(underNotice(NORTH))
                + "  #.## s  complete\n"
                + "1-SOUTH                            11            "
                + padded(underNotice(SOUTH))
                + "  #.## s  complete\n"
                + "1-WEST   West, by sea              12            "
                + padded(underNotice(WEST))
                + "  #.## s  complete\n"
                + "-----------------------------------------------------------------------\n"
                + "Total    3 designated bodies       33            "
                + padded(underNotice(NORTH) + underNotice(SOUTH) + underNotice(WEST))
                + "  #.## s  3 complete\n");
    assertThat(OutputFiles.names(out))
        .containsExactly(
            ".sync.lock", "1-NORTH.csv", "1-SOUTH.csv", "1-WEST.csv", "sync-state.json");
  }

  private static long underNotice(String code) {
    return gmc.register().doctors(code).stream()
        .filter(doctor -> doctor.field("UnderNotice").orElse("").equals("Yes"))
        .count();
  }

  private static String padded(long number) {
    return String.format(Locale.ROOT, "%2d", number);
  }

  @Test
  void writesEveryFieldAsCsv() throws Exception {
    gmc.register().connect("1-ONE", doctor());
    Files.writeString(bodies, "1-ONE");

    sync();

    assertThat(out.resolve("1-ONE.csv"))
        .hasContent(
            "gmcNumber,firstName,lastName,submissionDate,doctorStatus,breach,dateAdded,underNotice,"
                + "underNoticeText,investigation,preliminaryInvestigation,sanction\n"
                + "0000012,Zoë,\"O'Hanlon, \"\"Ash\"\"\",2027-07-21,On the register,,,ON_HOLD,On"
                + " Hold,,,\n");
  }

  @Test
  void writesEveryFieldAsJsonLines() throws Exception {
    gmc.register().connect("1-ONE", doctor());
    Files.writeString(bodies, "1-ONE");

    sync("--format", "jsonl");

    assertThat(out.resolve("1-ONE.jsonl"))
        .hasContent(
            "{\"gmcNumber\":\"0000012\",\"firstName\":\"Zoë\",\"lastName\":\"O'Hanlon,"
                + " \\\"Ash\\\"\","
                + "\"submissionDate\":\"2027-07-21\",\"doctorStatus\":\"On the register\","
                + "\"underNotice\":\"ON_HOLD\",\"underNoticeText\":\"On Hold\"}\n");
  }

  private static DoctorRow doctor() {
    return DoctorRow.doctor("0000012")
        .named("Zoë", "O'Hanlon, \"Ash\"")
        .dueOn(java.time.LocalDate.of(2027, 7, 21))
        .with("DoctorStatus", "On the register")
        .onHold();
  }

  @Test
  void failedBodyKeepsItsOldFileByteForByte() throws Exception {
    sync();
    byte[] north = Files.readAllBytes(out.resolve("1-NORTH.csv"));
    byte[] south = Files.readAllBytes(out.resolve("1-SOUTH.csv"));
    CODES.forEach(
        code ->
            gmc.register()
                .disconnect(code, gmc.register().doctors(code).get(0).gmcNumber().orElseThrow()));
    gmc.whenGettingDoctorsFor(NORTH).refusesWith(ReturnCode.NO_ACCESS_TO_DESIGNATED_BODY);

    Job job = sync();

    assertThat(job.exitCode).isEqualTo(1);
    assertThat(out.resolve("1-NORTH.csv")).hasBinaryContent(north);
    assertThat(Files.readAllBytes(out.resolve("1-SOUTH.csv"))).hasSizeLessThan(south.length);
    assertThat(job.table())
        .contains("1-NORTH  The North                  -             -  #.## s  failed\n")
        .contains("1-WEST   West, by sea              11")
        .endsWith(
            "  2 complete\n"
                + "\n"
                + "1-NORTH:\n"
                + "  failed (GMC's service): return code 81: the account has no access to this\n"
                + "  designated body\n");
    assertThat(job.err).contains("Failed: The North (1-NORTH).\nThe GMC's service refused ");
  }

  @Test
  void connectionDroppedInTheMiddleOfAListFailsOnlyItsBody() throws Exception {
    gmc.whenGettingDoctorsFor(SOUTH).truncatesAt(0.5);

    Job job = sync();

    assertThat(job.exitCode).isEqualTo(1);
    assertThat(job.table())
        .containsPattern("1-SOUTH .* failed\n")
        .endsWith(
            "  2 complete\n\n1-SOUTH:\n  failed (network): the answer broke off part-way"
                + " through\n");
    assertThat(OutputFiles.names(out))
        .containsExactly(".sync.lock", "1-NORTH.csv", "1-WEST.csv", "evidence", "sync-state.json");
  }

  @Test
  void onlyMissingFetchesWhatTheLastRunDidNotComplete() throws Exception {
    gmc.whenGettingDoctorsFor(SOUTH)
        .forTheFirst(1)
        .refusesWith(ReturnCode.NO_ACCESS_TO_DESIGNATED_BODY);
    sync();
    Files.delete(out.resolve("1-WEST.csv"));
    int before = gmc.requests().size();

    Job job = sync("--only-missing");

    assertThat(gmc.requests().stream().skip(before).map(NightlySyncTest::bodyOf))
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
  void evidenceIsPrintedOnceForEachKindOfFailure() throws Exception {
    gmc.whenGettingDoctors().refusesWith(ReturnCode.NO_ACCESS_TO_DESIGNATED_BODY);

    Job job = sync();

    assertThat(job.err)
        .containsOnlyOnce("\nFailed: The North (1-NORTH), 1-SOUTH, West, by sea (1-WEST).\n");
    assertThat(job.err).containsOnlyOnce("  Client request id: ");
    assertThat(job.err)
        .endsWith(
            "\nOld files: none.\n"
                + "Evidence of each failed body, named by its code and time, as text and JSON: "
                + out.resolve("evidence")
                + ".\n"
                + "Once the cause is fixed, --only-missing fetches what is incomplete.\n");
  }

  @Test
  void evidenceOutlivesLaterRuns() throws Exception {
    gmc.whenGettingDoctorsFor(NORTH)
        .forTheFirst(2)
        .refusesWith(ReturnCode.NO_ACCESS_TO_DESIGNATED_BODY);

    sync();
    List<String> mailed = OutputFiles.names(out.resolve("evidence"));
    assertThat(mailed)
        .hasSize(2)
        .allMatch(name -> name.matches("1-NORTH-\\d{8}T\\d{6}\\.\\d{3}Z\\.(txt|json)"));

    assertThat(sync().exitCode).isEqualTo(1);
    assertThat(sync().exitCode).isZero();
    assertThat(OutputFiles.names(out.resolve("evidence"))).hasSize(4).containsAll(mailed);
  }

  @Test
  void otherFormatLeavesNoOldFileBesideTheNewOne() throws Exception {
    sync();

    assertThat(sync("--format", "jsonl").exitCode).isZero();

    assertThat(OutputFiles.names(out))
        .containsExactly(
            ".sync.lock", "1-NORTH.jsonl", "1-SOUTH.jsonl", "1-WEST.jsonl", "sync-state.json");
  }

  @Test
  void otherFormatLeavesTheOldFileOfAFailedBody() throws Exception {
    sync();
    gmc.whenGettingDoctorsFor(NORTH).refusesWith(ReturnCode.NO_ACCESS_TO_DESIGNATED_BODY);

    Job job = sync("--format", "jsonl");

    assertThat(OutputFiles.names(out))
        .contains("1-NORTH.csv")
        .doesNotContain("1-NORTH.jsonl", "1-SOUTH.csv");
    assertThat(job.err).contains("\nOld files: 1 of 1 kept, the oldest written at 2");
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

  @Test
  void fullDiskIsToldOnce() throws Exception {
    sync();
    String north = Files.readString(out.resolve("1-NORTH.csv"));
    DiskStep.Watcher fullOnceBegun =
        (step, file) -> {
          if (step == DiskStep.WRITE && gmc.requests().size() > CODES.size()) {
            throw new IOException("No space left on device");
          }
        };

    Job job =
        Job.run(
            Job.environment(gmc),
            fullOnceBegun,
            "--bodies",
            bodies.toString(),
            "--out",
            out.toString());

    assertThat(job.exitCode).isEqualTo(1);
    assertThat(job.table())
        .containsPattern(
            "  0 complete\n\n1-NORTH, 1-SOUTH, 1-WEST:\n  failed, not saved: No space left on"
                + " device\n$");
    assertThat(job.err)
        .endsWith(
            "\nNot saved in "
                + out
                + ": No space left on device (3 designated bodies).\n"
                + job.err.substring(job.err.indexOf("Old files: ")))
        .contains("Old files: 3 of 3 kept, the oldest written at 2")
        .doesNotContain("\tat ", "Exception");
    assertThat(out.resolve("1-NORTH.csv")).hasContent(north);
    assertThat(OutputFiles.names(out))
        .containsExactly(
            ".sync.lock", "1-NORTH.csv", "1-SOUTH.csv", "1-WEST.csv", "sync-state.json");
    assertThat(sync("--only-missing").table()).doesNotContain("kept").endsWith("  3 complete\n");
  }

  @Test
  void fullDiskAtTheStartFetchesNothing() throws Exception {
    DiskStep.Watcher full =
        (step, file) -> {
          throw new IOException("No space left on device");
        };

    Job job =
        Job.run(Job.environment(gmc), full, "--bodies", bodies.toString(), "--out", out.toString());

    assertThat(job.exitCode).isEqualTo(2);
    assertThat(gmc.requests()).isEmpty();
    assertThat(job.err)
        .endsWith(
            "the output directory "
                + out
                + " cannot be written to (No space left on device): fix that, or choose another"
                + " with --out\n"
                + "--help shows every option.\n");
  }

  @Test
  void listToLookAtIsWrittenButNotPlainlyComplete() throws Exception {
    gmc.whenGettingDoctorsFor(NORTH).answersWith(200, "text/xml; charset=utf-8", oddList());

    Job job = sync();

    assertThat(job.exitCode).isEqualTo(3);
    assertThat(job.table())
        .contains(
            "  3 complete\n"
                + "\n"
                + "1-NORTH:\n"
                + "  complete, look at 2 rows without number, 1 number in more than one row, 1\n"
                + "  unreadable field\n");
    assertThat(Files.readAllLines(out.resolve("1-NORTH.csv"))).hasSize(1 + 4);
  }

  private static String oddList() {
    String row = "<GetDoctorsForDBResponse_Doctor>%s</GetDoctorsForDBResponse_Doctor>";
    String number = "<GMCReferenceNumber>7000001</GMCReferenceNumber>";
    return "<soap:Envelope xmlns:soap=\"http://schemas.xmlsoap.org/soap/envelope/\"><soap:Body>"
        + "<GetDoctorsForDBResponse xmlns=\"https://webcache.gmc-uk.org/GMCWebServices/\">"
        + "<GetDoctorsForDBResult><Doctors>"
        + String.format(row, number)
        + String.format(row, "")
        + String.format(row, "<GMCReferenceNumber/><SubmissionDate>soon</SubmissionDate>")
        + String.format(row, number)
        + "</Doctors><ReturnCode>0</ReturnCode></GetDoctorsForDBResult>"
        + "</GetDoctorsForDBResponse></soap:Body></soap:Envelope>";
  }

  @Test
  void emptyListIsToBeLookedAt() throws Exception {
    gmc.register().addDesignatedBody("1-NONE");
    Files.writeString(bodies, "1-NONE");

    Job job = sync();

    assertThat(job.exitCode).isEqualTo(3);
    assertThat(job.table()).contains("complete, look at the empty list\n");
  }

  @Test
  void progressIsOneLineForEachBodyWithoutATerminal() throws Exception {
    assertThat(sync("--parallel", "1").err)
        .endsWith(
            "1/3 The North (1-NORTH), 10 doctors: complete\n"
                + "2/3 1-SOUTH, 11 doctors: complete\n"
                + "3/3 West, by sea (1-WEST), 12 doctors: complete\n");
  }
}
