package uk.nhs.hee.tis.gmc.example.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Everything that is measured reads the same answers, so that the figures compare like things. */
class StackTest {
  private static AnswerServer server;

  @BeforeAll
  static void start() throws Exception {
    server = AnswerServer.start();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @ParameterizedTest
  @CsvSource({
    "GMC_CLIENT, gzip",
    "GMC_CLIENT_SINK, plain",
    "TODAY, gzip",
    "METRO, gzip",
    "JDK, gzip",
    "BARE, plain"
  })
  void readsTheWholeListAndMakesSmallCalls(Stack stack, String encoding) throws Exception {
    try (Caller caller = stack.open(server.endpoint(encoding, 50))) {
      assertThat(caller.list()).isEqualTo(50);
      assertThat(caller.status()).isNotBlank();
    }
  }
}
