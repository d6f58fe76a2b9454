package uk.nhs.hee.tis.gmc.client.internal.soap;

import org.jspecify.annotations.Nullable;
import uk.nhs.hee.tis.gmc.client.model.CallInfo;
import uk.nhs.hee.tis.gmc.client.model.GmcAnswer;

/**
 * What a sink made of a complete list. Without a {@code toString}: it may contain doctors' data.
 *
 * @param <R> what the sink's {@code complete} returns
 */
public final class SinkAnswer<R extends @Nullable Object> implements GmcAnswer {
  private final R value;
  private final CallInfo info;

  SinkAnswer(R value, CallInfo info) {
    this.value = value;
    this.info = info;
  }

  /** Returns what the sink returned. */
  public R value() {
    return value;
  }

  @Override
  public CallInfo info() {
    return info;
  }
}
