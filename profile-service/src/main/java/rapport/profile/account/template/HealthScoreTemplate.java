package rapport.profile.account.template;

import static rapport.profile.account.template.Section.facts;
import static rapport.profile.account.template.Section.row;
import static rapport.profile.account.template.Section.table;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import rapport.contracts.HealthState;

/** How the account does, factor by factor. */
final class HealthScoreTemplate {

  /** What each factor counts while all of them do. */
  private static final Map<String, Double> WEIGHTS = weights();

  private HealthScoreTemplate() {}

  private static Map<String, Double> weights() {
    var weights = new LinkedHashMap<String, Double>();
    weights.put("usage", .30);
    weights.put("support", .20);
    weights.put("relationship", .25);
    weights.put("outcomes", .25);
    return weights;
  }

  static List<Section> of(Material material) {
    var health = material.health();
    var factors = new ArrayList<List<@Nullable Object>>();
    WEIGHTS.forEach((factor, weight) ->
        factors.add(row(factor, weight, health == null ? null : health.factors().get(factor))));
    var inputs = new ArrayList<List<@Nullable Object>>();
    if (health != null) {
      health.inputs().forEach((input, value) -> inputs.add(row(input, value)));
    }
    return List.of(
        overall(material, health),
        table("factors", List.of("factor", "weight", "score"), factors),
        table("inputs", List.of("input", "value"), inputs));
  }

  private static Section overall(Material material, @Nullable HealthState health) {
    var band = health == null ? null : health.band();
    var churn = health == null ? null : health.churn();
    return facts(
        "overall",
        "score",
        health == null ? null : health.score(),
        "band",
        band == null ? null : band.wire(),
        "coverage",
        health == null ? null : health.coverage(),
        "provisional",
        health == null ? null : health.provisional(),
        "churnProbability",
        churn == null ? null : churn.probability(),
        "churnBasis",
        churn == null ? null : churn.basis().wire(),
        "scoredAt",
        material.healthAt());
  }
}
