package rapport.gateway.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.util.List;
import org.junit.jupiter.api.Test;

class TrustedProxiesTest {
  private final TrustedProxies proxies =
      new TrustedProxies(new SecuritySettings(List.of("10.0.0.0/8", "::1")));

  @Test
  void takes_what_the_nearest_proxy_saw() {
    assertThat(caller("10.0.0.1", "203.0.113.7")).isEqualTo(at("203.0.113.7"));
  }

  @Test
  void walks_through_several_proxies_of_ours() {
    assertThat(caller("10.0.0.1", "203.0.113.7, 10.0.0.9")).isEqualTo(at("203.0.113.7"));
  }

  @Test
  void does_not_believe_what_the_caller_wrote_before_the_proxy() {
    assertThat(caller("10.0.0.1", "1.2.3.4, 203.0.113.7")).isEqualTo(at("203.0.113.7"));
  }

  @Test
  void reads_a_header_sent_twice_as_one() {
    assertThat(caller("10.0.0.1", "1.2.3.4", "203.0.113.7")).isEqualTo(at("203.0.113.7"));
  }

  @Test
  void does_not_believe_strangers_at_all() {
    assertThat(caller("203.0.113.7", "1.2.3.4")).isEqualTo(at("203.0.113.7"));
  }

  @Test
  void stops_at_what_is_no_address() {
    assertThat(caller("10.0.0.1", "1.2.3.4, unknown")).isEqualTo(at("10.0.0.1"));
  }

  @Test
  void refuses_a_network_that_is_none() {
    assertThatThrownBy(() -> new TrustedProxies(new SecuritySettings(List.of("proxy.example.com"))))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private InetAddress caller(String peer, String... forwardedFor) {
    return proxies.caller(at(peer), List.of(forwardedFor));
  }

  private static InetAddress at(String address) {
    return InetAddress.ofLiteral(address);
  }
}
