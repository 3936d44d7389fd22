package rapport.health.alert;

import static java.time.temporal.ChronoUnit.DAYS;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import rapport.contracts.AccountSignal.ContractRecorded;
import rapport.contracts.AccountSignal.DealRecorded;
import rapport.contracts.HealthEvent.AlertType;
import rapport.contracts.HealthEvent.Band;
import rapport.health.account.AccountFacts;
import rapport.health.score.Input;

/**
 * Fires 120, 90, 60 and 30 days before a contract ends, once for each of these steps, when the
 * health is below good, no executive took part in anything for 60 days, or there is no deal to
 * renew it. Clears when every contract it was about is renewed, or over.
 */
final class RenewalRisk implements Detector {

  private static final int[] STEPS = {30, 60, 90, 120};
  private static final int EXECUTIVE_DAYS = 60;

  @Override
  public AlertType type() {
    return AlertType.RENEWAL_RISK;
  }

  @Override
  public Finding look(Situation situation, @Nullable Alert latest) {
    var today = situation.today();
    var told = new HashMap<String, Instant>(latest == null ? Map.of() : latest.told());
    var due =
        situation.facts().contracts().values().stream()
            .filter(contract -> isDue(situation.facts(), contract, today))
            .sorted(Comparator.comparing(ContractRecorded::endsOn))
            .toList();
    for (var contract : due) {
      var days = DAYS.between(today, contract.endsOn());
      var step = IntStream.of(STEPS).filter(it -> days <= it).min().orElseThrow();
      var causes = risks(situation, contract);
      if (!causes.isEmpty() && told.putIfAbsent(key(contract, step), situation.now()) == null) {
        causes.addFirst(step + "-days");
        return new Finding.Raised(causes, Map.of("days", (double) days), told);
      }
    }
    if (latest == null || !latest.isOpen()) {
      return Finding.NOTHING;
    }
    return isAbout(latest, due) ? Finding.NOTHING : new Finding.Cleared(end(situation, latest));
  }

  private static boolean isAbout(Alert open, Collection<ContractRecorded> due) {
    return due.stream()
        .anyMatch(contract ->
            IntStream.of(STEPS).anyMatch(step -> open.told().containsKey(key(contract, step))));
  }

  /** Within the last 120 days of a contract that nothing renews yet. */
  private static boolean isDue(AccountFacts facts, ContractRecorded contract, LocalDate today) {
    var days = DAYS.between(today, contract.endsOn());
    return contract.status().equals("active")
        && days >= 0
        && days <= STEPS[STEPS.length - 1]
        && !isRenewed(facts, contract);
  }

  private static boolean isRenewed(AccountFacts facts, ContractRecorded contract) {
    return contract.status().equals("renewed")
        || facts.contracts().values().stream()
            .anyMatch(other -> contract.contract().equals(other.renewalOf()))
        || renewals(facts, contract).stream().anyMatch(deal -> deal.stage().equals("won"));
  }

  private static List<DealRecorded> renewals(AccountFacts facts, ContractRecorded contract) {
    return facts.deals().values().stream()
        .filter(deal -> deal.kind().equals("renewal"))
        .filter(deal -> deal.contract() == null || deal.contract().equals(contract.contract()))
        .filter(deal -> !deal.stage().equals("won") || contract.contract().equals(deal.contract()))
        .toList();
  }

  private static List<String> risks(Situation situation, ContractRecorded contract) {
    var risks = new ArrayList<String>();
    var health = situation.health();
    if (!health.isProvisional() && health.score().orElse(100) < Band.GOOD.from()) {
      risks.add("health-below-good");
    }
    if (health.inputs().getOrDefault(Input.EXECUTIVE_TOUCH, Double.MAX_VALUE) > EXECUTIVE_DAYS) {
      risks.add("no-executive-touch");
    }
    if (renewals(situation.facts(), contract).stream()
        .allMatch(deal -> deal.stage().equals("lost"))) {
      risks.add("no-renewal-deal");
    }
    return risks;
  }

  private static String end(Situation situation, Alert open) {
    return situation.facts().contracts().values().stream()
            .filter(contract ->
                IntStream.of(STEPS).anyMatch(step -> open.told().containsKey(key(contract, step))))
            .allMatch(contract -> isRenewed(situation.facts(), contract))
        ? "renewed"
        : "ended";
  }

  private static String key(ContractRecorded contract, int step) {
    return contract.contract() + "@" + contract.endsOn() + "-" + step;
  }
}
