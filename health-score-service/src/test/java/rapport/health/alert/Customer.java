package rapport.health.alert;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import rapport.contracts.AccountSignal;
import rapport.contracts.AccountSignal.CompetitorMentioned;
import rapport.contracts.AccountSignal.ContractRecorded;
import rapport.contracts.AccountSignal.DealRecorded;
import rapport.contracts.AccountSignal.Direction;
import rapport.contracts.AccountSignal.GoalRecorded;
import rapport.contracts.AccountSignal.InteractionLogged;
import rapport.contracts.AccountSignal.UsageReported;
import rapport.contracts.HealthEvent.AlertType;
import rapport.health.account.AccountFacts;
import rapport.health.account.Inputs;
import rapport.health.score.Health;
import rapport.health.score.ScoringModel;

/** An account that is told signals in the order of time, and is watched once a day. */
final class Customer {

  static final LocalDate FIRST = LocalDate.parse("2025-01-06");

  private final TreeMap<Instant, List<AccountSignal>> signals = new TreeMap<>();
  private final EnumMap<AlertType, Alert> latest = new EnumMap<>(AlertType.class);
  private final List<DayScore> history = new ArrayList<>();
  private final List<Opened> opened = new ArrayList<>();
  private AccountFacts facts = AccountFacts.NONE;
  private int ids;

  /** An alert was opened on a day. */
  record Opened(AlertType type, int day) {}

  static Instant noon(int day) {
    return FIRST.plusDays(day).atTime(12, 0).toInstant(ZoneOffset.UTC);
  }

  void tell(Instant at, AccountSignal signal) {
    signals.computeIfAbsent(at, _ -> new ArrayList<>()).add(signal);
  }

  void usage(int day, int active, int seats) {
    tell(
        noon(day).minusSeconds(3600),
        new UsageReported(FIRST.plusDays(day), active, active, seats, 8, 10));
  }

  void meeting(int day, double sentiment, boolean executive) {
    var at = noon(day).minusSeconds(7200);
    var id = "i" + at + signals.size();
    tell(
        at,
        new InteractionLogged(
            id,
            "meeting",
            at,
            Direction.OUTBOUND,
            List.of("c1", "c2", "c3"),
            executive,
            sentiment,
            "manual"));
  }

  void goal(String id, int dueDay, boolean met) {
    var due = FIRST.plusDays(dueDay);
    tell(noon(dueDay).minusSeconds(600), new GoalRecorded(id, "Goal", due, met ? due : null));
  }

  void mention(int day, String competitor, double confidence, boolean external) {
    var at = noon(day).minusSeconds(60);
    tell(at, new CompetitorMentioned("m" + day, competitor, at, confidence, external, false, null));
  }

  void contract(String id, int fromDay, int toDay, String status, @Nullable String of) {
    tell(
        noon(fromDay).minusSeconds(10),
        new ContractRecorded(
            id,
            FIRST.plusDays(fromDay),
            FIRST.plusDays(toDay),
            BigDecimal.valueOf(10_000),
            "EUR",
            100,
            null,
            status,
            of));
  }

  void renewalDeal(int day, String contract) {
    tell(
        noon(day).minusSeconds(10),
        new DealRecorded(
            "d-" + contract, "renewal", "discovery", noon(day), null, null, null, 0, contract));
  }

  /** Watches on that day, at noon, everything told up to then. */
  List<AlertChange> watch(int day) {
    var now = noon(day);
    var due = signals.headMap(now, true);
    due.values().stream().flatMap(List::stream).forEach(it -> facts = facts.apply(it));
    due.clear();
    var health = Health.of(ScoringModel.STANDARD, Inputs.of(facts, now, ZoneOffset.UTC));
    if (health.score().isPresent() && !health.isProvisional()) {
      var score = health.score().getAsDouble();
      history.add(new DayScore(FIRST.plusDays(day), score, score));
    }
    var kept = history.subList(Math.max(0, history.size() - 15), history.size());
    var situation = new Situation(now, ZoneOffset.UTC, facts, health, kept);
    var changes = Watch.look(situation, "a", latest, () -> "alert-" + ids++);
    for (var change : changes) {
      latest.put(change.alert().type(), change.alert());
      if (change.isNew()) {
        opened.add(new Opened(change.alert().type(), day));
      }
    }
    return changes;
  }

  void watch(int fromDay, int toDay) {
    for (int day = fromDay; day <= toDay; day++) {
      watch(day);
    }
  }

  List<Opened> opened() {
    return opened.stream().sorted(Comparator.comparingInt(Opened::day)).toList();
  }

  Alert alert(AlertType type) {
    var alert = latest.get(type);
    if (alert == null) {
      throw new AssertionError("there was no " + type);
    }
    return alert;
  }
}
