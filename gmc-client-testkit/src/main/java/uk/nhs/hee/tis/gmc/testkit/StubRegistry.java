package uk.nhs.hee.tis.gmc.testkit;

import com.github.tomakehurst.wiremock.http.Response;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import uk.nhs.hee.tis.gmc.client.model.GmcOperation;
import uk.nhs.hee.tis.gmc.testkit.internal.CheckedRequest;
import uk.nhs.hee.tis.gmc.testkit.internal.UnfinishedChains;

/** The stubs, newest first, those that say nothing yet among them. Thread-safe. */
final class StubRegistry {
  private volatile List<StubRule> rules = List.of();
  private @Nullable List<StubRule> draft;
  private final UnfinishedChains unfinished = new UnfinishedChains();
  private final ThreadLocal<String> names = new ThreadLocal<>();
  private volatile boolean mustBeHit = true;

  GmcStub begin(RequestKind<?> kind) {
    return begin(kind.stub(), kind.operations());
  }

  GmcStub begin(String words, Predicate<GmcOperation> operations) {
    return begin(words, StubRule.of(operations));
  }

  GmcStub beginEverything(String words) {
    return begin(words, StubRule.ofEverything());
  }

  private GmcStub begin(String words, StubRule rule) {
    String name = names.get();
    rule.name(name);
    // What has a name of its own is a state of affairs, such as a scenario: nobody need meet it.
    rule.mustBeHit(mustBeHit && name == null);
    GmcStub stub = new GmcStub(words, rule, this);
    putFirst(rule);
    return stub;
  }

  /** Sets whether the stubs that are begun from now on must be hit by a request. */
  void mustBeHit(boolean must) {
    mustBeHit = must;
  }

  /** Gives this name to every stub that the script begins in this thread. */
  void naming(String name, Runnable script) {
    String outer = names.get();
    names.set(outer == null ? name : outer + ", " + name);
    try {
      script.run();
    } finally {
      if (outer == null) {
        names.remove();
      } else {
        names.set(outer);
      }
    }
  }

  /** The newest stub decides, and a stub is as new as its first outcome. */
  synchronized void putFirst(StubRule rule) {
    List<StubRule> changed = new ArrayList<>(draft == null ? rules : draft);
    changed.remove(rule);
    changed.add(0, rule);
    if (draft == null) {
      rules = Collections.unmodifiableList(changed);
    } else {
      draft = changed;
    }
  }

  /** Replaces all stubs at once by those that the script adds. */
  synchronized void rewrite(Runnable script) {
    draft = List.of();
    try {
      script.run();
      rules = Objects.requireNonNull(draft);
    } finally {
      draft = null;
    }
  }

  UnfinishedChains unfinished() {
    return unfinished;
  }

  /** The stub that treats this request, and how; the request counts for it. */
  Optional<Hit> find(CheckedRequest request) {
    return rules.stream()
        .flatMap(rule -> rule.claim(request).map(effect -> new Hit(rule, effect)).stream())
        .findFirst();
  }

  /** The stubs that had to be hit and were not, oldest first, with the place of each. */
  List<String> unused() {
    List<String> unused =
        rules.stream()
            .filter(StubRule::isUnused)
            .map(StubRule::description)
            .collect(Collectors.toList());
    Collections.reverse(unused);
    return unused;
  }

  synchronized void clear() {
    rules = List.of();
    unfinished.clear();
  }

  /** A stub that treats a request. */
  static final class Hit {
    private final StubRule rule;
    private final Function<Exchange, Response> effect;

    private Hit(StubRule rule, Function<Exchange, Response> effect) {
      this.rule = rule;
      this.effect = effect;
    }

    Response answer(Exchange exchange) {
      return effect.apply(exchange);
    }

    String description() {
      return rule.name().orElseGet(rule::description);
    }
  }
}
