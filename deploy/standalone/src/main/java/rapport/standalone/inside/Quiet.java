package rapport.standalone.inside;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import rapport.standalone.client.RapportClient;

/**
 * Tells when nothing is left to do: everything stored is published, everything published is read.
 */
public final class Quiet implements AutoCloseable {

  private static final Duration LOOK = Duration.ofMillis(100);
  private static final String[] PUBLISHERS = {"conversation-service", "profile-service"};
  private static final String OLDEST = "rapport_outbox_oldest_unpublished_seconds";

  private final Duration patience;
  private final Admin admin;
  private final List<RapportClient> publishers;

  /** Waits for at most two minutes. */
  public Quiet(Inside inside) {
    this(inside, Duration.ofMinutes(2));
  }

  /**
   * @param patience how long to wait at most
   */
  public Quiet(Inside inside, Duration patience) {
    this.patience = patience;
    this.admin = Admin.create(Map.<String, Object>of("bootstrap.servers", inside.kafkaBootstrap()));
    this.publishers =
        Arrays.stream(PUBLISHERS)
            .map(service -> RapportClient.of(inside.address(service)))
            .toList();
  }

  /**
   * @throws IllegalStateException when it does not become quiet
   */
  public void await() throws InterruptedException {
    var until = System.nanoTime() + patience.toNanos();
    // Twice: what was read may have led to something that is still to be published.
    for (var quiet = 0; quiet < 2; ) {
      quiet = isPublished() && isRead() ? quiet + 1 : 0;
      if (System.nanoTime() > until) {
        throw new IllegalStateException("not quiet after " + patience.toSeconds() + " s");
      }
      Thread.sleep(LOOK);
    }
  }

  private boolean isPublished() {
    return publishers.stream().allMatch(Quiet::isPublished);
  }

  private static boolean isPublished(RapportClient service) {
    return service
        .text("/actuator/prometheus")
        .lines()
        .filter(line -> line.startsWith(OLDEST))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("a service does not tell " + OLDEST))
        .endsWith(" 0.0");
  }

  private boolean isRead() throws InterruptedException {
    return behind() == 0;
  }

  /**
   * How many records the projections have yet to read.
   *
   * @throws IllegalStateException when the broker does not say
   */
  public long behind() throws InterruptedException {
    try {
      var groups =
          admin.listGroups().all().get().stream()
              .collect(
                  Collectors.toMap(
                      group -> group.groupId(), _ -> new ListConsumerGroupOffsetsSpec()));
      var committed = admin.listConsumerGroupOffsets(groups).all().get();
      var ends = ends(committed);
      return committed.values().stream()
          .flatMap(offsets -> offsets.entrySet().stream())
          .mapToLong(offset ->
              Math.max(0, ends.getOrDefault(offset.getKey(), 0L) - offset.getValue().offset()))
          .sum();
    } catch (ExecutionException e) {
      throw new IllegalStateException("the broker does not say how far it was read", e);
    }
  }

  private Map<TopicPartition, Long> ends(Map<String, Map<TopicPartition, OffsetAndMetadata>> groups)
      throws ExecutionException, InterruptedException {
    var asked =
        groups.values().stream()
            .flatMap(offsets -> offsets.keySet().stream())
            .distinct()
            .collect(Collectors.toMap(Function.identity(), _ -> OffsetSpec.latest()));
    return admin.listOffsets(asked).all().get().entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, end -> end.getValue().offset()));
  }

  @Override
  public void close() {
    admin.close();
  }
}
