package rapport.gateway.oidc;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;
import rapport.gateway.account.PublicUrl;
import rapport.runtime.egress.HostResolver;

/** The providers that are set up. */
@Component
@EnableConfigurationProperties(OidcSettings.class)
class Providers {
  static final String PATH = "/api/v1/sign-in/providers/";

  private final Map<String, Provider> providers = new TreeMap<>();

  /**
   * @throws IllegalStateException when there are providers, and nobody said where they lead back to
   */
  Providers(
      OidcSettings settings,
      PublicUrl publicUrl,
      Clock clock,
      ObjectProvider<HostResolver> resolver) {
    HostResolver hosts = resolver.getIfAvailable(() -> HostResolver.SYSTEM);
    settings
        .providers()
        .forEach((id, provider) -> {
          String back =
              publicUrl
                  .of(PATH + id + "/callback")
                  .orElseThrow(() ->
                      new IllegalStateException(
                          "RAPPORT_PUBLIC_URL is needed to sign in by way of " + id));
          providers.put(id, new Provider(id, provider, settings.patience(), back, clock, hosts));
        });
  }

  /** In the order of their ids. */
  List<Provider> all() {
    return List.copyOf(providers.values());
  }

  Optional<Provider> byId(String id) {
    return Optional.ofNullable(providers.get(id));
  }
}
