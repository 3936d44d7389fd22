package rapport.runtime.privacy;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.reactive.function.client.WebClient;
import rapport.runtime.identity.ServiceTokens;
import rapport.runtime.kafka.KafkaClients;
import rapport.runtime.projection.HttpEventSource;
import rapport.runtime.projection.ProjectionRunners;
import rapport.runtime.store.DocumentStore;
import rapport.runtime.topic.OwnedTopics;

/** Beans of the package, for services that say what they keep of people. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnBean(PersonalData.class)
public class PrivacyConfiguration {

  private static final Logger LOG = LoggerFactory.getLogger(PrivacyConfiguration.class);
  private static final String OWNER = "profile-service";
  private static final String OWNER_URL =
      "${RAPPORT_PROFILE_URL:${rapport.profile.url:http://127.0.0.1:8102}}";

  @Bean
  @ConditionalOnMissingBean
  PrivacyOwner privacyOwner(
      WebClient.Builder builder,
      ServiceTokens tokens,
      @Value(OWNER_URL) String url,
      @Value("${spring.application.name}") String self) {
    return new HttpPrivacyOwner(builder, tokens, url, self);
  }

  @Bean
  Erasing erasing(
      PersonalData data,
      ErasedStreams streams,
      ObjectProvider<OwnedTopics> owned,
      KafkaClients clients,
      ObjectProvider<Elsewhere> elsewhere,
      PrivacyOwner owner,
      @Value("${spring.application.name}") String self) {
    var topics = owned.getIfAvailable(() -> new OwnedTopics(List.of()));
    return new Erasing(
        data,
        streams,
        new TopicErasure(clients, topics, self),
        elsewhere.getIfAvailable(() -> Elsewhere.NOTHING),
        owner,
        self);
  }

  @Bean
  SeenRequests seenRequests(
      DocumentStore store,
      ProjectionRunners runners,
      WebClient.Builder builder,
      ServiceTokens tokens,
      @Value(OWNER_URL) String url,
      @Value("${spring.application.name}") String self) {
    var seen = new SeenRequests(store);
    var source = new HttpEventSource(builder, tokens, url, OWNER, self);
    runners.register(new RequestProjection(self), seen, source);
    return seen;
  }

  @Bean
  PrivacyWorker privacyWorker(
      SeenRequests requests,
      PrivacyOwner owner,
      PersonalData data,
      Erasing erasing,
      @Value("${spring.application.name}") String self) {
    return new PrivacyWorker(requests, owner, erasing, new Exporting(data, erasing, owner, self));
  }

  /** A collection nobody thought of would be forgotten by every erasure. */
  @Bean
  SmartInitializingSingleton everythingIsDeclared(
      DocumentStore store,
      PersonalData data,
      @Value("${rapport.privacy.refuse-undeclared:false}") boolean refuse) {
    return () -> {
      var unknown =
          store.collections().stream().filter(name -> !data.declared().contains(name)).toList();
      if (!unknown.isEmpty() && refuse) {
        throw new IllegalStateException(
            "PersonalData does not say what is kept of people in " + unknown);
      }
      if (!unknown.isEmpty()) {
        LOG.error("PersonalData does not say what is kept of people in {}", unknown);
      }
    };
  }
}
