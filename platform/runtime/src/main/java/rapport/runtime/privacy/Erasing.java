package rapport.runtime.privacy;

import java.util.List;
import rapport.runtime.privacy.PrivacyReport.Count;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Erases what this service keeps of somebody. First their streams are closed to late events, then
 * the owner hears what was found, then it goes, the copies on topics last.
 */
final class Erasing {

  /** What is found may name more of it: a lead its conversations, these another lead. */
  private static final int LOOKS = 3;

  private final PersonalData data;
  private final ErasedStreams streams;
  private final TopicErasure topics;
  private final PrivacyOwner owner;
  private final String self;

  Erasing(
      PersonalData data,
      ErasedStreams streams,
      TopicErasure topics,
      PrivacyOwner owner,
      String self) {
    this.data = data;
    this.streams = streams;
    this.topics = topics;
    this.owner = owner;
    this.self = self;
  }

  Mono<Void> erase(String workspace, String request, PrivacyTask task) {
    return everyName(workspace, task.subject(), LOOKS)
        .flatMap(subject ->
            streams
                .add(workspace, subject.streams())
                .then(counts(workspace, subject))
                .flatMap(found ->
                    owner.report(
                        workspace,
                        request,
                        self,
                        new PrivacyReport(task.round(), false, found, subject)))
                .then(Mono.defer(() -> stores(workspace, subject)))
                .then(Mono.defer(() -> topics(workspace, subject)))
                .flatMap(gone ->
                    owner.report(
                        workspace,
                        request,
                        self,
                        new PrivacyReport(task.round(), true, gone, subject))));
  }

  Mono<Subject> everyName(String workspace, Subject subject) {
    return everyName(workspace, subject, LOOKS);
  }

  private Mono<Subject> everyName(String workspace, Subject subject, int looks) {
    return Flux.fromIterable(data.kept())
        .concatMap(kept -> kept.alsoKnownAs(workspace, subject))
        .reduce(subject, Subject::and)
        .flatMap(all ->
            looks == 1 || all.equals(subject)
                ? Mono.just(all)
                : everyName(workspace, all, looks - 1));
  }

  private Mono<List<Count>> counts(String workspace, Subject subject) {
    return Flux.fromIterable(data.kept())
        .concatMap(
            kept -> kept.count(workspace, subject).map(count -> new Count(kept.store(), count)))
        .collectList();
  }

  private Mono<Void> stores(String workspace, Subject subject) {
    return Flux.fromIterable(data.kept()).concatMap(kept -> kept.erase(workspace, subject)).then();
  }

  private Mono<List<Count>> topics(String workspace, Subject subject) {
    return Mono.fromCallable(() -> topics.erase(workspace, subject, data.states()))
        .subscribeOn(Schedulers.boundedElastic());
  }
}
