package rapport.integrations.delivery.store;

import java.util.Objects;
import org.bson.Document;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import rapport.integrations.secret.SealedPlace;

/** Where webhooks keep their sealed secrets. */
@Configuration(proxyBeanMethods = false)
class WebhookSecrets {

  @Bean
  SealedPlace sealedWebhooks(Endpoints endpoints) {
    return new SealedPlace(
        endpoints.documents(),
        "endpoint.sealed",
        document -> endpoint(document).getString("sealed"),
        document -> Endpoints.owner(endpoint(document).getString("id")));
  }

  private static Document endpoint(Document document) {
    return Objects.requireNonNull(document.get("endpoint", Document.class));
  }
}
