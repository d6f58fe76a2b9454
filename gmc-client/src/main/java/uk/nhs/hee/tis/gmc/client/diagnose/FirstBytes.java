package uk.nhs.hee.tis.gmc.client.diagnose;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;
import org.jspecify.annotations.Nullable;

/** Takes the beginning of a body, as much as is needed to judge it, and drops the rest. */
final class FirstBytes implements BodySubscriber<FirstBytes.Body> {
  private static final int MOST = 256 * 1024;

  /** The beginning, and whether that was all. */
  static final class Body {
    static final Body NONE = new Body(new byte[0], true);

    final byte[] bytes;
    final boolean whole;

    Body(byte[] bytes, boolean whole) {
      this.bytes = bytes;
      this.whole = whole;
    }
  }

  private final CompletableFuture<Body> body = new CompletableFuture<>();
  private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
  private @Nullable Subscription subscription;

  @Override
  public CompletionStage<Body> getBody() {
    return body;
  }

  @Override
  public void onSubscribe(Subscription given) {
    subscription = given;
    given.request(Long.MAX_VALUE);
  }

  @Override
  public void onNext(List<ByteBuffer> buffers) {
    for (ByteBuffer buffer : buffers) {
      byte[] bytes = new byte[Math.min(buffer.remaining(), MOST - kept.size())];
      buffer.get(bytes);
      kept.writeBytes(bytes);
    }
    if (kept.size() == MOST && subscription != null) {
      subscription.cancel();
      end(false);
    }
  }

  /** What came before the body broke off is enough to judge by. */
  @Override
  public void onError(Throwable failure) {
    end(false);
  }

  @Override
  public void onComplete() {
    end(true);
  }

  private void end(boolean whole) {
    body.complete(new Body(kept.toByteArray(), whole));
  }
}
