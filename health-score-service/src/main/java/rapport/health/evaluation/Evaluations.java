package rapport.health.evaluation;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
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
import rapport.health.store.Alerts;
import rapport.health.store.Healths;
import rapport.health.store.Models;
import rapport.health.store.Snapshots;
import rapport.runtime.outbox.OutboxRelay;
import rapport.runtime.projection.StreamRef;
import rapport.runtime.projection.Versioned;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Evaluates accounts: reads what is known of them, decides, stores scores, then the day's
 * snapshots, then alerts. What is decided depends on what is stored only, so an evaluation that was
 * cut off is made up for by the next one, which follows because the account stays due.
 */
@Component
public final class Evaluations {

  private final AccountViews facts;
  private final Healths healths;
  private final Snapshots snapshots;
  private final Alerts alerts;
  private final Models models;
  private final ObjectProvider<OutboxRelay> relay;
  private final Clock clock;

  Evaluations(
      AccountViews facts,
      Healths healths,
      Snapshots snapshots,
      Alerts alerts,
      Models models,
      ObjectProvider<OutboxRelay> relay,
      Clock clock) {
    this.facts = facts;
    this.healths = healths;
    this.snapshots = snapshots;
    this.alerts = alerts;
    this.models = models;
    this.relay = relay;
    this.clock = clock;
  }

  private record Evaluated(StreamRef ref, Healths.Change change, List<Alerts.Told> alerts) {}

  /**
   * Evaluates these accounts as they are now; those nothing is known of are passed over.
   *
   * @return true when every one of them was stored; others are still due
   */
  public Mono<Boolean> evaluate(Collection<StreamRef> accounts) {
    return together(accounts)
        .flatMap(stored ->
            stored || accounts.size() <= 1
                ? Mono.just(stored)
                : Flux.fromIterable(accounts)
                    .concatMap(account -> together(List.of(account)))
                    .reduce(true, Boolean::logicalAnd));
  }

  private Mono<Boolean> together(Collection<StreamRef> accounts) {
    var now = clock.instant();
    return Mono.zip(
            facts.findAll(accounts),
            healths.findAll(accounts),
            alerts.latest(accounts, now),
            models(accounts))
        .flatMap(all -> {
          var known = all.getT1();
          var evaluated =
              known.entrySet().stream()
                  .map(it ->
                      evaluated(
                          it.getKey(),
                          it.getValue().view(),
                          all.getT2(),
                          all.getT3().getOrDefault(it.getKey(), Map.of()),
                          all.getT4()
                              .getOrDefault(it.getKey().workspace(), WorkspaceModel.STANDARD),
                          now))
                  .toList();
          return store(evaluated, known);
        });
  }

  private Mono<Map<String, WorkspaceModel>> models(Collection<StreamRef> accounts) {
    return Flux.fromStream(accounts.stream().map(StreamRef::workspace).distinct())
        .concatMap(workspace -> models.of(workspace).map(model -> Map.entry(workspace, model)))
        .collectMap(Map.Entry::getKey, Map.Entry::getValue);
  }

  private static Evaluated evaluated(
      StreamRef ref,
      AccountFacts facts,
      Map<StreamRef, Healths.Stored> before,
      Map<AlertType, Alerts.Stored> latest,
      WorkspaceModel model,
      Instant now) {
    var stored = before.get(ref);
    var account =
        AccountHealth.evaluated(
            ref.stream(),
            facts,
            stored == null ? null : stored.account(),
            model.scoring(),
            model.churn(),
            model.zone(),
            now);
    var news = account.listed() ? News.of(account) : new News(account, List.of());
    var change =
        new Healths.Change(
            ref,
            news.account(),
            model.zone(),
            news.events(),
            stored == null ? 0 : stored.version(),
            stored == null ? 0 : stored.told());
    return new Evaluated(
        ref,
        change,
        account.listed() ? alerts(ref, facts, account, latest, model, now) : List.of());
  }

  private static List<Alerts.Told> alerts(
      StreamRef ref,
      AccountFacts facts,
      AccountHealth account,
      Map<AlertType, Alerts.Stored> latest,
      WorkspaceModel model,
      Instant now) {
    var situation = new Situation(now, model.zone(), facts, account.health(), account.recent());
    var last = new EnumMap<AlertType, Alert>(AlertType.class);
    latest.forEach((type, stored) -> last.put(type, stored.alert()));
    return Watch.look(situation, ref.stream(), last, () -> UUID.randomUUID().toString()).stream()
        .map(change -> {
          var stored = latest.get(change.alert().type());
          return new Alerts.Told(
              ref.workspace(), change, change.isNew() || stored == null ? 0 : stored.told());
        })
        .toList();
  }

  private Mono<Boolean> store(
      List<Evaluated> evaluated, Map<StreamRef, Versioned<AccountFacts>> known) {
    return healths
        .save(evaluated.stream().map(Evaluated::change).toList())
        .flatMap(saved -> saved ? storeRest(evaluated) : Mono.just(false))
        .flatMap(saved -> saved ? done(evaluated, known) : Mono.just(false));
  }

  private Mono<Boolean> storeRest(List<Evaluated> evaluated) {
    var changed = evaluated.stream().flatMap(it -> it.alerts().stream()).toList();
    return Flux.fromIterable(byDay(evaluated).entrySet())
        .concatMap(it -> snapshots.save(it.getKey().workspace(), it.getKey().day(), it.getValue()))
        .then(alerts.save(changed));
  }

  private record Day(String workspace, LocalDate day) {}

  private static Map<Day, List<AccountHealth>> byDay(List<Evaluated> evaluated) {
    return evaluated.stream()
        .filter(it -> it.change().health().listed())
        .collect(
            Collectors.groupingBy(
                it ->
                    new Day(
                        it.ref().workspace(),
                        LocalDate.ofInstant(it.change().health().at(), it.change().zone())),
                Collectors.mapping(it -> it.change().health(), Collectors.toList())));
  }

  private Mono<Boolean> done(
      List<Evaluated> evaluated, Map<StreamRef, Versioned<AccountFacts>> known) {
    var revs = new LinkedHashMap<StreamRef, Long>();
    known.forEach((ref, versioned) -> revs.put(ref, versioned.rev()));
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
