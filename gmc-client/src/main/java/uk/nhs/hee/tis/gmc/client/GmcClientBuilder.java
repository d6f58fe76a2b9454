package uk.nhs.hee.tis.gmc.client;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.DoubleSupplier;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import uk.nhs.hee.tis.gmc.client.internal.call.CallPipeline;
import uk.nhs.hee.tis.gmc.client.internal.call.CallSettings;
import uk.nhs.hee.tis.gmc.client.internal.call.Limits;
import uk.nhs.hee.tis.gmc.client.internal.call.NameLookup;
import uk.nhs.hee.tis.gmc.client.internal.call.Surroundings;
import uk.nhs.hee.tis.gmc.client.internal.http.HttpClientMaker;

/**
 * Builds a {@link GmcClient}. Endpoint and credentials are required; everything else has a default.
 * Not thread-safe.
 *
 * <pre>{@code
 * GmcClient gmc =
 *     GmcClient.builder()
 *         .endpoint(URI.create("https://webcache.gmc-uk.org/GMCWebServices/WebService.asmx"))
 *         .credentials(() -> GmcCredentials.of(secret("gmc.user"), secret("gmc.password")))
 *         .identity(identity)
 *         .internalUser("nightly.sync")
 *         .attemptTimeout(Duration.ofSeconds(30))
 *         .callDeadline(Duration.ofMinutes(1))
 *         .build();
 * }</pre>
 */
public final class GmcClientBuilder {
  private static final Logger LOG = LoggerFactory.getLogger(GmcClient.class);

  static final String DEFAULT_ACTION_BASE = "https://webcache.gmc-uk.org/GMCWebServices/";

  private @Nullable URI endpoint;
  private boolean plainHttpAllowed;
  private @Nullable Supplier<GmcCredentials> credentials;
  private ClientIdentity identity = ClientIdentity.builder().build();
  private @Nullable String userAgent;
  private @Nullable String internalUser;
  private @Nullable String environmentLabel;
  private SoapVersion soapVersion = SoapVersion.SOAP_1_1;
  private String soapActionBase = DEFAULT_ACTION_BASE;
  private Duration connectTimeout = Duration.ofSeconds(10);
  private Duration attemptTimeout = Duration.ofSeconds(60);
  private Duration callDeadline = Duration.ofMinutes(2);
  private long maxAnswerBytes = 64L * 1024 * 1024;
  private @Nullable HttpClient httpClient;
  private RetryPolicy retryPolicy = RetryPolicy.defaults();
  private CircuitBreakerPolicy circuitBreakerPolicy = CircuitBreakerPolicy.defaults();
  private int bulkConcurrency = AsyncBulk.DEFAULT_CONCURRENCY;
  private final Surroundings.Builder surroundings = Surroundings.builder();

  GmcClientBuilder() {}

  /**
   * Sets the URL of the service. Required.
   *
   * @param endpoint such as {@code https://webcache.gmc-uk.org/GMCWebServices/WebService.asmx};
   *     {@link #build()} accepts only {@code https}, unless the host is loopback or {@link
   *     #allowPlainHttp()} was called, and no address of the WSDL ({@code ?wsdl})
   * @return this builder
   * @throws IllegalArgumentException if it is null
   */
  public GmcClientBuilder endpoint(URI endpoint) {
    this.endpoint = Rules.given("endpoint", endpoint);
    return this;
  }

  /**
   * Allows an {@code http} endpoint that is not loopback, for a stand-in GMC in a container
   * network. Credentials then travel in the clear.
   *
   * @return this builder
   */
  public GmcClientBuilder allowPlainHttp() {
    plainHttpAllowed = true;
    return this;
  }

  /**
   * Sets the account's credentials. Required, here or as a supplier.
   *
   * @param credentials user name and password, used by every call that has none of its own
   * @return this builder
   * @throws IllegalArgumentException if it is null
   */
  public GmcClientBuilder credentials(GmcCredentials credentials) {
    GmcCredentials fixed = Rules.given("credentials", credentials);
    this.credentials = () -> fixed;
    return this;
  }

  /**
   * Sets where the account's credentials come from; the supplier is called for every call, on the
   * caller's thread, so that passwords can rotate. What it throws reaches the caller unchanged,
   * before anything is sent.
   *
   * @param credentials supplies the current user name and password; called from many threads, so
   *     thread-safe
   * @return this builder
   * @throws IllegalArgumentException if it is null
   */
  public GmcClientBuilder credentials(Supplier<GmcCredentials> credentials) {
    this.credentials = Rules.given("credentials", credentials);
    return this;
  }

  /**
   * Sets how the client identifies itself; by default it names only this library.
   *
   * @param identity User-Agent and further headers of every call
   * @return this builder
   * @throws IllegalArgumentException if it is null
   */
  public GmcClientBuilder identity(ClientIdentity identity) {
    this.identity = Rules.given("identity", identity);
    return this;
  }

  /**
   * Sets the internal user for calls that name none; by default every call must name its own.
   *
   * @param internalUser the user on the caller's side, as reported to the GMC: a person's or a
   *     job's user name
   * @return this builder
   * @throws IllegalArgumentException if it is null or blank
   */
  public GmcClientBuilder internalUser(String internalUser) {
    this.internalUser = Rules.notBlank("internalUser", internalUser);
    return this;
  }

  /**
   * Sets a label of the environment, such as {@code prod}, for evidence; it is not sent.
   *
   * @param environmentLabel any short text
   * @return this builder
   * @throws IllegalArgumentException if it is null or blank
   */
  public GmcClientBuilder environmentLabel(String environmentLabel) {
    this.environmentLabel = Rules.notBlank("environmentLabel", environmentLabel);
    return this;
  }

  /**
   * Sets the SOAP version; default 1.1, which every known caller uses.
   *
   * @param soapVersion determines the content type and where the SOAP action goes
   * @return this builder
   * @throws IllegalArgumentException if it is null
   */
  public GmcClientBuilder soapVersion(SoapVersion soapVersion) {
    this.soapVersion = Rules.given("soapVersion", soapVersion);
    return this;
  }

  /**
   * Sets what precedes the operation's name in a SOAP action; default {@code
   * https://webcache.gmc-uk.org/GMCWebServices/}. It is not the endpoint: in November 2020 a caller
   * that sent the endpoint as its action got nothing but errors.
   *
   * @param soapActionBase a URL to which a slash, unless it ends in one, and the operation's name
   *     are appended
   * @return this builder
   * @throws IllegalArgumentException if it is null or blank, longer than 1,024 characters, not
   *     visible ASCII, holds a space or a quotation mark, or ends in {@code .asmx}
   */
  public GmcClientBuilder soapActionBase(String soapActionBase) {
    this.soapActionBase = EndpointRules.actionBase(soapActionBase);
    return this;
  }

  /**
   * Sets how long connecting may take; default 10 s. A client given by {@link
   * #httpClient(HttpClient)} keeps its own.
   *
   * @param connectTimeout a time of at most a day
   * @return this builder
   * @throws IllegalArgumentException if it is not positive, or longer than a day
   */
  public GmcClientBuilder connectTimeout(Duration connectTimeout) {
    this.connectTimeout = Rules.positive("connectTimeout", connectTimeout);
    return this;
  }

  /**
   * Sets how long one attempt may take, up to the last byte of its answer; default 60 s.
   *
   * @param attemptTimeout a time of at most a day; the call's deadline ends an attempt earlier
   * @return this builder
   * @throws IllegalArgumentException if it is not positive, or longer than a day
   */
  public GmcClientBuilder attemptTimeout(Duration attemptTimeout) {
    this.attemptTimeout = Rules.positive("attemptTimeout", attemptTimeout);
    return this;
  }

  /**
   * Sets how long a whole call may take; default 2 min.
   *
   * @param callDeadline a time of at most a day, all attempts and the waits between them included
   * @return this builder
   * @throws IllegalArgumentException if it is not positive, or longer than a day
   */
  public GmcClientBuilder callDeadline(Duration callDeadline) {
    this.callDeadline = Rules.positive("callDeadline", callDeadline);
    return this;
  }

  /**
   * Sets how long an answer may be, in decoded bytes; default 64 MiB. A longer one ends the call in
   * a {@link uk.nhs.hee.tis.gmc.client.error.GmcProtocolException}.
   *
   * @param maxAnswerBytes bytes after decompression
   * @return this builder
   * @throws IllegalArgumentException if it is not positive
   */
  public GmcClientBuilder maxAnswerBytes(long maxAnswerBytes) {
    if (maxAnswerBytes <= 0) {
      throw new IllegalArgumentException("maxAnswerBytes must be positive: " + maxAnswerBytes);
    }
    this.maxAnswerBytes = maxAnswerBytes;
    return this;
  }

  /**
   * Sets the HTTP client to use, for a proxy or a client certificate. It must not follow redirects:
   * a redirect would carry the password elsewhere. Closing the {@link GmcClient} does not close it.
   *
   * <p>A write may then go out on a connection that has long been idle, and end in an unknown
   * outcome if that connection was dead: the JDK keeps one for 20 minutes on Java 11 and 17, unless
   * the system property {@code jdk.httpclient.keepalive.timeout} sets fewer seconds. This library's
   * own clients send no write on a connection that has been idle for more than a few seconds.
   *
   * @param httpClient used as it is, with its own proxy, TLS settings and connect time-out
   * @return this builder
   * @throws IllegalArgumentException if it is null or follows redirects
   */
  public GmcClientBuilder httpClient(HttpClient httpClient) {
    if (Rules.given("httpClient", httpClient).followRedirects() != HttpClient.Redirect.NEVER) {
      throw new IllegalArgumentException(
          "httpClient follows redirects ("
              + httpClient.followRedirects()
              + "): a redirect would carry the password elsewhere");
    }
    this.httpClient = httpClient;
    return this;
  }

  /**
   * Sets when calls are retried; {@link RetryPolicy#defaults()} if not set.
   *
   * @param retryPolicy applies to every call that has none of its own
   * @return this builder
   * @throws IllegalArgumentException if it is null
   */
  public GmcClientBuilder retryPolicy(RetryPolicy retryPolicy) {
    this.retryPolicy = Rules.given("retryPolicy", retryPolicy);
    return this;
  }

  /**
   * Sets when calls are held back; {@link CircuitBreakerPolicy#defaults()} if not set.
   *
   * @param circuitBreakerPolicy applies to every call that has none of its own
   * @return this builder
   * @throws IllegalArgumentException if it is null
   */
  public GmcClientBuilder circuitBreakerPolicy(CircuitBreakerPolicy circuitBreakerPolicy) {
    this.circuitBreakerPolicy = Rules.given("circuitBreakerPolicy", circuitBreakerPolicy);
    return this;
  }

  /**
   * Sets how many calls of a bulk run at once; default 4. The first goes alone, because it is the
   * probe if the circuit has cooled down.
   *
   * @param bulkConcurrency calls at once, 1 or more
   * @return this builder
   * @throws IllegalArgumentException if it is below 1
   */
  public GmcClientBuilder bulkConcurrency(int bulkConcurrency) {
    if (bulkConcurrency < 1) {
      throw new IllegalArgumentException("bulkConcurrency must be 1 or more: " + bulkConcurrency);
    }
    this.bulkConcurrency = bulkConcurrency;
    return this;
  }

  /**
   * Adds a listener, after those added before.
   *
   * @param listener is called on a thread of the client, so it must be quick
   * @return this builder
   * @throws IllegalArgumentException if it is null
   */
  public GmcClientBuilder listener(GmcListener listener) {
    surroundings.listener(Rules.given("listener", listener));
    return this;
  }

  /**
   * Adds a function that supplies further headers for each attempt, such as {@code traceparent}.
   * They are not part of the identity, which says who is calling: evidence does not show them, and
   * they do not replace a header of the identity or of the client itself.
   *
   * <pre>{@code
   * builder.attemptHeaders(call -> () -> Map.of("traceparent", traceparent()));
   * }</pre>
   *
   * @param headers is called once for each call, on the caller's thread, and what it returns before
   *     each attempt, on the thread that sends it; both from many threads, so thread-safe and
   *     quick. If it throws, or supplies a header that {@link CallOptions.Builder#header header} of
   *     {@code CallOptions} refuses, a warning is logged and the attempt goes without that
   *     function's headers
   * @return this builder
   * @throws IllegalArgumentException if it is null
   */
  public GmcClientBuilder attemptHeaders(Function<GmcCall, Supplier<Map<String, String>>> headers) {
    surroundings.attemptHeaders(Rules.given("attemptHeaders", headers));
    return this;
  }

  /**
   * Sets the executor that reads the answers of asynchronous calls and runs dependent stages; by
   * default daemon threads that end with the client. Closing the client does not shut down an
   * executor set here. A call whose deadline passes while it waits for this executor ends in a
   * {@link uk.nhs.hee.tis.gmc.client.error.GmcCancelledException}.
   *
   * @param executor runs short tasks from many calls at once
   * @return this builder
   * @throws IllegalArgumentException if it is null
   */
  public GmcClientBuilder executor(Executor executor) {
    surroundings.executor(Rules.given("executor", executor));
    return this;
  }

  /**
   * Sets the scheduler for time-outs and back-offs; by default one daemon thread that ends with the
   * client. Closing the client does not shut down a scheduler set here. It should remove cancelled
   * tasks.
   *
   * @param scheduler only wakes calls up; their work goes to the executor
   * @return this builder
   * @throws IllegalArgumentException if it is null
   */
  public GmcClientBuilder scheduler(ScheduledExecutorService scheduler) {
    surroundings.scheduler(Rules.given("scheduler", scheduler));
    return this;
  }

  /** Sets what deadlines are measured by, in nanoseconds, for tests. */
  GmcClientBuilder ticker(LongSupplier ticker) {
    surroundings.ticker(ticker);
    return this;
  }

  /** Sets the chance behind the jitter of back-offs, from 0 to below 1, for tests. */
  GmcClientBuilder random(DoubleSupplier random) {
    surroundings.random(random);
    return this;
  }

  /** Sets what looks the endpoint's addresses up for evidence, for tests. */
  GmcClientBuilder names(NameLookup names) {
    surroundings.names(names);
    return this;
  }

  /** Sets what tells the listeners, for tests; by default a thread of the client's own. */
  GmcClientBuilder teller(Executor teller) {
    surroundings.teller(teller);
    return this;
  }

  /** Sets the clock that stamps evidence, for tests. */
  GmcClientBuilder clock(Clock clock) {
    surroundings.clock(clock);
    return this;
  }

  /**
   * Takes options from variables, under the names that the Reval modules already use:
   *
   * <ul>
   *   <li>{@code GMC_CONNECT_URL}: required, unless {@link #endpoint(URI)} was called before
   *   <li>{@code GMC_USER_NAME} and {@code GMC_PASSWORD}: required, unless {@code credentials} was
   *       called before; they replace credentials only together
   *   <li>{@code GMC_SOAP_ACTION_BASE}: see {@link #soapActionBase(String)}
   *   <li>{@code GMC_USER_AGENT}: replaces the whole User-Agent of the identity and nothing else of
   *       it, whether {@link #identity(ClientIdentity)} is called before or after
   *   <li>{@code GMC_INTERNAL_USER}: see {@link #internalUser(String)}
   *   <li>{@code GMC_ENVIRONMENT}: see {@link #environmentLabel(String)}
   *   <li>{@code GMC_ALLOW_PLAIN_HTTP}: {@code true} means {@link #allowPlainHttp()}
   * </ul>
   *
   * <p>Blank variables count as absent. Other options set later replace these.
   *
   * @param variables such as {@link System#getenv()}
   * @return this builder
   * @throws IllegalStateException if a required one is absent
   * @throws IllegalArgumentException if one has a bad value
   */
  public GmcClientBuilder environmentVariables(Map<String, String> variables) {
    return environmentVariables(Rules.given("variables", variables)::get);
  }

  /**
   * Takes the same options from wherever a module keeps its settings, such as Spring's {@code
   * Environment}: {@code environmentVariables(environment::getProperty)}.
   *
   * @param variables returns the value of a name, or null if there is none
   * @return this builder
   * @throws IllegalStateException if a required one is absent
   * @throws IllegalArgumentException if one has a bad value
   */
  public GmcClientBuilder environmentVariables(Function<String, @Nullable String> variables) {
    new EnvironmentVariables(variables).applyTo(this);
    return this;
  }

  /** Sets the User-Agent that replaces the identity's. */
  GmcClientBuilder userAgent(String userAgent) {
    this.userAgent = UserAgentSyntax.check(userAgent);
    return this;
  }

  boolean hasCredentials() {
    return credentials != null;
  }

  /** {@return the endpoint that was set, if one was} */
  public Optional<URI> endpoint() {
    return Optional.ofNullable(endpoint);
  }

  /** {@return the internal user that was set, if one was} */
  public Optional<String> internalUser() {
    return Optional.ofNullable(internalUser);
  }

  /** {@return the label of the environment that was set, if one was} */
  public Optional<String> environmentLabel() {
    return Optional.ofNullable(environmentLabel);
  }

  /** {@return the HTTP client that was set, if one was} */
  public Optional<HttpClient> httpClient() {
    return Optional.ofNullable(httpClient);
  }

  /**
   * {@return the client, having logged a warning for each problem with its identity}
   *
   * @throws IllegalStateException if endpoint or credentials are missing
   * @throws IllegalArgumentException if the endpoint is not acceptable
   */
  public GmcClient build() {
    URI checked = EndpointRules.check(required("endpoint", endpoint), plainHttpAllowed);
    ClientIdentity sent = userAgent == null ? identity : identity.withUserAgent(userAgent);
    CallSettings settings =
        new CallSettings(
            checked,
            required("credentials", credentials),
            sent,
            internalUser,
            environmentLabel,
            httpClient,
            new HttpClientMaker(connectTimeout),
            soapVersion,
            soapActionBase,
            maxAnswerBytes,
            new Limits(attemptTimeout, callDeadline, retryPolicy, circuitBreakerPolicy),
            surroundings.build());
    sent.warnings().forEach(warning -> LOG.warn("GMC client identity: {}", warning));
    LOG.info(
        "gmc-client {} calls {} as {}",
        LibraryVersion.VALUE,
        EndpointRules.shown(checked),
        sent.userAgent());
    return new PipelineClient(new CallPipeline(settings), checked, sent, bulkConcurrency);
  }

  private static <T> T required(String option, @Nullable T value) {
    if (value == null) {
      throw new IllegalStateException(option + " is missing: call builder()." + option + "(…)");
    }
    return value;
  }
}
