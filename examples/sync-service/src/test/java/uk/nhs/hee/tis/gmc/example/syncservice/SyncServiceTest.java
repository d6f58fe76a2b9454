package uk.nhs.hee.tis.gmc.example.syncservice;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.nhs.hee.tis.gmc.testkit.DoctorRow.doctor;
import static uk.nhs.hee.tis.gmc.testkit.DoctorRow.withoutNumber;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.LocalDateTime;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.scheduling.config.CronTask;
import org.springframework.scheduling.config.ScheduledTaskHolder;
import org.springframework.scheduling.config.Task;
import uk.nhs.hee.tis.gmc.client.model.GmcOperation;
import uk.nhs.hee.tis.gmc.client.model.ReturnCode;
import uk.nhs.hee.tis.gmc.testkit.assertions.GmcAssertions;
import uk.nhs.hee.tis.gmc.testkit.pages.GmcPages;

@ExtendWith(OutputCaptureExtension.class)
class SyncServiceTest extends StandInTests {
  private static final String BROWSER =
      "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

  @Autowired private NightlySync sync;
  @Autowired private DoctorsQueue queue;
  @Autowired private MeterRegistry meters;
  @Autowired private ScheduledTaskHolder scheduler;

  @Value("${local.server.port}")
  private int port;

  @BeforeEach
  void nobodyHasReadTheQueue() {
    queue.messages().clear();
  }

  @BeforeEach
  void threeBodiesHaveDoctors() {
    List.of("1-A", "1-B", "1-C").forEach(gmc.register()::addDesignatedBody);
    gmc.whenGettingDoctorsFor("1-A").answers(doctor("9000001").named("Bláthnaid", "Quillfeather"));
    gmc.whenGettingDoctorsFor("1-B").answers(doctor("9000002"), doctor("9000003"));
    gmc.whenGettingDoctorsFor("1-C").answers();
  }

  @Test
  void theSchedulerRunsTheSyncAtFivePastMidnightInLondon() {
    assertThat(scheduler.getScheduledTasks())
        .singleElement()
        .satisfies(
            scheduled -> {
              Task task = scheduled.getTask();
              assertThat(((CronTask) task).getExpression()).isEqualTo("0 5 0 * * *");
              task.getRunnable().run();
            });

    GmcAssertions.assertThat(gmc).received(3).callsOf(GmcOperation.GET_DOCTORS_FOR_DB);
  }

  @Test
  void everyWholeListReachesTheConsumerAndWhoeverIsMissingIsDisconnected() throws Exception {
    DestructiveConsumer consumer = new DestructiveConsumer();
    for (String body : List.of("1-A", "1-B", "1-C")) {
      consumer.has("missing from " + body, body, LocalDateTime.parse("2026-01-04T00:05:00"));
    }

    sync.run();

    for (String message : queue.messages()) {
      consumer.take(message);
    }
    assertThat(consumer.connectedTo("1-A")).containsExactly("9000001");
    assertThat(consumer.doctor("9000001").name()).isEqualTo("Bláthnaid Quillfeather");
    assertThat(consumer.connectedTo("1-B")).containsExactly("9000002", "9000003");
    assertThat(consumer.connectedTo("1-C")).isEmpty();
  }

  @Test
  void aListThatIsNotWholeOrNamesNotAllIsNotPassedOn(CapturedOutput output) {
    gmc.whenGettingDoctorsFor("1-A").truncatesAt(0.5);
    gmc.whenGettingDoctorsFor("1-B").answers(doctor("9000002"), withoutNumber());

    sync.run();

    assertThat(queue.messages()).singleElement().asString().contains("\"1-C\"");
    assertThat(output)
        .contains("designated bodies not fetched: [1-A]")
        .contains("designated body 1-B not passed on, 1 of its doctors have no GMC number")
        .doesNotContain("Quillfeather", "Bláthnaid", "9000002");
  }

  @Test
  void aBlockShowsInHealthMetricsLogAndOneAlertAndTheNextNightFetchesAll(CapturedOutput output)
      throws Exception {
    gmc.whenever().blocksWith(GmcPages.cloudflare().firewallRule().rayId("8f3a1c2d4e5b6a70"));
    long blockedBefore = calls("blocked");

    sync.run();
    sync.run();

    assertThat(queue.messages()).isEmpty();
    assertThat(webhook.nextPost())
        .startsWith("application/json {\"text\":\"GMC Connect is blocked for sync-service since 2")
        .contains("error 1020", "Who must act: ", "Ray ID 8f3a1c2d4e5b6a70")
        .endsWith("\"}");
    HttpResponse<String> health = get("/actuator/health");
    assertThat(health.statusCode()).isEqualTo(503);
    assertThat(json(health).at("/components/gmc/status").asText()).isEqualTo("DOWN");
    assertThat(json(health).at("/components/gmc/details/state").asText()).isEqualTo("BLOCKED");
    assertThat(json(get("/actuator/health/liveness")).path("status").asText()).isEqualTo("UP");
    assertThat(json(get("/actuator/health/readiness")).path("status").asText()).isEqualTo("UP");
    assertThat(calls("blocked") - blockedBefore).isEqualTo(2);
    assertThat(meters.get("gmc.client.circuit.open").gauge().value()).isEqualTo(1);
    assertThat(output.getOut().lines().filter(line -> line.contains(" began: error 1020")))
        .singleElement()
        .asString()
        .contains("WARN [GetDoctorsForDB ");

    gmc.restub(this::threeBodiesHaveDoctors);
    sync.run();

    assertThat(queue.messages()).hasSize(3);
    assertThat(webhook.nextPost())
        .startsWith(
            "application/json {\"text\":\"GMC Connect is available for sync-service again since 2");
    assertThat(webhook.hasNoPost()).isTrue();
    JsonNode after = json(get("/actuator/health"));
    assertThat(after.at("/components/gmc/status").asText()).isEqualTo("UP");
    assertThat(after.at("/components/gmc/details/lastSuccesses").fieldNames())
        .toIterable()
        .containsExactly("1-A", "1-B", "1-C");
    assertThat(output.getAll())
        .doesNotContain(gmc.password(), gmc.username(), "s3cret", "Quillfeather", "9000001");
  }

  @Test
  void aRefusedAccountIsAnAlertToo() throws Exception {
    gmc.whenever().refusesWith(ReturnCode.INVALID_CREDENTIALS);

    sync.run();
    assertThat(webhook.nextPost()).contains("GMC Connect is denying access for sync-service");

    gmc.restub(this::threeBodiesHaveDoctors);
    sync.run();
    assertThat(webhook.nextPost()).contains("GMC Connect is available for sync-service again");
  }

  @Test
  void aWebhookThatFailsHarmsNothingAndItsUrlIsNotLogged(CapturedOutput output) throws Exception {
    webhook.answers(500);
    gmc.whenever().blocksWith(GmcPages.cloudflare().ipBan());

    sync.run();

    assertThat(webhook.nextPost()).contains("blocked");
    webhook.answers(200);
    gmc.restub(this::threeBodiesHaveDoctors);
    sync.run();
    assertThat(queue.messages()).hasSize(3);
    assertThat(webhook.nextPost()).contains("available");
    assertThat(output)
        .contains("The alert was not posted (InternalServerError): GMC Connect is blocked")
        .doesNotContain("s3cret");
  }

  @Test
  void aWebhookThatHangsHoldsNobodyUp() throws Exception {
    CountDownLatch gate = new CountDownLatch(1);
    webhook.waitsFor(gate);
    gmc.whenever().blocksWith(GmcPages.cloudflare().ipBan());

    sync.run();
    gmc.restub(this::threeBodiesHaveDoctors);
    sync.run();

    assertThat(queue.messages()).hasSize(3);
    assertThat(webhook.hasNoPost()).isTrue();
    gate.countDown();
    assertThat(webhook.nextPost()).contains("blocked");
    assertThat(webhook.nextPost()).contains("available");
  }

  @Test
  void everyCallAndAttemptIsObserved() {
    long calls = observed("gmc.client.call");
    long attempts = observed("gmc.client.attempt");

    sync.run();

    assertThat(observed("gmc.client.call") - calls).isEqualTo(3);
    assertThat(observed("gmc.client.attempt") - attempts).isEqualTo(3);
  }

  private long observed(String name) {
    return meters.find(name).tag("operation", "GetDoctorsForDB").timers().stream()
        .mapToLong(Timer::count)
        .sum();
  }

  @Test
  void aBrowserGetsTheServicesOwnJson() throws Exception {
    assertThat(get("/actuator/health").headers().firstValue("Content-Type").orElseThrow())
        .contains("json");
  }

  private long calls(String outcome) {
    return meters.find("gmc.client.calls").tag("outcome", outcome).timers().stream()
        .mapToLong(Timer::count)
        .sum();
  }

  private HttpResponse<String> get(String path) throws Exception {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Accept", BROWSER)
                .build(),
            HttpResponse.BodyHandlers.ofString());
  }

  private static JsonNode json(HttpResponse<String> answer) throws Exception {
    return new ObjectMapper().readTree(answer.body());
  }
}
