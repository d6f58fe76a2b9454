package uk.nhs.hee.tis.gmc.client;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import uk.nhs.hee.tis.gmc.client.fixture.Call;
import uk.nhs.hee.tis.gmc.client.internal.soap.CallIds;
import uk.nhs.hee.tis.gmc.client.internal.soap.SentIds;
import uk.nhs.hee.tis.gmc.client.internal.soap.SoapCall;
import uk.nhs.hee.tis.gmc.client.internal.soap.SoapOperations;

/**
 * For every field of every request and every way to write it: a foreign page that repeats it leaves
 * nothing of itself anywhere. The fields are read from what was sent, so that none is forgotten.
 */
class EchoedFieldsTest {

  /** A word of the page: where it is told, the page is quoted. */
  private static final String MARK = "zzmark";

  /** Fields that say nothing of a person or an account. */
  private static final Set<String> ALLOWED =
      Set.of(
          "DesignatedBodyCode",
          "DesignatedBodyId",
          "RoDesignatedBodyCode",
          "ClientRequestID",
          "ClientRequestId",
          "ChangeReason",
          "RoRecommendation",
          "RoRecommendationReason",
          "RoRecommendationSubreason",
          "RequestedDeferralDate");

  private static final Pattern FIELD = Pattern.compile("<(\\w+)>([^<>]+)</\\1>");

  private static final Map<String, UnaryOperator<String>> WRITINGS = new LinkedHashMap<>();

  static {
    WRITINGS.put("as it is", value -> value);
    WRITINGS.put("in capitals", value -> value.toUpperCase(Locale.ROOT));
    WRITINGS.put("decimal entities", value -> each(value, "&#%d;"));
    WRITINGS.put("hexadecimal entities", value -> each(value, "&#x%X;"));
    WRITINGS.put("entities twice", value -> each(value, "&amp;#%d;"));
    WRITINGS.put(
        "named entities", value -> value.replace("@", "&commat;").replace(".", "&period;"));
    WRITINGS.put("percent", value -> each(value, "%%%02x"));
    WRITINGS.put("form", value -> URLEncoder.encode(value, UTF_8));
    WRITINGS.put("JSON", value -> each(value, "\\u%04x"));
    WRITINGS.put("base64", EchoedFieldsTest::base64);
    WRITINGS.put("base64, second alignment", value -> base64("a" + value));
    WRITINGS.put("base64, third alignment", value -> base64("u:" + value));
    WRITINGS.put("tags inside", value -> value.replaceAll("(.)", "$1<i title=\">\"></i>"));
    WRITINGS.put("comment inside", value -> value.replaceAll("^(..)", "$1<!-- > -->"));
    WRITINGS.put("soft hyphens", value -> value.replaceAll("(.)", "$1&shy;"));
    WRITINGS.put("spaces", value -> value.replaceAll("(.)", "$1 \n"));
    WRITINGS.put("script", value -> "<script>var sent = '" + value + "';</script>");
    WRITINGS.put("attribute", value -> "<input value='" + value + "'>");
  }

  private static final List<String> PAGES =
      List.of(
          "<html><title>" + MARK + "</title><body><h1>Blocked</h1>%s</body></html>",
          "<p>Request rejected, " + MARK + ": <b>%s</b><p>Call us",
          MARK + " refused: %s",
          "{\"error\": \"" + MARK + "\", \"sent\": [\"%s\"]}");

  private static String each(String value, String form) {
    return value
        .chars()
        .mapToObj(c -> String.format(Locale.ROOT, form, c))
        .collect(Collectors.joining());
  }

  private static String base64(String value) {
    return Base64.getEncoder().encodeToString(value.getBytes(UTF_8));
  }

  @ParameterizedTest
  @EnumSource
  void pageThatRepeatsAFieldIsNotTold(Call call) {
    Map<String, String> fields = fields(call);
    assertThat(fields).containsKeys("Username", "Password").hasSizeGreaterThan(2);
    for (Map.Entry<String, String> field : fields.entrySet()) {
      WRITINGS.forEach(
          (name, writing) -> {
            for (String page : PAGES) {
              String told =
                  Traces.of(call, page.replace("%s", writing.apply(field.getValue())), "x");
              assertThat(told)
                  .as("%s as %s on %s", field.getKey(), name, page)
                  .doesNotContain(MARK)
                  .doesNotContainIgnoringCase(field.getValue());
            }
          });
    }
  }

  @ParameterizedTest
  @EnumSource
  void headerThatRepeatsAFieldIsNotTold(Call call) {
    for (Map.Entry<String, String> field : fields(call).entrySet()) {
      for (String writing : List.of("as it is", "in capitals", "percent", "base64")) {
        String written = Objects.requireNonNull(WRITINGS.get(writing)).apply(field.getValue());
        String told = Traces.of(call, "<html>Blocked</html>", "1.1 " + written + " (" + MARK + ")");
        assertThat(told).as("%s %s", field.getKey(), writing).doesNotContain(MARK, written);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void pageAndHeaderThatRepeatNothingAreTold(Call call) {
    for (String page : PAGES) {
      assertThat(Traces.of(call, page.replace("%s", "policy 12"), "1.1 proxy"))
          .contains(MARK)
          .contains("1.1 proxy");
    }
  }

  private static Map<String, String> fields(Call call) {
    byte[] envelope =
        request(call, new SentIds().of("3f0c", "a.admin"))
            .envelope(SoapVersion.SOAP_1_1, GmcCredentials.of(Clients.USERNAME, Clients.PASSWORD));
    Map<String, String> fields = new LinkedHashMap<>();
    Matcher field = FIELD.matcher(new String(envelope, UTF_8));
    while (field.find()) {
      if (!ALLOWED.contains(field.group(1))) {
        fields.put(field.group(1), field.group(2));
      }
    }
    return fields;
  }

  private static SoapCall<?> request(Call call, CallIds ids) {
    switch (call) {
      case GET_DOCTORS:
        return SoapOperations.GET_DOCTORS_FOR_DB.call(Call.BODY, ids);
      case CHECK_STATUS:
        return SoapOperations.CHECK_RECOMMENDATION_STATUS.call(Call.statusQuery(), ids);
      case RECOMMEND:
        return SoapOperations.TRY_RECOMMENDATION.call(Call.revalidation(), ids);
      case RECOMMEND_V2:
        return SoapOperations.TRY_RECOMMENDATION_V2.call(Call.deferral(), ids);
      case ADD:
        return SoapOperations.TRY_ADD_DOCTOR.call(Call.add(), ids);
      default:
        return SoapOperations.TRY_REMOVE_DOCTOR.call(Call.remove(), ids);
    }
  }
}
