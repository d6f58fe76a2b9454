package uk.nhs.hee.tis.gmc.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import uk.nhs.hee.tis.gmc.client.error.Evidence;
import uk.nhs.hee.tis.gmc.client.json.GmcJson;
import uk.nhs.hee.tis.gmc.client.model.AddDoctor;
import uk.nhs.hee.tis.gmc.client.model.CallInfo;
import uk.nhs.hee.tis.gmc.client.model.Doctor;
import uk.nhs.hee.tis.gmc.client.model.DoctorsForDb;
import uk.nhs.hee.tis.gmc.client.model.Recommendation;
import uk.nhs.hee.tis.gmc.client.model.RecommendationStatus;
import uk.nhs.hee.tis.gmc.client.model.ReturnCode;
import uk.nhs.hee.tis.gmc.client.model.UnderNotice;

/** The JSON forms: what goes over a queue comes out as it went in, or is refused. */
class GmcJsonTest {
  private static final ObjectMapper MAPPER = new ObjectMapper().registerModule(GmcJson.module());
  private static final String INFO =
      "{\"clientRequestId\":\"c-1\",\"gmcRequestId\":\"g-1\",\"attempts\":2,\"duration\":\"PT3S\"}";

  static List<ValueTypes.Sample<?>> model() {
    return ModelSamples.all().stream()
        .filter(sample -> !sample.type.equals(ReturnCode.class))
        .collect(Collectors.toList());
  }

  @ParameterizedTest
  @MethodSource("model")
  void valueComesBackAsItWas(ValueTypes.Sample<?> sample) throws Exception {
    String json = MAPPER.writeValueAsString(sample.value);

    assertThat(MAPPER.readValue(json, sample.type)).isEqualTo(sample.value);
    assertThat(MAPPER.treeToValue(MAPPER.valueToTree(sample.value), sample.type))
        .isEqualTo(sample.value);
  }

  @Test
  void listHasItsComponentsByTheNamesOfTheirAccessorsAndLeavesOutWhatIsAbsent() throws Exception {
    assertThat(MAPPER.writeValueAsString(ofType(DoctorsForDb.class)))
        .isEqualTo(
            "{\"designatedBodyCode\":\"1-1RSSQ2H\","
                + "\"doctors\":[{\"gmcNumber\":\"7391846\",\"underNotice\":\"UNKNOWN\"}],"
                + "\"unreadableFields\":[{\"row\":4,\"field\":\"DateAdded\",\"text\":\"s3cret\"}],"
                + "\"info\":"
                + INFO
                + "}");
  }

  @Test
  void recommendationsOfEveryTypeComeBackAsTheyWere() throws Exception {
    Recommendation deferral = ofType(Recommendation.class);
    for (Recommendation each :
        List.of(
            deferral,
            deferral.toBuilder().revalidate().build(),
            deferral.toBuilder().nonEngagement().build())) {
      assertThat(MAPPER.readValue(MAPPER.writeValueAsString(each), Recommendation.class))
          .isEqualTo(each);
    }
  }

  @Test
  void longListComesBackWhole() throws Exception {
    List<Doctor> doctors = new ArrayList<>();
    for (int number = 1_000_000; number < 1_060_000; number++) {
      doctors.add(Doctor.builder().gmcNumber(String.valueOf(number)).build());
    }
    DoctorsForDb list = ofType(DoctorsForDb.class).toBuilder().doctors(doctors).build();

    assertThat(MAPPER.readValue(MAPPER.writeValueAsBytes(list), DoctorsForDb.class))
        .isEqualTo(list);
  }

  @Test
  void evidenceIsWrittenAsItsOwnJsonAndReturnCodeAsItsCode() throws Exception {
    Evidence evidence =
        (Evidence)
            ValueTypes.all().stream()
                .filter(sample -> sample.type.equals(Evidence.class))
                .findFirst()
                .orElseThrow()
                .value;

    assertThat(MAPPER.writeValueAsString(Map.of("evidence", evidence)))
        .isEqualTo("{\"evidence\":" + evidence.toJson() + "}");
    assertThat(MAPPER.valueToTree(evidence).get("finding").asText()).isEqualTo(evidence.finding());
    assertThat(MAPPER.writeValueAsString(ReturnCode.OPEN_RECOMMENDATION_EXISTS))
        .isEqualTo("\"91\"");
  }

  @Test
  void whatALaterVersionMayAddIsPassedOver() throws Exception {
    String json =
        "{\"state\":\"WITHDRAWN\",\"later\":{\"a\":[1,{}]},\"text\":\"Withdrawn\",\"none\":null,"
            + "\"info\":"
            + INFO
            + "}";

    assertThat(MAPPER.readValue(json, RecommendationStatus.class))
        .isEqualTo(
            RecommendationStatus.of(
                RecommendationStatus.State.UNKNOWN, "Withdrawn", ofType(CallInfo.class)));
    assertThat(MAPPER.readValue("{\"underNotice\":\"PERHAPS\"}", Doctor.class).underNotice())
        .isEqualTo(UnderNotice.UNKNOWN);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"doctors\":[],                | \"other\":[],                 | a DoctorsForDb needs doctors",
        "\"doctors\":[],                | \"doctors\":null,             | a DoctorsForDb needs doctors",
        "\"doctors\":[],                | \"doctors\":[],\"doctors\":[], | a DoctorsForDb has doctors twice",
        "\"doctors\":[],                | \"doctors\":[null],           | has null in it",
        "\"doctors\":[],                | \"doctors\":{},               | is no array",
        "\"doctors\":[],                | \"doctors\":[7],              | a Doctor is an object in JSON",
        "\"doctors\":[],                | \"doctors\":[{}],             | a Doctor needs underNotice",
        "\"duration\":\"PT3S\"          | \"duration\":\"three\"        | is none of its kind",
        "\"duration\":\"PT3S\"          | \"duration\":3                | is no text",
        "\"attempts\":2                 | \"attempts\":\"2\"            | is no whole number",
        "\"designatedBodyCode\":\"1-1\" | \"designatedBodyCode\":\" \"  | no DoctorsForDb: designatedBodyCode is blank"
      })
  void brokenListIsRefusedAndNotReadAsAShorterOne(String part, String by, String message) {
    String whole =
        "{\"designatedBodyCode\":\"1-1\",\"doctors\":[],\"unreadableFields\":[],\"info\":"
            + INFO
            + "}";
    String broken = whole.replace(part, by);

    assertThat(broken).isNotEqualTo(whole);
    assertThatThrownBy(() -> MAPPER.readValue(broken, DoctorsForDb.class))
        .isInstanceOfSatisfying(
            JsonMappingException.class, e -> assertThat(e.getOriginalMessage()).isEqualTo(message));
  }

  @Test
  void listThatIsCutAnywhereIsRefused() throws Exception {
    String whole = MAPPER.writeValueAsString(ofType(DoctorsForDb.class));

    for (int length = 1; length < whole.length(); length++) {
      String cut = whole.substring(0, length);
      assertThatThrownBy(() -> MAPPER.readValue(cut, DoctorsForDb.class))
          .as(cut)
          .isInstanceOf(JsonProcessingException.class);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "DEFER, ''",
    "REVALIDATE, ',\"deferralDate\":\"2027-03-09\"'",
    "NON_ENGAGEMENT, ',\"deferralReason\":\"ONGOING_PROCESS\"'"
  })
  void recommendationWhoseTypeAndDeferralDisagreeIsRefused(String type, String deferral) {
    String json =
        "{\"gmcNumber\":\"7391846\",\"surname\":\"s\",\"designatedBodyCode\":\"1-1\","
            + "\"responsibleOfficer\":{\"gmcNumber\":\"7391846\",\"surname\":\"s\"},"
            + "\"internalUserEmail\":\"a@b\",\"type\":\""
            + type
            + "\""
            + deferral
            + "}";

    assertThatThrownBy(() -> MAPPER.readValue(json, Recommendation.class))
        .isInstanceOfSatisfying(
            JsonMappingException.class,
            e ->
                assertThat(e.getOriginalMessage())
                    .isEqualTo(
                        "no Recommendation: deferralReason and deferralDate come with the type"
                            + " DEFER, and only with it"));
  }

  @Test
  void whatIsThrownNamesThePlaceAndQuotesNothing() {
    String json = "{\"doctors\":[{\"lastName\":\"Quill\",\"dateAdded\":\"not Quill's\"}]}";

    assertThatThrownBy(() -> MAPPER.readValue(json, DoctorsForDb.class))
        .hasMessageContaining("is none of its kind")
        .hasMessageContaining("doctors")
        .hasMessageContaining("dateAdded")
        .hasMessageNotContaining("Quill");
  }

  @Test
  void requestThatIsNotAcceptableIsRefusedWithoutItsValue() {
    String json =
        "{\"gmcNumber\":\"12345\",\"designatedBodyCode\":\"1-1\",\"reason\":\"HAS_CONNECTION\"}";

    assertThatThrownBy(() -> MAPPER.readValue(json, AddDoctor.class))
        .hasMessageContaining("no AddDoctor: gmcNumber must be seven digits, but is 5 characters")
        .hasMessageNotContaining("12345");
  }

  private static <T> T ofType(Class<T> type) {
    return ModelSamples.all().stream()
        .filter(sample -> sample.type.equals(type))
        .map(sample -> type.cast(sample.value))
        .findFirst()
        .orElseThrow();
  }
}
