package rapport.health.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import rapport.contracts.HealthEvent.AlertType;

/**
 * One episode of an account, from its opening to its clearing.
 *
 * @param causes everything that fired it, in order
 * @param figures what was seen last, by name
 * @param told what need not be told again, and since when
 * @param acknowledged who has seen it; none as long as there is something nobody has seen
 * @param assignee who sees to it
 * @param cleared who or what ended it; absent while it is open
 * @param trail everything people and detectors did, in order; the newest 100
 */
public record Alert(
    String id,
    String account,
    AlertType type,
    Instant openedAt,
    Instant updatedAt,
    List<String> causes,
    Map<String, Double> figures,
    Map<String, Instant> told,
    @Nullable Seen acknowledged,
    @Nullable Instant snoozedUntil,
    @Nullable String assignee,
    @Nullable Clearing cleared,
    List<Step> trail) {

  private static final int LONGEST_TRAIL = 100;
  private static final String OPENED = "opened";
  private static final String UPDATED = "updated";

  /** Somebody has seen it. */
  public record Seen(String by, Instant at) {}

  /** It ended; by nobody when a detector saw that it is over. */
  public record Clearing(String reason, @Nullable String by, Instant at) {}

  /** Something that was done; by nobody when a detector did it. */
  public record Step(String what, @Nullable String by, Instant at, @Nullable String detail) {}

  /** Where it stands in the inbox. */
  public enum Status {
    OPEN,
    SNOOZED,
    ACKNOWLEDGED,
    CLEARED
  }

  public Alert {
    causes = List.copyOf(causes);
    figures = Collections.unmodifiableMap(new LinkedHashMap<>(figures));
    told = Map.copyOf(told);
    trail = List.copyOf(trail.subList(Math.max(0, trail.size() - LONGEST_TRAIL), trail.size()));
  }

  static Alert opened(
      String id, String account, AlertType type, Finding.Raised raised, Instant now) {
    return new Alert(
        id,
        account,
        type,
        now,
        now,
        raised.causes(),
        raised.figures(),
        raised.told(),
        null,
        null,
        null,
        null,
        List.of(new Step(OPENED, null, now, String.join(", ", raised.causes()))));
  }

  public boolean isOpen() {
    return cleared == null;
  }

  public Status status(Instant now) {
    if (cleared != null) {
      return Status.CLEARED;
    }
    if (snoozedUntil != null && snoozedUntil.isAfter(now)) {
      return Status.SNOOZED;
    }
    return acknowledged == null ? Status.OPEN : Status.ACKNOWLEDGED;
  }

  /** Whether it was cleared less than that ago. */
  boolean isWithin(Duration coolDown, Instant now) {
    return cleared != null && cleared.at().plus(coolDown).isAfter(now);
  }

  /** When there was something to tell last, whatever people have done about it since. */
  Instant raisedAt() {
    return trail.reversed().stream()
        .filter(step -> step.what().equals(OPENED) || step.what().equals(UPDATED))
        .findFirst()
        .map(Step::at)
        .orElse(openedAt);
  }

  double figure(String name, double otherwise) {
    return figures.getOrDefault(name, otherwise);
  }

  /** With more of the same; it has to be seen again. */
  Alert updated(Finding.Raised raised, Instant now) {
    var all = new LinkedHashSet<>(causes);
    all.addAll(raised.causes());
    var step = new Step(UPDATED, null, now, String.join(", ", raised.causes()));
    return new Alert(
        id,
        account,
        type,
        openedAt,
        now,
        List.copyOf(all),
        raised.figures(),
        raised.told(),
        null,
        snoozedUntil,
        assignee,
        null,
        then(step));
  }

  Alert acknowledged(String by, Instant now) {
    var step = new Step("acknowledged", by, now, null);
    return worked(new Seen(by, now), snoozedUntil, assignee, cleared, now, step);
  }

  Alert snoozed(Instant until, String by, Instant now) {
    var step = new Step("snoozed", by, now, until.toString());
    return worked(acknowledged, until, assignee, cleared, now, step);
  }

  Alert assigned(@Nullable String to, String by, Instant now) {
    var step = new Step("assigned", by, now, to);
    return worked(acknowledged, snoozedUntil, to, cleared, now, step);
  }

  Alert cleared(String reason, @Nullable String by, Instant now) {
    var step = new Step("cleared", by, now, reason);
    var clearing = new Clearing(reason, by, now);
    return worked(acknowledged, snoozedUntil, assignee, clearing, now, step);
  }

  private Alert worked(
      @Nullable Seen seen,
      @Nullable Instant until,
      @Nullable String to,
      @Nullable Clearing clearing,
      Instant now,
      Step step) {
    return new Alert(
        id,
        account,
        type,
        openedAt,
        now,
        causes,
        figures,
        told,
        seen,
        until,
        to,
        clearing,
        then(step));
  }

  private List<Step> then(Step step) {
    var steps = new ArrayList<>(trail);
    steps.add(step);
    return steps;
  }
}
