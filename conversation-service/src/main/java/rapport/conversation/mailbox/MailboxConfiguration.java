package rapport.conversation.mailbox;

import io.netty.resolver.dns.DnsServerAddressStreamProvider;
import io.netty.resolver.dns.DnsServerAddressStreamProviders;
import io.netty.resolver.dns.SingletonDnsServerAddressStreamProvider;
import java.net.InetSocketAddress;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import rapport.conversation.session.Addresses;

/** Whether the DNS is asked about addresses; by default it is not. */
@Configuration(proxyBeanMethods = false)
class MailboxConfiguration {

  private static final int DNS_PORT = 53;

  @Bean
  Addresses addresses(
      @Value("${rapport.email.check-mx}") boolean check,
      @Value("${rapport.email.dns}") String server,
      @Value("${rapport.email.within}") Duration within) {
    return check
        ? new MailDomains(new MailExchange(servers(server), within), within)
        : Addresses.TRUSTED;
  }

  /**
   * @param server {@code address} or {@code address:port}; none for the machine's own
   */
  static DnsServerAddressStreamProvider servers(String server) {
    if (server.isEmpty()) {
      return DnsServerAddressStreamProviders.platformDefault();
    }
    var colon = server.lastIndexOf(':');
    var address =
        colon < 0
            ? new InetSocketAddress(server, DNS_PORT)
            : new InetSocketAddress(
                server.substring(0, colon),
                Integer.parseInt(server, colon + 1, server.length(), 10));
    return new SingletonDnsServerAddressStreamProvider(address);
  }
}
