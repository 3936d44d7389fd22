package rapport.profile.privacy;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import rapport.contracts.PrivacyEvent;
import rapport.contracts.PrivacyEvent.ArchiveRequested;
import rapport.contracts.PrivacyEvent.ErasureCompleted;
import rapport.contracts.PrivacyEvent.ErasureRequested;
import rapport.profile.privacy.PrivacyRequest.Answer;
import rapport.profile.privacy.PrivacyRequest.State;
import rapport.profile.privacy.PrivacyRequests.Next;
import rapport.profile.privacy.PrivacyRequests.Step;
import rapport.runtime.identity.Caller;
import rapport.runtime.privacy.PrivacyOwner;
import rapport.runtime.privacy.PrivacyReport;
import rapport.runtime.privacy.PrivacyReport.Count;
import rapport.runtime.privacy.PrivacyTask;
import rapport.runtime.privacy.PrivacyTask.Kind;
import rapport.runtime.privacy.Subject;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Takes requests and sees them through. An erasure has two rounds: what was on its way while the
 * first went on, or what one service alone knew how to find, is erased in the second.
 */
@Component
class PrivacyDesk implements PrivacyOwner {

  private static final int ROUNDS = 2;
  private static final int AT_ONCE = 100;

  /** Up to this the time an erasure takes is told apart; a minute is promised. */
  private static final Duration LONGEST = Duration.ofHours(1);

  private final PrivacyRequests requests;
  private final ArchivePieces pieces;
  private final Whom whom;
  private final ErasedFile file;
  private final List<String> services;
  private final Duration patience;
  private final Clock clock;
  private final Timer took;

  PrivacyDesk(
      PrivacyRequests requests,
      ArchivePieces pieces,
      Whom whom,
      ErasedFile file,
      @Value(
              "${rapport.privacy.services:conversation-service,profile-service,"
                  + "lead-intelligence-service,health-score-service,integrations-service,gateway}")
          List<String> services,
      @Value("${rapport.privacy.remind-after:1h}") Duration patience,
      Clock clock,
      MeterRegistry meters) {
    this.took =
        Timer.builder("rapport.erasure")
            .publishPercentileHistogram()
            .minimumExpectedValue(Duration.ofMillis(100))
            .maximumExpectedValue(LONGEST)
            .register(meters);
    this.requests = requests;
    this.pieces = pieces;
    this.whom = whom;
    this.file = file;
    this.services = List.copyOf(services);
    this.patience = patience;
    this.clock = clock;
  }

  Mono<PrivacyRequest> ask(Caller caller, Kind kind, Named named, String reason) {
    return whom.of(caller.workspace(), named)
        .flatMap(subject ->
            begin(caller.workspace(), caller.subject(), caller.name(), kind, subject, reason));
  }

  /** Erases whom nobody asked for, since the workspace keeps them no longer. */
  Mono<PrivacyRequest> forget(String workspace, Subject subject, String reason) {
    return begin(workspace, "retention", "Retention", Kind.ERASURE, subject, reason);
  }

  private Mono<PrivacyRequest> begin(
      String workspace, String by, String name, Kind kind, Subject subject, String reason) {
    var answers = new TreeMap<String, Answer>();
    services.forEach(service -> answers.put(service, Answer.NONE));
    var erasure = kind == Kind.ERASURE;
    var request =
        new PrivacyRequest(
            workspace,
            (erasure ? "erasure-" : "archive-") + UUID.randomUUID(),
            kind,
            State.RUNNING,
            reason,
            by,
            name,
            clock.instant(),
            null,
            erasure ? 1 : 0,
            subject,
            answers);
    var event = erasure ? new ErasureRequested(1) : new ArchiveRequested();
    return written(erasure ? List.of(request) : List.of()).then(requests.begin(request, event));
  }

  /** So that they are erased again should a backup be restored from before. */
  private Mono<Void> written(List<PrivacyRequest> erasures) {
    return Mono.<Void>fromRunnable(() -> file.add(erasures))
        .subscribeOn(Schedulers.boundedElastic());
  }

  @Override
  public Flux<PrivacyTask> tasks(String workspace, List<String> ids) {
    return requests
        .findAll(workspace, ids)
        .filter(found -> found.state() == State.RUNNING)
        .map(found -> new PrivacyTask(found.id(), found.kind(), found.round(), found.subject()));
  }

  @Override
  public Mono<Void> report(String workspace, String service, List<PrivacyReport> reports) {
    return Flux.fromIterable(reports)
        .concatMap(report -> ofNobodyElse(workspace, report))
        .collectMap(PrivacyReport::request)
        .flatMap(byRequest ->
            change(
                workspace,
                byRequest.keySet(),
                found ->
                    reported(found, service, Objects.requireNonNull(byRequest.get(found.id())))));
  }

  /**
   * Several people may use one browser: a service that goes from it to the conversation it is in
   * finds whoever's it is, and only here is it known whose.
   */
  private Mono<PrivacyReport> ofNobodyElse(String workspace, PrivacyReport report) {
    return report.found().conversations().isEmpty()
        ? Mono.just(report)
        : requests
            .find(workspace, report.request())
            .flatMap(request -> whom.theirs(workspace, request.subject(), report.found()))
            .map(report::withFound)
            .defaultIfEmpty(report);
  }

  private Mono<Void> change(String workspace, Collection<String> ids, Step step) {
    var now = clock.instant();
    return Mono.defer(() -> {
      var ended = new HashMap<String, PrivacyRequest>();
      return requests
          .change(
              workspace,
              ids,
              now,
              step,
              changed -> {
                var erased = changed.stream().filter(it -> isErasedSince(it, now)).toList();
                erased.forEach(it -> ended.put(it.id(), it));
                return written(erased);
              })
          .doOnSuccess(
              _ -> ended.values().forEach(it -> took.record(Duration.between(it.askedAt(), now))));
    });
  }

  private static boolean isErasedSince(PrivacyRequest request, Instant then) {
    var doneAt = request.doneAt();
    return request.kind() == Kind.ERASURE && doneAt != null && !doneAt.isBefore(then);
  }

  private @Nullable Next reported(PrivacyRequest request, String service, PrivacyReport report) {
    var before = request.services().getOrDefault(service, Answer.NONE);
    var stores = most(before.stores(), report.stores());
    if (request.state() == State.DONE || report.round() < before.round()) {
      // Said before, by its way through the network or by another instance; or what became, later,
      // of what is in other systems.
      return stores.equals(before.stores())
          ? null
          : new Next(answered(request, request.subject(), service, before.with(stores)), List.of());
    }
    var done = report.done() && report.round() == request.round();
    var answer = new Answer(report.round(), done, done ? clock.instant() : before.at(), stores, 0);
    return settled(answered(request, request.subject().and(report.found()), service, answer));
  }

  /** Of each place the most that was ever said. */
  private static List<Count> most(List<Count> before, List<Count> now) {
    var most = new TreeMap<String, Long>();
    Stream.concat(before.stream(), now.stream())
        .forEach(count -> most.merge(count.store(), count.documents(), Math::max));
    return most.entrySet().stream().map(it -> new Count(it.getKey(), it.getValue())).toList();
  }

  @Override
  public Mono<Void> handIn(
      String workspace, String request, String service, int number, String piece) {
    return requests
        .find(workspace, request) // else its person was erased meanwhile
        .flatMap(_ -> pieces.put(workspace, request, service, number, piece));
  }

  @Override
  public Mono<Void> handedIn(String workspace, String request, String service, int count) {
    var answer = new Answer(0, true, clock.instant(), List.of(), count);
    return change(
        workspace,
        List.of(request),
        found -> settled(answered(found, found.subject(), service, answer)));
  }

  /** Begins the next round, or ends, when every service is done. */
  private Next settled(PrivacyRequest request) {
    if (request.state() == State.DONE
        || !request.services().keySet().stream().allMatch(request::isDone)) {
      return new Next(request, List.of());
    }
    if (request.kind() == Kind.ERASURE && request.round() < ROUNDS) {
      var next = request.round() + 1;
      var again = request.with(State.RUNNING, null, next, request.subject(), request.services());
      return new Next(again, List.of(new ErasureRequested(next)));
    }
    var erasure = request.kind() == Kind.ERASURE;
    List<PrivacyEvent> told = erasure ? List.of(new ErasureCompleted()) : List.of();
    var done =
        request.with(
            State.DONE, clock.instant(), request.round(), request.subject(), request.services());
    return new Next(erasure ? done.withIdsOnly() : done, told);
  }

  /** Tells services again that have not answered for a while: they may have missed it. */
  Mono<Integer> remind() {
    return requests
        .silentSince(clock.instant().minus(patience), AT_ONCE)
        .concatMap(silent ->
            change(
                    silent.workspace(),
                    List.of(silent.id()),
                    found ->
                        found.state() == State.DONE ? null : new Next(found, List.of(asked(found))))
                .thenReturn(silent))
        .count()
        .map(Long::intValue);
  }

  private static PrivacyEvent asked(PrivacyRequest request) {
    return switch (request.kind()) {
      case ERASURE -> new ErasureRequested(request.round());
      case ARCHIVE -> new ArchiveRequested();
    };
  }

  private static PrivacyRequest answered(
      PrivacyRequest it, Subject subject, String service, Answer answer) {
    var answers = new TreeMap<>(it.services());
    answers.put(service, answer);
    return it.with(it.state(), it.doneAt(), it.round(), subject, answers);
  }

  /** Does again what was done before a backup was restored that knows nothing of it. */
  Mono<Integer> repeatForgotten() {
    return Flux.fromIterable(file.all())
        .concatMap(erasure ->
            requests
                .find(erasure.workspace(), erasure.id())
                .hasElement()
                .filter(known -> !known)
                .flatMap(_ -> whom.allOf(erasure.workspace(), erasure.subject()))
                .flatMap(subject -> {
                  var answers = new TreeMap<String, Answer>();
                  services.forEach(service -> answers.put(service, Answer.NONE));
                  var again = erasure.with(State.RUNNING, null, 1, subject, answers);
                  return requests.begin(again, new ErasureRequested(1));
                }))
        .count()
        .map(Long::intValue);
  }
}
