package uk.nhs.hee.tis.gmc.example.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import uk.nhs.hee.tis.gmc.client.model.ReturnCode;
import uk.nhs.hee.tis.gmc.testkit.DoctorRow;

/** What a run writes and prints, whether or not each body succeeds. */
class NightlySyncTest extends ThreeBodies {

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
