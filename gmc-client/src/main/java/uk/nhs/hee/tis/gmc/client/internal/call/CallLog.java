package uk.nhs.hee.tis.gmc.client.internal.call;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The log of calls. An appender that throws does not lose a call's outcome. */
final class CallLog {
  private static final Logger LOG = LoggerFactory.getLogger("uk.nhs.hee.tis.gmc.client");

  private CallLog() {}

  static void warn(String format, Object... arguments) {
    try {
      LOG.warn(format, arguments);
    } catch (Throwable unlogged) {
      return;
    }
  }

  static void debug(String format, Object... arguments) {
    try {
      LOG.debug(format, arguments);
    } catch (Throwable unlogged) {
      return;
    }
  }
}
