package uk.nhs.hee.tis.gmc.client.internal.http;

import java.lang.reflect.Method;
import java.net.http.HttpClient;
import java.util.Arrays;
import java.util.Optional;

/** Ends an HTTP client where it can be ended: since Java 21. Before, collecting it does. */
final class ClosableHttpClient {
  private static final Optional<Method> SHUTDOWN =
      Arrays.stream(HttpClient.class.getMethods())
          .filter(method -> method.getName().equals("shutdown"))
          .findFirst();

  private ClosableHttpClient() {}

  /** Lets exchanges under way end and takes no more; does not wait. */
  static void shutDown(HttpClient client) {
    SHUTDOWN.ifPresent(
        method -> {
          try {
            method.invoke(client);
          } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("HttpClient.shutdown() cannot be called", e);
          }
        });
  }
}
