package rapport.profile.account;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What other systems report of an account, one thing each: use, support, outcomes. Each has an id
 * within its account; told again with that id, it takes the place of what was told before.
 */
public sealed interface Report {

  /** Its id among the reports of its kind. */
  String id();

  /**
   * How much the product was used on a day; that day is its id.
   *
   * @param activeUsers of that day
   * @param weeklyActiveUsers of the seven days that end with it
   * @param seats that are paid for
   * @param coreFeaturesUsed how many of {@code coreFeatures} were used in those seven days
   */
  record Usage(
      LocalDate day,
      int activeUsers,
      @Nullable Integer weeklyActiveUsers,
      @Nullable Integer seats,
      @Nullable Integer coreFeaturesUsed,
      @Nullable Integer coreFeatures)
      implements Report {
    public Usage {
      day = Must.be("day", day);
      activeUsers = Must.between("activeUsers", activeUsers, 0, MOST_PEOPLE);
      weeklyActiveUsers = Must.between("weeklyActiveUsers", weeklyActiveUsers, 0, MOST_PEOPLE);
      seats = Must.between("seats", seats, 0, MOST_PEOPLE);
      coreFeatures = Must.between("coreFeatures", coreFeatures, 1, 10_000);
      coreFeaturesUsed =
          Must.between(
              "coreFeaturesUsed",
              coreFeaturesUsed,
              0,
              coreFeatures == null ? 10_000 : coreFeatures);
    }

    @Override
    public String id() {
      return day.toString();
    }
  }

  int MOST_PEOPLE = 10_000_000;

  /**
   * A request for support.
   *
   * @param ticket its id where it was opened
   * @param priority from {@code p1}, the most urgent, to {@code p4}
   * @param resolvedAt absent while it is open
   * @param slaHours within how many hours it was to be resolved
   * @param csat how content they were, from 1 to 5
   */
  record Ticket(
      String ticket,
      String priority,
      Instant openedAt,
      @Nullable Instant resolvedAt,
      @Nullable BigDecimal slaHours,
      @Nullable Double csat,
      @Nullable String subject)
      implements Report {

    private static final Set<String> PRIORITIES =
        new LinkedHashSet<>(List.of("p1", "p2", "p3", "p4"));

    public Ticket {
      ticket = Must.id("ticket", ticket);
      priority = Must.oneOf("priority", priority, PRIORITIES);
      openedAt = Must.be("openedAt", openedAt);
      if (resolvedAt != null && resolvedAt.isBefore(openedAt)) {
        throw new IllegalArgumentException("resolvedAt is not before openedAt");
      }
      slaHours = Must.amount("slaHours", slaHours);
      csat = Must.between("csat", csat, 1, 5);
      subject = Must.optional("subject", subject, 500);
    }

    @Override
    public String id() {
      return ticket;
    }
  }

  /**
   * An outcome agreed with the account.
   *
   * @param metOn absent while it has not been reached
   */
  record Goal(String goal, String name, LocalDate dueOn, @Nullable LocalDate metOn)
      implements Report {
    public Goal {
      goal = Must.id("goal", goal);
      name = Must.text("name", name, Must.NAME);
      dueOn = Must.be("dueOn", dueOn);
    }

    @Override
    public String id() {
      return goal;
    }
  }

  /**
   * What the account got for what it paid.
   *
   * @param roi as a ratio: 1.5 is 150 %
   * @param target as a ratio, above 0
   */
  record Roi(String measurement, LocalDate on, BigDecimal roi, @Nullable BigDecimal target)
      implements Report {
    public Roi {
      measurement = Must.id("measurement", measurement);
      on = Must.be("on", on);
      roi = Must.be("roi", Must.amount("roi", roi));
      target = Must.amount("target", target);
      if (target != null && target.signum() == 0) {
        throw new IllegalArgumentException("target is above 0");
      }
    }

    @Override
    public String id() {
      return measurement;
    }
  }

  /** How likely somebody would recommend us, from 0 to 10. */
  record Nps(String answer, Instant at, int score, @Nullable String contact) implements Report {
    public Nps {
      answer = Must.id("answer", answer);
      at = Must.be("at", at);
      score = Must.between("score", score, 0, 10);
      contact = Must.optional("contact", contact, Must.NAME);
    }

    @Override
    public String id() {
      return answer;
    }
  }
}
