package rapport.runtime.outbox;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Two relays that know nothing of each other publish what writers tell; now and then one dies
 * between reading, sending and marking. Each revision gets to the topic, none before the one before
 * it. As many cases as {@code rapport.news.cases} says.
 */
class NewsPropertyTest {

  private static final int CASES = Integer.getInteger("rapport.news.cases", 100);
  private static final int STEPS = 30;
  private static final Instant NINE = Instant.parse("2026-03-01T09:00:00Z");

  private final NewsBench bench = new NewsBench();

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void nothing_is_lost_and_nothing_overtakes() {
    for (var seed = 0; seed < CASES; seed++) {
      new Case(seed).run();
    }
  }

  private final class Case {
    private final long seed;
    private final Random random;
    private final String collection;
    private final Outbox outbox;
    private final Map<String, Long> told = new HashMap<>();
    private final Map<String, List<Long>> topic = new HashMap<>();
    private final List<List<OutboxEntry>> held = new ArrayList<>(List.of(List.of(), List.of()));

    private Case(long seed) {
      this.seed = seed;
      this.random = new Random(seed);
      this.collection = "case" + seed;
      var plain = bench.outbox(collection);
      this.outbox = random.nextBoolean() ? plain : plain.keepingOnlyTheLatest();
    }

    void run() {
      for (var step = 0; step < STEPS; step++) {
        switch (random.nextInt(4)) {
          case 0, 1 -> tell();
          case 2 -> read(random.nextInt(2));
          default -> sendAndMark(random.nextInt(2));
        }
      }
      read(0);
      while (!held.getFirst().isEmpty()) {
        sendAndMark(0);
        read(0);
      }
      told.forEach((stream, last) ->
          assertThat(firsts(topic.getOrDefault("acme/" + stream, List.of())))
              .as("seed %d, stream %s", seed, stream)
              .isEqualTo(LongStream.rangeClosed(1, last).boxed().toList()));
    }

    private void tell() {
      var stream = "s" + random.nextInt(3);
      var events = 1 + random.nextInt(2);
      bench.tell(collection, stream, events, NINE);
      told.merge(stream, (long) events, Long::sum);
    }

    private void read(int relay) {
      var limit = 1 + random.nextInt(6);
      held.set(relay, requireNonNull(outbox.unpublishedBut(Set.of(), limit).collectList().block()));
    }

    /** Of what it read a while ago; the other one may have done so meanwhile. */
    private void sendAndMark(int relay) {
      var entries = held.get(relay);
      held.set(relay, List.of());
      entries.forEach(entry ->
          topic.computeIfAbsent(entry.streamKey(), _ -> new ArrayList<>()).add(entry.lastRev()));
      if (random.nextInt(4) > 0) {
        outbox.markPublished(entries).block();
      }
    }

    private static List<Long> firsts(List<Long> revs) {
      return revs.stream().distinct().toList();
    }
  }
}
