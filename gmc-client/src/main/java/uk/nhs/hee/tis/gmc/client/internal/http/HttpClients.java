package uk.nhs.hee.tis.gmc.client.internal.http;

import java.net.ProxySelector;
import java.net.http.HttpClient;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** Which HTTP client sends a request. Thread-safe. */
public interface HttpClients {

  /** Holds the client for a request that is retried if its connection turns out to be dead. */
  HeldHttpClient forRead();

  /** Holds the client for a request that goes once. */
  HeldHttpClient forWrite();

  /** Returns whether requests are sent by a client that answers authentication challenges. */
  boolean haveAuthenticator();

  /** Returns what chooses the proxy of a request. */
  ProxySelector proxies();

  /** Releases connections and threads, those of exchanges in progress when these have ended. */
  void close();

  /** Returns a caller's own client, which keeps its connections as configured and stays open. */
  static HttpClients given(HttpClient client) {
    return new HttpClients() {
      @Override
      public HeldHttpClient forRead() {
        return HeldHttpClient.kept(client);
      }

      @Override
      public HeldHttpClient forWrite() {
        return HeldHttpClient.kept(client);
      }

      @Override
      public boolean haveAuthenticator() {
        return client.authenticator().isPresent();
      }

      @Override
      public ProxySelector proxies() {
        return client.proxy().orElseGet(ProxySelector::getDefault);
      }

      @Override
      public void close() {}
    };
  }

  /** Returns clients of this library's own; {@code ticker} tells nanoseconds. */
  static HttpClients own(Supplier<HttpClient> maker, LongSupplier ticker) {
    return new OwnHttpClients(maker, ticker);
  }
}
