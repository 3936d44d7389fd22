package rapport.health.report;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import rapport.contracts.HealthEvent.Band;
import rapport.health.portfolio.Summary;

/** What accounts are grouped by. */
public enum Cohort {
  /** The quarter they became customers in, such as {@code 2026-Q1}. */
  QUARTER,
  SEGMENT,
  OWNER,
  BAND;

  /** Stands for accounts of which it is not known. */
  public static final String UNKNOWN = "unknown";

  /** The accounts by what they have in common, in the order of its names. */
  public List<Group> groups(Collection<Summary> accounts) {
    var groups =
        accounts.stream()
            .collect(Collectors.groupingBy(this::of, TreeMap::new, Collectors.toList()));
    return groups.entrySet().stream().map(it -> Group.of(it.getKey(), it.getValue())).toList();
  }

  /** Which group the account is in. */
  public String of(Summary account) {
    return switch (this) {
      case QUARTER -> quarter(account);
      case SEGMENT -> Objects.requireNonNullElse(account.segment(), UNKNOWN);
      case OWNER -> Objects.requireNonNullElse(account.owner(), UNKNOWN);
      case BAND -> account.band().map(Band::wire).orElse(UNKNOWN);
    };
  }

  private static String quarter(Summary account) {
    var since = account.customerSince();
    return since == null
        ? UNKNOWN
        : "%d-Q%d".formatted(since.getYear(), (since.getMonthValue() + 2) / 3);
  }

  /** The name people use, in lower case. */
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }
}
