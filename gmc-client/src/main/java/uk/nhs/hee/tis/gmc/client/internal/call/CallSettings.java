package uk.nhs.hee.tis.gmc.client.internal.call;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Function;
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
  final @Nullable HttpClient givenHttpClient;
  final Function<Executor, HttpClient> httpClientMaker;
  final SoapVersion soapVersion;
  final String soapActionBase;
  final long maxAnswerBytes;
  final Limits limits;
  final Surroundings surroundings;
  private final @Nullable String internalUser;
  private final @Nullable String environmentLabel;

  /**
   * Creates the settings.
   *
   * @param givenHttpClient the caller's own, or null
   * @param httpClientMaker makes our own clients, to run on an executor, if none is given
   */
  public CallSettings(
      URI endpoint,
      Supplier<GmcCredentials> credentials,
      ClientIdentity identity,
      @Nullable String internalUser,
      @Nullable String environmentLabel,
      @Nullable HttpClient givenHttpClient,
      Function<Executor, HttpClient> httpClientMaker,
      SoapVersion soapVersion,
      String soapActionBase,
      long maxAnswerBytes,
      Limits limits,
      Surroundings surroundings) {
    this.endpoint = endpoint;
    this.credentials = credentials;
    this.identity = identity;
    this.internalUser = internalUser;
    this.environmentLabel = environmentLabel;
    this.givenHttpClient = givenHttpClient;
    this.httpClientMaker = httpClientMaker;
    this.soapVersion = soapVersion;
    this.soapActionBase = soapActionBase;
    this.maxAnswerBytes = maxAnswerBytes;
    this.limits = limits;
    this.surroundings = surroundings;
  }

  Clock clock() {
    return surroundings.clock;
  }

  Optional<String> internalUser() {
    return Optional.ofNullable(internalUser);
  }

  Optional<String> environmentLabel() {
    return Optional.ofNullable(environmentLabel);
  }
}
