package rapport.standalone.chaos;

import rapport.standalone.client.RapportClient;
import rapport.standalone.inside.Inside;

/** How long the oldest turn that is stored waits to be published. */
final class Backlog {

  /** Under load there is always something on its way. */
  static final double USUAL_SECONDS = 2;

  private static final String OLDEST = "rapport_outbox_oldest_unpublished_seconds";

  private final RapportClient service;

  Backlog(Inside inside) {
    this.service = RapportClient.of(inside.address(Inside.CONVERSATION));
  }

  double oldestSeconds() {
    return service
        .text("/actuator/prometheus")
        .lines()
        .filter(line -> line.startsWith(OLDEST))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
        .max()
        .orElseThrow(() -> new IllegalStateException("the service does not tell " + OLDEST));
  }
}
