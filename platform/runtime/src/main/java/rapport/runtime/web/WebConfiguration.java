package rapport.runtime.web;

import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Scope;
import org.springframework.http.client.ReactorResourceFactory;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.util.unit.DataSize;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.netty.resources.ConnectionProvider;
import reactor.netty.resources.LoopResources;

/** Beans of the package. */
@Configuration(proxyBeanMethods = false)
public class WebConfiguration {

  private static final int MOST_WORKERS = 4;

  @Bean
  @ConditionalOnMissingBean
  Clock clock() {
    return Clock.systemUTC();
  }

  @Bean
  JsonMapperBuilderCustomizer strictJson() {
    return new StrictJson();
  }

  /** Not for a gateway, whose routes have limits of their own. */
  @Bean
  @ConditionalOnBooleanProperty(name = "rapport.web.limit-bodies", matchIfMissing = true)
  BodySizeFilter bodySizeFilter(@Value("${spring.http.codecs.max-in-memory-size}") DataSize limit) {
    return new BodySizeFilter(limit);
  }

  /** Few threads and one pool of connections for the server and every client of the process. */
  @Bean
  @ConditionalOnMissingBean
  ReactorResourceFactory reactorResources() {
    var workers = Math.clamp(Runtime.getRuntime().availableProcessors(), 2, MOST_WORKERS);
    var resources = new ReactorResourceFactory();
    resources.setUseGlobalResources(false);
    resources.setLoopResourcesSupplier(() -> LoopResources.create("rapport-http", workers, true));
    resources.setConnectionProviderSupplier(() ->
        ConnectionProvider.builder("rapport-http")
            .maxConnections(200)
            .pendingAcquireTimeout(Duration.ofSeconds(10))
            .maxIdleTime(Duration.ofSeconds(30))
            .build());
    resources.setShutdownQuietPeriod(Duration.ZERO);
    return resources;
  }

  @Bean
  @ConditionalOnMissingBean
  ReactorClientHttpConnector httpConnector(ReactorResourceFactory resources) {
    return new ReactorClientHttpConnector(
        resources, client -> client.responseTimeout(Duration.ofSeconds(10)));
  }

  /** Each caller gets its own builder over the one shared connector; it reads answers leniently. */
  @Bean
  @Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
  @ConditionalOnMissingBean
  WebClient.Builder webClientBuilder(ReactorClientHttpConnector connector) {
    return WebClient.builder().clientConnector(connector);
  }

  /**
   * For what a service asks another of Rapport's own. Other systems are asked through {@code
   * EgressClient}, which looks at where a request goes.
   */
  @Bean
  WebClient ownServices(WebClient.Builder builder) {
    return builder.build();
  }
}
