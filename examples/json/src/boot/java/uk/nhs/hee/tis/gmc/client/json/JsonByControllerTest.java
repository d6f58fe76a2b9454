package uk.nhs.hee.tis.gmc.client.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import uk.nhs.hee.tis.gmc.client.json.JsonSamples.Sample;
import uk.nhs.hee.tis.gmc.client.model.DoctorsForDb;

/**
 * A controller answers every value whole, and is given it whole, by the mapper that Spring Boot
 * makes: Jackson 2 up to Boot 3, Jackson 3 from Boot 4 on. Nothing is registered.
 */
@SpringBootTest(
    classes = JsonByControllerTest.Application.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class JsonByControllerTest {

  @EnableAutoConfiguration
  @RestController
  static class Application {
    @GetMapping("/samples/{name}")
    Object sample(@PathVariable("name") String name) {
      return named(name).value();
    }

    @PostMapping("/lists")
    DoctorsForDb list(@RequestBody DoctorsForDb list) {
      return list;
    }
  }

  @Value("${local.server.port}")
  private int port;

  static List<Sample> samples() {
    return JsonSamples.all();
  }

  static List<Sample> lists() {
    return samples().stream()
        .filter(sample -> sample.value() instanceof DoctorsForDb)
        .collect(Collectors.toList());
  }

  @ParameterizedTest
  @MethodSource("samples")
  void everyValueIsAnsweredToTheByte(Sample sample) throws Exception {
    HttpResponse<String> answer = send(request("/samples/" + sample.name()));

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json");
    assertThat(answer.body()).isEqualTo(sample.json());
  }

  @ParameterizedTest
  @MethodSource("lists")
  void wholeListIsTakenAsItIs(Sample sample) throws Exception {
    HttpResponse<String> answer = post("/lists", sample.json());

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo(sample.json());
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "[]", "{\"doctors\":null}", "{\"doctors\":[null]}"})
  void brokenListIsABadRequest(String json) throws Exception {
    assertThat(post("/lists", json).statusCode()).isEqualTo(400);
  }

  private static Sample named(String name) {
    return samples().stream()
        .filter(sample -> sample.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private HttpResponse<String> post(String path, String json) throws Exception {
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(json)));
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
        .header("Accept", "application/json");
  }

  private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return HttpClient.newHttpClient()
        .send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
  }
}
