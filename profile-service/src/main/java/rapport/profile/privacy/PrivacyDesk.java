package rapport.profile.privacy;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import rapport.contracts.PrivacyEvent;
import rapport.contracts.PrivacyEvent.ArchiveRequested;
import rapport.contracts.PrivacyEvent.ErasureCompleted;
import rapport.contracts.PrivacyEvent.ErasureRequested;
import rapport.profile.privacy.PrivacyRequest.Answer;
import rapport.profile.privacy.PrivacyRequest.State;
import rapport.profile.privacy.PrivacyRequests.Next;
import rapport.runtime.identity.Caller;
import rapport.runtime.privacy.PrivacyOwner;
import rapport.runtime.privacy.PrivacyReport;
import rapport.runtime.privacy.PrivacyReport.Count;
import rapport.runtime.privacy.PrivacyTask;
import rapport.runtime.privacy.PrivacyTask.Kind;
import rapport.runtime.privacy.Subject;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Takes requests and sees them through. An erasure has two rounds: what was on its way while the
 * first went on, or what one service alone knew how to find, is erased in the second.
 */
@Component
class PrivacyDesk implements PrivacyOwner {

  private static final int ROUNDS = 2;
  private static final int AT_ONCE = 100;

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
    this.took = Timer.builder("rapport.erasure").publishPercentileHistogram().register(meters);
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
        .flatMap(subject -> begin(caller, kind, subject, reason));
  }

  private Mono<PrivacyRequest> begin(Caller caller, Kind kind, Subject subject, String reason) {
    var answers = new TreeMap<String, Answer>();
    services.forEach(service -> answers.put(service, Answer.NONE));
    var erasure = kind == Kind.ERASURE;
    var request =
        new PrivacyRequest(
            caller.workspace(),
            (erasure ? "erasure-" : "archive-") + UUID.randomUUID(),
            kind,
            State.RUNNING,
            reason,
            caller.subject(),
            caller.name(),
            clock.instant(),
            null,
            erasure ? 1 : 0,
            subject,
            answers);
    if (erasure) {
      file.add(request);
    }
    return requests.begin(request, erasure ? new ErasureRequested(1) : new ArchiveRequested());
  }

  @Override
  public Mono<PrivacyTask> task(String workspace, String request) {
    return requests
        .find(workspace, request)
        .filter(found -> found.state() == State.RUNNING)
        .map(found -> new PrivacyTask(found.kind(), found.round(), found.subject()));
  }

  @Override
  public Mono<Void> report(String workspace, String request, String service, PrivacyReport report) {
    return requests
        .change(workspace, request, clock.instant(), found -> reported(found, service, report))
        .then();
  }

  private Next reported(PrivacyRequest request, String service, PrivacyReport report) {
    var before = request.services().getOrDefault(service, Answer.NONE);
    var most = new TreeMap<String, Long>();
    Stream.concat(before.stores().stream(), report.stores().stream())
        .forEach(count -> most.merge(count.store(), count.documents(), Math::max));
    var stores = most.entrySet().stream().map(it -> new Count(it.getKey(), it.getValue())).toList();
    var done = report.done() && report.round() == request.round();
    var answer = new Answer(report.round(), done, done ? clock.instant() : before.at(), stores, 0);
    return settled(answered(request, request.subject().and(report.found()), service, answer));
  }

  @Override
  public Mono<Void> handIn(
      String workspace, String request, String service, int number, String piece) {
    return pieces.put(workspace, request, service, number, piece);
  }

  @Override
  public Mono<Void> handedIn(String workspace, String request, String service, int count) {
    var answer = new Answer(0, true, clock.instant(), List.of(), count);
    return requests
        .change(
            workspace,
            request,
            clock.instant(),
            found -> settled(answered(found, found.subject(), service, answer)))
        .then();
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
    if (erasure) {
      took.record(Duration.between(request.askedAt(), clock.instant()));
    }
    List<PrivacyEvent> told = erasure ? List.of(new ErasureCompleted()) : List.of();
    var done =
        request.with(
            State.DONE, clock.instant(), request.round(), request.subject(), request.services());
    if (erasure) {
      file.add(done);
    }
    return new Next(erasure ? done.withIdsOnly() : done, told);
  }

  /** Tells services again that have not answered for a while: they may have missed it. */
  Mono<Integer> remind() {
    var now = clock.instant();
    return requests
        .silentSince(now.minus(patience), AT_ONCE)
        .concatMap(silent ->
            requests.change(
                silent.workspace(),
                silent.id(),
                now,
                found ->
                    found.state() == State.DONE ? null : new Next(found, List.of(asked(found)))))
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
