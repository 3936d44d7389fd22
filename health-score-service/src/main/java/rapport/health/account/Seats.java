package rapport.health.account;

import java.time.LocalDate;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import rapport.contracts.AccountSignal.ContractRecorded;

/** How many may use the product. */
final class Seats {

  private Seats() {}

  /** As agreed in the contract that runs on a day, the one that began last. */
  static @Nullable Integer agreed(AccountFacts facts, LocalDate day) {
    return facts.contracts().values().stream()
        .filter(contract -> !contract.startsOn().isAfter(day))
        .filter(contract -> !contract.endsOn().isBefore(day))
        .max(Comparator.comparing(ContractRecorded::startsOn))
        .map(ContractRecorded::seats)
        .orElse(null);
  }
}
