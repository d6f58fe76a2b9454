package uk.nhs.hee.tis.gmc.client.internal.http;

import java.lang.ref.WeakReference;
import java.net.ProxySelector;
import java.net.http.HttpClient;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One HTTP client that keeps its connections, for reads, and for writes one that is a few seconds
 * old at most, so that no write goes out on a connection that has been idle for longer.
 *
 * <p>A connection may be dead without our knowing: closed by the server while the request is on its
 * way, or forgotten by a firewall in between. A read is repeated then; a write would end in an
 * unknown outcome. The JDK keeps idle connections for minutes, and only a system property, which is
 * no library's to set, would change that.
 */
final class OwnHttpClients implements HttpClients {
  private static final long OLDEST_NANOS = 4_000_000_000L;

  private final Supplier<HttpClient> maker;
  private final LongSupplier ticker;

  /** Guarded by this, as are the next two. */
  private @Nullable HttpClient forReads;

  /**
   * Held weakly: before 21 the JDK ends an HTTP client's thread and connections only when it is
   * collected. An exchange under way keeps its client alive.
   */
  private WeakReference<HttpClient> forWrites = new WeakReference<>(null);

  private long forWritesSince;

  OwnHttpClients(Supplier<HttpClient> maker, LongSupplier ticker) {
    this.maker = maker;
    this.ticker = ticker;
  }

  @Override
  public synchronized HttpClient forRead() {
    HttpClient client = forReads;
    if (client == null) {
      client = maker.get();
      forReads = client;
    }
    return client;
  }

  @Override
  public synchronized HttpClient forWrite() {
    long now = ticker.getAsLong();
    HttpClient client = forWrites.get();
    if (client == null || now - forWritesSince > OLDEST_NANOS) {
      if (client != null) {
        ClosableHttpClient.shutDown(client);
      }
      client = maker.get();
      forWrites = new WeakReference<>(client);
      forWritesSince = now;
    }
    return client;
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
    HttpClient reads = forReads;
    if (reads != null) {
      ClosableHttpClient.shutDown(reads);
      forReads = null;
    }
    HttpClient writes = forWrites.get();
    if (writes != null) {
      ClosableHttpClient.shutDown(writes);
      forWrites.clear();
    }
  }
}
