package uk.nhs.hee.tis.gmc.client.internal.verdict;

import static uk.nhs.hee.tis.gmc.client.model.Actor.CALLER_NETWORK;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.nhs.hee.tis.gmc.client.error.GmcProtocolException.Kind;
import uk.nhs.hee.tis.gmc.client.error.Source;
import uk.nhs.hee.tis.gmc.client.internal.soap.SentValues;
import uk.nhs.hee.tis.gmc.client.internal.verdict.Verdict.Category;

/**
 * Judges who sent an answer that is not a usable GMC Connect answer. Stateless.
 *
 * <p>The order of the rules matters: each excludes what would mislead the next. A challenge is
 * looked for before a code, as its page contains decoys; a code before the server's own signs, as
 * they may be missing; and absence alone decides last.
 */
public final class Judge {
  private static final List<Rule> RULES =
      List.of(
          CallerSideRules::proxyLogin,
          SoapRules::envelope,
          ChallengeRules::mitigationHeader,
          CallerSideRules::otherVendor,
          ChallengeRules::page,
          EdgeCodeRules::plainText,
          EdgeCodeRules::structured,
          EdgeCodeRules::markup,
          EdgeGuessRules::errorHeader,
          EdgeCodeRules::status52x,
          EdgeGuessRules::barePage,
          ChallengeRules::access,
          LeftOverRules::interim,
          LeftOverRules::successOrRedirect,
          OriginRules::byStatus,
          CallerSideRules::unknown,
          EdgeGuessRules::withoutOriginSigns);

  private Judge() {}

  /** Returns the verdict on an answer to a request that contained nothing secret or personal. */
  public static Verdict judge(ObservedAnswer answer) {
    return judge(answer, SentValues.none());
  }

  /**
   * Returns the verdict; never throws, whatever the answer contains.
   *
   * @param sent what the verdict must not show if the answer repeats it, except the caller's own
   *     address
   */
  public static Verdict judge(ObservedAnswer answer, SentValues sent) {
    try {
      return byRules(answer, sent);
    } catch (RuntimeException | StackOverflowError unforeseen) {
      // An exception here would hide the very failure that is to be explained.
      return undecided(answer.status());
    }
  }

  /** Judges without the catch-all, so that tests see what it would catch. */
  static Verdict byRules(ObservedAnswer answer) {
    return byRules(answer, SentValues.none());
  }

  private static Verdict byRules(ObservedAnswer answer, SentValues sent) {
    Clues clues = Clues.of(answer);
    for (Rule rule : RULES) {
      Verdict.Builder verdict = rule.apply(clues);
      if (verdict != null) {
        return finished(verdict, clues, sent);
      }
    }
    return undecided(answer.status());
  }

  private static Verdict undecided(int status) {
    return Verdict.of(
            Category.PROTOCOL, Source.NETWORK, "HTTP " + status + " from an unknown sender")
        .actors(CALLER_NETWORK)
        .signal("HTTP status " + status)
        .build();
  }

  private static Verdict finished(Verdict.Builder verdict, Clues clues, SentValues sent) {
    Verdict draft = verdict.build();
    boolean edge = draft.source() == Source.EDGE;
    RayId ray = ray(clues, edge);
    if (ray != null) {
      verdict.rayId(ray.id()).edgeLocation(ray.location().orElse(null));
    }
    if (draft.signals().stream().noneMatch(s -> s.contains("HTTP " + clues.status()))) {
      verdict.signal("HTTP status " + clues.status());
    }
    boolean unasked = UnaskedEncoding.isIn(clues);
    if (unasked) {
      String words = UnaskedEncoding.words(clues);
      verdict.signal(words);
      if (!draft.finding().contains(words)) {
        verdict.alsoFound(", its body in " + words);
      }
    }
    boolean soap = draft.protocolKind() != Kind.NOT_SOAP;
    Echo echo = new Echo(clues, sent, soap || unasked ? null : Excerpt.of(clues.page()));
    return verdict
        .without(echo)
        .egressAddress(edge ? EgressAddress.of(clues.page(), clues.structured()) : null)
        .retryAfter(RetryAfter.of(clues.headers(), clues.structured()))
        .excerpt(echo.excerpt())
        .build();
  }

  /** Only the edge's own pages are searched for a Ray ID: others may quote one. */
  private static @Nullable RayId ray(Clues clues, boolean edge) {
    RayId ofBody = edge ? clues.rayOfBody() : null;
    return ofBody != null
        ? ofBody
        : Optional.ofNullable(clues.ray()).orElseGet(() -> edge ? RayId.in(clues.page()) : null);
  }
}
