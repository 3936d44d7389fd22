package rapport.runtime.egress;

import java.net.InetAddress;
import java.util.Arrays;

/**
 * Addresses that share their first bits.
 *
 * @param start one of them
 * @param bits how many count
 */
public record Network(InetAddress start, int bits) {

  public Network {
    if (bits < 0 || bits > start.getAddress().length * Byte.SIZE) {
      throw new IllegalArgumentException("there is no network of " + bits + " bits");
    }
  }

  /**
   * Reads {@code 10.0.0.0/8}, {@code fd00::/8}, or one address.
   *
   * @throws IllegalArgumentException when it is none of that; a name is not looked up
   */
  public static Network of(String text) {
    var parts = text.strip().split("/", 2);
    var start = InetAddress.ofLiteral(parts[0]);
    var bits =
        parts.length == 2 ? Integer.parseInt(parts[1]) : start.getAddress().length * Byte.SIZE;
    return new Network(start, bits);
  }

  /** Whether an address is one of them; an IPv4 address is never of an IPv6 network. */
  public boolean has(InetAddress address) {
    var mine = start.getAddress();
    var other = address.getAddress();
    if (mine.length != other.length) {
      return false;
    }
    var whole = bits / Byte.SIZE;
    if (!Arrays.equals(mine, 0, whole, other, 0, whole)) {
      return false;
    }
    var mask = 0xff00 >> bits % Byte.SIZE & 0xff;
    return mask == 0 || (mine[whole] & mask) == (other[whole] & mask);
  }
}
