package uk.nhs.hee.tis.gmc.client.diagnose;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import uk.nhs.hee.tis.gmc.client.diagnose.LayerResult.Status;

/** Resolves the host to all its addresses. */
final class NameProbe {
  private NameProbe() {}

  /** Returns the addresses; empty if the layer failed. */
  static List<InetAddress> probe(Route route, Duration timeout, Findings findings) {
    try {
      String host = route.nearHost();
      List<InetAddress> found =
          TimeBox.within(timeout, () -> Arrays.asList(InetAddress.getAllByName(host)));
      findings.take(
          result(
              Status.PASSED,
              route.near()
                  + " resolves to "
                  + found.stream()
                      .map(InetAddress::getHostAddress)
                      .collect(Collectors.joining(", "))));
      return found;
    } catch (UnknownHostException e) {
      findings.take(
          failed(route, route.near() + " resolves to no address" + route.hint("host name")));
    } catch (IOException e) {
      findings.take(failed(route, route.near() + " did not resolve within " + Texts.of(timeout)));
    }
    return List.of();
  }

  private static LayerResult.Builder failed(Route route, String finding) {
    return result(Status.FAILED, finding).actors(route.actors());
  }

  private static LayerResult.Builder result(Status status, String finding) {
    return LayerResult.of(Layer.NAME_RESOLUTION, status, finding);
  }
}
