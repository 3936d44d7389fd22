package rapport.health.funnel;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;

/** Counts one field, or the same field of every row of a group. */
final class FieldCount {

  private static final int P90 = 90;

  private final String path;
  private final int number;
  private final Counts.Growing sessions = new Counts.Growing();
  private final Counts.Growing rows = new Counts.Growing();
  private final Spread took = new Spread();
  private long met;

  FieldCount(String path, int number) {
    this.path = path;
    this.number = number;
  }

  /** Which of all the fields counted it is, from 0. */
  int number() {
    return number;
  }

  /** Takes one session into account: what holds of each of its rows. */
  void add(Collection<Set<Step>> rowsOfSession) {
    var any = EnumSet.noneOf(Step.class);
    rowsOfSession.forEach(row -> {
      rows.add(row, 1);
      any.addAll(row);
    });
    sessions.add(any, 1);
    met++;
  }

  void took(FieldProgress field) {
    took.add(field.took());
  }

  /** Whether there is anything to report. */
  boolean any() {
    return met > 0;
  }

  FunnelReport.Field report() {
    return new FunnelReport.Field(
        path,
        met,
        sessions.counts(),
        Paths.inGroup(path) ? rows.counts() : null,
        took.median(),
        took.within(P90));
  }
}
