package rapport.health.evaluation;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import rapport.contracts.HealthEvent.AlertType;
import rapport.health.account.AccountFacts;
import rapport.health.alert.Alert;
import rapport.health.alert.Situation;
import rapport.health.alert.Watch;
import rapport.health.model.WorkspaceModel;
import rapport.health.portfolio.AccountHealth;
import rapport.health.portfolio.News;
import rapport.health.store.AccountViews;
import rapport.health.store.AccountViews.Batch;
import rapport.health.store.AccountViews.Known;
import rapport.health.store.Alerts;
import rapport.health.store.Healths;
import rapport.health.store.Models;
import rapport.runtime.outbox.OutboxRelay;
import rapport.runtime.projection.StreamRef;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Evaluates accounts: reads what is known of them, decides, stores scores, then alerts. What is
 * decided depends on what is stored only, so an evaluation that was cut off is made up for by the
 * next one, which follows because the account stays due.
 */
@Component
public final class Evaluations {

  private static final int TRIES = 3;

  private final AccountViews facts;
  private final Healths healths;
  private final Alerts alerts;
  private final Models models;
  private final ObjectProvider<OutboxRelay> relay;
  private final Clock clock;

  Evaluations(
      AccountViews facts,
      Healths healths,
      Alerts alerts,
      Models models,
      ObjectProvider<OutboxRelay> relay,
      Clock clock) {
    this.facts = facts;
    this.healths = healths;
    this.alerts = alerts;
    this.models = models;
    this.relay = relay;
    this.clock = clock;
  }

  private record Evaluated(
      StreamRef ref, Known known, Healths.Change change, List<Alerts.Told> alerts) {}

  /**
   * Evaluates these accounts as they are now; those nothing is known of are passed over.
   *
   * @return true when every one of them was stored; others are still due
   */
  public Mono<Boolean> evaluate(Collection<StreamRef> accounts) {
    return facts.these(accounts).flatMap(this::evaluate);
  }

  /** Likewise, accounts that are read already. */
  public Mono<Boolean> evaluate(Batch batch) {
    return together(batch)
        .flatMap(stored ->
            stored || batch.accounts().size() <= 1
                ? Mono.just(stored)
                : Flux.fromIterable(batch.accounts())
                    .concatMap(this::alone)
                    .reduce(true, Boolean::logicalAnd));
  }

  /** Evaluates accounts whether they are due or not; whoever somebody else holds up becomes due. */
  Mono<Void> evaluateAnyhow(Batch batch) {
    return together(batch)
        .filter(stored -> !stored)
        .flatMapMany(_ -> Flux.fromIterable(batch.accounts()))
        .concatMap(account ->
            alone(account)
                .filter(stored -> stored)
                .repeatWhenEmpty(TRIES, again -> again)
                .onErrorResume(IllegalStateException.class, _ -> Mono.empty())
                .switchIfEmpty(facts.makeDue(List.of(account)).thenReturn(false)))
        .then();
  }

  private Mono<Boolean> alone(StreamRef account) {
    return facts.these(List.of(account)).flatMap(this::together);
  }

  private Mono<Boolean> together(Batch batch) {
    var accounts = batch.accounts();
    if (accounts.isEmpty()) {
      return Mono.just(true);
    }
    var now = clock.instant();
    return Mono.zip(healths.found(accounts), alerts.latest(accounts, now), models(accounts))
        .publishOn(Schedulers.parallel())
        .map(all -> evaluated(batch.read(), all.getT1(), all.getT2(), all.getT3(), now))
        .flatMap(this::store);
  }

  private static List<Evaluated> evaluated(
      Map<StreamRef, Known> known,
      Healths.Found before,
      Map<StreamRef, Map<AlertType, Alerts.Stored>> latest,
      Map<String, WorkspaceModel> models,
      Instant now) {
    var stored = before.read();
    return known.entrySet().stream()
        .map(it ->
            evaluated(
                it.getKey(),
                it.getValue(),
                stored.get(it.getKey()),
                latest.getOrDefault(it.getKey(), Map.of()),
                models.getOrDefault(it.getKey().workspace(), WorkspaceModel.STANDARD),
                now))
        .toList();
  }

  private Mono<Map<String, WorkspaceModel>> models(Collection<StreamRef> accounts) {
    return Flux.fromStream(accounts.stream().map(StreamRef::workspace).distinct())
        .concatMap(workspace -> models.of(workspace).map(model -> Map.entry(workspace, model)))
        .collectMap(Map.Entry::getKey, Map.Entry::getValue);
  }

  private static Evaluated evaluated(
      StreamRef ref,
      Known known,
      Healths.@Nullable Stored before,
      Map<AlertType, Alerts.Stored> latest,
      WorkspaceModel model,
      Instant now) {
    var facts = known.facts();
    var account =
        AccountHealth.evaluated(
            ref.stream(),
            facts,
            before == null ? null : before.account(),
            model.scoring(),
            model.churn(),
            model.zone(),
            now);
    var news = account.listed() ? News.of(account) : new News(account, List.of());
    return new Evaluated(
        ref,
        known,
        new Healths.Change(ref, news.account(), model.zone(), news.events(), before),
        alerts(ref, facts, account, latest, model, now));
  }

  private static List<Alerts.Told> alerts(
      StreamRef ref,
      AccountFacts facts,
      AccountHealth account,
      Map<AlertType, Alerts.Stored> latest,
      WorkspaceModel model,
      Instant now) {
    var last = new EnumMap<AlertType, Alert>(AlertType.class);
    latest.forEach((type, stored) -> last.put(type, stored.alert()));
    var situation = new Situation(now, model.zone(), facts, account.health(), account.recent());
    var changes =
        account.listed()
            ? Watch.look(situation, ref.stream(), last, () -> UUID.randomUUID().toString())
            : Watch.end(last.values(), now);
    return changes.stream()
        .map(change -> {
          var stored = latest.get(change.alert().type());
          return new Alerts.Told(
              ref.workspace(), change, change.isNew() || stored == null ? 0 : stored.told());
        })
        .toList();
  }

  private Mono<Boolean> store(List<Evaluated> evaluated) {
    var changes = evaluated.stream().map(Evaluated::change).filter(Healths.Change::isNews).toList();
    var told = evaluated.stream().flatMap(it -> it.alerts().stream()).toList();
    return healths
        .save(changes)
        .flatMap(saved -> saved ? alerts.save(told) : Mono.just(false))
        .flatMap(saved -> saved ? done(evaluated) : Mono.just(false));
  }

  private Mono<Boolean> done(List<Evaluated> evaluated) {
    var revs = new LinkedHashMap<StreamRef, Long>();
    evaluated.stream()
        .filter(it -> it.known().due())
        .forEach(it -> revs.put(it.ref(), it.known().rev()));
    return facts.evaluated(revs).doOnTerminate(() -> wake(evaluated)).thenReturn(true);
  }

  private void wake(List<Evaluated> evaluated) {
    var keys = new ArrayList<String>();
    for (var it : evaluated) {
      if (!it.change().events().isEmpty()) {
        keys.add(it.ref().key());
      }
      it.alerts().stream()
          .map(told -> new StreamRef(told.workspace(), told.change().alert().id()).key())
          .forEach(keys::add);
    }
    relay.ifAvailable(it -> keys.forEach(it::wake));
  }
}
