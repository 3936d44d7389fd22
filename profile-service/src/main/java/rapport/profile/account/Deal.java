package rapport.profile.account;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A deal and the way it went.
 *
 * @param rev counts its own changes, from 1
 * @param visits the stages it was in, in order; the last is where it is
 * @param slips how often the day it closes was put off
 */
public record Deal(
    String id,
    long rev,
    DealDetails details,
    String source,
    @Nullable String externalId,
    List<Visit> visits,
    int slips,
    Instant createdAt,
    Instant changedAt) {

  /** The stages in their usual order; the last two end a deal. */
  public static final Set<String> STAGES =
      Collections.unmodifiableSet(
          new LinkedHashSet<>(
              List.of(
                  "discovery",
                  "technical-validation",
                  "business-case",
                  "negotiation",
                  "closing",
                  "won",
                  "lost")));

  private static final double SECONDS_A_DAY = Duration.ofDays(1).toSeconds();

  /** A stage, since when, by whom, and why. */
  public record Visit(String stage, Instant since, String by, @Nullable String reason) {}

  public Deal {
    visits = List.copyOf(visits);
  }

  public String stage() {
    return visits.getLast().stage();
  }

  public boolean open() {
    return !stage().equals("won") && !stage().equals("lost");
  }

  public Instant stageSince() {
    return visits.getLast().since();
  }

  /** How many days it spent in each stage it was in, all visits together; an end takes none. */
  public Map<String, Double> daysPerStage(Instant now) {
    var days = new LinkedHashMap<String, Double>();
    for (int i = 0; i < visits.size(); i++) {
      var visit = visits.get(i);
      if (visit.stage().equals("won") || visit.stage().equals("lost")) {
        continue;
      }
      var until = i + 1 < visits.size() ? visits.get(i + 1).since() : now;
      days.merge(
          visit.stage(),
          Math.max(0, Duration.between(visit.since(), until).toSeconds() / SECONDS_A_DAY),
          Double::sum);
    }
    return days;
  }

  Deal with(DealDetails details, int slips, Instant at) {
    return new Deal(id, rev + 1, details, source, externalId, visits, slips, createdAt, at);
  }

  Deal visiting(Visit visit) {
    var more = new ArrayList<>(visits);
    more.add(visit);
    return new Deal(
        id, rev + 1, details, source, externalId, more, slips, createdAt, visit.since());
  }
}
