package rapport.integrations.store;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.bson.Document;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import rapport.integrations.connection.Connection;
import rapport.integrations.connection.Connection.State;
import rapport.integrations.connector.Connector;
import rapport.integrations.connector.Connectors;
import rapport.integrations.hook.Arrivals;
import rapport.integrations.hook.HookWork;
import rapport.integrations.hook.HookWorker;
import rapport.integrations.hook.Hooks;
import rapport.integrations.mail.Postman;
import rapport.integrations.mail.SmtpSettings;
import rapport.integrations.mail.SmtpSettings.Tls;
import rapport.integrations.progress.SyncState;
import rapport.integrations.push.store.Jobs;
import rapport.integrations.secret.SealedSettings;
import rapport.integrations.secret.SecretVault;
import rapport.integrations.sending.Sender;
import rapport.integrations.sync.Accesses;
import rapport.integrations.sync.GuardSettings;
import rapport.integrations.sync.SyncSettings;
import rapport.integrations.sync.Syncing;
import rapport.integrations.task.store.Tasks;
import rapport.runtime.egress.EgressClient;
import rapport.runtime.egress.EgressRules;
import rapport.runtime.egress.HostResolver;
import rapport.runtime.feed.Feeds;
import rapport.runtime.outbox.OutboxRelay;
import rapport.runtime.outbox.RelaySignal;
import rapport.runtime.privacy.ErasedStreams;
import rapport.runtime.projection.StreamRef;
import rapport.runtime.store.DocumentStore;
import rapport.testkit.EmbeddedStore;
import reactor.core.publisher.Flux;

/** The service's own parts around a store of a test, without Spring and without a broker. */
public final class Bench implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofMinutes(10);

  /** Where everything is kept. */
  public record Place(String uri, String database, String workspace, Path keyFile) {}

  private final MongoClient client;
  private final DocumentStore store;
  private final Collections collections;
  private final SealedSettings secrets;
  private final Clock clock;
  private final List<Connector> connectors;
  private final SyncSettings settings;
  private final Duration patience;
  public final String workspace;
  public final Connections connections;
  public final SyncStates states;
  public final SourceRecords records;

  public Bench(
      Path keyFile,
      Clock clock,
      SyncSettings settings,
      Duration patience,
      List<Connector> connectors) {
    this(
        new Place(
            EmbeddedStore.shared().uri(),
            "it-" + UUID.randomUUID(),
            "w-" + UUID.randomUUID(),
            keyFile),
        clock,
        settings,
        patience,
        connectors);
  }

  /** Around a store that others use, too. */
  public Bench(
      Place place,
      Clock clock,
      SyncSettings settings,
      Duration patience,
      List<Connector> connectors) {
    this.client = MongoClients.create(place.uri());
    this.workspace = place.workspace();
    var database = place.database();
    this.store = new DocumentStore(client, database);
    this.collections = new Collections(store);
    this.clock = clock;
    this.settings = settings;
    this.patience = patience;
    this.connectors = connectors;
    this.secrets = new SealedSettings(new SecretVault(place.keyFile().toString()));
    var relay = new RelaySignal(new StaticListableBeanFactory().getBeanProvider(OutboxRelay.class));
    var feeds = new StaticListableBeanFactory().getBeanProvider(Feeds.class);
    this.connections = new Connections(collections, relay, feeds);
    this.states = new SyncStates(collections, feeds);
    this.records = new SourceRecords(collections, relay, new ErasedStreams(store, clock), clock);
  }

  /** What a service has when it has just started: nothing remembered, everything stored. */
  public Syncing started() {
    var all = new Connectors(connectors);
    return new Syncing(all, connections, states, records, accesses(), settings, clock);
  }

  public Sender sender() {
    var sendings = new Sendings(collections, clock);
    var noMail = new SmtpSettings("", 25, "", "", "", Tls.NONE, patience);
    var postman = new Postman(noMail, clock);
    var all = new Connectors(connectors);
    return new Sender(all, connections, accesses(), sendings, new Jobs(store), postman);
  }

  public Tasks tasks(RelaySignal relay) {
    return new Tasks(store, relay);
  }

  /** Where the parts of a test keep things, too. */
  public DocumentStore store() {
    return store;
  }

  /** What other systems told. */
  public Arrivals arrivals() {
    return new Arrivals(store);
  }

  public Hooks hooks() {
    var worker = new StaticListableBeanFactory().getBeanProvider(HookWorker.class);
    var all = new Connectors(connectors);
    return new Hooks(connections, all, accesses(), arrivals(), worker, clock);
  }

  /** What works off what they told, as it is after a start. */
  public HookWork hookWork() {
    var all = new Connectors(connectors);
    return new HookWork(arrivals(), connections, all, accesses(), records, states, clock);
  }

  /** Works off what they told and is due; how many tellings those were. */
  public long workOffHooks() {
    var work = hookWork();
    return work.due(1_000).concatMap(work::once).count().blockOptional(PATIENCE).orElseThrow();
  }

  public Accesses accesses() {
    var rules = new EgressRules(List.of("127.0.0.1"), 16_000_000, patience, 0);
    return new Accesses(
        new EgressClient(rules, HostResolver.SYSTEM),
        secrets,
        new GuardSettings(100_000, 2, Duration.ofMillis(1), 1000, Duration.ofSeconds(1)),
        new Connectors(List.of()));
  }

  /** A stored connection that is due. */
  public StreamRef connect(
      Connector connector, Map<String, String> shown, Map<String, String> secret) {
    var id = "cn-" + UUID.randomUUID();
    var now = clock.instant();
    var connection =
        new Connection(
            workspace,
            id,
            connector.description().id(),
            "Test",
            State.ACTIVE,
            shown,
            List.copyOf(secret.keySet()),
            secrets.seal(workspace, id, secret),
            null,
            null,
            "user-1",
            now,
            now,
            1);
    var ref = new StreamRef(workspace, id);
    connections.add(connection).then().block(PATIENCE);
    states
        .begin(
            ref,
            SyncState.begin(
                connector.description().feeds().stream().map(feed -> feed.name()).toList(), now))
        .block(PATIENCE);
    return ref;
  }

  public void stop(StreamRef ref) {
    states.stop(ref).then().block(PATIENCE);
  }

  public void resume(StreamRef ref) {
    states.resume(ref, clock.instant()).then().block(PATIENCE);
  }

  /** What is known of one record. */
  public Document known(String objectAndId) {
    return Objects.requireNonNull(known().get(objectAndId));
  }

  public SyncState state(StreamRef ref) {
    return Objects.requireNonNull(states.find(ref).block(PATIENCE));
  }

  public Connection connection(StreamRef ref) {
    return Objects.requireNonNull(connections.find(ref.workspace(), ref.stream()).block(PATIENCE));
  }

  /** Everything known of records, by object and id. */
  public Map<String, Document> known() {
    var known = new HashMap<String, Document>();
    Flux.from(collections.records())
        .flatMap(all -> all.find(workspace, Filters.empty(), Sorts.ascending("_id"), 0))
        .toStream()
        .forEach(document ->
            known.put(document.getString("object") + "/" + document.getString("record"), document));
    return known;
  }

  /** The versions a record was told with, in their order. */
  public static List<Long> toldVersions(Document document) {
    return document.getList("news", Document.class).stream()
        .map(news -> Document.parse(news.getString("value")).get("source", Document.class))
        .map(source -> Long.valueOf(source.getString("version")))
        .toList();
  }

  public static List<Long> toldRevs(Document document) {
    return document.getList("news", Document.class).stream()
        .map(news -> news.getLong("rev"))
        .toList();
  }

  public Instant now() {
    return clock.instant();
  }

  @Override
  public void close() {
    client.close();
  }
}
