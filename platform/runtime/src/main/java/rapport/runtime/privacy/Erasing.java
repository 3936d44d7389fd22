package rapport.runtime.privacy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import rapport.runtime.privacy.PrivacyReport.Count;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Erases what this service keeps of people. First their streams are closed to late events, then the
 * owner hears what was found, here and in other systems, then it goes, the copies on topics last.
 */
final class Erasing {

  /** What is found may name more of it: a lead its conversations, these another lead. */
  private static final int LOOKS = 3;

  private final PersonalData data;
  private final ErasedStreams streams;
  private final TopicErasure topics;
  private final Elsewhere elsewhere;
  private final PrivacyOwner owner;
  private final String self;

  Erasing(
      PersonalData data,
      ErasedStreams streams,
      TopicErasure topics,
      Elsewhere elsewhere,
      PrivacyOwner owner,
      String self) {
    this.data = data;
    this.streams = streams;
    this.topics = topics;
    this.elsewhere = elsewhere;
    this.owner = owner;
    this.self = self;
  }

  /** Everybody whom these are about, together: every place is gone through once for all. */
  Mono<Void> erase(String workspace, List<PrivacyTask> tasks) {
    return look(workspace, tasks.stream().map(PrivacyTask::subject).toList(), LOOKS)
        .flatMap(found -> {
          var everybody = Subject.together(found.people());
          return streams
              .add(workspace, everybody.streams())
              .then(Mono.defer(() -> elsewhere.note(workspace, tasks, found.people())))
              .flatMap(noted -> owner.report(workspace, self, before(tasks, found.and(noted))))
              .then(Mono.defer(() -> stores(workspace, everybody)))
              .then(Mono.defer(() -> topics(workspace, found.people())))
              .flatMap(gone -> owner.report(workspace, self, reports(tasks, found, true, gone)));
        });
  }

  /** Everything somebody is known by to this service. */
  Mono<Subject> everyName(String workspace, Subject subject) {
    return look(workspace, List.of(subject), LOOKS).map(found -> found.people().getFirst());
  }

  /**
   * What was found of people.
   *
   * @param people all they are known by
   * @param counts of each of them, the documents by place
   */
  private record Found(List<Subject> people, List<List<Count>> counts) {

    /** With more of each. */
    Found and(List<List<Count>> more) {
      var all =
          IntStream.range(0, people.size())
              .mapToObj(n -> Stream.concat(counts.get(n).stream(), more.get(n).stream()).toList())
              .toList();
      return new Found(people, all);
    }
  }

  private Mono<Found> look(String workspace, List<Subject> people, int looks) {
    return Flux.fromIterable(data.kept())
        .concatMap(kept -> kept.traces(workspace, people).map(traces -> new Traced(kept, traces)))
        .collectList()
        .flatMap(all -> {
          var known = new ArrayList<Subject>();
          var counts = new ArrayList<List<Count>>();
          for (int n = 0; n < people.size(); n++) {
            var one = n;
            var told = all.stream().map(traced -> traced.traces().get(one).more());
            known.add(Subject.together(Stream.concat(Stream.of(people.get(n)), told).toList()));
            counts.add(all.stream().map(traced -> traced.count(one)).toList());
          }
          return looks == 1 || known.equals(people)
              ? Mono.just(new Found(known, counts))
              : look(workspace, known, looks - 1);
        });
  }

  /** What one place has of each. */
  private record Traced(Kept kept, List<Trace> traces) {
    Count count(int one) {
      return new Count(kept.store(), traces.get(one).documents());
    }
  }

  /** Of whom there is nothing, it is enough to say so in the end. */
  private static List<PrivacyReport> before(List<PrivacyTask> tasks, Found found) {
    return reports(tasks, found, false, found.counts()).stream()
        .filter(report -> report.stores().stream().anyMatch(count -> count.documents() > 0))
        .toList();
  }

  private static List<PrivacyReport> reports(
      List<PrivacyTask> tasks, Found found, boolean done, List<List<Count>> counts) {
    return IntStream.range(0, tasks.size())
        .mapToObj(n ->
            new PrivacyReport(
                tasks.get(n).request(),
                tasks.get(n).round(),
                done,
                counts.get(n),
                found.people().get(n)))
        .toList();
  }

  private Mono<Void> stores(String workspace, Subject everybody) {
    return Flux.fromIterable(data.kept())
        .concatMap(kept -> kept.erase(workspace, everybody))
        .then();
  }

  private Mono<List<List<Count>>> topics(String workspace, List<Subject> people) {
    return Mono.fromCallable(() -> topics.erase(workspace, people, data.states()))
        .subscribeOn(Schedulers.boundedElastic());
  }
}
