package uk.nhs.hee.tis.gmc.testkit.standin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.nhs.hee.tis.gmc.testkit.DoctorRow;
import uk.nhs.hee.tis.gmc.testkit.GmcRegister;

/** Registers that the program reads from files. */
class StandInRegisterTest {
  private static final String NAMES =
      "designatedBodyCode, gmcNumber, firstName, lastName, submissionDate, doctorStatus, breach,"
          + " dateAdded, underNotice, investigation, preliminaryInvestigation, sanction";
  private static final DoctorRow WHOLE =
      DoctorRow.doctor("0000001")
          .named("Zoë \"Zo\"", "O'Nobody, jr")
          .dueOn(LocalDate.of(2027, 1, 2))
          .with("DoctorStatus", "s")
          .with("Breach", "b")
          .addedOn(LocalDate.of(2020, 3, 4))
          .onHold()
          .with("Investigation", "i")
          .with("PreliminaryInvestigation", "p")
          .with("Sanction", "x\ny");

  @TempDir Path directory;

  private GmcRegister read(String name, String text) throws IOException {
    Path file = directory.resolve(name);
    Files.writeString(file, text);
    return RegisterSource.of(Arguments.parse(List.of("--register", file.toString())));
  }

  @Test
  void csvHoldsWholeDoctorsAndEmptyBodies() throws IOException {
    GmcRegister register =
        read(
            "doctors.CSV",
            "\uFEFF"
                + NAMES
                + "\r\nA-1,0000001,\"Zoë \"\"Zo\"\"\",\"O'Nobody, jr\",2027-01-02,s,b,04/03/2020,"
                + "On Hold,i,p,\"x\ny\"\r\n\r\nB-2,,,,,,,,,,,\nA-1,0000002,,,,,,,,,,\n");

    assertThat(register.designatedBodies()).containsExactly("A-1", "B-2");
    assertThat(register.doctors("A-1"))
        .containsExactly(
            WHOLE,
            DoctorRow.doctor("0000002")
                .named("", "")
                .dueOn(null)
                .with("DoctorStatus", "")
                .with("Breach", "")
                .addedOn(null)
                .underNotice(null)
                .with("Investigation", "")
                .with("PreliminaryInvestigation", "")
                .with("Sanction", ""));
  }

  @Test
  void csvMayLeaveOutColumns() throws IOException {
    GmcRegister register = read("a.csv", "gmcNumber,designatedBodyCode\n9000001,A-1");

    assertThat(register.doctors("A-1")).containsExactly(DoctorRow.doctor("9000001"));
  }

  @Test
  void jsonHoldsWholeDoctorsAndEmptyBodies() throws IOException {
    GmcRegister register =
        read(
            "a.json",
            "[{\"designatedBodyCode\":\"A-1\",\"gmcNumber\":\"0000001\","
                + "\"firstName\":\"Zoë \\\"Zo\\\"\",\"lastName\":\"O'Nobody, jr\","
                + "\"submissionDate\":\"2027-01-02\",\"doctorStatus\":\"s\",\"breach\":\"b\","
                + "\"dateAdded\":\"04/03/2020\",\"underNotice\":\"On Hold\","
                + "\"investigation\":\"i\",\"preliminaryInvestigation\":\"p\","
                + "\"sanction\":\"x\\ny\"},{\"designatedBodyCode\":\"B-2\",\"gmcNumber\":null}]");

    assertThat(register.designatedBodies()).containsExactly("A-1", "B-2");
    assertThat(register.doctors("A-1")).containsExactly(WHOLE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "`` | is empty: its first line must name the fields",
        "gmcNumber;x | , line 1: each field name must occur once and be one of NAMES,"
            + " but one is gmcNumber;x",
        "gmcNumber,gmcNumber | , line 1: each field name must occur once and be one of NAMES,"
            + " but one is gmcNumber",
        "gmcNumber~9000001 | , line 2: designatedBodyCode is missing",
        "designatedBodyCode,gmcNumber~~A,9000001~A,900 | , line 4: gmcNumber must be seven digits",
        "designatedBodyCode,gmcNumber~A,9000001~B,9000001"
            + " | , line 3: this gmcNumber occurs more than once",
        "designatedBodyCode,gmcNumber~A,9000001,Ann"
            + " | , line 2: there are 2 field names, but 3 values",
        "designatedBodyCode,gmcNumber,lastName~A,9000001,\"x~y\"~A,1,z"
            + " | , line 4: gmcNumber must be seven digits",
        "designatedBodyCode,gmcNumber,dateAdded~A,9000001,1.2.2020"
            + " | , line 2: dateAdded must be yyyy-MM-dd or dd/MM/yyyy",
        "designatedBodyCode,gmcNumber~A,\"9000001 | , line 2: a double quote is never closed",
        "designatedBodyCode,gmcNumber~A,\"9000001\"x"
            + " | , line 2: text follows a closing double quote",
      })
  void theBadLineOfCsvIsNamed(String text, String problem) {
    assertThatThrownBy(() -> read("bad.csv", text.replace('~', '\n')))
        .isInstanceOf(UsageException.class)
        .hasMessage(message("bad.csv", problem));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{} | must hold an array of objects, one for each doctor",
        "[{},~~{{}] | , line 3: is not JSON",
        "[] x | , line 1: is not JSON",
        "[1] | , entry 1: must be an object",
        "[{\"designatedBodyCode\":\"A\"},{\"gmcNumber\":\"9000001\"}]"
            + " | , entry 2: designatedBodyCode is missing",
        "[{\"designatedBodyCode\":\"A\",\"gmcNumber\":9000001}]"
            + " | , entry 1: gmcNumber must be a text or null",
        "[{\"surname\":\"Nobody\"}]"
            + " | , entry 1: each field name must be one of NAMES, but one is surname",
      })
  void theBadEntryOfJsonIsNamed(String text, String problem) {
    assertThatThrownBy(() -> read("bad.json", text.replace('~', '\n')))
        .isInstanceOf(UsageException.class)
        .hasMessage(message("bad.json", problem));
  }

  private String message(String file, String problem) {
    return "--register: "
        + directory.resolve(file)
        + (problem.startsWith(",") ? "" : " ")
        + problem.replace("NAMES", NAMES);
  }

  @Test
  void aFileThatIsNotUtf8IsRefused() throws IOException {
    Path file = directory.resolve("latin.csv");
    Files.write(file, new byte[] {(byte) 0xe9, 'x'});

    assertThatThrownBy(
            () -> RegisterSource.of(Arguments.parse(List.of("--register", file.toString()))))
        .isInstanceOf(UsageException.class)
        .hasMessage("--register: " + file + " is not UTF-8");
  }
}
