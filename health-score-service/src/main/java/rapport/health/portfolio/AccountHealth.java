package rapport.health.portfolio;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import rapport.contracts.AccountSignal.ContractRecorded;
import rapport.contracts.HealthEvent.Band;
import rapport.contracts.HealthState.Churn;
import rapport.health.account.AccountFacts;
import rapport.health.account.Inputs;
import rapport.health.alert.DayScore;
import rapport.health.score.ChurnModel;
import rapport.health.score.Health;
import rapport.health.score.ScoringModel;

/**
 * How an account does, as it was evaluated last.
 *
 * @param listed whether it is a customer that is looked after; others are not scored
 * @param customerSince as told, otherwise the day its first contract began
 * @param figures what it adds to the key metrics
 * @param recent scores that were not provisional, by day, the newest 15
 * @param told what the world was told last
 * @param at when it was evaluated last and came out differently
 */
public record AccountHealth(
    String account,
    String name,
    @Nullable String segment,
    @Nullable String owner,
    boolean listed,
    Health health,
    @Nullable Churn churn,
    @Nullable Contract contract,
    @Nullable LocalDate customerSince,
    Figures figures,
    List<DayScore> recent,
    Told told,
    Instant at) {

  private static final int RECENT_DAYS = 15;
  private static final int WEEK = 7;

  public AccountHealth {
    recent = List.copyOf(recent);
  }

  /**
   * The account as it is at a time.
   *
   * @param before how it was evaluated last
   * @param zone says which day it is
   */
  public static AccountHealth evaluated(
      String account,
      AccountFacts facts,
      @Nullable AccountHealth before,
      ScoringModel model,
      ChurnModel churn,
      ZoneId zone,
      Instant now) {
    var today = LocalDate.ofInstant(now, zone);
    var health = Health.of(model, Inputs.of(facts, now, zone));
    var score = health.score();
    var told = facts.account();
    return new AccountHealth(
        account,
        facts.name().isEmpty() ? account : facts.name(),
        told == null ? null : told.segment(),
        told == null ? null : told.owner(),
        isListed(facts),
        health,
        score.isEmpty() ? null : new Churn(churn.probability(score.getAsDouble()), churn.basis()),
        Contract.on(facts, today, today).orElse(null),
        customerSince(facts),
        Figures.of(facts, today, zone),
        recent(before == null ? List.of() : before.recent(), health, today),
        before == null ? Told.NOTHING : before.told(),
        now);
  }

  private static boolean isListed(AccountFacts facts) {
    var stage = facts.stage();
    return !facts.archived() && (stage == null || stage.stage().equals("customer"));
  }

  private static @Nullable LocalDate customerSince(AccountFacts facts) {
    var told = facts.account();
    return told != null && told.customerSince() != null
        ? told.customerSince()
        : facts.contracts().values().stream()
            .map(ContractRecorded::startsOn)
            .min(Comparator.naturalOrder())
            .orElse(null);
  }

  private static List<DayScore> recent(List<DayScore> before, Health health, LocalDate today) {
    var score = health.score();
    if (score.isEmpty() || health.isProvisional()) {
      return before;
    }
    var days = new ArrayList<>(before);
    if (!days.isEmpty() && days.getLast().day().equals(today)) {
      days.add(days.removeLast().then(score.getAsDouble()));
    } else {
      days.add(new DayScore(today, score.getAsDouble(), score.getAsDouble()));
    }
    return days.subList(Math.max(0, days.size() - RECENT_DAYS), days.size());
  }

  /** The account with scores of past days; those that were known stay as they are. */
  public AccountHealth remembering(List<DayScore> past) {
    var days = new TreeMap<LocalDate, DayScore>();
    past.forEach(it -> days.put(it.day(), it));
    recent.forEach(it -> days.put(it.day(), it));
    var all = List.copyOf(days.values());
    return with(all.subList(Math.max(0, all.size() - RECENT_DAYS), all.size()), told, at);
  }

  /** The score; none while there is too little data. */
  public Optional<Double> score() {
    var score = health.score();
    return score.isEmpty() ? Optional.empty() : Optional.of(score.getAsDouble());
  }

  public Optional<Band> band() {
    return score().map(Band::of);
  }

  /** How far the score moved in a week, or since it was first known within that week. */
  public Optional<Double> weekChange(ZoneId zone) {
    var from = LocalDate.ofInstant(at, zone).minusDays(WEEK);
    return health.isProvisional()
        ? Optional.empty()
        : recent.stream()
            .filter(day -> !day.day().isBefore(from))
            .findFirst()
            .flatMap(day -> score().map(score -> score - day.score()));
  }

  /** The same, evaluated at another time. */
  public AccountHealth at(Instant time) {
    return with(recent, told, time);
  }

  AccountHealth told(Told now) {
    return with(recent, now, at);
  }

  private AccountHealth with(List<DayScore> recent, Told told, Instant at) {
    return new AccountHealth(
        account,
        name,
        segment,
        owner,
        listed,
        health,
        churn,
        contract,
        customerSince,
        figures,
        recent,
        told,
        at);
  }
}
