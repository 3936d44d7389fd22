package rapport.profile.account.lifecycle;

import org.jspecify.annotations.Nullable;

/**
 * Where an account stands.
 *
 * @param stage {@code prospect}, {@code opportunity} or {@code customer}
 * @param step of that stage
 * @param churnRisk how far a risk to lose the customer has been dealt with; absent without a risk
 */
public record Standing(String stage, String step, @Nullable String churnRisk) {

  /** Where every account begins. */
  public static final Standing FIRST = new Standing("prospect", "research", null);

  public Standing {
    Lifecycle.check(stage, step, churnRisk);
  }
}
