package uk.nhs.hee.tis.gmc.client.diagnose;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import uk.nhs.hee.tis.gmc.client.diagnose.LayerResult.Status;

/** Connects to each address. */
final class TcpProbe {
  private TcpProbe() {}

  static LayerResult.Builder probe(Route route, List<InetAddress> addresses, Duration timeout) {
    LayerResult.Builder result = LayerResult.builder().layer(Layer.TCP);
    int port = route.nearPort();
    int connected = 0;
    boolean first = false;
    boolean refused = false;
    for (InetAddress address : addresses) {
      long start = System.nanoTime();
      try (Socket socket = new Socket()) {
        socket.connect(new InetSocketAddress(address, port), Math.toIntExact(timeout.toMillis()));
        long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
        result.fact(address.getHostAddress(), "connected in " + millis + " ms");
        connected++;
        first |= address.equals(addresses.get(0));
      } catch (IOException e) {
        refused |= e instanceof ConnectException;
        result.fact(address.getHostAddress(), failure(e, timeout));
      }
    }
    if (connected == 0) {
      return result
          .status(Status.FAILED)
          .finding(
              route.near()
                  + " does not accept connections on port "
                  + port
                  + (refused ? " (connection refused)" + route.hint("host and port") : ""))
          .actors(route.actors());
    }
    String finding =
        "connected to "
            + connected
            + " of "
            + addresses.size()
            + (addresses.size() == 1 ? " address of " : " addresses of ")
            + route.near()
            + " on port "
            + port;
    if (first) {
      return result.status(Status.PASSED).finding(finding);
    }
    // java.net.http resolves to one address and tries no other.
    return result
        .status(Status.FAILED)
        .finding(finding + ", but not to the first, which Java uses")
        .actors(route.actors());
  }

  private static String failure(IOException e, Duration timeout) {
    return e instanceof SocketTimeoutException
        ? "no connection within " + Texts.of(timeout)
        : "no connection (" + e.getClass().getSimpleName() + ")";
  }
}
