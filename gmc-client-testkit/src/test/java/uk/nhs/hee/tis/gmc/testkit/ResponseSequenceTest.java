package uk.nhs.hee.tis.gmc.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A call that comes between two words of a stub, which another thread is writing. */
@Timeout(60)
class ResponseSequenceTest {
  private static final String CALL = "add 9000001";
  private static final String MISTAKE = "does not say what happens";
  private static final Duration AMPLE = Duration.ofMinutes(5);

  private final CountDownLatch met = new CountDownLatch(1);

  /** One that is begun, and says when a call has met it. */
  private ResponseSequence<String, String> begun(Duration timeToWrite) {
    ResponseSequence<String, String> responses =
        new ResponseSequence<>(
            call -> {
              met.countDown();
              return true;
            },
            timeToWrite);
    responses.begin(new StubWords("whenAdding()"));
    return responses;
  }

  private static CompletableFuture<Optional<String>> claim(
      ResponseSequence<String, String> responses) {
    return CompletableFuture.supplyAsync(() -> responses.claim(CALL, words -> MISTAKE));
  }

  @Test
  void waitsForTheRestOfTheStub() throws InterruptedException {
    ResponseSequence<String, String> responses = begun(AMPLE);
    CompletableFuture<Optional<String>> call = claim(responses);
    met.await();

    responses.add("already connected", ResponseSequence.UNTIL_THE_NEXT);

    assertThat(call.join()).hasValue("already connected");
  }

  @Test
  void isNotAnsweredByAStubThatIsNarrowedToOtherCalls() throws InterruptedException {
    ResponseSequence<String, String> responses = begun(AMPLE);
    CompletableFuture<Optional<String>> call = claim(responses);
    met.await();

    responses.narrow(other -> !other.equals(CALL));
    responses.add("already connected", ResponseSequence.UNTIL_THE_NEXT);

    assertThat(call.join()).isEmpty();
  }

  @Test
  void doesNotWaitForAPartThatWasRefused() throws InterruptedException {
    ResponseSequence<String, String> responses = begun(AMPLE);
    CompletableFuture<Optional<String>> call = claim(responses);
    met.await();

    responses.abandon();

    assertThat(call.join()).isEmpty();
  }

  @Test
  void isToldOfTheMistakeOnceTheTimeToWriteIsOver() {
    assertThat(begun(Duration.ZERO).claim(CALL, words -> MISTAKE)).hasValue(MISTAKE);
  }
}
