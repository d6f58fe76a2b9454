package uk.nhs.hee.tis.gmc.client.internal.soap;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The ids of the latest calls of one client, and whose answer an echoed id marks. Thread-safe.
 *
 * <p>An id is compared ignoring case and surrounding white space; a UUID also ignoring hyphens and
 * braces, which .NET may or may not write.
 */
public final class SentIds {
  private static final int REMEMBERED = 4096;
  private static final Pattern UUID =
      Pattern.compile("[0-9a-f]{32}|[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

  /** What .NET writes for an unset id. */
  private static final String NO_UUID = "0".repeat(32);

  /** Guarded by itself: the ids as they are compared, the most recently used last. */
  private final Map<String, Boolean> latest =
      new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
          return size() > REMEMBERED;
        }
      };

  /** Returns the ids of a call that is about to be sent. */
  public CallIds of(String clientRequestId, String internalUser) {
    synchronized (latest) {
      latest.put(compared(clientRequestId), true);
    }
    return new CallIds(clientRequestId, internalUser, this);
  }

  /**
   * Returns whether the echo is certainly the id of another call: one that this client sent, or a
   * UUID that is not ours. An empty echo, part of our id or something that is not an id proves
   * nothing.
   */
  boolean isOfAnotherCall(String ours, String echo) {
    String came = compared(echo);
    if (came.isEmpty() || came.equals(compared(ours)) || came.equals(NO_UUID)) {
      return false;
    }
    synchronized (latest) {
      if (latest.containsKey(came)) {
        return true;
      }
    }
    return UUID.matcher(came).matches() && !plain(ours).startsWith(plain(echo));
  }

  private static String plain(String id) {
    return id.strip().toLowerCase(Locale.ROOT);
  }

  private static String compared(String id) {
    String text = plain(id);
    boolean braces = text.startsWith("{") && text.endsWith("}");
    boolean parentheses = text.startsWith("(") && text.endsWith(")");
    String bare = braces || parentheses ? text.substring(1, text.length() - 1) : text;
    return UUID.matcher(bare).matches() ? bare.replace("-", "") : text;
  }
}
