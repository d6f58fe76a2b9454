package uk.nhs.hee.tis.gmc.client.internal.call;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** Asks the name service: a test replaces it with one that does not respond. */
public interface NameLookup {

  /**
   * Returns a host's addresses; may take as long as the name service does.
   *
   * @throws UnknownHostException if it has none
   */
  InetAddress[] addresses(String host) throws UnknownHostException;
}
