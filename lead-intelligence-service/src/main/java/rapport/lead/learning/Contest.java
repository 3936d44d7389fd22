package rapport.lead.learning;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import rapport.lead.learning.Model.Contender;
import rapport.lead.learning.Model.Report;
import rapport.lead.learning.Quality.Prediction;
import rapport.lead.scoring.Scorecard;

/**
 * Whether the points learned from outcomes are better than those in use. The earlier three quarters
 * of the outcomes teach, the later quarter judges: as when it would have been used.
 */
public final class Contest {

  private static final double EARLIER = .75;
  private static final int NEEDED_TO_COMPARE = 20;
  private static final int NEEDED_OF_EACH = 3;
  private static final int NEEDED_TO_CALIBRATE = 250;
  private static final int FOLDS = 5;

  private final Scorecard rules;
  private final long rulesRev;
  private final List<Example> examples;
  private final Instant now;

  private Contest(Scorecard rules, long rulesRev, List<Example> examples, Instant now) {
    this.rules = rules;
    this.rulesRev = rulesRev;
    this.examples = examples;
    this.now = now;
  }

  /**
   * @param rules the administrator's points, at that revision
   * @param outcomes every lead that has ended, in any order
   * @param before what was learned last
   */
  public static Model hold(
      Scorecard rules, long rulesRev, List<Example> outcomes, @Nullable Model before, Instant now) {
    var inOrder = new ArrayList<>(outcomes);
    inOrder.sort(Comparator.comparing(Example::at));
    var last = before == null || before.rulesRev() != rulesRev ? null : before;
    return new Contest(rules, rulesRev, inOrder, now).hold(last);
  }

  private Model hold(@Nullable Model before) {
    var split = (int) Math.ceil(examples.size() * EARLIER);
    var champion = before == null || before.champion() == null ? rules : before.champion();
    var since = before == null ? null : before.championSince();
    var judges =
        examples.subList(split, examples.size()).stream()
            .filter(one -> since == null || one.at().isAfter(since))
            .toList();
    var challenger = MapFit.of(rules, examples.subList(0, split));
    if (!canJudge(judges)) {
      var verdict = "There are too few outcomes yet to tell which is better.";
      return model(before, champion, null, challenger, null, judges, verdict);
    }
    var old = quality(champion, judges);
    var young = quality(challenger, judges);
    if (young.logLoss() >= old.logLoss()) {
      var verdict = "The points in use foretold the later outcomes at least as well.";
      return model(before, champion, old, challenger, young, judges, verdict);
    }
    var verdict = "What was learned foretold the later outcomes better, and is in use now.";
    var crowned = calibrated(MapFit.of(rules, examples));
    return new Model(
        rulesRev,
        crowned,
        examples.getLast().at(),
        report(
            crowned,
            new Contender(champion.version(), old),
            new Contender(crowned.version(), young),
            judges,
            verdict));
  }

  private Model model(
      @Nullable Model before,
      Scorecard champion,
      @Nullable Quality old,
      Scorecard challenger,
      @Nullable Quality young,
      List<Example> judges,
      String verdict) {
    return new Model(
        rulesRev,
        before == null ? null : before.champion(),
        before == null ? null : before.championSince(),
        report(
            champion,
            new Contender(champion.version(), old),
            new Contender(challenger.version(), young),
            judges,
            verdict));
  }

  private Report report(
      Scorecard used,
      Contender champion,
      Contender challenger,
      List<Example> judges,
      String verdict) {
    return new Report(
        examples.size(),
        (int) examples.stream().filter(Example::won).count(),
        NEEDED_TO_COMPARE,
        NEEDED_TO_CALIBRATE,
        !used.calibration().isEmpty(),
        champion,
        challenger,
        canJudge(judges) ? baseline(judges) : null,
        verdict,
        now);
  }

  private static boolean canJudge(List<Example> judges) {
    var won = judges.stream().filter(Example::won).count();
    return judges.size() >= NEEDED_TO_COMPARE
        && won >= NEEDED_OF_EACH
        && judges.size() - won >= NEEDED_OF_EACH;
  }

  private static Quality quality(Scorecard card, List<Example> judges) {
    return Quality.of(predictions(card, judges));
  }

  /** What it would be to foretell for everybody how often leads were won before. */
  private Quality baseline(List<Example> judges) {
    var earlier = examples.subList(0, examples.size() - judges.size());
    var won = earlier.stream().filter(Example::won).count();
    var share = (won + .5) / (earlier.size() + 1);
    return Quality.of(judges.stream().map(one -> new Prediction(share, one.won())).toList());
  }

  private static List<Prediction> predictions(Scorecard card, List<Example> examples) {
    return examples.stream()
        .map(one -> new Prediction(card.score(one.lead()).probability(), one.won()))
        .toList();
  }

  /** By predictions for leads that had no part in making them. */
  private Scorecard calibrated(Scorecard card) {
    if (examples.size() < NEEDED_TO_CALIBRATE) {
      return card;
    }
    var predictions = new ArrayList<Prediction>();
    for (var fold = 0; fold < FOLDS; fold++) {
      var inside = new ArrayList<Example>();
      var outside = new ArrayList<Example>();
      for (var at = 0; at < examples.size(); at++) {
        (at % FOLDS == fold ? outside : inside).add(examples.get(at));
      }
      predictions.addAll(predictions(MapFit.of(rules, inside), outside));
    }
    return new Scorecard(card.version(), card.base(), card.points(), Isotonic.of(predictions));
  }
}
