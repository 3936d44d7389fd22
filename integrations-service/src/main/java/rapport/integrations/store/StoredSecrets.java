package rapport.integrations.store;

import java.util.Objects;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import rapport.integrations.secret.SealedPlace;

/** Where connections keep their sealed settings. */
@Configuration(proxyBeanMethods = false)
class StoredSecrets {

  @Bean
  SealedPlace connectionSecrets(Collections collections) {
    return new SealedPlace(
        collections.connections(),
        "sealed",
        document -> Objects.requireNonNullElse(document.getString("sealed"), ""),
        document -> document.getString("connection"));
  }
}
