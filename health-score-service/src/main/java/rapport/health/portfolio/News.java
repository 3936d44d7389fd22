package rapport.health.portfolio;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import rapport.contracts.HealthEvent;
import rapport.contracts.HealthEvent.BandCrossed;
import rapport.contracts.HealthEvent.Cause;
import rapport.contracts.HealthEvent.OutlookChanged;
import rapport.contracts.HealthEvent.ProvisionalChanged;
import rapport.contracts.HealthEvent.ScoreChanged;
import rapport.contracts.HealthState;
import rapport.health.score.Change;
import rapport.health.score.Health;

/** What there is to tell of an account that was evaluated. */
public record News(AccountHealth account, List<HealthEvent> events) {

  /** Smaller changes wait until they have become as large. */
  private static final double WORTH_TELLING = .01;

  /** The account, which remembers what it was told, and what is to be told. */
  public static News of(AccountHealth account) {
    var told = account.told();
    var events = new ArrayList<HealthEvent>();
    var health = account.health();
    var before = told.health();
    var hasChanged = hasChanged(before, account);
    if (hasChanged) {
      events.add(scoreChanged(account, before));
      crossed(account, before, events);
    }
    if (told.provisional() != health.isProvisional()) {
      events.add(
          new ProvisionalChanged(account.account(), health.isProvisional(), health.coverage()));
    }
    var outlook = Outlook.of(account);
    if (events.isEmpty() && outlook.hasChangedSince(told.outlook())) {
      events.add(
          new OutlookChanged(account.account(), outlook.usageGrowth(), outlook.churnProbability()));
    }
    var now =
        new Told(
            hasChanged ? health : before,
            health.isProvisional(),
            events.isEmpty() ? told.outlook() : outlook);
    return new News(account.told(now), events);
  }

  private static boolean hasChanged(@Nullable Health before, AccountHealth account) {
    var was = before == null ? null : boxed(before);
    var is = account.score().orElse(null);
    if (was == null || is == null) {
      return was != null || is != null;
    }
    return Math.abs(is - was) >= WORTH_TELLING
        || HealthEvent.Band.of(was) != HealthEvent.Band.of(is);
  }

  private static @Nullable Double boxed(Health health) {
    var score = health.score();
    return score.isEmpty() ? null : score.getAsDouble();
  }

  private static ScoreChanged scoreChanged(AccountHealth account, @Nullable Health before) {
    return new ScoreChanged(
        account.account(),
        before == null ? null : boxed(before),
        account.score().orElse(null),
        account.band().orElse(null),
        factors(account.health()),
        before == null ? List.of() : causes(before, account.health()));
  }

  private static List<Cause> causes(Health before, Health after) {
    var causes = new ArrayList<Cause>();
    Change.between(before, after)
        .ifPresent(change -> {
          change.inputs().forEach((input, points) -> causes.add(new Cause(input.wire(), points)));
          causes.add(new Cause("reweighting", change.reweighting()));
        });
    return causes;
  }

  private static void crossed(
      AccountHealth account, @Nullable Health before, List<HealthEvent> events) {
    var was = before == null ? null : boxed(before);
    var is = account.score().orElse(null);
    if (was != null && is != null) {
      var from = HealthEvent.Band.of(was);
      var to = HealthEvent.Band.of(is);
      if (from != to) {
        events.add(new BandCrossed(account.account(), from, to, is));
      }
    }
  }

  /** The account as the compacted topic has it. */
  public static HealthState state(AccountHealth account) {
    var inputs = new LinkedHashMap<String, Double>();
    account.health().inputs().forEach((input, value) -> inputs.put(input.wire(), value));
    return new HealthState(
        account.name(),
        account.segment(),
        account.owner(),
        account.score().orElse(null),
        account.band().orElse(null),
        account.health().coverage(),
        account.health().isProvisional(),
        factors(account.health()),
        inputs,
        account.churn());
  }

  private static Map<String, Double> factors(Health health) {
    var factors = new LinkedHashMap<String, Double>();
    health.factors().forEach((factor, score) -> factors.put(factor.wire(), score));
    return factors;
  }
}
