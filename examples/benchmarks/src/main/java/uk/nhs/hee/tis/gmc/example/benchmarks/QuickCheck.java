package uk.nhs.hee.tis.gmc.example.benchmarks;

import java.io.Reader;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Properties;

/**
 * Notices a regression by a factor of two: lists of three lengths beside the JDK alone, in turns in
 * one JVM, so that a busy machine slows both.
 */
final class QuickCheck {
  private static final int MANY = 8000;
  private static final double MARGIN = 2;

  private final int doctors;
  private final Caller ours;
  private final Caller jdk;

  private QuickCheck(int doctors, Caller ours, Caller jdk) {
    this.doctors = doctors;
    this.ours = ours;
    this.jdk = jdk;
  }

  /** Returns whether time and memory are within the margin of the baseline. */
  static boolean run(AnswerServer server, Path baseline) throws Exception {
    Properties wanted = new Properties();
    try (Reader from = Files.newBufferedReader(baseline)) {
      wanted.load(from);
    }
    boolean within = true;
    for (int doctors : new int[] {0, 100, MANY}) {
      try (Caller ours = Stack.GMC_CLIENT.open(server.endpoint("plain", doctors));
          Caller jdk = Stack.JDK.open(server.endpoint("plain", doctors))) {
        within &= new QuickCheck(doctors, ours, jdk).isWithin(wanted);
      }
    }
    return within;
  }

  private boolean isWithin(Properties wanted) throws Exception {
    boolean many = doctors == MANY;
    timeAgainstJdk(many ? 150 : 3001);
    boolean within =
        isWithin(
            wanted,
            "time.against.jdk." + doctors,
            timeAgainstJdk(many ? 201 : 2001),
            "list of %d: %.2f times the time of the JDK alone (baseline %.2f)%n");
    if (many) {
      within &=
          isWithin(
              wanted,
              "bytes.per.doctor",
              bytesPerDoctor(),
              "list of %d: %.0f bytes allocated per doctor by the caller (baseline %.0f)%n");
    }
    return within;
  }

  private boolean isWithin(Properties wanted, String name, double reached, String words) {
    double baseline = Double.parseDouble(wanted.getProperty(name));
    System.out.printf(Locale.ROOT, words, doctors, reached, baseline);
    return reached <= MARGIN * baseline;
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

  private long nanos(Caller caller) throws Exception {
    long from = System.nanoTime();
    if (caller.list() != doctors) {
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
    return (double) (threads.getThreadAllocatedBytes(me) - before) / doctors;
  }
}
