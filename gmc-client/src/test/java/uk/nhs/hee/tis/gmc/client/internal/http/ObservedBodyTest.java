package uk.nhs.hee.tis.gmc.client.internal.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.ServerSocket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Flow.Subscriber;
import java.util.concurrent.Flow.Subscription;
import org.junit.jupiter.api.Test;
import uk.nhs.hee.tis.gmc.client.fixture.FakeHttpClient;
import uk.nhs.hee.tis.gmc.client.fixture.HttpReply;
import uk.nhs.hee.tis.gmc.client.fixture.Keys;
import uk.nhs.hee.tis.gmc.client.fixture.WireServer;

/** What is known of a request's body, and when it is no longer handed over. */
class ObservedBodyTest {
  private static final byte[] BYTES = "<a request/>".getBytes(UTF_8);

  /** A subscriber that writes down what it hears. */
  private static final class Taker implements Subscriber<ByteBuffer> {
    final List<String> heard = new ArrayList<>();
    Subscription subscription =
        new Subscription() {
          @Override
          public void request(long count) {
            throw new IllegalStateException("not subscribed");
          }

          @Override
          public void cancel() {}
        };

    @Override
    public void onSubscribe(Subscription given) {
      subscription = given;
    }

    @Override
    public void onNext(ByteBuffer piece) {
      heard.add(UTF_8.decode(piece).toString());
    }

    @Override
    public void onError(Throwable failure) {
      heard.add(failure.getMessage());
    }

    @Override
    public void onComplete() {
      heard.add("complete");
    }
  }

  private static Taker takerOf(ObservedBody body) {
    Taker taker = new Taker();
    body.subscribe(taker);
    return taker;
  }

  @Test
  void aSubscriptionAloneHandsNothingOver() {
    ObservedBody body = ObservedBody.once(BYTES);

    Taker taker = takerOf(body);

    assertThat(body.withdraw()).isTrue();
    taker.subscription.request(1);
    assertThat(taker.heard).containsExactly("the call ended before its request was sent");
  }

  @Test
  void whatWasHandedOverCannotBeWithdrawn() {
    ObservedBody body = ObservedBody.once(BYTES);
    Taker taker = takerOf(body);

    taker.subscription.request(2);

    assertThat(taker.heard).containsExactly("<a request/>", "complete");
    assertThat(body.withdraw()).isFalse();
    assertThat(body.isUntouched()).isFalse();
  }

  @Test
  void aSecondSubscriptionIsRefusedWhereTheBodyGoesOnce() {
    ObservedBody body = ObservedBody.once(BYTES);
    takerOf(body).subscription.request(2);

    Taker second = takerOf(body);
    second.subscription.request(2);

    assertThat(second.heard).containsExactly("the request was not sent a second time");
    assertThat(body.resendRefused()).isTrue();
  }

  @Test
  void aSecondSubscriptionIsServedWhereTheBodyMayGoAgain() {
    ObservedBody body = ObservedBody.repeatable(BYTES);
    takerOf(body).subscription.request(2);

    Taker second = takerOf(body);
    second.subscription.request(2);

    assertThat(second.heard).containsExactly("<a request/>", "complete");
    assertThat(body.resendRefused()).isFalse();
  }

  @Test
  void ofABodyInOtherHandsNothingIsKnown() {
    ObservedBody body = ObservedBody.once(BYTES);
    body.givenTo(FakeHttpClient.neverAnswering());

    assertThat(body.isUntouched()).isFalse();
  }

  @Test
  void theJdkTakesTheBytesOfWhatItSendsFromTheBuffersThatItWasGiven() throws Exception {
    Keys keys = Keys.issued();
    HttpClient client = HttpClient.newBuilder().sslContext(keys.trusted()).build();
    for (ServerSocket listener : new ServerSocket[] {null, keys.listen()}) {
      try (WireServer server =
          listener == null ? WireServer.start() : WireServer.startTls(listener)) {
        server.always(HttpReply.of("200 OK", "text/plain", "ok"));
        ObservedBody body = ObservedBody.once(BYTES);
        body.givenTo(client);
        assertThat(body.isUntouched()).as("before").isTrue();

        client.send(
            HttpRequest.newBuilder(server.endpoint())
                .version(HttpClient.Version.HTTP_1_1)
                .POST(body)
                .build(),
            BodyHandlers.ofString());

        assertThat(body.isUntouched()).as(server.endpoint().getScheme()).isFalse();
      }
    }
  }
}
