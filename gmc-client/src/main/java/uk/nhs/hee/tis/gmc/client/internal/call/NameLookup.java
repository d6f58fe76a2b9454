package uk.nhs.hee.tis.gmc.client.internal.call;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** Asks the name service: what a test replaces by one that is silent. */
public interface NameLookup {

  /**
   * Returns a host's addresses; may take as long as the name service does.
   *
   * @throws UnknownHostException if it has none
   */
  InetAddress[] addresses(String host) throws UnknownHostException;
}
