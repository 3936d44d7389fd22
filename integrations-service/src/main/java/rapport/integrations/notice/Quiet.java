package rapport.integrations.notice;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;

/** Hours in which nobody wants to be told; they may go over midnight. */
public record Quiet(LocalTime from, LocalTime to, ZoneId zone) {

  /** That moment, or the end of the quiet hours it falls into. */
  public Instant after(Instant moment) {
    var local = moment.atZone(zone);
    if (!holds(local.toLocalTime())) {
      return moment;
    }
    var end = local.with(to);
    return (end.isAfter(local) ? end : end.plusDays(1)).toInstant();
  }

  private boolean holds(LocalTime time) {
    return from.isBefore(to)
        ? !time.isBefore(from) && time.isBefore(to)
        : !time.isBefore(from) || time.isBefore(to);
  }
}
