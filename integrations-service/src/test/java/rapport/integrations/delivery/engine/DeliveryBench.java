package rapport.integrations.delivery.engine;

import static rapport.testkit.Patience.PATIENCE;

import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import rapport.contracts.Envelope;
import rapport.contracts.EventCatalog;
import rapport.contracts.EventCodec;
import rapport.contracts.HealthEvent;
import rapport.contracts.HealthEvent.AlertOpened;
import rapport.contracts.HealthEvent.AlertType;
import rapport.integrations.delivery.Delivery;
import rapport.integrations.delivery.Destination;
import rapport.integrations.delivery.Endpoint;
import rapport.integrations.delivery.input.Announcements;
import rapport.integrations.delivery.store.Deliveries;
import rapport.integrations.delivery.store.Endpoints;
import rapport.integrations.delivery.store.Lanes;
import rapport.integrations.delivery.store.StoredDelivery;
import rapport.integrations.notice.engine.NoticeWorker;
import rapport.integrations.notice.engine.Notices;
import rapport.integrations.notice.store.Rules;
import rapport.integrations.notice.store.Waiting;
import rapport.integrations.secret.SecretVault;
import rapport.runtime.egress.EgressClient;
import rapport.runtime.egress.EgressRules;
import rapport.runtime.egress.HostResolver;
import rapport.runtime.store.DocumentStore;
import rapport.testkit.EmbeddedStore;

/** Deliveries around a store of a test, without Spring and without a broker. */
final class DeliveryBench implements AutoCloseable {

  static final String ALERT = "rapport.health.alert-opened.v1";

  private final MongoClient client = MongoClients.create(EmbeddedStore.shared().uri());
  private final EventCodec<HealthEvent> codec = new EventCodec<>(EventCatalog.HEALTH);
  private final Clock clock;
  final String workspace = "w-" + UUID.randomUUID();
  final Deliveries deliveries;
  final Lanes lanes;
  final Endpoints endpoints;
  final Secrets secrets;
  final Owing owing;
  final LaneWork work;
  private final Announcements announcements;

  DeliveryBench(Path keyFile, Clock clock, List<String> allowedHosts, Duration patience) {
    var store = new DocumentStore(client, "it-" + UUID.randomUUID());
    this.clock = clock;
    this.deliveries = new Deliveries(store);
    this.lanes = new Lanes(store);
    this.endpoints = new Endpoints(store);
    this.secrets = new Secrets(new SecretVault(keyFile.toString()));
    var runner = new StaticListableBeanFactory().getBeanProvider(DeliveryRunner.class);
    this.owing = new Owing(deliveries, lanes, runner, clock);
    var rules = new EgressRules(allowedHosts, 100_000, patience, 0);
    var egress = new EgressClient(rules, HostResolver.SYSTEM);
    var carrier = new HookCarrier(endpoints, secrets, egress);
    this.work = new LaneWork(List.of(carrier), deliveries, lanes, clock);
    var noWorker = new StaticListableBeanFactory().getBeanProvider(NoticeWorker.class);
    var notices = new Notices(new Rules(store), new Waiting(store), noWorker, clock);
    this.announcements = new Announcements(endpoints, owing, notices, clock);
  }

  /** A webhook that wants alerts; its secret. */
  String hook(String id, String url) {
    var made = secrets.first(workspace, id);
    var now = clock.instant();
    var endpoint =
        new Endpoint(
            id, id, url, List.of(ALERT), true, null, made.sealed(), made.secrets(), now, now, 1);
    endpoints.add(workspace, endpoint).block(PATIENCE);
    return made.fresh();
  }

  Endpoint endpoint(String id) {
    return Objects.requireNonNull(endpoints.find(workspace, id).block(PATIENCE));
  }

  /** An alert is opened, as the topic tells it. */
  void alert(String alert) {
    var event = new AlertOpened("a-1", alert, AlertType.HEALTH_DROP, List.of(), Map.of());
    var envelope =
        new Envelope<HealthEvent>(
            alert + ":1", workspace, alert, 1, clock.instant(), null, null, event);
    announcements.take(codec, envelope).block(PATIENCE);
  }

  /** Every destination that is due is given what it is owed by now. */
  void deliver() {
    lanes.due(clock.instant(), Set.of(), 100).concatMap(work::look).blockLast(PATIENCE);
  }

  List<Delivery> of(String endpoint) {
    var key = new Destination(Destination.Kind.WEBHOOK, endpoint).key();
    return deliveries
        .list(workspace, null, key, null, 1000)
        .map(StoredDelivery::delivery)
        .toStream()
        .toList();
  }

  StoredDelivery only(String endpoint) {
    var all = of(endpoint);
    if (all.size() != 1) {
      throw new AssertionError("not one: " + all);
    }
    return Objects.requireNonNull(deliveries.find(workspace, all.getFirst().id()).block(PATIENCE));
  }

  @Override
  public void close() {
    client.close();
  }
}
