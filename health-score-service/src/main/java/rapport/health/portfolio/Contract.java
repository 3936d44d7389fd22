package rapport.health.portfolio;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import rapport.contracts.AccountSignal.ContractRecorded;
import rapport.health.account.AccountFacts;

/**
 * What an account pays.
 *
 * @param revenue a year, of all contracts that run, in the currency of the one that ends first
 * @param renewalOn when the first of them ends
 */
public record Contract(double revenue, String currency, LocalDate renewalOn) {

  /**
   * The contracts that run on a day; none when none does. One that is cancelled by now ran before.
   */
  static Optional<Contract> on(AccountFacts facts, LocalDate day, LocalDate today) {
    var running =
        facts.contracts().values().stream()
            .filter(contract -> runs(contract, day, today))
            .sorted(Comparator.comparing(ContractRecorded::endsOn))
            .toList();
    if (running.isEmpty()) {
      return Optional.empty();
    }
    var first = running.getFirst();
    var revenue =
        running.stream()
            .filter(contract -> contract.currency().equals(first.currency()))
            .map(ContractRecorded::annualRecurringRevenue)
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    return Optional.of(new Contract(revenue.doubleValue(), first.currency(), first.endsOn()));
  }

  private static boolean runs(ContractRecorded contract, LocalDate day, LocalDate today) {
    return (day.isBefore(today) || !contract.status().equals("cancelled"))
        && !contract.startsOn().isAfter(day)
        && !contract.endsOn().isBefore(day);
  }
}
