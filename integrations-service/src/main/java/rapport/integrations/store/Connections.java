package rapport.integrations.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.model.Sorts;
import java.util.ArrayList;
import java.util.List;
import org.bson.conversions.Bson;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import rapport.contracts.Envelope;
import rapport.contracts.IntegrationEvent;
import rapport.integrations.connection.Connection;
import rapport.integrations.connection.Connection.State;
import rapport.runtime.feed.Feeds;
import rapport.runtime.outbox.News;
import rapport.runtime.outbox.RelaySignal;
import rapport.runtime.projection.StreamRef;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The connections of workspaces; each change is stored together with the event that tells it. */
@Component
public final class Connections {

  private static final News<IntegrationEvent> NEWS = new News<>(IntegrationEvent.CATALOG);
  private static final int MOST = 200;

  private final Collections collections;
  private final RelaySignal relay;
  private final ObjectProvider<Feeds> feeds;

  Connections(Collections collections, RelaySignal relay, ObjectProvider<Feeds> feeds) {
    this.collections = collections;
    this.relay = relay;
    this.feeds = feeds;
  }

  /** The key by which changes of a workspace's connections are watched. */
  public static String feedKey(String workspace) {
    return workspace + "/integrations";
  }

  /** Adds a connection; its revision is 1. */
  public Mono<Connection> add(Connection connection) {
    var stream = stream(connection);
    var document = NEWS.first(news(connection));
    document.append("_id", stream.key()).append("rev", 1L);
    document.putAll(ConnectionDocuments.of(connection));
    return collections
        .connections()
        .flatMap(all -> all.insert(connection.workspace(), document))
        .thenReturn(connection)
        .doOnSuccess(_ -> changed(stream));
  }

  /** Puts a connection in the place of the one at the revision before; empty when that moved. */
  public Mono<Connection> replace(Connection connection) {
    var stream = stream(connection);
    var changes = new ArrayList<Bson>();
    changes.add(NEWS.more(news(connection)));
    changes.add(set("rev", connection.rev()));
    ConnectionDocuments.of(connection).forEach((name, value) -> changes.add(set(name, value)));
    return collections
        .connections()
        .flatMap(all ->
            all.update(
                connection.workspace(),
                and(eq(stream.key()), eq("rev", connection.rev() - 1)),
                combine(changes)))
        .filter(hit -> hit)
        .map(_ -> connection)
        .doOnNext(_ -> changed(stream));
  }

  public Mono<Connection> find(String workspace, String id) {
    return collections
        .connections()
        .flatMap(all -> all.findOne(workspace, eq(workspace + "/" + id)))
        .map(ConnectionDocuments::read);
  }

  /** A connection by its id alone, for calls from outside, which know nothing else. */
  public Mono<Connection> findAnywhere(String id) {
    return collections
        .connections()
        .flatMapMany(all -> all.acrossWorkspaces(eq("connection", id), Sorts.ascending("_id"), 1))
        .next()
        .map(ConnectionDocuments::read);
  }

  /** Those of a workspace that are not over, the oldest first. */
  public Flux<Connection> all(String workspace) {
    return collections
        .connections()
        .flatMapMany(all ->
            all.find(
                workspace,
                ne("state", State.DISCONNECTED.wire()),
                Sorts.ascending("createdAt", "_id"),
                MOST))
        .map(ConnectionDocuments::read);
  }

  /** The revision of a connection is that of its last event. */
  private static List<Envelope<IntegrationEvent>> news(Connection connection) {
    return News.next(
        stream(connection),
        connection.rev() - 1,
        connection.changedAt(),
        null,
        List.of(ConnectionDocuments.event(connection)));
  }

  private static StreamRef stream(Connection connection) {
    return new StreamRef(connection.workspace(), connection.id());
  }

  private void changed(StreamRef stream) {
    relay.wake(stream.key());
    feeds.ifAvailable(all -> all.changed(feedKey(stream.workspace())));
  }
}
