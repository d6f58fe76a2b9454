package uk.nhs.hee.tis.gmc.example.sync;

import java.io.IOException;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The job in a process of its own, which halts before one of its steps on disk, says so on standard
 * output, and goes on when its standard input ends. The first argument is the step's number.
 */
final class KilledSync {
  static final String HALTED = "halted before ";

  private KilledSync() {}

  public static void main(String[] arguments) throws InterruptedException {
    int halt = Integer.parseInt(arguments[0]);
    AtomicInteger taken = new AtomicInteger();
    DiskStep.Watcher watcher =
        (step, file) -> {
          if (taken.getAndIncrement() == halt) {
            System.out.println(HALTED + step);
            untilTheInputEnds();
          }
        };
    System.exit(
        new NightlySync(System.getenv(), System.out, System.err, false, watcher)
            .run(Arrays.copyOfRange(arguments, 1, arguments.length)));
  }

  private static void untilTheInputEnds() throws IOException {
    while (System.in.read() >= 0) {
      // Whoever started this process decides when it goes on.
    }
  }
}
