package rapport.gateway.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import org.junit.jupiter.api.Test;

class NetworkAddressTest {

  @Test
  void tells_ipv4_hosts_apart() {
    assertThat(of("203.0.113.7")).isEqualTo("203.0.113.7").isNotEqualTo(of("203.0.113.8"));
  }

  @Test
  void takes_an_ipv6_network_for_one_host() {
    assertThat(of("2001:db8:1:2::1")).isEqualTo(of("2001:db8:1:2:ffff::9"));
    assertThat(of("2001:db8:1:2::1")).isNotEqualTo(of("2001:db8:1:3::1"));
  }

  private static String of(String address) {
    return NetworkAddress.of(InetAddress.ofLiteral(address));
  }
}
