package rapport.health.usage;

/**
 * How much was conversed on a day.
 *
 * @param started conversations begun
 * @param completed conversations completed and not resumed since
 * @param turns messages of people
 */
public record DayUsage(long started, long completed, long turns) {

  public static final DayUsage NONE = new DayUsage(0, 0, 0);

  public DayUsage plus(DayUsage other) {
    return new DayUsage(started + other.started, completed + other.completed, turns + other.turns);
  }
}
