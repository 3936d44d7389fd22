package rapport.gateway.route;

import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where services are and how long they are waited for. Set as {@code rapport.gateway.route.*}.
 *
 * @param conversation base URL of the conversation service
 * @param profile base URL of the profile service
 * @param leadIntelligence base URL of the lead intelligence service
 * @param healthScore base URL of the health score service
 * @param integrations base URL of the integrations service
 * @param answerWithin time a service has to begin its answer; feeds have no limit
 * @param genkitWithin the same for Genkit flows, and how long a stream of theirs may be silent
 * @param uploadWithin the same for uploads, whose sending takes part of it
 */
@ConfigurationProperties("rapport.gateway.route")
public record RouteSettings(
    @DefaultValue("http://127.0.0.1:8101") URI conversation,
    @DefaultValue("http://127.0.0.1:8102") URI profile,
    @DefaultValue("http://127.0.0.1:8103") URI leadIntelligence,
    @DefaultValue("http://127.0.0.1:8104") URI healthScore,
    @DefaultValue("http://127.0.0.1:8105") URI integrations,
    @DefaultValue("10s") Duration answerWithin,
    @DefaultValue("60s") Duration genkitWithin,
    @DefaultValue("60s") Duration uploadWithin) {

  /** Base URL of a service. */
  public URI address(Upstream upstream) {
    return switch (upstream) {
      case CONVERSATION -> conversation;
      case PROFILE -> profile;
      case LEAD_INTELLIGENCE -> leadIntelligence;
      case HEALTH_SCORE -> healthScore;
      case INTEGRATIONS -> integrations;
    };
  }
}
