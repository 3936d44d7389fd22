package rapport.integrations.push.engine;

import static rapport.testkit.Patience.PATIENCE;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import rapport.contracts.ConsentPurpose;
import rapport.contracts.PersonState;
import rapport.integrations.connector.Connectors;
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
import rapport.simulators.SalesforceSimulator;
import reactor.core.publisher.Mono;

/** Pushing to a simulated Salesforce, without Spring and without a broker. */
final class PushBench implements AutoCloseable {

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
  private final SalesforceConnector salesforce;

  PushBench(Path keyFile, MovableClock clock, SalesforceSimulator simulator) {
    this.clock = clock;
    this.salesforce = new SalesforceConnector(clock);
    this.bench = new Bench(keyFile, clock, SETTINGS, PATIENCE, List.of(salesforce));
    this.connection =
        bench.connect(
            salesforce,
            Map.of("loginUrl", simulator.url(), "clientId", "key"),
            Map.of("clientSecret", "secret"));
    var feeds = new StaticListableBeanFactory().getBeanProvider(Feeds.class);
    var relay = new RelaySignal(new StaticListableBeanFactory().getBeanProvider(OutboxRelay.class));
    this.pushes = new Pushes(bench.store(), feeds);
    this.jobs = new Jobs(bench.store());
    this.removals = new Removals(bench.store(), clock);
    this.things = new KnownThings(bench.store());
    this.consents = new WithheldConsents(bench.store());
    this.tasks = bench.tasks(relay);
  }

  /** Switches kinds on, with scores; whoever is erased is deleted over there. */
  void push(Kind... kinds) {
    push(Erase.DELETE, kinds);
  }

  /** The same, with what becomes over there of whoever is erased. */
  void push(Erase erase, Kind... kinds) {
    var names = new ArrayList<String>();
    for (var kind : kinds) {
      names.add(kind.wire());
    }
    var rev = pushes.find(connection).map(Pushes.Stored::rev).defaultIfEmpty(0L).block(PATIENCE);
    var set =
        new PushSwitch(pushes, things, tasks, clock)
            .set(
                connection,
                new PushSettings(Set.copyOf(names), true, Map.of(), erase),
                Objects.requireNonNull(rev))
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
        new Connectors(List.of(salesforce)),
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
    return Objects.requireNonNull(pushes.find(connection).block(PATIENCE));
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
