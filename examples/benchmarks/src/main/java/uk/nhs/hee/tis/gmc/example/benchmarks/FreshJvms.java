package uk.nhs.hee.tis.gmc.example.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/** What needs a JVM of its own with nothing else on its class path: heap, start-up, jars. */
final class FreshJvms {
  private static final int MANY = 60_000;
  private static final int FIRST_LIST = 2000;
  private static final int STARTS = 9;
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  private final AnswerServer server;
  private final ClassPaths classPaths;

  FreshJvms(AnswerServer server, ClassPaths classPaths) {
    this.server = server;
    this.classPaths = classPaths;
  }

  /** Returns the smallest -Xmx in MB with which a list of 60,000 can be read, to about 6 %. */
  int smallestHeap(Collector collector, Stack stack) throws IOException, InterruptedException {
    int tooSmall = 1;
    int enough = 4;
    while (!fits(collector, stack, enough)) {
      tooSmall = enough;
      enough *= 2;
      if (enough > 4096) {
        throw new IllegalStateException(stack + " fails with any heap");
      }
    }
    while (enough - tooSmall > Math.max(1, enough / 16)) {
      int middle = (enough + tooSmall) / 2;
      if (fits(collector, stack, middle)) {
        enough = middle;
      } else {
        tooSmall = middle;
      }
    }
    return enough;
  }

  private boolean fits(Collector collector, Stack stack, int megabytes)
      throws IOException, InterruptedException {
    return read(stack, MANY, List.of(collector.option(), "-Xmx" + megabytes + "m"));
  }

  private boolean read(Stack stack, int doctors, List<String> options)
      throws IOException, InterruptedException {
    return JavaProcess.run(
        PATIENCE,
        classPaths.of(stack),
        options,
        List.of(
            stack.name(), server.endpoint("plain", doctors).toString(), String.valueOf(doctors)));
  }

  /** Measures how long it takes from starting a JVM to its end after one list, in turns. */
  void starts(Figures figures, Stack... stacks) throws IOException, InterruptedException {
    double[][] millis = new double[stacks.length][STARTS];
    for (int turn = 0; turn < STARTS; turn++) {
      for (int i = 0; i < stacks.length; i++) {
        long from = System.nanoTime();
        if (!read(stacks[i], FIRST_LIST, List.of())) {
          throw new IllegalStateException(stacks[i] + " failed in a fresh JVM");
        }
        millis[i][turn] = (System.nanoTime() - from) / 1e6;
      }
    }
    for (int i = 0; i < stacks.length; i++) {
      Arrays.sort(millis[i]);
      figures.put(Figures.start(stacks[i]), millis[i][STARTS / 2]);
    }
  }

  /** Counts the jars that a module gets with the stack, and their size. */
  void jars(Figures figures, Stack stack) throws IOException {
    List<Path> jars = classPaths.jarsOf(stack);
    long bytes = 0;
    for (Path jar : jars) {
      bytes += Files.size(jar);
    }
    figures.put("jars " + stack, jars.size());
    figures.put("jars MB " + stack, bytes / 1e6);
  }
}
