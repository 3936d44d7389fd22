package rapport.integrations.push.engine;

import static rapport.testkit.Patience.PATIENCE;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import rapport.contracts.ConsentPurpose;
import rapport.contracts.PersonState;
import rapport.integrations.connector.Connectors;
import rapport.integrations.connector.Pushing;
import rapport.integrations.push.Job;
import rapport.integrations.push.Kind;
import rapport.integrations.push.Known;
import rapport.integrations.push.PushSettings;
import rapport.integrations.push.PushSettings.Erase;
import rapport.integrations.push.Said;
import rapport.integrations.push.store.Jobs;
import rapport.integrations.push.store.KnownThings;
import rapport.integrations.push.store.KnownViews;
import rapport.integrations.push.store.Pushes;
import rapport.integrations.push.store.Removals;
import rapport.integrations.salesforce.SalesforceConnector;
import rapport.integrations.store.Bench;
import rapport.integrations.supabase.SupabaseConnector;
import rapport.integrations.sync.SyncSettings;
import rapport.integrations.task.store.Tasks;
import rapport.runtime.consent.Withheld;
import rapport.runtime.consent.WithheldConsents;
import rapport.runtime.feed.Feeds;
import rapport.runtime.outbox.OutboxRelay;
import rapport.runtime.outbox.RelaySignal;
import rapport.runtime.privacy.PersonalData;
import rapport.runtime.privacy.Subject;
import rapport.runtime.privacy.Whose;
import rapport.runtime.projection.StreamRef;
import rapport.simulators.MovableClock;
import reactor.core.publisher.Mono;

/** Pushing to a simulated system, without Spring and without a broker. */
final class PushBench implements AutoCloseable {

  /** A system, and what it is connected with. */
  record Remote(Pushing connector, Map<String, String> shown, Map<String, String> secret) {

    static Remote salesforce(Clock clock, String address) {
      return new Remote(
          new SalesforceConnector(clock),
          Map.of("loginUrl", address, "clientId", "key"),
          Map.of("clientSecret", "secret"));
    }

    static Remote supabase(Clock clock, String address) {
      return new Remote(
          new SupabaseConnector(clock), Map.of("url", address), Map.of("key", "sb_good"));
    }
  }

  private static final SyncSettings SETTINGS =
      new SyncSettings(
          Duration.ofMinutes(1), 7, 4, 0.1, Duration.ofMinutes(15), Duration.ofSeconds(1));

  private final MovableClock clock;
  private final Map<String, Long> revs = new LinkedHashMap<>();
  final Bench bench;
  final StreamRef connection;
  final Pushes pushes;
  final Jobs jobs;
  final Removals removals;
  final KnownThings things;
  final WithheldConsents consents;
  final Map<String, String> streams = new LinkedHashMap<>();
  private final Tasks tasks;
  private final Pushing connector;

  PushBench(Path keyFile, MovableClock clock, Remote remote) {
    this(keyFile, clock, PATIENCE, remote);
  }

  /**
   * @param patience with an answer
   */
  PushBench(Path keyFile, MovableClock clock, Duration patience, Remote remote) {
    this.clock = clock;
    this.connector = remote.connector();
    this.bench = new Bench(keyFile, clock, SETTINGS, patience, List.of(connector));
    this.connection = connect(remote);
    var feeds = new StaticListableBeanFactory().getBeanProvider(Feeds.class);
    var relay = new RelaySignal(new StaticListableBeanFactory().getBeanProvider(OutboxRelay.class));
    this.pushes = new Pushes(bench.store(), feeds);
    this.jobs = new Jobs(bench.store());
    this.removals = new Removals(bench.store(), clock);
    this.things = new KnownThings(bench.store());
    this.consents = new WithheldConsents(bench.store());
    this.tasks = bench.tasks(relay);
  }

  /** Another connection to such a system. */
  StreamRef connect(Remote remote) {
    return bench.connect(connector, remote.shown(), remote.secret());
  }

  /** Switches kinds on, with scores; whoever is erased is deleted over there. */
  void push(Kind... kinds) {
    push(Erase.DELETE, kinds);
  }

  /** The same, with what becomes over there of whoever is erased. */
  void push(Erase erase, Kind... kinds) {
    push(connection, erase, kinds);
  }

  /** The same, through another connection. */
  void push(StreamRef ref, Erase erase, Kind... kinds) {
    var names = new HashSet<String>();
    for (var kind : kinds) {
      names.add(kind.wire());
    }
    var settings = new PushSettings(names, true, Map.of(), Map.of(), erase);
    var rev = pushes.find(ref).map(Pushes.Stored::rev).defaultIfEmpty(0L).block(PATIENCE);
    var set =
        new PushSwitch(pushes, things, tasks, clock)
            .set(ref, settings, Objects.requireNonNull(rev))
            .block(PATIENCE);
    if (!Boolean.TRUE.equals(set)) {
      throw new AssertionError("the settings moved");
    }
  }

  /** A source learns something. */
  void know(String source, String id, Known known) {
    var rev = revs.merge(source + "/" + id, 1L, Long::sum);
    new KnownViews<Object>(things, source)
        .save(bench.workspace, id, known, rev - 1, rev, List.of())
        .then()
        .block(PATIENCE);
  }

  void lead(String id, String... namesAndValues) {
    var values = new LinkedHashMap<String, Said>();
    values.put("email", Said.ours(id + "@acme.example"));
    values.put("last_name", Said.ours("Lee"));
    for (var i = 0; i < namesAndValues.length; i += 2) {
      values.put(namesAndValues[i], Said.ours(namesAndValues[i + 1]));
    }
    know("lead", id, new Known(id, true, values, List.of("c-" + id)));
  }

  /** Somebody withholds these purposes in the conversation a lead is made of. */
  void withholds(String lead, ConsentPurpose... purposes) {
    var person = new PersonState(null, List.of("c-" + lead), Map.of(), List.of(purposes));
    var rev = revs.merge("consents/" + lead, 1L, Long::sum);
    consents
        .save(bench.workspace, "p-" + lead, Withheld.of(person), rev - 1, rev, List.of())
        .then()
        .block(PATIENCE);
  }

  /** What a service has when it has just started. */
  PushWork started() {
    AccountLinks links = (_, _, _) -> Mono.just(streams);
    return new PushWork(
        new Connectors(List.of(connector)),
        bench.connections,
        pushes,
        jobs,
        removals,
        new Removing(pushes, removals, clock),
        new Knowledge(things, tasks, new CrmConsents(consents, things)),
        new Links(links, bench.records),
        bench.accesses(),
        SETTINGS,
        clock);
  }

  Spreading spreading() {
    return new Spreading(things, tasks, pushes, jobs, clock);
  }

  PushRunner runner() {
    return new PushRunner(spreading(), pushes, started(), clock);
  }

  /** Passes on what has changed, lets it gather, and pushes it. */
  void run() {
    spread();
    clock.pass(Duration.ofSeconds(3));
    started().once(connection).block(PATIENCE);
  }

  void spread() {
    while (Boolean.TRUE.equals(spreading().once().block(PATIENCE))) {
      // until nothing is owed
    }
  }

  Job job(Kind kind, String id) {
    return Objects.requireNonNull(jobs.find(connection, kind, id).block(PATIENCE));
  }

  Pushes.Stored stored() {
    return stored(connection);
  }

  Pushes.Stored stored(StreamRef ref) {
    return Objects.requireNonNull(pushes.find(ref).block(PATIENCE));
  }

  /** What is kept of somebody here goes, as an erasure has it. */
  void forget(Subject subject) {
    PersonalData.in(bench.store())
        .own("crm_known", Whose.field("stream", Subject::streams))
        .own("crm_jobs", Whose.field("id", Subject::streams))
        .all()
        .kept()
        .forEach(kept -> kept.erase(bench.workspace, subject).block(PATIENCE));
  }

  Tasks tasks() {
    return tasks;
  }

  @Override
  public void close() {
    bench.close();
  }
}
