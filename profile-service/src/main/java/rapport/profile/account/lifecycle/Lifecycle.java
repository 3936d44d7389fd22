package rapport.profile.account.lifecycle;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Three stages of five steps, in their order, and the five steps of a risk that overlays the last
 * stage. One may go to any step of the same stage, to the first step of the next stage, and back to
 * any step of the stage before; so whatever was moved forward can be moved back. What has to be
 * true first says {@link #GUARDS}.
 */
public final class Lifecycle {

  /** The steps of each stage, in order. */
  public static final Map<String, List<String>> STAGES = stages();

  /** The steps of a churn risk, in order. */
  public static final List<String> CHURN_RISK =
      List.of("early-warning", "root-cause", "recovery-plan", "executive-escalation", "win-back");

  /**
   * What must be true to arrive at a step from before it: the step, or all of a stage, and the
   * condition.
   */
  static final Map<String, Condition> GUARDS =
      Map.of(
          "prospect/meeting-scheduling", Condition.SOMEBODY_TO_MEET,
          "opportunity", Condition.SOMEBODY_TO_MEET,
          "opportunity/negotiation", Condition.OPEN_DEAL,
          "opportunity/closing", Condition.OPEN_DEAL,
          "customer", Condition.SIGNED);

  private Lifecycle() {}

  /** What an account has that moves depend on. */
  public record Facts(boolean activeContact, boolean openDeal, boolean wonDealOrActiveContract) {}

  enum Condition {
    SOMEBODY_TO_MEET("There is no active contact yet."),
    OPEN_DEAL("There is no open deal."),
    SIGNED("There is neither a won deal nor an active contract.");

    private final String otherwise;

    Condition(String otherwise) {
      this.otherwise = otherwise;
    }

    private boolean holds(Facts facts) {
      return switch (this) {
        case SOMEBODY_TO_MEET -> facts.activeContact();
        case OPEN_DEAL -> facts.openDeal();
        case SIGNED -> facts.wonDealOrActiveContract();
      };
    }
  }

  /** Why a move cannot be made: a stable code and a sentence. */
  public record Obstacle(String code, String detail) {}

  /** What keeps an account from moving so; nothing when it may. */
  public static Optional<Obstacle> obstacle(Standing from, Standing to, Facts facts) {
    if (from.equals(to)) {
      return obstacle("already-there", "The account stands there already.");
    }
    if (from.stage().equals(to.stage()) && from.step().equals(to.step())) {
      return Optional.empty(); // a risk came, moved or went, as it may at any time
    }
    if (from.churnRisk() != null && !to.stage().equals("customer")) {
      return obstacle("churn-risk-open", "Clear the churn risk before the account leaves.");
    }
    return path(from, to).or(() -> guard(from, to, facts));
  }

  private static Optional<Obstacle> path(Standing from, Standing to) {
    return switch (stage(to) - stage(from)) {
      case 0, -1 -> Optional.empty();
      case 1 ->
          step(to) == 0
              ? Optional.empty()
              : obstacle("begin-the-stage", "A stage begins with its first step.");
      default -> obstacle("one-stage-at-a-time", "There is a stage in between.");
    };
  }

  private static Optional<Obstacle> guard(Standing from, Standing to, Facts facts) {
    if (place(to) < place(from)) {
      return Optional.empty();
    }
    var ofStage = from.stage().equals(to.stage()) ? null : GUARDS.get(to.stage());
    var ofStep = GUARDS.get(to.stage() + "/" + to.step());
    for (var condition : new @Nullable Condition[] {ofStage, ofStep}) {
      if (condition != null && !condition.holds(facts)) {
        return obstacle("not-ready", condition.otherwise);
      }
    }
    return Optional.empty();
  }

  static void check(String stage, String step, @Nullable String churnRisk) {
    var steps = STAGES.get(stage);
    if (steps == null) {
      throw new IllegalArgumentException("stage is one of " + String.join(", ", STAGES.keySet()));
    }
    if (!steps.contains(step)) {
      throw new IllegalArgumentException("step is one of " + String.join(", ", steps));
    }
    if (churnRisk != null && !CHURN_RISK.contains(churnRisk)) {
      throw new IllegalArgumentException("churnRisk is one of " + String.join(", ", CHURN_RISK));
    }
    if (churnRisk != null && !stage.equals("customer")) {
      throw new IllegalArgumentException("only a customer can be at risk");
    }
  }

  private static int stage(Standing standing) {
    return List.copyOf(STAGES.keySet()).indexOf(standing.stage());
  }

  private static int step(Standing standing) {
    return STAGES.getOrDefault(standing.stage(), List.of()).indexOf(standing.step());
  }

  private static int place(Standing standing) {
    return stage(standing) * 5 + step(standing);
  }

  private static Optional<Obstacle> obstacle(String code, String detail) {
    return Optional.of(new Obstacle(code, detail));
  }

  private static Map<String, List<String>> stages() {
    var stages = new LinkedHashMap<String, List<String>>();
    stages.put(
        "prospect",
        List.of(
            "research",
            "qualification",
            "initial-outreach",
            "interest-development",
            "meeting-scheduling"));
    stages.put(
        "opportunity",
        List.of("discovery", "technical-validation", "business-case", "negotiation", "closing"));
    stages.put("customer", List.of("onboarding", "adoption", "success", "expansion", "advocacy"));
    return Collections.unmodifiableMap(stages);
  }
}
