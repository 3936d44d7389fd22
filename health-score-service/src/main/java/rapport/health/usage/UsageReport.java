package rapport.health.usage;

import java.time.LocalDate;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A workspace's usage from one day to another, both inclusive.
 *
 * @param days every day of the range on which something happened
 */
public record UsageReport(LocalDate from, LocalDate to, SortedMap<LocalDate, DayUsage> days) {

  public UsageReport {
    days = Collections.unmodifiableSortedMap(new TreeMap<>(days));
  }

  public static UsageReport empty(LocalDate from, LocalDate to) {
    return new UsageReport(from, to, new TreeMap<>());
  }

  /** The report with one more conversation. */
  public UsageReport plus(ConversationUsage conversation) {
    var sum = new TreeMap<>(days);
    conversation
        .byDay()
        .subMap(from, to.plusDays(1))
        .forEach((day, usage) -> sum.merge(day, usage, DayUsage::plus));
    return new UsageReport(from, to, sum);
  }

  public DayUsage total() {
    return days.values().stream().reduce(DayUsage.NONE, DayUsage::plus);
  }
}
