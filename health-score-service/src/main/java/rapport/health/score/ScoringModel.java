package rapport.health.score;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * How a workspace turns inputs into a score: of each input its share of the factor, and its curve.
 *
 * @param version counts the workspace's changes; 0 is what every workspace begins with
 */
public record ScoringModel(long version, Map<Input, Rule> rules) {

  /** How close to 1 weights have to add up. */
  private static final double TOLERANCE = 1e-9;

  /** An input's share of its factor, from 0 to 1, and its curve. */
  public record Rule(double weight, Curve curve) {}

  /** Something wrong with a model, at a path such as {@code usage.weekly_active.curve}. */
  public record Fault(String path, String detail) {}

  /** What every workspace begins with. */
  public static final ScoringModel STANDARD = new ScoringModel(0, standard());

  public ScoringModel {
    rules = Collections.unmodifiableMap(new EnumMap<>(rules));
  }

  public Rule rule(Input input) {
    var rule = rules.get(input);
    if (rule == null) {
      throw new IllegalStateException("no rule for " + input);
    }
    return rule;
  }

  /** Everything that is wrong with it; nothing when it can be used. */
  public List<Fault> faults() {
    var faults = new ArrayList<Fault>();
    for (var factor : Factor.values()) {
      var sum = 0.0;
      for (var input : factor.inputs()) {
        var path = factor.wire() + "." + input.wire();
        var rule = rules.get(input);
        if (rule == null) {
          faults.add(new Fault(path, "This input is missing."));
          continue;
        }
        if (!(rule.weight() > 0 && rule.weight() <= 1)) {
          faults.add(new Fault(path + ".weight", "A weight is above 0 and at most 1."));
        }
        sum += rule.weight();
        rule.curve()
            .fault(input.moreIsBetter())
            .ifPresent(detail -> faults.add(new Fault(path + ".curve", detail)));
      }
      if (!(Math.abs(sum - 1) <= TOLERANCE)) {
        faults.add(new Fault(factor.wire(), "The weights add up to " + sum + " instead of 1."));
      }
    }
    return faults;
  }

  private static Map<Input, Rule> standard() {
    var rules = new EnumMap<Input, Rule>(Input.class);
    rules.put(Input.WEEKLY_ACTIVE, new Rule(.35, Curve.of(0, 0, .6, 1)));
    rules.put(Input.CORE_FEATURES, new Rule(.25, Curve.of(0, 0, 1, 1)));
    rules.put(Input.USAGE_GROWTH, new Rule(.25, Curve.of(-.5, 0, 0, .7, .25, 1)));
    rules.put(Input.DAYS_SINCE_ACTIVE, new Rule(.15, Curve.of(0, 1, 14, 0)));
    rules.put(Input.TICKET_LOAD, new Rule(.25, Curve.of(1, 1, 3, 0)));
    rules.put(Input.RESOLUTION_TIME, new Rule(.35, Curve.of(.5, 1, 1, .8, 2, 0)));
    rules.put(Input.OPEN_P1_AGE, new Rule(.25, Curve.of(0, 1, 72, 0)));
    rules.put(Input.CSAT, new Rule(.15, Curve.of(1, 0, 5, 1)));
    rules.put(Input.ACTIVE_CONTACTS, new Rule(.25, Curve.of(0, 0, 4, 1)));
    rules.put(Input.CHAMPION, new Rule(.25, Curve.of(0, 0, 100, 1)));
    rules.put(Input.EXECUTIVE_TOUCH, new Rule(.20, Curve.of(30, 1, 120, 0)));
    rules.put(Input.RECENCY, new Rule(.15, Curve.of(7, 1, 60, 0)));
    rules.put(Input.SENTIMENT, new Rule(.15, Curve.of(-1, 0, 1, 1)));
    rules.put(Input.GOALS_MET, new Rule(.40, Curve.of(0, 0, 1, 1)));
    rules.put(Input.ROI, new Rule(.25, Curve.of(0, 0, 1, 1)));
    rules.put(Input.NPS, new Rule(.20, Curve.of(-100, 0, 100, 1)));
    rules.put(Input.TIME_TO_VALUE, new Rule(.15, Curve.of(1, 1, 2, 0)));
    return rules;
  }
}
