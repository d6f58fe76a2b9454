package uk.nhs.hee.tis.gmc.client.diagnose;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import uk.nhs.hee.tis.gmc.client.ClientIdentity;
import uk.nhs.hee.tis.gmc.client.GmcClientBuilder;

/**
 * Probes the path from a client's configuration to a designated body's doctors, layer by layer, and
 * says which layer fails and who must act.
 *
 * <pre>{@code
 * DiagnosisReport report =
 *     GmcDiagnosis.builder(() -> GmcClient.builder().environmentVariables(System.getenv()))
 *         .designatedBody("1-1RSSQ2H")
 *         .build()
 *         .run();
 * System.out.println(report.toText());
 * }</pre>
 *
 * <p>It sends one plain GET without credentials, then one read for each designated body, and one
 * plain GET for each identity to compare, two seconds apart; it retries nothing and writes nothing.
 * In March 2021 a Cloudflare block was mistaken for a permission error at the GMC for days: here
 * each layer is judged separately, and the edge before the account.
 *
 * <p>Immutable and thread-safe; each run builds its own client and closes it.
 */
public final class GmcDiagnosis {
  private final DiagnosisSettings settings;

  private GmcDiagnosis(Builder from) {
    settings = new DiagnosisSettings(from);
  }

  /**
   * Returns a builder for a diagnosis.
   *
   * @param configuration creates the configuration of the client to diagnose, afresh for each run;
   *     an {@link IllegalStateException} or {@link IllegalArgumentException} that it throws becomes
   *     the finding of the configuration layer. That client's listeners are notified of the reads.
   * @return a builder with the defaults
   */
  public static Builder builder(Supplier<GmcClientBuilder> configuration) {
    return new Builder(Objects.requireNonNull(configuration, "configuration"));
  }

  /**
   * Probes the layers, one after the other, and returns what was found. It blocks for at most the
   * {@link Builder#timeout(Duration) time-out} of each probe, the attempt time-out of the client
   * for each read, and the pauses. If the thread is interrupted, it keeps the interrupt flag,
   * stops, and reports the remaining layers as skipped.
   *
   * @return the report; a failing layer is never thrown as an exception
   */
  public DiagnosisReport run() {
    return new DiagnosisRun(settings).run();
  }

  /** Builds a {@link GmcDiagnosis}. Not thread-safe. */
  public static final class Builder {
    final Supplier<GmcClientBuilder> configuration;
    final List<String> bodies = new ArrayList<>();
    final List<ClientIdentity> identities = new ArrayList<>();
    Duration timeout = Duration.ofSeconds(10);
    final Duration gap = Duration.ofSeconds(2);
    Map<String, String> variables = System.getenv();
    String endpointName = "the endpoint";
    PublicAuthorities publicAuthorities = PublicAuthorities.ofThisJdk();
    Pacing.Wait wait = Pacing.SLEEP;
    Clock clock = Clock.systemUTC();

    private Builder(Supplier<GmcClientBuilder> configuration) {
      this.configuration = configuration;
    }

    /**
     * Adds a designated body to read, such as {@code 1-1RSSQ2H}. Without one, SOAP, credentials and
     * access are not probed.
     *
     * @param designatedBodyCode the body's code, read once
     * @return this builder
     * @throws IllegalArgumentException if it is null or blank
     */
    public Builder designatedBody(String designatedBodyCode) {
      if (designatedBodyCode == null || designatedBodyCode.isBlank()) {
        throw new IllegalArgumentException("designatedBody is blank");
      }
      bodies.add(designatedBodyCode);
      return this;
    }

    /**
     * Adds another identity that the caller owns, such as that of another of its modules, to see
     * how the edge treats it: with one plain GET, without credentials. It shows whether a block
     * concerns the identity; it is not a way around one.
     *
     * @param identity one that the caller owns
     * @return this builder
     * @throws IllegalArgumentException if its User-Agent imitates a browser's
     */
    public Builder compare(ClientIdentity identity) {
      identities.add(IdentityProbe.checked(Objects.requireNonNull(identity, "identity")));
      return this;
    }

    /**
     * Sets the time limit for each probe except the reads; default 10 s.
     *
     * @param timeout a millisecond or more, at most an hour
     * @return this builder
     * @throws IllegalArgumentException if it is shorter than a millisecond, or longer than an hour
     */
    public Builder timeout(Duration timeout) {
      if (timeout.toMillis() <= 0 || timeout.compareTo(Duration.ofHours(1)) > 0) {
        throw new IllegalArgumentException(
            "timeout must be positive and at most an hour: " + timeout);
      }
      this.timeout = timeout;
      return this;
    }

    /** Sets the variables of the process, in which a proxy may be named that Java does not use. */
    Builder variables(Map<String, String> variables) {
      this.variables = variables;
      return this;
    }

    /** Sets by which name the caller knows the endpoint's option. */
    Builder endpointName(String endpointName) {
      this.endpointName = endpointName;
      return this;
    }

    /** Sets the public authorities, for tests. */
    Builder publicAuthorities(PublicAuthorities publicAuthorities) {
      this.publicAuthorities = publicAuthorities;
      return this;
    }

    /** Sets what waits between requests, for tests. */
    Builder wait(Pacing.Wait wait) {
      this.wait = wait;
      return this;
    }

    /** Sets the clock that stamps the report, for tests. */
    Builder clock(Clock clock) {
      this.clock = clock;
      return this;
    }

    /** {@return the diagnosis} */
    public GmcDiagnosis build() {
      return new GmcDiagnosis(this);
    }
  }
}
