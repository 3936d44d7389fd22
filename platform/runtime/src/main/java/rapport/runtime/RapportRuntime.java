package rapport.runtime;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.DeferredImportSelector;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.core.type.AnnotationMetadata;
import rapport.runtime.feed.FeedConfiguration;
import rapport.runtime.identity.IdentityConfiguration;
import rapport.runtime.kafka.KafkaConfiguration;
import rapport.runtime.observe.ObserveConfiguration;
import rapport.runtime.outbox.OutboxConfiguration;
import rapport.runtime.privacy.PrivacyConfiguration;
import rapport.runtime.problem.ProblemConfiguration;
import rapport.runtime.projection.ProjectionConfiguration;
import rapport.runtime.store.StoreConfiguration;
import rapport.runtime.topic.TopicConfiguration;
import rapport.runtime.trace.TraceConfiguration;
import rapport.runtime.web.WebConfiguration;

/**
 * Everything a service stands on: identity, problems, store, outbox, projections, feeds, topics,
 * metrics, traces. A service's application class imports it.
 */
@Configuration(proxyBeanMethods = false)
@Import(RapportRuntime.Parts.class)
public class RapportRuntime {

  /** After the service's own beans, which some parts depend on, and before Spring Boot's. */
  static final class Parts implements DeferredImportSelector, Ordered {

    @Override
    public String[] selectImports(AnnotationMetadata importing) {
      return new String[] {
        WebConfiguration.class.getName(),
        IdentityConfiguration.class.getName(),
        ProblemConfiguration.class.getName(),
        StoreConfiguration.class.getName(),
        KafkaConfiguration.class.getName(),
        TopicConfiguration.class.getName(),
        OutboxConfiguration.class.getName(),
        ProjectionConfiguration.class.getName(),
        PrivacyConfiguration.class.getName(),
        FeedConfiguration.class.getName(),
        ObserveConfiguration.class.getName(),
        TraceConfiguration.class.getName()
      };
    }

    @Override
    public int getOrder() {
      return 0;
    }
  }
}
