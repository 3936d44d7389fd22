package rapport.lead.crawl;

import java.time.Duration;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import rapport.runtime.egress.EgressClient;
import rapport.runtime.egress.EgressRules;
import rapport.runtime.egress.HostResolver;

/** The way out to sites. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CrawlSettings.class)
class CrawlConfiguration {

  private static final int MOST_BYTES = 2_000_000;
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  /** Redirects are followed by the crawl itself, which has rules of its own about where to go. */
  private static final int MOST_REDIRECTS = 0;

  @Bean
  EgressClient siteEgress(
      @Value("${rapport.egress.allowed-hosts:}") List<String> allowedHosts,
      ObjectProvider<HostResolver> resolver) {
    return new EgressClient(
        new EgressRules(allowedHosts, MOST_BYTES, PATIENCE, MOST_REDIRECTS),
        resolver.getIfAvailable(() -> HostResolver.SYSTEM));
  }
}
