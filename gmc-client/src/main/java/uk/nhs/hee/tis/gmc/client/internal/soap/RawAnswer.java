package uk.nhs.hee.tis.gmc.client.internal.soap;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import uk.nhs.hee.tis.gmc.client.model.ReturnCode;
import uk.nhs.hee.tis.gmc.client.model.UnreadableField;

/**
 * A whole answer of the service as it was read: its return code, its texts, and whether it had a
 * list; the rows went to the {@link Reading}. Deliberately without a {@code toString}.
 */
public final class RawAnswer {
  private static final Pattern ID = Pattern.compile("[!-~]{1,64}");

  final List<UnreadableField> unreadableFields = new ArrayList<>();
  private final Map<String, String> texts = new HashMap<>();
  private boolean listed;
  private boolean done;

  RawAnswer() {}

  /** Returns the return code; the reader lets no answer without one through. */
  public ReturnCode returnCode() {
    return ReturnCode.of(texts.getOrDefault("ReturnCode", ""));
  }

  /** Returns the GMC's own id of the request, if it gave one that is safe in a log line. */
  public Optional<String> gmcRequestId() {
    return id("GMCRequestID");
  }

  /** Returns the GMC's id of a recommendation, under the same condition. */
  public Optional<String> recommendationId() {
    return id("RecommendationID");
  }

  private Optional<String> id(String name) {
    return text(name).map(String::strip).filter(id -> ID.matcher(id).matches());
  }

  /**
   * Makes "already so" count as done: an earlier attempt of the same call may have run, and this
   * was the retry.
   */
  public void alreadySoMeansDone() {
    done = true;
  }

  /** Returns whether the call brought about the state, or is assumed to have. */
  boolean isDone() {
    return done || returnCode().isSuccess();
  }

  Optional<String> text(String name) {
    return Optional.ofNullable(texts.get(name)).filter(text -> !text.isBlank());
  }

  /** Keeps a text; returns whether it is the first of its name. */
  boolean put(String name, String text) {
    return texts.putIfAbsent(name, text) == null;
  }

  /** Returns whether there was a list of doctors, even an empty one. */
  boolean isListed() {
    return listed;
  }

  void listed() {
    listed = true;
  }
}
