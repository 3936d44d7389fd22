package rapport.health.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import rapport.contracts.AccountSignal.ContractRecorded;
import rapport.health.account.AccountFacts;

class ContractTest {

  private static final LocalDate RENEWED = LocalDate.parse("2026-03-01");

  @Test
  void what_goes_on_from_a_contract_takes_its_place_and_does_not_come_on_top() {
    var facts =
        facts(
            contract("old", RENEWED.minusDays(365), RENEWED, 10_000, "EUR", null),
            contract("new", RENEWED.minusDays(20), RENEWED.plusDays(345), 12_000, "EUR", "old"));

    assertThat(revenue(facts, RENEWED.minusDays(21))).isEqualTo(10_000);
    assertThat(revenue(facts, RENEWED.minusDays(20))).isEqualTo(12_000);
    assertThat(revenue(facts, RENEWED)).isEqualTo(12_000);
    assertThat(Contract.on(facts, RENEWED, RENEWED).orElseThrow().renewalOn())
        .isEqualTo(RENEWED.plusDays(345));
  }

  @Test
  void contracts_that_have_nothing_to_do_with_each_other_add_up() {
    var facts =
        facts(
            contract("one", RENEWED.minusDays(9), RENEWED.plusDays(9), 10_000, "EUR", null),
            contract("two", RENEWED.minusDays(9), RENEWED.plusDays(5), 2_000, "EUR", "before"));

    assertThat(revenue(facts, RENEWED)).isEqualTo(12_000);
  }

  @Test
  void a_year_is_compared_in_the_currency_it_began_in() {
    var facts =
        facts(
            contract("euros", RENEWED.minusDays(400), RENEWED.plusDays(90), 10_000, "EUR", null),
            contract("dollars", RENEWED.minusDays(30), RENEWED.plusDays(10), 900, "USD", null));

    var figures = Figures.of(facts, RENEWED, ZoneOffset.UTC);

    assertThat(figures.currency()).isEqualTo("EUR");
    assertThat(figures.opening()).isEqualTo(10_000);
    assertThat(figures.closing()).isEqualTo(10_000);
  }

  private static double revenue(AccountFacts facts, LocalDate day) {
    return Contract.on(facts, day, day).orElseThrow().revenue();
  }

  private static AccountFacts facts(ContractRecorded... contracts) {
    var facts = AccountFacts.NONE;
    for (var contract : contracts) {
      facts = facts.apply(contract);
    }
    return facts;
  }

  private static ContractRecorded contract(
      String id,
      LocalDate from,
      LocalDate to,
      int revenue,
      String currency,
      @Nullable String renewalOf) {
    return new ContractRecorded(
        id, from, to, BigDecimal.valueOf(revenue), currency, 10, null, "active", renewalOf);
  }
}
