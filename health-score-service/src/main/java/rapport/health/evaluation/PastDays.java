package rapport.health.evaluation;

import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import rapport.contracts.AccountSignal;
import rapport.contracts.AccountSignal.UsageReported;
import rapport.contracts.EventCatalog;
import rapport.contracts.EventCodec;
import rapport.contracts.Received;
import rapport.contracts.WireMessage;
import rapport.health.account.AccountFacts;
import rapport.health.alert.DayScore;
import rapport.health.model.WorkspaceModel;
import rapport.health.portfolio.AccountHealth;
import rapport.health.store.AccountViews;
import rapport.health.store.Healths;
import rapport.health.store.Models;
import rapport.health.store.PortfolioDays;
import rapport.health.store.Snapshots;
import rapport.health.store.Snapshots.Snapshot;
import rapport.runtime.projection.EventSource;
import rapport.runtime.projection.StreamRef;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Makes up for days before an account was known here, as after its data came over from another
 * system: how it would have been scored at the end of each day. What is known of an account has
 * times of its own, so only use, of which little is kept, is asked for again at its owner. A day
 * that was kept stays as it is.
 */
@Component
public final class PastDays {

  private static final int ACCOUNTS = 4;
  private static final int DAYS = 14;
  private static final int AT_ONCE = 70;
  private static final EventCodec<AccountSignal> CODEC = new EventCodec<>(EventCatalog.ACCOUNT);

  private final AccountViews facts;
  private final EventSource accounts;
  private final Snapshots snapshots;
  private final PortfolioDays days;
  private final Healths healths;
  private final Models models;

  PastDays(
      AccountViews facts,
      EventSource accounts,
      Snapshots snapshots,
      PortfolioDays days,
      Healths healths,
      Models models) {
    this.facts = facts;
    this.accounts = accounts;
    this.snapshots = snapshots;
    this.days = days;
    this.healths = healths;
    this.models = models;
  }

  /**
   * Which days.
   *
   * @param every so many days apart, from 1
   * @param daily so many of the last days are made up one by one, from 0
   */
  public record Range(LocalDate from, LocalDate to, int every, int daily) {
    List<LocalDate> days() {
      var end = to.plusDays(1);
      var split = daily == 0 ? end : end.minusDays(daily);
      var firstDaily = split.isBefore(from) ? from : split;
      return Stream.concat(
              from.datesUntil(firstDaily, Period.ofDays(every)), firstDaily.datesUntil(end))
          .toList();
    }
  }

  /**
   * Makes up the days of the next few accounts.
   *
   * @param after the account after which to go on; empty for the beginning
   * @return the last of them; empty when there are no more
   */
  public Mono<String> accounts(String workspace, Range range, String after) {
    return facts
        .inBatches(workspace, after, ACCOUNTS)
        .next()
        .flatMap(batch ->
            models
                .of(workspace)
                .flatMap(model ->
                    Flux.fromIterable(batch.read().entrySet())
                        .concatMap(it -> account(it.getKey(), it.getValue().facts(), range, model))
                        .collectList()
                        .flatMap(all -> save(workspace, all, model)))
                .thenReturn(batch.last()));
  }

  /**
   * Adds up the next few days.
   *
   * @param first the day to go on with
   * @return the day to go on with then; empty when that was the last
   */
  public Mono<LocalDate> sums(String workspace, Range range, LocalDate first) {
    var open = range.days().stream().filter(day -> !day.isBefore(first)).toList();
    var next = open.stream().limit(DAYS).toList();
    return facts
        .inBatches(workspace, "", AT_ONCE)
        .concatMap(batch ->
            snapshots.on(
                workspace, batch.accounts().stream().map(StreamRef::stream).toList(), next))
        .filter(it -> !it.provisional() && it.score() != null)
        .collect(
            Collectors.groupingBy(Snapshot::day, Collectors.summarizingDouble(PastDays::known)))
        .flatMapIterable(Map::entrySet)
        .concatMap(it ->
            days.save(
                workspace, it.getKey(), (int) it.getValue().getCount(), it.getValue().getSum()))
        .then(Mono.justOrEmpty(open.stream().skip(DAYS).findFirst()));
  }

  private static double known(Snapshot snapshot) {
    return Objects.requireNonNull(snapshot.score());
  }

  private record Scored(LocalDate day, AccountHealth health) {}

  private Mono<List<Scored>> account(
      StreamRef account, AccountFacts known, Range range, WorkspaceModel model) {
    var now =
        AccountHealth.evaluated(
            account.stream(),
            known,
            null,
            model.scoring(),
            model.churn(),
            model.zone(),
            range.to().atStartOfDay().toInstant(ZoneOffset.UTC));
    var since = now.customerSince();
    if (!now.listed() || since == null || since.isAfter(range.to())) {
      return Mono.just(List.of());
    }
    var wanted = range.days().stream().filter(day -> !day.isBefore(since)).toList();
    return Mono.zip(
            accounts.events(account.workspace(), account.stream(), 1, Long.MAX_VALUE),
            kept(account, range))
        .map(both -> {
          var open = wanted.stream().filter(day -> !both.getT2().contains(day)).toList();
          return scored(account.stream(), signals(both.getT1()), open, model);
        });
  }

  private Mono<Set<LocalDate>> kept(StreamRef account, Range range) {
    return snapshots
        .of(account.workspace(), account.stream(), range.from(), range.to())
        .map(Snapshot::day)
        .collect(Collectors.toSet());
  }

  private static List<AccountSignal> signals(List<WireMessage> messages) {
    return messages.stream()
        .map(CODEC::decode)
        .flatMap(received ->
            received instanceof Received.Known<AccountSignal>(var envelope)
                ? Optional.of(envelope.event()).stream()
                : Optional.<AccountSignal>empty().stream())
        .toList();
  }

  private static List<Scored> scored(
      String account, List<AccountSignal> signals, List<LocalDate> days, WorkspaceModel model) {
    var facts = AccountFacts.NONE;
    var reports = new ArrayList<UsageReported>();
    for (var signal : signals) {
      if (signal instanceof UsageReported report) {
        reports.add(report);
      } else {
        facts = facts.apply(signal);
      }
    }
    reports.sort(Comparator.comparing(UsageReported::day));
    var usage = new ArrayDeque<>(reports);
    var scored = new ArrayList<Scored>();
    for (var day : days) {
      while (!usage.isEmpty() && !usage.getFirst().day().isAfter(day)) {
        facts = facts.apply(usage.removeFirst());
      }
      var end = day.plusDays(1).atStartOfDay(model.zone()).toInstant().minusMillis(1);
      scored.add(
          new Scored(
              day,
              AccountHealth.evaluated(
                  account, facts, null, model.scoring(), model.churn(), model.zone(), end)));
    }
    return scored;
  }

  private Mono<Void> save(String workspace, List<List<Scored>> accounts, WorkspaceModel model) {
    Map<LocalDate, List<AccountHealth>> byDay =
        accounts.stream()
            .flatMap(List::stream)
            .collect(
                Collectors.groupingBy(
                    Scored::day,
                    TreeMap::new,
                    Collectors.mapping(Scored::health, Collectors.toList())));
    return snapshots
        .add(workspace, byDay)
        .thenMany(Flux.fromIterable(accounts))
        .filter(scored -> !scored.isEmpty())
        .concatMap(scored -> remember(workspace, scored, model))
        .then();
  }

  /** So that how far an account moved in a week is known at once. */
  private Mono<Void> remember(String workspace, List<Scored> scored, WorkspaceModel model) {
    var account = new StreamRef(workspace, scored.getFirst().health().account());
    var days =
        scored.stream()
            .filter(it -> !it.health().health().isProvisional())
            .flatMap(it ->
                it.health().score().map(score -> new DayScore(it.day(), score, score)).stream())
            .toList();
    return healths.remember(account, days, model.zone());
  }
}
