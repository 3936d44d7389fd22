package rapport.lead.api;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** What one client of the feed of leads knows: the latest changes it was told of. */
final class LeadWatch {

  /** How much later than it happened, by whichever clock, a change may be stored and be told. */
  private static final Duration OVERLAP = Duration.ofSeconds(5);

  private record Told(long rev, Instant at) {}

  private final Map<String, Told> known = new HashMap<>();
  private Instant newest;

  LeadWatch(Instant begun) {
    this.newest = begun;
  }

  /** From when on changes are to be looked for. */
  Instant since() {
    return newest.minus(OVERLAP);
  }

  /** Whether it does not know of that revision of a lead, told at that time; it does then. */
  boolean isNews(String lead, long rev, Instant at) {
    var before = known.get(lead);
    if (before != null && before.rev() >= rev) {
      return false;
    }
    known.put(lead, new Told(rev, at));
    if (at.isAfter(newest)) {
      newest = at;
      known.values().removeIf(told -> told.at().isBefore(since()));
    }
    return true;
  }
}
