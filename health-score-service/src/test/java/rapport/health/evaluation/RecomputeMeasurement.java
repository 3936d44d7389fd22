package rapport.health.evaluation;

import com.mongodb.reactivestreams.client.MongoClients;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import rapport.contracts.AccountSignal;
import rapport.contracts.AccountSignal.AccountRecorded;
import rapport.contracts.AccountSignal.ChampionAssessed;
import rapport.contracts.AccountSignal.ContactRecorded;
import rapport.contracts.AccountSignal.ContractRecorded;
import rapport.contracts.AccountSignal.Direction;
import rapport.contracts.AccountSignal.GoalRecorded;
import rapport.contracts.AccountSignal.InteractionLogged;
import rapport.contracts.AccountSignal.NpsAnswered;
import rapport.contracts.AccountSignal.TicketRecorded;
import rapport.contracts.AccountSignal.UsageReported;
import rapport.health.account.AccountFacts;
import rapport.health.model.ModelFile;
import rapport.health.score.ScoringModel;
import rapport.health.store.JobStores;
import rapport.runtime.projection.StreamRef;
import rapport.runtime.projection.Views.Change;
import rapport.runtime.store.DocumentStore;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Has many accounts of a store evaluated and prints how long it took: {@code deploy/measure
 * --health} runs it with the service's JVM options beside the store of {@code deploy/up}.
 */
final class RecomputeMeasurement {

  private static final String WORKSPACE = "main";
  private static final ZoneId ZONE = ZoneOffset.UTC;
  private static final int AT_ONCE = 100;
  private static final Duration MOST = Duration.ofHours(1);

  private final JobStores stores;
  private final int accounts;
  private final ProcessHandle store;
  private final PrintStream out;
  private Clock clock = Clock.systemUTC();

  private RecomputeMeasurement(
      JobStores stores, int accounts, ProcessHandle store, PrintStream out) {
    this.stores = stores;
    this.accounts = accounts;
    this.store = store;
    this.out = out;
  }

  /**
   * @param args the store's address, its process id, and how many accounts
   */
  public static void main(String[] args) {
    try (var client = MongoClients.create(args[0])) {
      var stores = new JobStores(new DocumentStore(client, "health-" + UUID.randomUUID()));
      var store = ProcessHandle.of(Long.parseLong(args[1])).orElseThrow();
      new RecomputeMeasurement(stores, Integer.parseInt(args[2]), store, System.out).run();
    }
  }

  private void run() {
    measured("stored as the projection does", this::tell);
    measured("evaluated, all new", this::recompute);
    measured("evaluated, nothing changed", this::recompute);
    var yaml = ModelFile.write(ScoringModel.STANDARD, ZONE);
    await(stores.models().save(WORKSPACE, yaml, 1, "user-1", clock.instant()));
    measured("evaluated, another model", this::recompute);
    clock = Clock.offset(clock, Duration.ofDays(1));
    measured("evaluated, a day later", this::recompute);
    measured("all four jobs", () -> await(new Running(stores, clock).jobs(AT_ONCE).runDue()));
    for (var run : await(stores.jobs().newest(WORKSPACE).collectList())) {
      var doneAt = run.doneAt();
      if (run.from() != null && doneAt != null) {
        out.printf(
            "  of these %s: %d ms%n",
            run.name(), Duration.between(run.begunAt(), doneAt).toMillis());
      }
    }
  }

  @SuppressWarnings("NullAway") // nothing is read of a Mono without a value
  private static <T> T await(Mono<T> mono) {
    return mono.block(MOST);
  }

  private void recompute() {
    var name = "measured-" + clock.millis();
    await(stores.jobs().ask(WORKSPACE, name, clock.instant()));
    await(
        stores
            .jobs()
            .takeOver(clock.instant())
            .concatMap(run -> new Running(stores, clock).done(run, AT_ONCE))
            .concatMap(run -> stores.jobs().done(run, clock.instant()))
            .then());
  }

  private void measured(String what, Runnable work) {
    var own = cpu(ProcessHandle.current());
    var theirs = cpu(store);
    var begin = System.nanoTime();
    work.run();
    var took = Duration.ofNanos(System.nanoTime() - begin);
    out.printf(
        "%-30s %6d accounts in %6.1f s: %6.0f a second; CPU %5.1f s here, %5.1f s store; heap %d"
            + " MB%n",
        what,
        accounts,
        took.toMillis() / 1000.0,
        accounts * 1000.0 / took.toMillis(),
        cpu(ProcessHandle.current()).minus(own).toMillis() / 1000.0,
        cpu(store).minus(theirs).toMillis() / 1000.0,
        (Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) >> 20);
  }

  private static Duration cpu(ProcessHandle process) {
    return process.info().totalCpuDuration().orElse(Duration.ZERO);
  }

  private void tell() {
    var today = LocalDate.ofInstant(clock.instant(), ZONE);
    await(
        Flux.range(0, accounts)
            .map(i ->
                new Change<AccountFacts, AccountSignal>(ref(i), facts(i, today), 0, 1, List.of()))
            .buffer(AT_ONCE)
            .concatMap(stores.facts()::saveAll)
            .then());
  }

  private static StreamRef ref(int account) {
    return new StreamRef(WORKSPACE, "account-%06d".formatted(account));
  }

  /** About eleven kilobytes: 30 days of use, 12 interactions, five people, goals and tickets. */
  static AccountFacts facts(int account, LocalDate today) {
    var random = new Random(account);
    return Stream.of(
            Stream.of(
                new AccountRecorded(
                    "Account " + account,
                    null,
                    "mid-market",
                    200,
                    "user-" + account % 20,
                    "crm",
                    null),
                new ContractRecorded(
                    "k",
                    today.minusDays(random.nextInt(30, 700)),
                    today.plusDays(random.nextInt(10, 400)),
                    BigDecimal.valueOf(random.nextInt(1_000, 90_000)),
                    "EUR",
                    80,
                    90,
                    "active",
                    null),
                new ChampionAssessed("c0", random.nextInt(100), .5, .5, .5, .2),
                new NpsAnswered("n", ago(today, random.nextInt(300)), random.nextInt(11), "c0")),
            IntStream.range(1, 31).mapToObj(day -> usage(today.minusDays(day), random.nextInt(80))),
            IntStream.range(0, 12).mapToObj(i -> interaction(i, today, random)),
            IntStream.range(0, 5)
                .mapToObj(i -> new ContactRecorded("c" + i, List.of("user"), "staff", "it", true)),
            IntStream.range(0, 3)
                .mapToObj(
                    i -> new GoalRecorded("g" + i, "Goal " + i, today.minusDays(20L * i), null)),
            IntStream.range(0, 3)
                .mapToObj(i ->
                    new TicketRecorded(
                        "t" + i,
                        "p3",
                        ago(today, 10 * i + 5),
                        ago(today, 10 * i + 3),
                        BigDecimal.valueOf(48),
                        4.0)))
        .flatMap(signals -> signals)
        .reduce(AccountFacts.NONE, AccountFacts::apply, (a, _) -> a);
  }

  private static UsageReported usage(LocalDate day, int active) {
    return new UsageReported(day, active, active, 80, 6, 10);
  }

  private static InteractionLogged interaction(int i, LocalDate today, Random random) {
    return new InteractionLogged(
        "i" + i,
        "call",
        ago(today, random.nextInt(120)),
        random.nextBoolean() ? Direction.INBOUND : Direction.OUTBOUND,
        List.of("c" + i % 5),
        i % 6 == 0,
        random.nextDouble(-1, 1),
        "crm");
  }

  private static Instant ago(LocalDate today, int days) {
    return today.minusDays(days).atTime(8, 0).atZone(ZONE).toInstant();
  }
}
