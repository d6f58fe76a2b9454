package uk.nhs.hee.tis.gmc.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import uk.nhs.hee.tis.gmc.client.fixture.Call;
import uk.nhs.hee.tis.gmc.client.fixture.Nothing;
import uk.nhs.hee.tis.gmc.client.fixture.WireServer;
import uk.nhs.hee.tis.gmc.client.model.AddDoctor;
import uk.nhs.hee.tis.gmc.client.model.Recommendation;
import uk.nhs.hee.tis.gmc.client.model.RemoveDoctor;
import uk.nhs.hee.tis.gmc.client.model.StatusQuery;

/** Calls that are refused before anything is sent. */
class RefusedCallsTest {
  private final WireServer server = WireServer.start();
  private final GmcClient gmc = Clients.of(server);

  @AfterEach
  void stop() {
    server.close();
  }

  @ParameterizedTest
  @EnumSource
  void aClosedClientRefusesEveryCall(Call call) {
    gmc.close();
    gmc.close();

    assertThatThrownBy(() -> call.on(gmc))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("the client is closed");
    assertThat(server.connections()).isZero();
  }

  @Test
  void aMissingArgumentIsNamed() {
    assertMissing("query", c -> c.checkRecommendationStatus(Nothing.at(StatusQuery.class)));
    assertMissing("recommendation", c -> c.tryRecommendation(Nothing.at(Recommendation.class)));
    assertMissing("recommendation", c -> c.tryRecommendationV2(Nothing.at(Recommendation.class)));
    assertMissing("request", c -> c.tryAddDoctor(Nothing.at(AddDoctor.class)));
    assertMissing("request", c -> c.tryRemoveDoctor(Nothing.at(RemoveDoctor.class)));
    for (Call call : Call.values()) {
      assertMissing("options", c -> call.on(c, Nothing.at(CallOptions.class)));
    }
  }

  private void assertMissing(String name, Consumer<GmcClient> call) {
    assertThatThrownBy(() -> call.accept(gmc))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(name + " is missing");
    assertThat(server.connections()).isZero();
  }
}
