package rapport.health.portfolio;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
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
   * The contracts that run on a day; none when none does. One that is cancelled by now ran before,
   * and one that another goes on from runs until that one begins.
   */
  static Optional<Contract> on(AccountFacts facts, LocalDate day, LocalDate today) {
    var running = running(facts, day, today);
    return running.stream()
        .min(Comparator.comparing(ContractRecorded::endsOn))
        .map(first ->
            new Contract(revenue(running, first.currency()), first.currency(), first.endsOn()));
  }

  /** What the contracts that run today bring a year in that currency. */
  static double revenue(AccountFacts facts, LocalDate today, String currency) {
    return revenue(running(facts, today, today), currency);
  }

  private static double revenue(List<ContractRecorded> running, String currency) {
    return running.stream()
        .filter(contract -> contract.currency().equals(currency))
        .map(ContractRecorded::annualRecurringRevenue)
        .reduce(BigDecimal.ZERO, BigDecimal::add)
        .doubleValue();
  }

  private static List<ContractRecorded> running(
      AccountFacts facts, LocalDate day, LocalDate today) {
    var running = facts.contracts().values().stream().filter(it -> runs(it, day, today)).toList();
    return running.stream()
        .filter(contract -> running.stream().noneMatch(it -> goesOnFrom(it, contract)))
        .toList();
  }

  private static boolean runs(ContractRecorded contract, LocalDate day, LocalDate today) {
    return (day.isBefore(today) || !contract.status().equals("cancelled"))
        && !contract.startsOn().isAfter(day)
        && !contract.endsOn().isBefore(day);
  }

  private static boolean goesOnFrom(ContractRecorded later, ContractRecorded earlier) {
    return earlier.contract().equals(later.renewalOf())
        && later.startsOn().isAfter(earlier.startsOn());
  }
}
