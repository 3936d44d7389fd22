package rapport.runtime.observe;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import rapport.runtime.kafka.KafkaClients;
import rapport.runtime.worker.Worker;
import rapport.runtime.worker.WorkerLifecycle;

/** Whether the broker answers. Without it the service is degraded, and still ready. */
final class BrokerHealth implements HealthIndicator, WorkerLifecycle {

  private static final Status DEGRADED = new Status("DEGRADED", "what is published waits");
  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(5);
  private static final int PATIENCE_SECONDS = 5;

  private final KafkaClients clients;
  private final Worker worker = new Worker("rapport-broker-health", this::look);
  private @Nullable Admin admin;
  private volatile Health health = Health.unknown().build();

  BrokerHealth(KafkaClients clients) {
    this.clients = clients;
  }

  @Override
  public Health health() {
    return health;
  }

  private Duration look() throws InterruptedException {
    var current = admin == null ? clients.admin() : admin;
    admin = current;
    try {
      var nodes = current.describeCluster().nodes().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
      health = Health.up().withDetail("brokers", nodes.size()).build();
    } catch (InterruptedException e) {
      throw e;
    } catch (Exception e) {
      health = Health.status(DEGRADED).withDetail("reason", "the broker does not answer").build();
    }
    return BETWEEN_LOOKS;
  }

  @Override
  public void stop() {
    worker.stop(Duration.ZERO);
    if (admin != null) {
      admin.close(Duration.ZERO);
      admin = null;
    }
  }

  @Override
  public Worker worker() {
    return worker;
  }
}
