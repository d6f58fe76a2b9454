package uk.nhs.hee.tis.gmc.client.internal.http;

import java.net.http.HttpClient;

/** An HTTP client held for one exchange, and released when that has ended. Thread-safe. */
interface HeldHttpClient {

  /** Returns the client; not to be called once the exchange has ended. */
  HttpClient client();

  /** Returns whether the client is this library's own, and so the JDK's. */
  boolean isOwn();

  /** Records that the exchange has ended completely. */
  void letGo();

  /**
   * Records that nobody waits for the exchange, but that the JDK may keep it for a while.
   *
   * @param nanos how long at most
   */
  void abandon(long nanos);

  /** Returns a client that is kept whatever happens to its exchanges. */
  static HeldHttpClient kept(HttpClient client) {
    return new HeldHttpClient() {
      @Override
      public HttpClient client() {
        return client;
      }

      @Override
      public boolean isOwn() {
        return false;
      }

      @Override
      public void letGo() {}

      @Override
      public void abandon(long nanos) {}
    };
  }
}
