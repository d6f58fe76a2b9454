package uk.nhs.hee.tis.gmc.testkit;

import static uk.nhs.hee.tis.gmc.testkit.pages.GmcPages.cloudflare;
import static uk.nhs.hee.tis.gmc.testkit.pages.GmcPages.iis;

import com.github.tomakehurst.wiremock.http.Response;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import uk.nhs.hee.tis.gmc.client.model.ReturnCode;
import uk.nhs.hee.tis.gmc.testkit.internal.OperationContract;
import uk.nhs.hee.tis.gmc.testkit.pages.CannedAnswer;
import uk.nhs.hee.tis.gmc.testkit.pages.CloudflarePage;

/**
 * Thirty faults in a hundred requests, and now and then a block that lasts for some requests.
 *
 * <p>The fault of a request depends on nothing but the seed, its client request id and how often
 * that was seen, so a run can be repeated however its threads interleave. Only where a block begins
 * depends on the order of requests.
 */
final class RandomFaults implements Function<Exchange, Response> {
  private static final int BLOCK_EVERY = 4_000;
  private static final int BLOCK_LASTS = 50;
  private static final List<Integer> MAY_HAVE_RUN = List.of(520, 522, 524);
  private static final List<Integer> STOPPED_BEFORE = List.of(521, 523, 525, 526);

  /** What a gateway between the caller and the edge says when it loses the answer it waits for. */
  private static final CannedAnswer GATEWAY_UNAVAILABLE =
      CannedAnswer.builder()
          .status(503)
          .header("Content-Type", "text/html")
          .header("Via", "1.1 varnish (Varnish/7.1)")
          .body("<html><title>503 Backend fetch failed</title><h1>Error 503</h1></html>")
          .build();

  private final long seed;
  private final Duration delay;
  private final AtomicInteger requests = new AtomicInteger();
  private final AtomicInteger faults = new AtomicInteger();
  private final Map<String, AtomicInteger> seen = new ConcurrentHashMap<>();

  /** Creates the faults; {@code delay} is longer than any client waits. */
  RandomFaults(long seed, Duration delay) {
    this.seed = seed;
    this.delay = delay;
  }

  int faults() {
    return faults.get();
  }

  @Override
  public Response apply(Exchange exchange) {
    int number = requests.incrementAndGet();
    if (number > BLOCK_LASTS && number % BLOCK_EVERY < BLOCK_LASTS) {
      faults.incrementAndGet();
      return block(exchange, number / BLOCK_EVERY);
    }
    // Not Random: its first numbers are alike for seeds that are.
    SplittableRandom random = new SplittableRandom(seed * 31 + key(exchange).hashCode());
    double permille = random.nextDouble() * 1_000;
    if (permille >= 300) {
      return exchange.answer();
    }
    faults.incrementAndGet();
    return fault(exchange, permille, random);
  }

  private String key(Exchange exchange) {
    OperationContract contract = OperationContract.of(exchange.request().operation().orElseThrow());
    String id = exchange.request().field(contract.clientRequestIdField());
    return id + "/" + seen.computeIfAbsent(id, i -> new AtomicInteger()).incrementAndGet();
  }

  private static Response block(Exchange exchange, int kind) {
    switch (kind % 4) {
      case 0:
        return exchange.canned(cloudflare().challenge().asHtml());
      case 1:
        return exchange.canned(cloudflare().firewallRule().asHtml());
      case 2:
        return exchange.refusal(ReturnCode.INVALID_CREDENTIALS);
      default:
        return exchange.canned(cloudflare().wafBlock().asHtml());
    }
  }

  private Response fault(Exchange exchange, double permille, SplittableRandom random) {
    if (permille < 40) {
      return exchange.drop(Drop.BEFORE_PROCESSING);
    }
    if (permille < 80) {
      return exchange.drop(Drop.AFTER_PROCESSING);
    }
    if (permille < 95) {
      return exchange.delayed(delay);
    }
    if (permille < 145) {
      return exchange.truncated(random.nextDouble());
    }
    if (permille < 185) {
      return exchange.canned(rateLimit(random));
    }
    if (permille < 195) {
      return random.nextBoolean()
          ? exchange.refusal(ReturnCode.INTERNAL_ERROR)
          : exchange.answerWith(
              service -> service.field("ReturnCode", ReturnCode.INTERNAL_ERROR.code()));
    }
    return outage(exchange, permille, random);
  }

  private static CannedAnswer rateLimit(SplittableRandom random) {
    return cloudflare()
        .rateLimited(Duration.ofSeconds(random.nextInt(10) == 0 ? 1 : 0))
        .as(random.nextBoolean() ? CloudflarePage.Shape.HTML : CloudflarePage.Shape.JSON);
  }

  /** Some of them after the service has acted, where a gateway cannot know. */
  private static Response outage(Exchange exchange, double permille, SplittableRandom random) {
    if (permille < 225) {
      return perhapsAfterActing(exchange, cloudflare().badGateway(502).asHtml(), random);
    }
    if (permille < 232) {
      return exchange.canned(cloudflare().edgeFault(503).asHtml());
    }
    if (permille < 239) {
      return exchange.canned(iis().serviceUnavailable());
    }
    if (permille < 250) {
      return perhapsAfterActing(exchange, GATEWAY_UNAVAILABLE, random);
    }
    if (permille < 260) {
      return perhapsAfterActing(exchange, cloudflare().workerFailed().asText(), random);
    }
    return permille < 280
        ? perhapsAfterActing(exchange, unreachable(MAY_HAVE_RUN, random), random)
        : exchange.canned(unreachable(STOPPED_BEFORE, random));
  }

  private static CannedAnswer unreachable(List<Integer> codes, SplittableRandom random) {
    CloudflarePage page = cloudflare().originUnreachable(codes.get(random.nextInt(codes.size())));
    return random.nextBoolean() ? page.asHtml() : page.asText();
  }

  private static Response perhapsAfterActing(
      Exchange exchange, CannedAnswer page, SplittableRandom random) {
    return random.nextBoolean() ? exchange.actThenCanned(page) : exchange.canned(page);
  }
}
