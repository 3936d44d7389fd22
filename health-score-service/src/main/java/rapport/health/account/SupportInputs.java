package rapport.health.account;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import rapport.contracts.AccountSignal.TicketRecorded;

/** What support has to do with the account. */
final class SupportInputs {

  private static final Duration MONTH = Duration.ofDays(28);
  private static final Duration QUARTER = Duration.ofDays(90);
  private static final int MOST_MONTHS = 12;
  private static final int FEWEST_MONTHS = 3;

  /** Below half of what counts as full usage nobody uses it enough to complain. */
  private static final double WEAK_USAGE = .3;

  private static final double MILLIS_PER_HOUR = 3_600_000;

  private final AccountFacts facts;
  private final Instant now;
  private final LocalDate today;
  private final List<TicketRecorded> tickets;
  private final boolean silent;

  /**
   * @param weeklyActive of the seats
   */
  SupportInputs(AccountFacts facts, Instant now, LocalDate today, OptionalDouble weeklyActive) {
    this.facts = facts;
    this.now = now;
    this.today = today;
    this.tickets =
        facts.tickets().values().stream()
            .filter(ticket -> !ticket.openedAt().isAfter(now))
            .sorted(Comparator.comparing(TicketRecorded::openedAt))
            .toList();
    this.silent =
        weeklyActive.orElse(0) < WEAK_USAGE
            && openedWithin(0) == 0
            && tickets.stream().allMatch(this::isResolved);
  }

  /** Silence of those who hardly use it says nothing. */
  OptionalDouble ticketLoad() {
    if (silent) {
      return OptionalDouble.empty();
    }
    var recent = openedWithin(0);
    var months = knownMonths();
    if (months < FEWEST_MONTHS) {
      return recent == 0 ? OptionalDouble.of(0) : OptionalDouble.empty();
    }
    var seats = Seats.agreed(facts, today);
    var usual = Median.of(IntStream.rangeClosed(1, months).mapToDouble(it -> scaled(it, seats)));
    return OptionalDouble.of(recent / Math.max(usual, 1));
  }

  /** The tickets of a month, had there been so many seats; none when nobody knows. */
  private double scaled(int monthsAgo, @Nullable Integer seats) {
    var then = Seats.agreed(facts, today.minusDays(MONTH.toDays() * monthsAgo));
    var growth = seats == null || then == null || then <= 0 ? 1 : (double) seats / then;
    return openedWithin(monthsAgo) * growth;
  }

  OptionalDouble resolutionTime() {
    var ratios =
        tickets.stream()
            .map(this::ofAgreedTime)
            .flatMap(Optional::stream)
            .mapToDouble(Double::doubleValue)
            .toArray();
    return ratios.length == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(Median.of(Arrays.stream(ratios)));
  }

  OptionalDouble openP1Age() {
    return silent
        ? OptionalDouble.empty()
        : OptionalDouble.of(
            tickets.stream()
                .filter(ticket -> ticket.priority().equals("p1") && !isResolved(ticket))
                .mapToDouble(ticket -> hours(ticket.openedAt(), now))
                .max()
                .orElse(0));
  }

  OptionalDouble csat() {
    var answers =
        tickets.stream()
            .filter(ticket -> ticket.openedAt().isAfter(now.minus(QUARTER)))
            .flatMap(ticket -> Stream.ofNullable(ticket.csat()))
            .mapToDouble(Double::doubleValue);
    return answers.average();
  }

  /** Tickets opened in a month of 28 days; 0 is the one that ends now. */
  private long openedWithin(int monthsAgo) {
    var end = now.minus(MONTH.multipliedBy(monthsAgo));
    var begin = end.minus(MONTH);
    return tickets.stream()
        .filter(ticket -> ticket.openedAt().isAfter(begin) && !ticket.openedAt().isAfter(end))
        .count();
  }

  /** Whole months before the last one since the first ticket. */
  private int knownMonths() {
    if (tickets.isEmpty()) {
      return 0;
    }
    var months = Duration.between(tickets.getFirst().openedAt(), now).dividedBy(MONTH);
    return Math.clamp(months - 1, 0, MOST_MONTHS);
  }

  private Optional<Double> ofAgreedTime(TicketRecorded ticket) {
    var resolved = ticket.resolvedAt();
    var agreed = Optional.ofNullable(ticket.slaHours()).map(BigDecimal::doubleValue).orElse(0.0);
    return resolved == null
            || agreed <= 0
            || resolved.isAfter(now)
            || resolved.isBefore(now.minus(QUARTER))
        ? Optional.empty()
        : Optional.of(hours(ticket.openedAt(), resolved) / agreed);
  }

  private boolean isResolved(TicketRecorded ticket) {
    var resolved = ticket.resolvedAt();
    return resolved != null && !resolved.isAfter(now);
  }

  private static double hours(Instant from, Instant to) {
    return Duration.between(from, to).toMillis() / MILLIS_PER_HOUR;
  }
}
