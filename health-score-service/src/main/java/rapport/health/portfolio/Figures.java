package rapport.health.portfolio;

import static java.time.temporal.ChronoUnit.DAYS;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import rapport.contracts.AccountSignal.ContractRecorded;
import rapport.health.account.AccountFacts;

/**
 * What an account adds to the key metrics of the last 365 days.
 *
 * @param promoters answers of 9 and 10
 * @param detractors answers of 6 and less
 * @param answers all of them
 * @param daysToValue from the start of the first contract to the first goal met after it
 * @param opening revenue a year, 365 days ago; 0 when it was no customer
 * @param closing revenue a year now, in the same currency
 * @param currency of both; absent without any contract
 */
public record Figures(
    int promoters,
    int detractors,
    int answers,
    @Nullable Double daysToValue,
    double opening,
    double closing,
    @Nullable String currency) {

  private static final int YEAR = 365;
  private static final int PROMOTER = 9;
  private static final int DETRACTOR = 6;

  static Figures of(AccountFacts facts, LocalDate today, ZoneId zone) {
    var from = today.minusDays(YEAR).atStartOfDay(zone).toInstant();
    var until = today.plusDays(1).atStartOfDay(zone).toInstant();
    var scores =
        facts.answers().values().stream()
            .filter(answer -> !answer.at().isBefore(from) && answer.at().isBefore(until))
            .mapToInt(answer -> answer.score())
            .toArray();
    var before = Contract.on(facts, today.minusDays(YEAR), today);
    var now = Contract.on(facts, today, today);
    var currency = before.or(() -> now).map(Contract::currency).orElse(null);
    return new Figures(
        (int) Arrays.stream(scores).filter(score -> score >= PROMOTER).count(),
        (int) Arrays.stream(scores).filter(score -> score <= DETRACTOR).count(),
        scores.length,
        daysToValue(facts, today).orElse(null),
        before.map(Contract::revenue).orElse(0.0),
        currency == null ? 0 : Contract.revenue(facts, today, currency),
        currency);
  }

  private static Optional<Double> daysToValue(AccountFacts facts, LocalDate today) {
    return facts.contracts().values().stream()
        .map(ContractRecorded::startsOn)
        .min(Comparator.naturalOrder())
        .flatMap(start ->
            facts.goals().values().stream()
                .flatMap(goal -> Stream.ofNullable(goal.metOn()))
                .filter(metOn -> !metOn.isBefore(start) && !metOn.isAfter(today))
                .min(Comparator.naturalOrder())
                .map(metOn -> (double) DAYS.between(start, metOn)));
  }
}
