package rapport.integrations.push.api;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import rapport.integrations.connection.Connection;
import rapport.integrations.connection.Connection.Trouble;
import rapport.integrations.connection.ConnectionService;
import rapport.integrations.connector.Access;
import rapport.integrations.connector.ConnectorException;
import rapport.integrations.connector.Connectors;
import rapport.integrations.connector.Pushing;
import rapport.integrations.connector.Pushing.Target;
import rapport.integrations.push.Job;
import rapport.integrations.push.Job.State;
import rapport.integrations.push.Kind;
import rapport.integrations.push.PushSettings;
import rapport.integrations.push.PushSettings.Erase;
import rapport.integrations.push.Removal;
import rapport.integrations.push.api.PushViews.Counts;
import rapport.integrations.push.api.PushViews.PushView;
import rapport.integrations.push.api.PushViews.RecordView;
import rapport.integrations.push.api.PushViews.RemovalsView;
import rapport.integrations.push.engine.PushRunner;
import rapport.integrations.push.engine.PushSwitch;
import rapport.integrations.push.store.Jobs;
import rapport.integrations.push.store.Jobs.Woken;
import rapport.integrations.push.store.Pushes;
import rapport.integrations.push.store.Removals;
import rapport.integrations.store.Connections;
import rapport.integrations.sync.Accesses;
import rapport.runtime.identity.Allow;
import rapport.runtime.identity.Caller;
import rapport.runtime.identity.Role;
import rapport.runtime.problem.Problem;
import rapport.runtime.problem.Problem.FieldError;
import rapport.runtime.projection.StreamRef;
import rapport.runtime.web.Cursor;
import rapport.runtime.web.PageSize;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What is pushed to another system by itself, what of it is there, and what was refused. */
@RestController
@RequestMapping("/api/v1/integrations/connections/{connection}/push")
@Allow
final class PushController {

  private static final Trouble PAUSED =
      new Trouble("paused", "The connection rests. Resume it, and they are deleted.");
  private static final Pattern PLACE = Pattern.compile("[a-z]+/.+");

  /** A page; {@code next} is the cursor of the next one, null on the last. */
  record RecordPage(List<RecordView> items, @Nullable String next) {}

  /** How many records are tried again. */
  record Retried(long records) {}

  /** A connection that can push. */
  private record Opened(Connection connection, Pushing connector, Access access) {
    StreamRef ref() {
      return new StreamRef(connection.workspace(), connection.id());
    }
  }

  private final Connections connections;
  private final Connectors connectors;
  private final Accesses accesses;
  private final Pushes pushes;
  private final Jobs jobs;
  private final Removals removals;
  private final PushSwitch settings;
  private final ObjectProvider<PushRunner> runner;
  private final Clock clock;

  PushController(
      Connections connections,
      Connectors connectors,
      Accesses accesses,
      Pushes pushes,
      Jobs jobs,
      Removals removals,
      PushSwitch settings,
      ObjectProvider<PushRunner> runner,
      Clock clock) {
    this.connections = connections;
    this.connectors = connectors;
    this.accesses = accesses;
    this.pushes = pushes;
    this.jobs = jobs;
    this.removals = removals;
    this.settings = settings;
    this.runner = runner;
    this.clock = clock;
  }

  /** What is pushed and how it goes. */
  @GetMapping
  Mono<PushView> get(Caller caller, @PathVariable String connection) {
    return opened(caller, connection).flatMap(this::view);
  }

  /**
   * Sets what is pushed. What is switched on is pushed as it is now, and from then on whenever it
   * changes; what is switched off stays over there as it is. First it is looked whether it could be
   * written, where that can be told: 422 says what of it could not, 503 that nobody answers.
   */
  @PutMapping
  @Allow(Role.ADMIN)
  Mono<PushView> put(
      Caller caller, @PathVariable String connection, @RequestBody PushRequest request) {
    var rev = request.rev() == null ? 0 : request.rev();
    return opened(caller, connection)
        .flatMap(opened ->
            pushes
                .find(opened.ref())
                .map(Pushes.Stored::settings)
                .defaultIfEmpty(PushSettings.NONE)
                .map(before -> request.settings(before, opened.connector().letsNameObjects()))
                .flatMap(next -> checked(opened, next).thenReturn(next))
                .flatMap(next -> settings.set(opened.ref(), next, rev))
                .filter(set -> set)
                .switchIfEmpty(
                    Mono.error(() ->
                        Problem.of(
                            HttpStatus.CONFLICT,
                            "stale",
                            "Somebody else has changed it meanwhile; read it again.")))
                .then(Mono.defer(() -> view(opened))))
        .doOnNext(_ -> runner.ifAvailable(PushRunner::wake));
  }

  /**
   * The records of a connection, by kind and id.
   *
   * @param state {@code waiting}, {@code done}, {@code refused} or {@code all}
   * @param cursor {@code next} of the page before
   * @param limit from 1 to 200; 400 {@code bad-limit}
   */
  @GetMapping("/records")
  Mono<RecordPage> records(
      Caller caller,
      @PathVariable String connection,
      @RequestParam(defaultValue = "all") String state,
      @RequestParam(required = false) @Nullable String cursor,
      @RequestParam(defaultValue = PageSize.USUAL) int limit) {
    var items = PageSize.of(limit);
    var wanted = state(state);
    var after = Cursor.read(cursor, PLACE, place -> place.group());
    return opened(caller, connection)
        .flatMap(opened ->
            jobs.list(opened.ref(), wanted, after, items + 1)
                .collectList()
                .map(found -> page(opened, found, items)));
  }

  /** Tries one record again, with what is known of it now. */
  @PostMapping("/records/{kind}/{id}/retry")
  @Allow(Role.SALES)
  @ResponseStatus(HttpStatus.ACCEPTED)
  Mono<Void> retry(
      Caller caller,
      @PathVariable String connection,
      @PathVariable String kind,
      @PathVariable String id) {
    var known = Kind.of(kind).orElseThrow(PushController::noRecord);
    return opened(caller, connection)
        .flatMap(opened ->
            jobs.find(opened.ref(), known, id)
                .switchIfEmpty(Mono.error(PushController::noRecord))
                .flatMap(job -> {
                  var now = clock.instant();
                  return jobs.wake(List.of(new Woken(opened.ref(), known, job.id())), now)
                      .then(pushes.hurry(opened.ref(), now));
                }))
        .doOnSuccess(_ -> runner.ifAvailable(PushRunner::wake));
  }

  /** Tries everything again that was refused, and at once what could not be deleted. */
  @PostMapping("/retry")
  @Allow(Role.SALES)
  @ResponseStatus(HttpStatus.ACCEPTED)
  Mono<Retried> retryAll(Caller caller, @PathVariable String connection) {
    return opened(caller, connection)
        .flatMap(opened -> {
          var now = clock.instant();
          return removals
              .hurry(opened.ref(), now)
              .then(jobs.retryRefused(opened.ref(), now))
              .flatMap(number -> pushes.hurry(opened.ref(), now).thenReturn(new Retried(number)));
        })
        .doOnNext(_ -> runner.ifAvailable(PushRunner::wake));
  }

  /** Whether what is switched on could be written; every kind that could not is named. */
  private static Mono<Void> checked(Opened opened, PushSettings next) {
    return Flux.fromArray(Kind.values())
        .filter(next::isOn)
        .concatMap(kind -> checked(opened, next, kind))
        .collectList()
        .flatMap(errors ->
            errors.isEmpty()
                ? Mono.empty()
                : Mono.error(
                    Problem.of(
                            HttpStatus.UNPROCESSABLE_CONTENT,
                            "invalid-fields",
                            "It could not be written over there.")
                        .withErrors(errors)));
  }

  private static Mono<FieldError> checked(Opened opened, PushSettings next, Kind kind) {
    var connector = opened.connector();
    var target = new Target(kind, next.object(kind, connector.object(kind)));
    var fields = Set.copyOf(next.mapping(kind, connector.proposed(kind)).values());
    return Mono.defer(
            () -> connector.check(opened.access(), target, fields, next.erase() == Erase.DELETE))
        .then(Mono.<FieldError>empty())
        .onErrorResume(
            ConnectorException.class,
            failure ->
                failure.kind() == ConnectorException.Kind.REFUSED
                    ? Mono.just(
                        new FieldError("objects." + kind.wire(), failure.code(), failure.detail()))
                    : Mono.error(ConnectionService.problem(failure)));
  }

  private Mono<PushView> view(Opened opened) {
    var ref = opened.ref();
    return Mono.zip(
            pushes.find(ref).map(Optional::of).defaultIfEmpty(Optional.empty()),
            jobs.count(ref, State.WAITING),
            jobs.count(ref, State.DONE),
            jobs.count(ref, State.REFUSED),
            removed(opened))
        .map(all ->
            PushViews.of(
                opened.connector(),
                all.getT1().orElse(null),
                new Counts(all.getT2(), all.getT3(), all.getT4()),
                all.getT5()));
  }

  private Mono<RemovalsView> removed(Opened opened) {
    var ref = opened.ref();
    return Mono.zip(
            removals.count(ref, Removal.State.WAITING),
            removals.count(ref, Removal.State.DELETED),
            removals.count(ref, Removal.State.KEPT),
            removals
                .failing(ref)
                .flatMap(failing -> Mono.justOrEmpty(failing.error()))
                .map(error -> Optional.of(new Trouble(error.code(), error.detail())))
                .defaultIfEmpty(Optional.empty()))
        .map(all -> {
          var waiting = all.getT1();
          var rests = opened.connection().state() == Connection.State.PAUSED;
          var error = waiting > 0 && rests ? PAUSED : all.getT4().orElse(null);
          return new RemovalsView(waiting, all.getT2(), all.getT3(), error);
        });
  }

  private static RecordPage page(Opened opened, List<Job> found, int limit) {
    Function<Job, RecordView> view = job -> PushViews.of(opened.connector(), opened.access(), job);
    var items = found.stream().limit(limit).map(view).toList();
    return new RecordPage(items, found.size() > limit ? cursor(items.getLast()) : null);
  }

  private static String cursor(RecordView last) {
    return Cursor.of(last.kind() + "/" + last.id());
  }

  private Mono<Opened> opened(Caller caller, String id) {
    return connections
        .find(caller.workspace(), id)
        .filter(connection -> connection.state() != Connection.State.DISCONNECTED)
        .flatMap(connection ->
            connectors.find(connection.connector()).orElse(null) instanceof Pushing pushing
                ? Mono.fromCallable(
                    () -> new Opened(connection, pushing, accesses.open(connection)))
                : Mono.<Opened>empty())
        .switchIfEmpty(
            Mono.error(() ->
                Problem.of(
                    HttpStatus.NOT_FOUND,
                    "not-found",
                    "There is no connection here that pushes.")));
  }

  private static @Nullable State state(String state) {
    return switch (state) {
      case "waiting" -> State.WAITING;
      case "done" -> State.DONE;
      case "refused" -> State.REFUSED;
      case "all" -> null;
      default -> throw invalid("state", "It is waiting, done, refused or all.");
    };
  }

  private static Problem noRecord() {
    return Problem.of(HttpStatus.NOT_FOUND, "not-found", "There is no such record here.");
  }

  private static Problem invalid(String name, String detail) {
    return Problem.of(
            HttpStatus.UNPROCESSABLE_CONTENT, "invalid-fields", "Some of it cannot be taken.")
        .withErrors(List.of(new FieldError(name, "invalid-value", detail)));
  }
}
