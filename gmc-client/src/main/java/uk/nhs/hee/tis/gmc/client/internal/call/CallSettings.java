package uk.nhs.hee.tis.gmc.client.internal.call;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import uk.nhs.hee.tis.gmc.client.ClientIdentity;
import uk.nhs.hee.tis.gmc.client.GmcCredentials;
import uk.nhs.hee.tis.gmc.client.SoapVersion;

/** What every call of a client has in common; checked by the client's builder. Immutable. */
public final class CallSettings {
  final URI endpoint;
  final Supplier<GmcCredentials> credentials;
  final ClientIdentity identity;
  final HttpClient httpClient;
  final SoapVersion soapVersion;
  final String soapActionBase;
  final Duration attemptTimeout;
  final Duration callDeadline;
  final long maxAnswerBytes;
  final Clock clock;
  private final @Nullable String internalUser;
  private final @Nullable String environment;

  /** Creates the settings. */
  public CallSettings(
      URI endpoint,
      Supplier<GmcCredentials> credentials,
      ClientIdentity identity,
      @Nullable String internalUser,
      @Nullable String environment,
      HttpClient httpClient,
      SoapVersion soapVersion,
      String soapActionBase,
      Duration attemptTimeout,
      Duration callDeadline,
      long maxAnswerBytes,
      Clock clock) {
    this.endpoint = endpoint;
    this.credentials = credentials;
    this.identity = identity;
    this.internalUser = internalUser;
    this.environment = environment;
    this.httpClient = httpClient;
    this.soapVersion = soapVersion;
    this.soapActionBase = soapActionBase;
    this.attemptTimeout = attemptTimeout;
    this.callDeadline = callDeadline;
    this.maxAnswerBytes = maxAnswerBytes;
    this.clock = clock;
  }

  Optional<String> internalUser() {
    return Optional.ofNullable(internalUser);
  }

  Optional<String> environment() {
    return Optional.ofNullable(environment);
  }
}
