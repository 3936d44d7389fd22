package rapport.health.job;

import java.time.LocalDate;

/** Days that a job runs for once, both inclusive. */
public record Period(Cadence cadence, LocalDate from, LocalDate to) {

  /** The same for the same period everywhere, such as {@code daily-2026-03-01}. */
  public String id() {
    return cadence.wire() + "-" + from;
  }
}
