package rapport.runtime.topic;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.TopicExistsException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import rapport.runtime.kafka.KafkaClients;
import rapport.runtime.worker.Worker;
import rapport.runtime.worker.WorkerLifecycle;

/** Sees to it that the owned topics exist, however late the broker comes, and stay. */
final class TopicKeeper implements WorkerLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(TopicKeeper.class);
  private static final Duration BETWEEN_LOOKS = Duration.ofMinutes(1);
  private static final int PATIENCE_SECONDS = 15;
  private static final String MONTH_MS = Long.toString(Duration.ofDays(30).toMillis());

  /** By then what was overwritten, or erased, is gone; within a minute or two after that. */
  private static final String SOON_MS = Long.toString(Duration.ofMinutes(10).toMillis());

  private final KafkaClients clients;
  private final List<NewTopic> wanted;
  private final Worker worker = new Worker("rapport-topics", this::look);

  TopicKeeper(KafkaClients clients, OwnedTopics owned, int partitions, short replication) {
    this.clients = clients;
    this.wanted = wanted(owned, partitions, replication);
  }

  /** The owned topics and their dead letters, as the broker is told. */
  static List<NewTopic> wanted(OwnedTopics owned, int partitions, short replication) {
    var wanted = new ArrayList<NewTopic>();
    for (var topic : owned.topics()) {
      wanted.add(
          new NewTopic(topic.name(), partitions, replication)
              .configs(
                  switch (topic.kept()) {
                    case FOR_A_MONTH ->
                        Map.of("cleanup.policy", "delete", "retention.ms", MONTH_MS);
                    case LATEST_OF_KEY ->
                        Map.of(
                            "cleanup.policy",
                            "compact",
                            "max.compaction.lag.ms",
                            SOON_MS,
                            "min.cleanable.dirty.ratio", // a finished segment waits for no others
                            "0.0");
                  }));
      wanted.add(
          new NewTopic(topic.name() + ".dlt", 1, replication)
              .configs(Map.of("cleanup.policy", "delete", "retention.ms", MONTH_MS)));
    }
    return wanted;
  }

  private Duration look() throws Exception {
    try (var admin = clients.admin()) {
      var there = admin.listTopics().names().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
      var missing = wanted.stream().filter(topic -> !there.contains(topic.name())).toList();
      for (var created : admin.createTopics(missing).values().entrySet()) {
        try {
          created.getValue().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
          LOG.info("created topic {}", created.getKey());
        } catch (ExecutionException e) {
          if (!(e.getCause() instanceof TopicExistsException)) {
            throw e;
          }
        }
      }
    }
    return BETWEEN_LOOKS;
  }

  @Override
  public Worker worker() {
    return worker;
  }
}
