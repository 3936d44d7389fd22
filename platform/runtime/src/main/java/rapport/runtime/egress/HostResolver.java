package rapport.runtime.egress;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** Finds the addresses of a host. May block. */
@FunctionalInterface
public interface HostResolver {

  /** Asks the system. */
  HostResolver SYSTEM = host -> List.of(InetAddress.getAllByName(host));

  /**
   * All addresses of the host; an address written in digits is its own.
   *
   * @throws UnknownHostException when it has none
   */
  List<InetAddress> addresses(String host) throws UnknownHostException;
}
