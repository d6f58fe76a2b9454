package uk.nhs.hee.tis.gmc.client.internal.http;

import java.net.ProxySelector;
import java.net.http.HttpClient;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One HTTP client that keeps its connections, for reads, and for writes one that is a few seconds
 * old at most, so that no write goes out on a connection that has been idle for longer.
 *
 * <p>A connection may be dead without our knowing: closed by the server while the request is on its
 * way, or forgotten by a firewall in between. A read is then retried; a write would end in an
 * unknown outcome. The JDK keeps idle connections for minutes, and only a system property, which a
 * library should not set, would change that.
 */
final class OwnHttpClients implements HttpClients {
  private static final long OLDEST_NANOS = 4_000_000_000L;

  private final Supplier<HttpClient> maker;
  private final LongSupplier ticker;

  /** Guarded by this, as are the next three. */
  private @Nullable EndableHttpClient forReads;

  private @Nullable EndableHttpClient forWrites;
  private long forWritesSince;

  /** Those whose exchanges had not all ended when last checked. */
  private final List<EndableHttpClient> retired = new ArrayList<>();

  OwnHttpClients(Supplier<HttpClient> maker, LongSupplier ticker) {
    this.maker = maker;
    this.ticker = ticker;
  }

  @Override
  public synchronized HeldHttpClient forRead() {
    EndableHttpClient client = forReads;
    if (client == null) {
      client = new EndableHttpClient(maker.get());
      forReads = client;
    }
    return client.hold();
  }

  @Override
  public synchronized HeldHttpClient forWrite() {
    long now = ticker.getAsLong();
    EndableHttpClient client = forWrites;
    if (client == null || now - forWritesSince > OLDEST_NANOS) {
      retire(client);
      client = new EndableHttpClient(maker.get());
      forWrites = client;
      forWritesSince = now;
    }
    return client.hold();
  }

  private void retire(@Nullable EndableHttpClient client) {
    retired.removeIf(EndableHttpClient::endIfIdle);
    if (client != null) {
      client.retire();
      if (!client.endIfIdle()) {
        retired.add(client);
      }
    }
  }

  @Override
  public boolean haveAuthenticator() {
    return false;
  }

  @Override
  public ProxySelector proxies() {
    return ProxySelector.getDefault();
  }

  @Override
  public synchronized void close() {
    retire(forReads);
    forReads = null;
    retire(forWrites);
    forWrites = null;
  }
}
