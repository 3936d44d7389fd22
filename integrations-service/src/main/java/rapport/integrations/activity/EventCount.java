package rapport.integrations.activity;

import java.time.Instant;

/**
 * How often an event happened.
 *
 * @param last when it happened last, to the millisecond
 */
public record EventCount(long count, Instant last) {

  public EventCount plus(EventCount other) {
    return new EventCount(count + other.count, last.isAfter(other.last) ? last : other.last);
  }
}
