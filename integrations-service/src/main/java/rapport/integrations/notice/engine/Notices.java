package rapport.integrations.notice.engine;

import java.time.Clock;
import java.time.Instant;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import rapport.contracts.Envelope;
import rapport.integrations.notice.Notice;
import rapport.integrations.notice.Noticing;
import rapport.integrations.notice.Rule;
import rapport.integrations.notice.store.Rules;
import rapport.integrations.notice.store.Waiting;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Remembers for each rule what it asks for. */
@Component
public final class Notices {

  private final Rules rules;
  private final Waiting waiting;
  private final ObjectProvider<NoticeWorker> worker;
  private final Clock clock;

  public Notices(Rules rules, Waiting waiting, ObjectProvider<NoticeWorker> worker, Clock clock) {
    this.rules = rules;
    this.waiting = waiting;
    this.worker = worker;
    this.clock = clock;
  }

  /** Takes an event. Doing it again is harmless. */
  public Mono<Void> take(Envelope<?> envelope) {
    return Mono.justOrEmpty(Noticing.of(envelope))
        .flatMap(notice -> noticed(envelope.workspace(), notice));
  }

  private Mono<Void> noticed(String workspace, Notice notice) {
    var now = clock.instant();
    return rules
        .all(workspace)
        .filter(rule -> rule.wants(notice.occasion()))
        .concatMap(rule -> waits(workspace, rule, notice, rule.due(now)))
        .then()
        .doOnSuccess(_ -> worker.ifAvailable(NoticeWorker::wake));
  }

  private Mono<Void> waits(String workspace, Rule rule, Notice notice, Instant due) {
    return Flux.fromIterable(rule.channels())
        .concatMap(channel -> waiting.add(workspace, rule, channel.key(), notice, due))
        .then();
  }
}
