package rapport.integrations.automation.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.DoublePredicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import rapport.contracts.AutomationEvent.Subject;
import rapport.integrations.automation.Observation;
import rapport.integrations.automation.Run;
import rapport.integrations.automation.SubjectState;
import rapport.integrations.automation.engine.AutomationOracle.Rule;
import rapport.integrations.automation.store.Observations;
import rapport.integrations.automation.store.Runs;
import rapport.integrations.automation.store.StoredWorkflow;
import rapport.integrations.automation.store.Subjects;
import rapport.integrations.automation.store.Subjects.Ref;
import rapport.integrations.automation.store.Subjects.Stored;
import rapport.integrations.automation.store.Workflows;
import rapport.runtime.outbox.OutboxRelay;
import rapport.runtime.outbox.RelaySignal;
import rapport.runtime.store.DocumentStore;
import rapport.testkit.EmbeddedStore;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Whatever automations there are, whatever is delivered twice or in another order, and wherever the
 * process dies: the runs are those that must be. {@code -Drapport.automation.events=100000} makes
 * it long.
 */
class IntakePropertyTest {

  private static final int EVENTS = Integer.getInteger("rapport.automation.events", 3_000);
  private static final int SUBJECTS = 20;
  private static final String WORKSPACE = "main";
  private static final Instant BEGIN = Instant.parse("2026-03-01T00:00:00Z");

  /** A fact, its least and most value, how its threshold is written, and what that comes to. */
  private record Fact(String name, int least, int most, String unit, double per) {}

  private static final List<Fact> FACTS =
      List.of(new Fact("health_score", 30, 90, "", 1), new Fact("usage_growth", 0, 119, "%", 100));

  private final MongoClient client = MongoClients.create(EmbeddedStore.shared().uri());
  private final DocumentStore store =
      new DocumentStore(client, "intake_" + UUID.randomUUID().toString().replace("-", ""));
  private final Workflows workflows = new Workflows(store);
  private final MovableClock clock = new MovableClock();
  private final Plans plans = new Plans(workflows, Clock.fixed(BEGIN, ZoneOffset.UTC));
  private final Map<Ref, Stored> subjects = new HashMap<>();
  private final Map<Ref, Instant> timers = new HashMap<>();
  private final Set<String> runs = new TreeSet<>();
  private final List<Rule> rules = new ArrayList<>();
  private Random chance = new Random();
  private Intake intake = intake();

  @AfterEach
  void close() {
    client.close();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void the_runs_are_exactly_those_of_the_oracle(long seed) {
    chance = new Random(seed);
    var added =
        workflows
            .add(
                WORKSPACE,
                new StoredWorkflow(
                    "all",
                    false,
                    true,
                    1,
                    1,
                    List.of(new StoredWorkflow.Version(1, automations(), BEGIN, "ada")),
                    null))
            .block();
    assertThat(added).isNotNull();
    var happened = happened();
    var delivery = new Delivery(happened);
    for (var next : arrivals(happened)) {
      delivery.arrives(next);
      if (chance.nextInt(50) == 0) {
        clock.now = delivery.nothingMissingBefore();
        passTime();
      }
    }
    clock.now = BEGIN.plus(Duration.ofDays(36_500));
    passTime();
    var expected = new TreeSet<String>();
    bySource(happened)
        .values()
        .forEach(stream -> expected.addAll(AutomationOracle.runs(WORKSPACE, stream, rules)));
    assertThat(expected).isNotEmpty();
    assertThat(runs).isEqualTo(expected);
  }

  private void passTime() {
    while (true) {
      var due = new DyingSubjects().due(clock.now, 500).collectList().block();
      if (due == null || due.isEmpty()) {
        return;
      }
      for (var subject : due) {
        untilItWorks(() -> intake.lookAt(subject.ref()));
      }
    }
  }

  /** A process that died begins anew, with nothing but what is stored. */
  private void untilItWorks(Supplier<Mono<Integer>> work) {
    while (true) {
      try {
        assertThat(work.get().block()).isNotNegative();
        return;
      } catch (Died _) {
        intake = intake();
      }
    }
  }

  /** What a projection does: drops what it has had, and asks the owner for what is missing. */
  private final class Delivery {
    private final Map<String, List<Observation>> owner;
    private final Map<String, Long> positions = new HashMap<>();

    Delivery(List<Observation> happened) {
      this.owner = bySource(happened);
    }

    void arrives(Observation observation) {
      var stream = owner.getOrDefault(observation.source(), List.of());
      var position = positions.getOrDefault(observation.source(), 0L);
      for (var rev = position; rev < observation.rev(); rev++) {
        var next = stream.get((int) (long) rev);
        untilItWorks(() -> intake.take(WORKSPACE, next));
        if (chance.nextInt(10) == 0) {
          untilItWorks(() -> intake.take(WORKSPACE, next)); // died before it noted the position
        }
        positions.put(observation.source(), next.rev());
      }
    }

    Instant nothingMissingBefore() {
      return owner.entrySet().stream()
          .flatMap(stream ->
              stream.getValue().stream().skip(positions.getOrDefault(stream.getKey(), 0L)).limit(1))
          .map(Observation::at)
          .min(Instant::compareTo)
          .orElse(BEGIN);
    }
  }

  private List<Observation> happened() {
    var happened = new ArrayList<Observation>();
    var revs = new HashMap<String, Long>();
    for (var event = 0; event < EVENTS; event++) {
      var account = "a-" + chance.nextInt(SUBJECTS);
      var at = BEGIN.plus(Duration.ofMinutes(event * 20L));
      var kind = chance.nextInt(3);
      var source = "topic-" + kind + "/" + account;
      var rev = revs.merge(source, 1L, Long::sum);
      happened.add(
          new Observation(
              source + ":" + rev,
              source,
              rev,
              new Subject("account", account),
              at,
              switch (kind) {
                case 0 -> Map.of("health_score", 30.0 + chance.nextInt(61));
                case 1 -> Map.of("usage_growth", chance.nextInt(120) / 100.0);
                default -> Map.of();
              },
              kind == 2 ? "deal_won" : null));
    }
    return happened;
  }

  /** Nearly a third twice, and everything up to some places too early or too late. */
  private List<Observation> arrivals(List<Observation> happened) {
    var arrivals = new ArrayList<Observation>();
    for (var event : happened) {
      arrivals.add(event);
      if (chance.nextInt(10) < 3) {
        arrivals.add(arrivals.get(chance.nextInt(arrivals.size())));
      }
    }
    for (var at = 0; at + 12 < arrivals.size(); at += 12) {
      if (chance.nextInt(10) < 3) {
        Collections.shuffle(arrivals.subList(at, at + 12), chance);
      }
    }
    return arrivals;
  }

  private static Map<String, List<Observation>> bySource(List<Observation> happened) {
    var streams = new HashMap<String, List<Observation>>();
    happened.forEach(
        event -> streams.computeIfAbsent(event.source(), _ -> new ArrayList<>()).add(event));
    return streams;
  }

  private Intake intake() {
    return new Intake(new DyingSubjects(), new NoObservations(), new DyingRuns(), plans, clock);
  }

  private static RelaySignal relay() {
    return new RelaySignal(new StaticListableBeanFactory().getBeanProvider(OutboxRelay.class));
  }

  /** The process dies before or after a write, now and then. */
  private <T> Mono<T> perhapsDying(Mono<T> write) {
    return Mono.defer(() ->
        switch (chance.nextInt(20)) {
          case 0 -> Mono.error(new Died());
          case 1 -> write.then(Mono.error(new Died()));
          default -> write;
        });
  }

  /** Kept in memory, so that a hundred thousand events are a matter of seconds. */
  private final class DyingSubjects extends Subjects {
    DyingSubjects() {
      super(store);
    }

    @Override
    public Mono<Stored> find(Ref ref) {
      return Mono.fromSupplier(
          () -> subjects.getOrDefault(ref, new Stored(ref, SubjectState.NEW, 0)));
    }

    @Override
    public Mono<Boolean> replace(Stored before, SubjectState state, @Nullable Instant timer) {
      return perhapsDying(
          Mono.fromSupplier(() -> {
            var now = subjects.get(before.ref());
            if ((now == null ? 0 : now.rev()) != before.rev()) {
              return false;
            }
            subjects.put(before.ref(), new Stored(before.ref(), state, before.rev() + 1));
            timers.put(before.ref(), timer == null ? Instant.MAX : timer);
            return true;
          }));
    }

    @Override
    public Flux<Stored> due(Instant now, int limit) {
      return Flux.fromIterable(List.copyOf(subjects.values()))
          .filter(stored ->
              !stored.state().starts().isEmpty()
                  || !timers.getOrDefault(stored.ref(), Instant.MAX).isAfter(now));
    }
  }

  private final class DyingRuns extends Runs {
    DyingRuns() {
      super(store, relay());
    }

    @Override
    public Mono<Void> begin(String workspace, Run run, Instant now) {
      return perhapsDying(Mono.fromRunnable(() -> runs.add(run.id())));
    }
  }

  private final class NoObservations extends Observations {
    NoObservations() {
      super(store);
    }

    @Override
    public Mono<Void> add(String workspace, Observation observation) {
      return Mono.empty();
    }
  }

  private static final class Died extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  private static final class MovableClock extends Clock {
    private Instant now = BEGIN;

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return now;
    }
  }

  /** Six automations of each fact and four of an event, as YAML and as the oracle's rules. */
  private String automations() {
    var yaml = new StringBuilder("customer_workflows:\n");
    for (var number = 0; number < 16; number++) {
      var name = "automation_" + number;
      yaml.append("  ").append(name).append(":\n    actions: [notify_account_manager]\n");
      if (number < 12) {
        yaml.append(edge(name, FACTS.get(number % FACTS.size())));
      } else {
        yaml.append(win(name));
      }
    }
    return yaml.toString();
  }

  /** A condition that begins to hold; some have to last, and some rest afterwards. */
  private String edge(String name, Fact fact) {
    var threshold = fact.least() + chance.nextInt(fact.most() - fact.least());
    var below = chance.nextBoolean();
    var lasts = chance.nextBoolean() ? 0 : chance.nextInt(1, 12);
    var cooldown = chance.nextBoolean() ? 0 : chance.nextInt(1, 72);
    var once = chance.nextInt(4) == 0;
    var limit = threshold / fact.per();
    DoublePredicate holds = below ? value -> value < limit : value -> value > limit;
    rules.add(
        new Rule(
            name,
            seen -> seen.facts().containsKey(fact.name()),
            seen -> seen.facts().get(fact.name()) instanceof Double value && holds.test(value),
            false,
            Duration.ofHours(lasts),
            Duration.ofHours(cooldown),
            once));
    return "    trigger: %s %s %d%s\n"
            .formatted(fact.name(), below ? "<" : ">", threshold, fact.unit())
        + (lasts == 0 ? "" : "    for: %dh\n".formatted(lasts))
        + rests(cooldown, once);
  }

  private String win(String name) {
    var cooldown = chance.nextBoolean() ? 0 : chance.nextInt(1, 72);
    var once = chance.nextInt(3) == 0;
    rules.add(
        new Rule(
            name,
            seen -> "deal_won".equals(seen.event()),
            _ -> true,
            true,
            Duration.ZERO,
            Duration.ofHours(cooldown),
            once));
    return "    trigger: deal_won\n" + rests(cooldown, once);
  }

  private static String rests(int cooldown, boolean once) {
    return (cooldown == 0 ? "" : "    cooldown: %dh\n".formatted(cooldown))
        + (once ? "    reentry: never\n" : "");
  }
}
