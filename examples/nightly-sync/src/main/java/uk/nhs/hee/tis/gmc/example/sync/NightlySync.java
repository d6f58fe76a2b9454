package uk.nhs.hee.tis.gmc.example.sync;

import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/**
 * Keeps one file of doctors per designated body up to date with GMC Connect: the job that runs at
 * 00:05. {@code --help} says how; the table goes to standard output, everything else to standard
 * error.
 */
public final class NightlySync {
  private final Map<String, String> environment;
  private final PrintStream out;
  private final PrintStream err;
  private final boolean terminal;
  private final DiskStep.Watcher watcher;

  NightlySync(
      Map<String, String> environment,
      PrintStream out,
      PrintStream err,
      boolean terminal,
      DiskStep.Watcher watcher) {
    this.watcher = watcher;
    this.environment = environment;
    this.out = out;
    this.err = err;
    this.terminal = terminal;
  }

  /** Runs the job and exits with its code. */
  public static void main(String[] arguments) throws InterruptedException {
    System.exit(
        new NightlySync(
                System.getenv(), System.out, System.err, Terminal.isThere(), DiskStep.Watcher.NONE)
            .run(arguments));
  }

  /** Runs the job and returns its exit code. */
  int run(String... arguments) throws InterruptedException {
    Settings settings = new Settings();
    CommandLine commandLine = new CommandLine(settings).setCaseInsensitiveEnumValuesAllowed(true);
    List<String> given = List.of(arguments);
    if (given.contains("--help") || given.contains("-h")) {
      commandLine.usage(out);
      return ExitCode.COMPLETE;
    }
    if (given.contains("--version")) {
      commandLine.printVersionHelp(out);
      return ExitCode.COMPLETE;
    }
    try {
      commandLine.parseArgs(arguments);
      settings.check();
      return sync(settings);
    } catch (ParameterException | UsageException e) {
      err.println(e.getMessage());
      err.println("--help shows every option.");
      return ExitCode.USAGE;
    }
  }

  private int sync(Settings settings) throws InterruptedException {
    List<DesignatedBody> bodies = settings.bodies();
    try (Gmc gmc = settings.gmc(environment, bodies);
        OutputDirectory output =
            OutputDirectory.open(
                settings.out, settings.format, gmc.origin(), Clock.systemUTC(), watcher)) {
      out.println(gmc.describe());
      if (settings.lacksContact(environment)) {
        err.println("The GMC cannot reach " + Settings.CONTACT + ": set your own with --contact.");
      }
      return sync(new Plan(bodies, output, settings.onlyMissing), gmc, output);
    }
  }

  private int sync(Plan plan, Gmc gmc, OutputDirectory output) throws InterruptedException {
    long start = System.nanoTime();
    plan.notKept().forEach(err::println);
    output.begin(plan.toFetch());
    List<Outcome> fetched;
    try (StopNotice notice = StopNotice.on(err);
        Progress progress = progress(plan.toFetch().size())) {
      SyncRun run = new SyncRun(gmc.client(), new BodySync(output), progress);
      fetched = run.of(plan.toFetch());
      notice.notNeeded();
    }
    List<Outcome> outcomes = plan.withKept(fetched);
    out.print(ClosingTable.of(outcomes, Duration.ofNanos(System.nanoTime() - start)));
    err.print(FailureReport.of(outcomes, output));
    return ExitCode.of(outcomes);
  }

  private Progress progress(int bodies) {
    return terminal ? new ProgressOnTerminal(err, bodies) : new ProgressLines(err, bodies);
  }
}
