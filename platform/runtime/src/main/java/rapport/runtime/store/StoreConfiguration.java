package rapport.runtime.store;

import com.mongodb.reactivestreams.client.MongoClient;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Beans of the package; a service says its database by {@code rapport.store.database}. */
@Configuration(proxyBeanMethods = false)
public class StoreConfiguration {

  private static final int PATIENCE_SECONDS = 2;

  /** A caller hears soon that the store is away, and says so, instead of waiting with it. */
  @Bean
  @Order(Ordered.LOWEST_PRECEDENCE)
  MongoClientSettingsBuilderCustomizer impatientClient() {
    return settings ->
        settings
            .applyToClusterSettings(
                cluster -> cluster.serverSelectionTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS))
            .applyToSocketSettings(socket ->
                socket
                    .connectTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
                    .readTimeout(10, TimeUnit.SECONDS))
            .applyToConnectionPoolSettings(
                pool -> pool.maxSize(50).maxWaitTime(PATIENCE_SECONDS, TimeUnit.SECONDS));
  }

  @Bean
  @ConditionalOnProperty("rapport.store.database")
  @ConditionalOnMissingBean
  DocumentStore documentStore(
      MongoClient client, @Value("${rapport.store.database}") String database) {
    return new DocumentStore(client, database);
  }
}
