package rapport.lead;

import java.net.InetAddress;
import java.util.List;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import rapport.runtime.egress.HostResolver;

/** Every host is this machine, but for {@code intranet.example}, which is of a private network. */
@TestConfiguration(proxyBeanMethods = false)
class TestHosts {

  @Bean
  HostResolver testHosts() {
    return host ->
        List.of(InetAddress.ofLiteral(host.equals("intranet.example") ? "10.0.0.7" : "127.0.0.1"));
  }
}
