package rapport.integrations.api;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import rapport.integrations.connection.Connection;
import rapport.integrations.connection.Connection.State;
import rapport.integrations.connection.ConnectionService;
import rapport.integrations.connector.Connector;
import rapport.integrations.connector.ConnectorDescription;
import rapport.integrations.connector.Connectors;
import rapport.integrations.store.Connections;
import rapport.integrations.store.SyncStates;
import rapport.integrations.sync.SyncRunner;
import rapport.runtime.feed.Feeds;
import rapport.runtime.identity.Allow;
import rapport.runtime.identity.Caller;
import rapport.runtime.identity.Role;
import rapport.runtime.problem.Problem;
import rapport.runtime.projection.StreamRef;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Which other systems can be connected, and the connections of the workspace. */
@RestController
@RequestMapping("/api/v1/integrations")
@Allow
final class ConnectionController {

  /** The connectors there are, by name. */
  record Gallery(List<ConnectorDescription> items) {}

  /** The connections of the workspace, the oldest first. */
  record ConnectionList(List<ConnectionView> items) {}

  /**
   * A connection to make or to change.
   *
   * @param name for people; the connector's own if none is given
   * @param settings as the connector's description asks for them; on a change, a secret that is not
   *     given stays as it is
   */
  record ConnectionRequest(
      @Nullable String name, @Nullable Map<String, @Nullable String> settings) {

    Map<String, @Nullable String> given() {
      return settings == null ? Map.of() : settings;
    }
  }

  /** Who we are over there, for people to read. */
  record Tested(String found) {}

  private final Connectors connectors;
  private final Connections connections;
  private final ConnectionService service;
  private final SyncStates states;
  private final ObjectProvider<SyncRunner> runner;
  private final Feeds feeds;

  ConnectionController(
      Connectors connectors,
      Connections connections,
      ConnectionService service,
      SyncStates states,
      ObjectProvider<SyncRunner> runner,
      Feeds feeds) {
    this.connectors = connectors;
    this.connections = connections;
    this.service = service;
    this.states = states;
    this.runner = runner;
    this.feeds = feeds;
  }

  /** What can be connected, what each connector does and what it needs to be told. */
  @GetMapping
  Gallery gallery() {
    return new Gallery(connectors.all().stream().map(Connector::description).toList());
  }

  /** The connections that are not over. */
  @GetMapping("/connections")
  Mono<ConnectionList> list(Caller caller) {
    return connections
        .all(caller.workspace())
        .concatMap(this::view)
        .collectList()
        .map(ConnectionList::new);
  }

  /** One connection. */
  @GetMapping("/connections/{connection}")
  Mono<ConnectionView> get(Caller caller, @PathVariable String connection) {
    return found(caller, connection).flatMap(this::view);
  }

  /** Connects, if the other system takes the credentials: 422 says what to mend otherwise. */
  @PostMapping("/{connector}/connections")
  @Allow(Role.ADMIN)
  Mono<ResponseEntity<ConnectionView>> connect(
      Caller caller, @PathVariable String connector, @RequestBody ConnectionRequest request) {
    return service
        .connect(caller.workspace(), connector, request.name(), request.given(), caller.subject())
        .flatMap(this::view)
        .doOnNext(_ -> hurry())
        .map(view ->
            ResponseEntity.created(URI.create("/api/v1/integrations/connections/" + view.id()))
                .body(view));
  }

  /** Changes name or settings, tried like new ones. */
  @PatchMapping("/connections/{connection}")
  @Allow(Role.ADMIN)
  Mono<ConnectionView> change(
      Caller caller, @PathVariable String connection, @RequestBody ConnectionRequest request) {
    return found(caller, connection)
        .flatMap(before -> service.change(before, request.name(), request.given()))
        .flatMap(this::view)
        .doOnNext(_ -> hurry());
  }

  /** Tries the stored credentials. */
  @PostMapping("/connections/{connection}/test")
  @Allow(Role.ADMIN)
  Mono<Tested> test(Caller caller, @PathVariable String connection) {
    return found(caller, connection).flatMap(service::test).map(Tested::new);
  }

  /** Lets it rest; nothing is read until it is resumed. */
  @PostMapping("/connections/{connection}/pause")
  @Allow(Role.ADMIN)
  Mono<ConnectionView> pause(Caller caller, @PathVariable String connection) {
    return found(caller, connection).flatMap(service::pause).flatMap(this::view);
  }

  /** Reads on from where it rested. */
  @PostMapping("/connections/{connection}/resume")
  @Allow(Role.ADMIN)
  Mono<ConnectionView> resume(Caller caller, @PathVariable String connection) {
    return found(caller, connection)
        .flatMap(service::resume)
        .flatMap(this::view)
        .doOnNext(_ -> hurry());
  }

  /** Reads at once instead of when it is due. */
  @PostMapping("/connections/{connection}/sync")
  @Allow({Role.MARKETER, Role.SALES, Role.SUCCESS})
  @ResponseStatus(HttpStatus.ACCEPTED)
  Mono<Void> sync(Caller caller, @PathVariable String connection) {
    return found(caller, connection).flatMap(service::syncNow).doOnSuccess(_ -> hurry());
  }

  /** Ends it and forgets its secrets; what was read stays. */
  @DeleteMapping("/connections/{connection}")
  @Allow(Role.ADMIN)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  Mono<Void> disconnect(Caller caller, @PathVariable String connection) {
    return found(caller, connection).flatMap(service::disconnect);
  }

  /** Server-sent events named {@code connections} with the list, at once and on every change. */
  @GetMapping(path = "/feed", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  Flux<ServerSentEvent<ConnectionList>> feed(Caller caller) {
    return feeds.serve(
        feeds
            .changes(Connections.feedKey(caller.workspace()))
            .concatMap(_ -> list(caller))
            .distinctUntilChanged()
            .map(now ->
                ServerSentEvent.<ConnectionList>builder().event("connections").data(now).build()));
  }

  private void hurry() {
    runner.ifAvailable(SyncRunner::wake);
  }

  private Mono<Connection> found(Caller caller, String id) {
    return connections
        .find(caller.workspace(), id)
        .filter(connection -> connection.state() != State.DISCONNECTED)
        .switchIfEmpty(
            Mono.error(() ->
                Problem.of(
                    HttpStatus.NOT_FOUND, "not-found", "There is no such connection here.")));
  }

  private Mono<ConnectionView> view(Connection connection) {
    return states
        .find(new StreamRef(connection.workspace(), connection.id()))
        .map(Optional::of)
        .defaultIfEmpty(Optional.empty())
        .map(state -> ConnectionView.of(connection, state.orElse(null)));
  }
}
