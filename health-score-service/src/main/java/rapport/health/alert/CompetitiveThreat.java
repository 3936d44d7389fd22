package rapport.health.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import rapport.contracts.AccountSignal.CompetitorMentioned;
import rapport.contracts.HealthEvent.AlertType;

/**
 * Fires when somebody of the account named a competitor, with a confidence of 0.8 or more. Clears
 * by hand, or 30 days after the last mention. The same competitor is not told again for 14 days.
 */
final class CompetitiveThreat implements Detector {

  private static final double CONFIDENT = .8;
  private static final Duration REMEMBERED = Duration.ofDays(30);
  private static final Duration COOL_DOWN = Duration.ofDays(14);

  @Override
  public AlertType type() {
    return AlertType.COMPETITIVE_THREAT;
  }

  @Override
  public Finding look(Situation situation, @Nullable Alert latest) {
    var now = situation.now();
    var mentions =
        situation.facts().mentions().values().stream()
            .filter(CompetitorMentioned::external)
            .filter(mention -> mention.confidence() >= CONFIDENT)
            .filter(mention -> !mention.at().isAfter(now))
            .filter(mention -> mention.at().isAfter(now.minus(REMEMBERED)))
            .sorted(Comparator.comparing(CompetitorMentioned::at))
            .toList();
    var told = new HashMap<String, Instant>(latest == null ? Map.of() : latest.told());
    var names = new LinkedHashSet<String>();
    var confidence = 0.0;
    for (var mention : mentions) {
      var last = told.get(mention.competitor());
      if (last == null || mention.at().isAfter(last.plus(COOL_DOWN))) {
        names.add(mention.competitor());
        confidence = Math.max(confidence, mention.confidence());
        told.put(mention.competitor(), mention.at());
      }
    }
    if (!names.isEmpty()) {
      return new Finding.Raised(List.copyOf(names), Map.of("confidence", confidence), told);
    }
    return latest != null && latest.isOpen() && mentions.isEmpty()
        ? new Finding.Cleared("not-mentioned-for-30-days")
        : Finding.NOTHING;
  }
}
