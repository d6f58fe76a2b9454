package uk.nhs.hee.tis.gmc.client.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.nhs.hee.tis.gmc.client.diagnose.DiagnosisReport;
import uk.nhs.hee.tis.gmc.client.error.Evidence;
import uk.nhs.hee.tis.gmc.client.json.JsonSamples.Sample;
import uk.nhs.hee.tis.gmc.client.model.AddDoctor;
import uk.nhs.hee.tis.gmc.client.model.CallInfo;
import uk.nhs.hee.tis.gmc.client.model.Doctor;
import uk.nhs.hee.tis.gmc.client.model.DoctorsForDb;
import uk.nhs.hee.tis.gmc.client.model.Recommendation;
import uk.nhs.hee.tis.gmc.client.model.RecommendationStatus;
import uk.nhs.hee.tis.gmc.client.model.ReturnCode;
import uk.nhs.hee.tis.gmc.client.model.UnderNotice;

/**
 * The JSON forms on one Jackson, with no module registered: what goes over a queue comes out as it
 * went in, or is refused, and no refusal quotes it.
 */
abstract class JsonSuite {
  private static final String INFO =
      "{\"clientRequestId\":\"c-1\",\"returnCode\":\"0\",\"attempts\":2,"
          + "\"startedAt\":\"2027-01-05T00:05:00Z\",\"duration\":\"PT3S\"}";
  private static final String LIST =
      "{\"designatedBodyCode\":\"1-1\",\"doctors\":[],\"unreadableFields\":[],\"info\":"
          + INFO
          + "}";

  /** Writes with an application's mapper as Jackson makes it. */
  abstract String write(Object value) throws Exception;

  /** Writes with a mapper that leaves out whatever is empty. */
  abstract String writeNonEmpty(Object value) throws Exception;

  abstract <T> T read(String json, Class<T> type) throws Exception;

  /** Reads with a mapper whose every leniency is switched on. */
  abstract <T> T readLeniently(String json, Class<T> type) throws Exception;

  /** Reads by way of Jackson's tree. */
  abstract <T> T readTree(String json, Class<T> type) throws Exception;

  /** What the library says of a value that it refuses, without what Jackson says around it. */
  abstract String refusal(Throwable thrown);

  static List<Sample> samples() {
    return JsonSamples.all();
  }

  static List<Sample> readable() {
    return samples().stream().filter(Sample::isRead).collect(Collectors.toList());
  }

  static List<Sample> objects() {
    return readable().stream()
        .filter(sample -> sample.json().startsWith("{"))
        .collect(Collectors.toList());
  }

  @ParameterizedTest
  @MethodSource("samples")
  void isWrittenToTheByte(Sample sample) throws Exception {
    assertThat(write(sample.value())).isEqualTo(sample.json());
  }

  @ParameterizedTest
  @MethodSource("samples")
  void isWrittenWholeWithinAnApplicationsOwnTypes(Sample sample) throws Exception {
    assertThat(write(Map.of("items", List.of(sample.value()))))
        .isEqualTo("{\"items\":[" + sample.json() + "]}");
  }

  @ParameterizedTest
  @MethodSource("samples")
  void isWrittenWholeByAMapperThatLeavesOutWhatIsEmpty(Sample sample) throws Exception {
    assertThat(writeNonEmpty(sample.value())).isEqualTo(sample.json());
  }

  @ParameterizedTest
  @MethodSource("readable")
  void isReadAsItWas(Sample sample) throws Exception {
    Class<?> type = sample.value().getClass();

    assertThat((Object) read(sample.json(), type)).isEqualTo(sample.value());
    assertThat((Object) readLeniently(sample.json(), type)).isEqualTo(sample.value());
    assertThat((Object) readTree(sample.json(), type)).isEqualTo(sample.value());
  }

  @ParameterizedTest
  @MethodSource("objects")
  void whatALaterVersionMayAddIsIgnored(Sample sample) throws Exception {
    String later =
        "{\"later\":{\"a\":[1,{\"b\":null}]},\"none\":null,\"number\":-1.5,\"long\":123456789012,"
            + "\"flag\":true,\"text\u00e9\":\"\",\"list\":[null,[],\"\"],"
            + sample.json().substring(1);

    assertThat((Object) read(later, sample.value().getClass())).isEqualTo(sample.value());
  }

  @ParameterizedTest
  @MethodSource("objects")
  void emptyObjectIsRefusedByTheNameOfWhatIsMissing(Sample sample) {
    Class<?> type = sample.value().getClass();

    assertThat(refused("{}", type))
        .matches(type.getSimpleName() + "\\.[a-zA-Z]+ is missing")
        .doesNotContain("null");
  }

  @ParameterizedTest
  @MethodSource("objects")
  void anythingButAnObjectIsRefusedAndNotQuoted(Sample sample) {
    Class<?> type = sample.value().getClass();

    for (String json :
        List.of(
            "[{\"lastName\":\"Quill\"}]",
            "[]",
            "\"Quill\"",
            "\"\"",
            "\"{\\\"lastName\\\":\\\"Quill\\\"}\"",
            "7391846",
            "73918467391846",
            "7391846.5",
            "true")) {
      assertThat(refused(json, type)).isEqualTo(type.getSimpleName() + " is not an object");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"doctors\":[],                | \"other\":[],                 | doctors is missing",
        "\"doctors\":[],                | \"doctors\":null,             | doctors is missing",
        "\"doctors\":[],                | \"doctors\":[],\"doctors\":[], | doctors is given twice",
        "\"doctors\":[],                | \"doctors\":[null],           | doctors[0] is null",
        "\"doctors\":[],                | \"doctors\":{},               | doctors is not an array",
        "\"doctors\":[],                | \"doctors\":\"\",             | doctors is not an array",
        "\"doctors\":[],                | \"doctors\":[7],              | doctors[0] is not an"
            + " object",
        "\"doctors\":[],                | \"doctors\":[[]],             | doctors[0] is not an"
            + " object",
        "\"doctors\":[],                | \"doctors\":[{\"underNotice\":\"NO\"},{}], |"
            + " doctors[1].underNotice is missing",
        "\"duration\":\"PT3S\"          | \"duration\":\"three\"        | info.duration is not a"
            + " duration such as PT1.5S",
        "\"duration\":\"PT3S\"          | \"duration\":3                | info.duration is not"
            + " text",
        "\"startedAt\":\"2027-01-05T00:05:00Z\" | \"startedAt\":\"today\" | info.startedAt is not"
            + " a time such as 2027-03-09T00:05:00Z",
        "\"returnCode\":\"0\"           | \"returnCode\":0              | info.returnCode is not"
            + " text",
        "\"returnCode\":\"0\"           | \"returnCode\":\" \"          | info.returnCode is not"
            + " a return code",
        "\"attempts\":2                 | \"attempts\":\"2\"            | info.attempts is not a"
            + " whole number",
        "\"attempts\":2                 | \"attempts\":2.0              | info.attempts is not a"
            + " whole number",
        "\"attempts\":2                 | \"attempts\":4294967298       | info.attempts is not a"
            + " whole number of 32 bits",
        "\"designatedBodyCode\":\"1-1\" | \"designatedBodyCode\":11     | designatedBodyCode is"
            + " not text",
        "\"designatedBodyCode\":\"1-1\" | \"designatedBodyCode\":\" \"  | is not acceptable:"
            + " designatedBodyCode is blank"
      })
  void brokenListIsRefusedAndNotReadAsAShorterOne(String part, String by, String message)
      throws Exception {
    String broken = LIST.replace(part, by);

    assertThat(read(LIST, DoctorsForDb.class).doctors()).isEmpty();
    assertThat(broken).isNotEqualTo(LIST);
    assertThat(refused(broken, DoctorsForDb.class))
        .isEqualTo(
            "DoctorsForDb" + (message.startsWith("is not acceptable") ? " " : ".") + message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"gmcNumber\":7391846         | Doctor.gmcNumber is not text",
        "\"lastName\":[\"Quill\"]       | Doctor.lastName is not text",
        "\"lastName\":{\"Quill\":1}     | Doctor.lastName is not text",
        "\"dateAdded\":\"Quill\"        | Doctor.dateAdded is not a date such as 2027-03-09",
        "\"dateAdded\":\"2027-02-30\"   | Doctor.dateAdded is not a date such as 2027-03-09",
        "\"lastName\":\"Quill\",\"lastName\":\"Quill\" | Doctor.lastName is given twice",
        "\"underNotice\":\"NO\"         | Doctor.underNotice is given twice",
        "\"breach\":1,\"breach\":2,\"sanction\":1,\"sanction\":2 | Doctor.breach is given twice"
      })
  void brokenDoctorIsRefusedAndNotQuoted(String property, String message) {
    assertThat(
            refused(
                "{\"underNotice\":\"YES\",\"lastName2\":\"Quill\"," + property + "}", Doctor.class))
        .isEqualTo(message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "DEFER          | ``                                         | deferralReason is missing",
        "REVALIDATE     | ,\"deferralDate\":\"2027-03-09\"           | deferralDate goes with"
            + " type DEFER only, but the type is REVALIDATE",
        "NON_ENGAGEMENT | ,\"deferralReason\":\"ONGOING_PROCESS\"    | deferralReason goes with"
            + " type DEFER only, but the type is NON_ENGAGEMENT",
        "REVALIDATE     | ,\"deferralSubreason\":\"CPD\"             | deferralSubreason CPD goes"
            + " with deferralReason INSUFFICIENT_EVIDENCE only, but there is no reason"
      })
  void recommendationWhoseTypeAndDeferralDisagreeIsRefused(
      String type, String deferral, String message) {
    String json =
        "{\"gmcNumber\":\"7391846\",\"surname\":\"Quill\",\"designatedBodyCode\":\"1-1\","
            + "\"responsibleOfficer\":{\"gmcNumber\":\"7391846\",\"surname\":\"Quill\"},"
            + "\"internalUserEmail\":\"a@b\",\"type\":\""
            + type
            + "\""
            + deferral
            + "}";

    assertThat(refused(json, Recommendation.class))
        .isEqualTo("Recommendation is not acceptable: " + message);
  }

  @Test
  void requestThatTheGmcWouldRefuseIsRefusedWithoutItsValue() {
    String json =
        "{\"gmcNumber\":\"12345\",\"designatedBodyCode\":\"1-1\",\"reason\":\"HAS_CONNECTION\"}";

    assertThat(refused(json, AddDoctor.class))
        .isEqualTo(
            "AddDoctor is not acceptable: gmcNumber must be seven digits, but is 5 characters");
    assertThat(refused(json.replace("HAS_CONNECTION", "Quill"), AddDoctor.class))
        .isEqualTo("AddDoctor.reason is not one of [HAS_CONNECTION, CONFLICT_OF_INTEREST]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"7", "[]", "{}", "\" \"", "\"\"", "true"})
  void returnCodeIsText(String json) {
    assertThat(refused(json, ReturnCode.class))
        .isEqualTo(
            json.startsWith("\"") ? "ReturnCode is not a return code" : "ReturnCode is not text");
  }

  @Test
  void statesThatOnlyALaterVersionKnowsAreUnknown() throws Exception {
    assertThat(
            read(
                "{\"state\":\"WITHDRAWN\",\"text\":\"Withdrawn\",\"info\":" + INFO + "}",
                RecommendationStatus.class))
        .isEqualTo(
            RecommendationStatus.of(
                RecommendationStatus.State.UNKNOWN, "Withdrawn", read(INFO, CallInfo.class)));
    assertThat(read("{\"underNotice\":\"PERHAPS\"}", Doctor.class).underNotice())
        .isEqualTo(UnderNotice.UNKNOWN);
  }

  @Test
  void ownJsonOfEvidenceAndReportIsTheSame() {
    assertThat(samples())
        .filteredOn(sample -> sample.value() instanceof Evidence)
        .isNotEmpty()
        .allSatisfy(
            sample -> assertThat(((Evidence) sample.value()).toJson()).isEqualTo(sample.json()));
    assertThat(samples())
        .filteredOn(sample -> sample.value() instanceof DiagnosisReport)
        .isNotEmpty()
        .allSatisfy(
            sample ->
                assertThat(((DiagnosisReport) sample.value()).toJson()).isEqualTo(sample.json()));
  }

  @Test
  void integerBeyond64BitsIsRefusedByAnyMapper() {
    String json = LIST.replace("\"attempts\":2", "\"attempts\":123456789012345678901");

    assertThat(catchThrowable(() -> read(json, DoctorsForDb.class))).isInstanceOf(Exception.class);
    assertThat(catchThrowable(() -> readLeniently(json, DoctorsForDb.class)))
        .isInstanceOf(Exception.class);
  }

  @Test
  void longListComesBackWhole() throws Exception {
    List<Doctor> doctors = new ArrayList<>();
    for (int number = 1_000_000; number < 1_060_000; number++) {
      doctors.add(Doctor.builder().gmcNumber(String.valueOf(number)).build());
    }
    DoctorsForDb list = read(LIST, DoctorsForDb.class).toBuilder().doctors(doctors).build();

    assertThat(read(write(list), DoctorsForDb.class)).isEqualTo(list);
  }

  @Test
  void listThatIsCutAnywhereIsRefused() throws Exception {
    DoctorsForDb list =
        read(LIST, DoctorsForDb.class).toBuilder()
            .doctors(List.of(Doctor.builder().gmcNumber("7391846").build()))
            .build();
    String whole = write(list);

    for (int length = 1; length < whole.length(); length++) {
      String cut = whole.substring(0, length);
      assertThat(catchThrowable(() -> read(cut, DoctorsForDb.class))).as(cut).isNotNull();
    }
  }

  /** Returns why a JSON text is refused, having checked that nothing of it is quoted. */
  private String refused(String json, Class<?> type) {
    Throwable thrown = catchThrowable(() -> read(json, type));
    assertThat(thrown).as(json).isNotNull();
    StringWriter trace = new StringWriter();
    thrown.printStackTrace(new PrintWriter(trace));
    assertThat(trace.toString())
        .doesNotContain("Quill", "7391846", "12345", "PERHAPS", "today", "three");
    assertThat(refusal(catchThrowable(() -> readLeniently(json, type)))).isEqualTo(refusal(thrown));
    return refusal(thrown);
  }
}
