package rapport.health.account;

import static java.time.temporal.ChronoUnit.DAYS;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import rapport.contracts.AccountSignal.ContractRecorded;
import rapport.contracts.AccountSignal.GoalRecorded;
import rapport.contracts.AccountSignal.NpsAnswered;
import rapport.contracts.AccountSignal.RoiMeasured;

/** What the account got out of it. */
final class OutcomeInputs {

  private static final Duration YEAR = Duration.ofDays(365);
  private static final int PROMOTER = 9;
  private static final int DETRACTOR = 6;

  private final AccountFacts facts;
  private final Instant now;
  private final LocalDate today;

  OutcomeInputs(AccountFacts facts, Instant now, LocalDate today) {
    this.facts = facts;
    this.now = now;
    this.today = today;
  }

  /** A goal that was met early counts as due. */
  OptionalDouble goalsMet() {
    return facts.goals().values().stream()
        .filter(goal -> isMet(goal) || !goal.dueOn().isAfter(today))
        .mapToDouble(goal -> isMet(goal) ? 1 : 0)
        .average();
  }

  OptionalDouble roi() {
    var latest =
        facts.returns().values().stream()
            .filter(measured -> !measured.on().isAfter(today))
            .max(Comparator.comparing(RoiMeasured::on));
    if (latest.isEmpty()) {
      return OptionalDouble.empty();
    }
    var target = latest.get().target();
    return target == null || target.signum() <= 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(latest.get().roi().doubleValue() / target.doubleValue());
  }

  OptionalDouble nps() {
    return facts.answers().values().stream()
        .filter(answer -> !answer.at().isAfter(now) && answer.at().isAfter(now.minus(YEAR)))
        .mapToInt(NpsAnswered::score)
        .mapToDouble(score -> score >= PROMOTER ? 100 : score <= DETRACTOR ? -100 : 0)
        .average();
  }

  /** A first goal that is overdue counts as met today: it can only get later. */
  OptionalDouble timeToValue() {
    var contract =
        facts.contracts().values().stream()
            .filter(it -> planned(it) > 0 && !it.startsOn().isAfter(today))
            .max(Comparator.comparing(ContractRecorded::startsOn));
    if (contract.isEmpty()) {
      return OptionalDouble.empty();
    }
    var start = contract.get().startsOn();
    var first =
        facts.goals().values().stream()
            .filter(this::isMet)
            .flatMap(goal -> Stream.ofNullable(goal.metOn()))
            .filter(metOn -> !metOn.isBefore(start))
            .min(Comparator.naturalOrder());
    var ratio = (double) DAYS.between(start, first.orElse(today)) / planned(contract.get());
    return first.isPresent() || ratio > 1 ? OptionalDouble.of(ratio) : OptionalDouble.empty();
  }

  private static int planned(ContractRecorded contract) {
    var days = contract.plannedDaysToValue();
    return days == null ? 0 : days;
  }

  private boolean isMet(GoalRecorded goal) {
    var metOn = goal.metOn();
    return metOn != null && !metOn.isAfter(today);
  }
}
