package rapport.health.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import rapport.contracts.HealthEvent.Band;
import rapport.health.score.Change;
import rapport.health.score.Curve;
import rapport.health.score.Factor;
import rapport.health.score.Health;
import rapport.health.score.Input;
import rapport.health.score.Recommendation;
import rapport.health.score.ScoringModel;
import rapport.health.store.Snapshots.Snapshot;

/**
 * An account's health and all it is made of. The contributions of the inputs add up to the score.
 *
 * @param model the version of the workspace's model it was scored with
 * @param dataStale whether so little is known that alerts of a drop are not given
 * @param change why the score moved since a day; absent without a score on one of the two
 * @param timeline the days before, in order
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record HealthDetail(
    @JsonUnwrapped HealthRow row,
    long model,
    boolean dataStale,
    List<FactorView> factors,
    @Nullable ChangeView change,
    List<DayView> timeline,
    List<Advice> recommendations) {

  /**
   * A factor.
   *
   * @param weight its share while every factor counts
   * @param score from 0 to 100; absent when it does not count
   * @param coverage how much of it is known, from 0 to 1
   * @param contribution points of the score
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record FactorView(
      String factor,
      double weight,
      @Nullable Double score,
      double coverage,
      double contribution,
      List<InputView> inputs) {}

  /**
   * An input.
   *
   * @param value in its unit; absent when it is missing
   * @param points its height on the curve, from 0 to 1; absent when it is missing
   * @param weight its share of the factor while every input is known
   * @param effectiveWeight its share of the score
   * @param contribution points of the score
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record InputView(
      String input,
      String unit,
      @Nullable Double value,
      @Nullable Double points,
      double weight,
      double effectiveWeight,
      double contribution,
      boolean missing,
      List<Curve.Point> curve) {}

  /** Why the score moved; the points and the reweighting add up to {@code to - from}. */
  record ChangeView(
      LocalDate since, double from, double to, List<Part> inputs, double reweighting) {}

  /** How far an input moved the score. */
  record Part(String input, double points) {}

  /** The score at the end of a day. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record DayView(LocalDate day, @Nullable Double score, @Nullable Band band, boolean provisional) {}

  /** Something to do, and how many points it could bring at most. */
  record Advice(String input, double recoverable, String text) {}

  static HealthDetail of(
      HealthRow row,
      Health health,
      ScoringModel model,
      List<Snapshot> days,
      @Nullable Snapshot since) {
    return new HealthDetail(
        row,
        health.model(),
        health.isProvisional(),
        Arrays.stream(Factor.values()).map(it -> factor(it, health, model)).toList(),
        since == null ? null : change(since, health),
        days.stream().map(HealthDetail::day).toList(),
        Recommendation.of(health).stream()
            .map(it -> new Advice(it.input().wire(), it.recoverable(), it.input().advice()))
            .toList());
  }

  private static FactorView factor(Factor factor, Health health, ScoringModel model) {
    var inputs = factor.inputs();
    return new FactorView(
        factor.wire(),
        factor.weight(),
        health.factors().get(factor),
        health.coverages().getOrDefault(factor, 0.0),
        inputs.stream().mapToDouble(health::contribution).sum(),
        inputs.stream().map(it -> input(it, health, model)).toList());
  }

  private static InputView input(Input input, Health health, ScoringModel model) {
    var rule = model.rule(input);
    return new InputView(
        input.wire(),
        input.unit().wire(),
        health.inputs().get(input),
        health.points().get(input),
        rule.weight(),
        health.weights().getOrDefault(input, 0.0),
        health.contribution(input),
        !health.inputs().containsKey(input),
        rule.curve().points());
  }

  private static @Nullable ChangeView change(Snapshot since, Health now) {
    return Change.between(since.health(), now)
        .map(change ->
            new ChangeView(
                since.day(),
                since.health().score().orElseThrow(),
                now.score().orElseThrow(),
                change.inputs().entrySet().stream()
                    .map(HealthDetail::part)
                    .filter(part -> part.points() != 0)
                    .toList(),
                change.reweighting()))
        .orElse(null);
  }

  private static Part part(Map.Entry<Input, Double> entry) {
    return new Part(entry.getKey().wire(), entry.getValue());
  }

  private static DayView day(Snapshot day) {
    var score = day.score();
    return new DayView(day.day(), score, score == null ? null : Band.of(score), day.provisional());
  }
}
