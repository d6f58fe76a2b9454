package uk.nhs.hee.tis.gmc.example.benchmarks;

import java.io.IOException;
import java.io.Reader;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Properties;

/**
 * Notices a regression by a factor of two: a list of 8,000 beside the JDK alone, in turns in one
 * JVM, so that a busy machine slows both.
 */
final class QuickCheck {
  private static final int DOCTORS = 8000;
  private static final int WARM_UP = 150;
  private static final int TURNS = 201;
  private static final double MARGIN = 2;

  private final Caller ours;
  private final Caller jdk;

  private QuickCheck(Caller ours, Caller jdk) {
    this.ours = ours;
    this.jdk = jdk;
  }

  /** Returns whether time and memory are within the margin of the baseline. */
  static boolean run(AnswerServer server, Path baseline) throws Exception {
    double wantedTime = number(baseline, "time.against.jdk");
    double wantedBytes = number(baseline, "bytes.per.doctor");
    try (Caller ours = Stack.GMC_CLIENT.open(server.endpoint("plain", DOCTORS));
        Caller jdk = Stack.JDK.open(server.endpoint("plain", DOCTORS))) {
      QuickCheck check = new QuickCheck(ours, jdk);
      check.timeAgainstJdk(WARM_UP);
      double time = check.timeAgainstJdk(TURNS);
      double bytes = check.bytesPerDoctor();
      System.out.printf(
          Locale.ROOT,
          "list of %d: %.2f times the time of the JDK alone (baseline %.2f),"
              + " %.0f bytes allocated per doctor by the caller (baseline %.0f)%n",
          DOCTORS,
          time,
          wantedTime,
          bytes,
          wantedBytes);
      return time <= MARGIN * wantedTime && bytes <= MARGIN * wantedBytes;
    }
  }

  private double timeAgainstJdk(int turns) throws Exception {
    long[] oursNanos = new long[turns];
    long[] jdkNanos = new long[turns];
    for (int i = 0; i < turns; i++) {
      oursNanos[i] = nanos(ours);
      jdkNanos[i] = nanos(jdk);
    }
    Arrays.sort(oursNanos);
    Arrays.sort(jdkNanos);
    return (double) oursNanos[turns / 2] / jdkNanos[turns / 2];
  }

  private static long nanos(Caller caller) throws Exception {
    long from = System.nanoTime();
    if (caller.list() != DOCTORS) {
      throw new IllegalStateException("the list is not whole");
    }
    return System.nanoTime() - from;
  }

  /** A blocking call parses on the thread that waits for it, so its count is most of the memory. */
  private double bytesPerDoctor() throws Exception {
    com.sun.management.ThreadMXBean threads =
        (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    long me = Thread.currentThread().getId();
    long before = threads.getThreadAllocatedBytes(me);
    ours.list();
    return (double) (threads.getThreadAllocatedBytes(me) - before) / DOCTORS;
  }

  private static double number(Path baseline, String name) throws IOException {
    Properties numbers = new Properties();
    try (Reader from = Files.newBufferedReader(baseline)) {
      numbers.load(from);
    }
    return Double.parseDouble(numbers.getProperty(name));
  }
}
