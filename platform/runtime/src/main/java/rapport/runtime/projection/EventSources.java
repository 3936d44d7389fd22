package rapport.runtime.projection;

import org.springframework.core.env.Environment;
import org.springframework.web.reactive.function.client.WebClient;
import rapport.runtime.identity.ServiceTokens;

/** Makes the sources that a service asks the others for their events by. */
public final class EventSources {

  private static final String SUFFIX = "-service";

  private final WebClient.Builder client;
  private final ServiceTokens tokens;
  private final Environment settings;

  EventSources(WebClient.Builder client, ServiceTokens tokens, Environment settings) {
    this.client = client;
    this.tokens = tokens;
    this.settings = settings;
  }

  /**
   * The events of another service.
   *
   * @param owner its name, such as {@code profile-service}, whose address is {@code
   *     rapport.profile.url}
   * @throws IllegalStateException when nobody set that address
   */
  public EventSource of(String owner) {
    var name = owner.substring(0, owner.length() - SUFFIX.length());
    return new HttpEventSource(
        client,
        tokens,
        settings.getRequiredProperty("rapport." + name + ".url"),
        owner,
        settings.getRequiredProperty("spring.application.name"));
  }
}
