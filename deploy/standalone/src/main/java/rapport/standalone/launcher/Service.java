package rapport.standalone.launcher;

import java.util.List;

/**
 * A Spring Boot application of Rapport: the module it is in and built as, the environment variable
 * that tells the others where it is, and the memory it gets.
 *
 * @param heapMegabytes the most its heap grows to on a small machine, see {@link Heap}
 */
record Service(String name, String urlVariable, int heapMegabytes) {

  static final Service GATEWAY = new Service("gateway", "RAPPORT_GATEWAY_URL", 96);

  /** All of them, the one that needs longest first. */
  static final List<Service> ALL =
      List.of(
          new Service("conversation-service", "RAPPORT_CONVERSATION_URL", 128),
          new Service("profile-service", "RAPPORT_PROFILE_URL", 80),
          new Service("lead-intelligence-service", "RAPPORT_LEAD_INTELLIGENCE_URL", 112),
          new Service("health-score-service", "RAPPORT_HEALTH_SCORE_URL", 64),
          new Service("integrations-service", "RAPPORT_INTEGRATIONS_URL", 96),
          GATEWAY);

  boolean isGateway() {
    return equals(GATEWAY);
  }
}
