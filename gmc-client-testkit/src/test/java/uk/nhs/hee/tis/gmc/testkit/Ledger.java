package uk.nhs.hee.tis.gmc.testkit;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import uk.nhs.hee.tis.gmc.client.error.Effect;
import uk.nhs.hee.tis.gmc.client.error.GmcException;
import uk.nhs.hee.tis.gmc.client.error.GmcOutcomeUnknownException;
import uk.nhs.hee.tis.gmc.client.model.ConnectionReceipt;
import uk.nhs.hee.tis.gmc.client.model.GmcAnswer;
import uk.nhs.hee.tis.gmc.client.model.RecommendationReceipt;
import uk.nhs.hee.tis.gmc.client.model.ReturnCode;

/** What callers were told of their calls, to be held against what the register did. Thread-safe. */
final class Ledger {

  enum Told {
    ANSWERED,
    ACCEPTED,
    ALREADY_SO,
    UNKNOWN,
    NOT_PROCESSED,
    NOT_SENT,
    HELD_BACK,
    READ_FAILED
  }

  private static final class Line {
    final AccountedCall call;
    final Told told;
    final int attempts;
    final @Nullable String wrong;

    Line(AccountedCall call, Told told, int attempts, @Nullable String wrong) {
      this.call = call;
      this.told = told;
      this.attempts = attempts;
      this.wrong = wrong;
    }
  }

  private final Queue<Line> lines = new ConcurrentLinkedQueue<>();
  private final BiFunction<AccountedCall, GmcAnswer, @Nullable String> checkOfReads;

  /** Creates it; the check returns what is wrong with a read's answer, or null. */
  Ledger(BiFunction<AccountedCall, GmcAnswer, @Nullable String> checkOfReads) {
    this.checkOfReads = checkOfReads;
  }

  /** Notes how a call ended; returns whether it was held back by an open circuit. */
  boolean note(AccountedCall call, @Nullable GmcAnswer answer, @Nullable Throwable failure) {
    if (answer != null) {
      String wrong = call.isRead() ? checkOfReads.apply(call, answer) : null;
      lines.add(new Line(call, told(answer), answer.attempts(), wrong));
      return false;
    }
    if (!(failure instanceof GmcException)) {
      lines.add(new Line(call, Told.UNKNOWN, 0, "ended in " + failure));
      return false;
    }
    GmcException e = (GmcException) failure;
    lines.add(new Line(call, told(call, e), e.attempts(), inconsistency(call, e)));
    return e.fromOpenCircuit();
  }

  private static Told told(GmcAnswer answer) {
    if (answer instanceof ConnectionReceipt) {
      boolean done = ((ConnectionReceipt) answer).outcome() == ConnectionReceipt.Outcome.DONE;
      return done ? Told.ACCEPTED : Told.ALREADY_SO;
    }
    return answer instanceof RecommendationReceipt ? Told.ACCEPTED : Told.ANSWERED;
  }

  private static Told told(AccountedCall call, GmcException e) {
    if (e.fromOpenCircuit()) {
      return Told.HELD_BACK;
    }
    if (call.isRead()) {
      return Told.READ_FAILED;
    }
    switch (e.effect()) {
      case NOT_SENT:
        return Told.NOT_SENT;
      case NOT_PROCESSED:
        return Told.NOT_PROCESSED;
      default:
        return Told.UNKNOWN;
    }
  }

  private static @Nullable String inconsistency(AccountedCall call, GmcException e) {
    boolean unknown = !call.isRead() && e.effect() == Effect.MAY_HAVE_RUN;
    if (unknown != e instanceof GmcOutcomeUnknownException) {
      return "effect " + e.effect() + " in " + e;
    }
    return e.fromOpenCircuit() && e.effect() != Effect.NOT_SENT ? "held back but " + e : null;
  }

  /** Returns every line that the register's journal or the server's log of requests denies. */
  List<String> lies(GmcMockServer gmc) {
    Map<String, List<ReturnCode>> processed =
        gmc.register().journal().stream()
            .collect(
                Collectors.groupingBy(
                    JournalEntry::clientRequestId,
                    Collectors.mapping(JournalEntry::returnCode, Collectors.toList())));
    Map<String, Long> received =
        gmc.requests().stream()
            .collect(
                Collectors.groupingBy(
                    request -> request.clientRequestId().orElse(""), Collectors.counting()));
    List<String> lies = new ArrayList<>();
    for (Line line : lines) {
      String id = line.call.clientRequestId();
      String lie = lie(line, processed.getOrDefault(id, List.of()), received.getOrDefault(id, 0L));
      if (lie != null) {
        lies.add(line.call + " told " + line.told + ": " + lie);
      }
    }
    return lies;
  }

  private static @Nullable String lie(Line line, List<ReturnCode> processed, long received) {
    if (line.wrong != null) {
      return line.wrong;
    }
    if (received > line.attempts) {
      return received + " requests arrived of " + line.attempts + " attempts";
    }
    if (line.call.isRead()) {
      return line.told == Told.HELD_BACK && received > 0 ? "it was sent" : null;
    }
    if (processed.size() > 1 && !line.call.repeatsWhenUnknown) {
      return "it reached the register " + processed.size() + " times: " + processed;
    }
    return unfounded(line, processed, received);
  }

  private static @Nullable String unfounded(Line line, List<ReturnCode> processed, long received) {
    boolean done = processed.contains(ReturnCode.SUCCESS);
    boolean so =
        processed.contains(ReturnCode.ALREADY_ASSOCIATED)
            || processed.contains(ReturnCode.NOT_ASSOCIATED);
    switch (line.told) {
      case ACCEPTED:
        boolean holds = done || (so && line.call.repeatsWhenUnknown && line.attempts > 1);
        return holds ? null : "the register did " + processed;
      case ALREADY_SO:
        return so && !done ? null : "the register did " + processed;
      case NOT_PROCESSED:
        return done || so ? "the register did " + processed : null;
      case NOT_SENT:
      case HELD_BACK:
        return received > 0 ? "the server received it" : null;
      default:
        return null;
    }
  }

  /** How many calls of writes, or of reads, were told what. */
  Map<Told, Integer> counts(boolean reads) {
    Map<Told, Integer> counts = new EnumMap<>(Told.class);
    lines.stream()
        .filter(line -> line.call.isRead() == reads)
        .forEach(line -> counts.merge(line.told, 1, Integer::sum));
    return counts;
  }

  /** How many attempts were made beside the first of each call. */
  int repeats() {
    return lines.stream().mapToInt(line -> Math.max(0, line.attempts - 1)).sum();
  }
}
