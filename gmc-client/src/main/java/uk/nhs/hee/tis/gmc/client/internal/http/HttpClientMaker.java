package uk.nhs.hee.tis.gmc.client.internal.http;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.function.Function;

/**
 * Makes this library's own HTTP clients. They never follow a redirect, which would carry the
 * password elsewhere. Immutable.
 */
public final class HttpClientMaker implements Function<Executor, HttpClient> {
  private final Duration connectTimeout;

  /**
   * Creates the maker.
   *
   * @param connectTimeout how long connecting may take
   */
  public HttpClientMaker(Duration connectTimeout) {
    this.connectTimeout = connectTimeout;
  }

  /** Returns a new client whose exchanges run on this executor. */
  @Override
  public HttpClient apply(Executor exchanges) {
    HttpClient.Builder client =
        HttpClient.newBuilder()
            .executor(exchanges)
            .connectTimeout(connectTimeout)
            .followRedirects(HttpClient.Redirect.NEVER);
    TellingTrust.context().ifPresent(client::sslContext);
    return client.build();
  }
}
