package rapport.health.account;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import rapport.contracts.AccountSignal.InteractionLogged;

/** How well the account and we know each other. Without any interaction nothing is known of it. */
final class RelationshipInputs {

  private static final Duration QUARTER = Duration.ofDays(90);
  private static final Duration HALF_YEAR = Duration.ofDays(180);
  private static final double HALF_LIFE_DAYS = 45;
  private static final double MILLIS_PER_DAY = 86_400_000;

  private final AccountFacts facts;
  private final Instant now;
  private final List<InteractionLogged> interactions;

  RelationshipInputs(AccountFacts facts, Instant now) {
    this.facts = facts;
    this.now = now;
    this.interactions =
        facts.interactions().values().stream()
            .filter(interaction -> !interaction.at().isAfter(now))
            .sorted(Comparator.comparing(InteractionLogged::at))
            .toList();
  }

  OptionalDouble activeContacts() {
    return interactions.isEmpty()
        ? OptionalDouble.empty()
        : OptionalDouble.of(
            (double)
                interactions.stream()
                    .filter(interaction -> !interaction.at().isBefore(now.minus(QUARTER)))
                    .flatMap(interaction -> interaction.contacts().stream())
                    .distinct()
                    .filter(this::isStillThere)
                    .count());
  }

  OptionalDouble champion() {
    var champion = facts.champion();
    return champion == null ? OptionalDouble.empty() : OptionalDouble.of(champion.strength());
  }

  /** Since the first interaction, as long as no executive took part in any. */
  OptionalDouble executiveTouch() {
    return interactions.isEmpty()
        ? OptionalDouble.empty()
        : OptionalDouble.of(
            daysSince(
                interactions.reversed().stream()
                    .filter(InteractionLogged::executive)
                    .findFirst()
                    .orElseGet(interactions::getFirst)));
  }

  OptionalDouble recency() {
    return interactions.isEmpty()
        ? OptionalDouble.empty()
        : OptionalDouble.of(daysSince(interactions.getLast()));
  }

  OptionalDouble sentiment() {
    var weights = 0.0;
    var sum = 0.0;
    for (var interaction : interactions) {
      var sentiment = interaction.sentiment();
      if (sentiment != null && !interaction.at().isBefore(now.minus(HALF_YEAR))) {
        var weight = Math.pow(.5, daysSince(interaction) / HALF_LIFE_DAYS);
        weights += weight;
        sum += weight * sentiment;
      }
    }
    return weights == 0 ? OptionalDouble.empty() : OptionalDouble.of(sum / weights);
  }

  private boolean isStillThere(String contact) {
    var known = facts.contacts().get(contact);
    return known == null || known.active();
  }

  private double daysSince(InteractionLogged interaction) {
    return Duration.between(interaction.at(), now).toMillis() / MILLIS_PER_DAY;
  }
}
