package rapport.health.portfolio;

import java.time.LocalDate;
import java.util.Optional;
import rapport.health.account.AccountFacts;

/** Whether customers were lost. */
public final class Loss {

  private static final int WITHIN_DAYS = 90;

  private Loss() {}

  /**
   * Whether an account that was a customer on a day had no contract any more 90 days later.
   *
   * @return none when it was no customer then, or the 90 days are not over
   */
  public static Optional<Boolean> after(AccountFacts facts, LocalDate day, LocalDate today) {
    var end = day.plusDays(WITHIN_DAYS);
    return end.isAfter(today) || Contract.on(facts, day, today).isEmpty()
        ? Optional.empty()
        : Optional.of(Contract.on(facts, end, today).isEmpty());
  }
}
