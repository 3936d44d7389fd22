package rapport.profile.account;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A contract with an account.
 *
 * @param rev counts its own changes, from 1
 */
public record Contract(String id, long rev, Terms terms, Instant changedAt) {

  public static final Set<String> STATUSES =
      Collections.unmodifiableSet(
          new LinkedHashSet<>(List.of("active", "renewed", "ended", "cancelled")));

  /**
   * What was agreed.
   *
   * @param endsOn the day it is to be renewed, not before {@code startsOn}
   * @param annualRecurringRevenue a year, in {@code currency}
   * @param plannedDaysToValue from its start to the first goal met, as planned
   * @param status {@code active}, {@code renewed}, {@code ended} or {@code cancelled}
   * @param renewalOf the contract it goes on from
   */
  public record Terms(
      LocalDate startsOn,
      LocalDate endsOn,
      BigDecimal annualRecurringRevenue,
      String currency,
      @Nullable Integer seats,
      @Nullable Integer plannedDaysToValue,
      String status,
      @Nullable String renewalOf) {
    public Terms {
      startsOn = Must.be("startsOn", startsOn);
      endsOn = Must.be("endsOn", endsOn);
      if (endsOn.isBefore(startsOn)) {
        throw new IllegalArgumentException("endsOn is not before startsOn");
      }
      annualRecurringRevenue =
          Must.be(
              "annualRecurringRevenue",
              Must.amount("annualRecurringRevenue", annualRecurringRevenue));
      currency = Must.be("currency", Must.currency(currency));
      seats = Must.between("seats", seats, 0, 10_000_000);
      plannedDaysToValue = Must.between("plannedDaysToValue", plannedDaysToValue, 1, 3_650);
      status = Must.oneOf("status", status, STATUSES);
      renewalOf = Must.optional("renewalOf", renewalOf, Must.NAME);
    }
  }

  public boolean active() {
    return terms.status().equals("active");
  }
}
