package rapport.health.score;

import java.util.Locale;

/**
 * What a score is made of. Each is a number in a unit of its own that a curve turns into 0 to 1.
 */
public enum Input {
  /** Users active in the last week, of the seats that are paid for. */
  WEEKLY_ACTIVE(Factor.USAGE, Unit.RATIO, true, "Get more of the paid seats used every week."),
  /** Core features used, of those there are. */
  CORE_FEATURES(Factor.USAGE, Unit.RATIO, true, "Show the core features they do not use yet."),
  /** Active users of the last 28 days against the 28 days before: 0.25 is a quarter more. */
  USAGE_GROWTH(Factor.USAGE, Unit.RATIO, true, "Find out why usage shrinks, or help it grow."),
  /** Days since anybody used the product. */
  DAYS_SINCE_ACTIVE(Factor.USAGE, Unit.DAYS, false, "Bring them back into the product."),

  /** Tickets of the last 28 days for each seat, against the account's own median of 28 days. */
  TICKET_LOAD(Factor.SUPPORT, Unit.RATIO, false, "Find what causes the additional tickets."),
  /** Median time from opening to resolution, of what was agreed. */
  RESOLUTION_TIME(Factor.SUPPORT, Unit.RATIO, false, "Resolve tickets within the agreed time."),
  /** Hours the oldest unresolved urgent ticket has been open; 0 without one. */
  OPEN_P1_AGE(Factor.SUPPORT, Unit.HOURS, false, "Resolve the open urgent ticket."),
  /** Mean contentment with support, from 1 to 5. */
  CSAT(Factor.SUPPORT, Unit.POINTS, true, "Ask those who were not content with support."),

  /** Contacts who took part in something in the last 90 days. */
  ACTIVE_CONTACTS(Factor.RELATIONSHIP, Unit.COUNT, true, "Get to know more people there."),
  /** Strength of the strongest champion, from 0 to 100. */
  CHAMPION(Factor.RELATIONSHIP, Unit.POINTS, true, "Win or strengthen a champion."),
  /** Days since an executive took part in something. */
  EXECUTIVE_TOUCH(Factor.RELATIONSHIP, Unit.DAYS, false, "Have executives meet."),
  /** Days since the last interaction. */
  RECENCY(Factor.RELATIONSHIP, Unit.DAYS, false, "Get in touch."),
  /** Mean sentiment from -1 to 1, of which 45 days ago counts half. */
  SENTIMENT(Factor.RELATIONSHIP, Unit.POINTS, true, "Talk about what displeases them."),

  /** Goals that were met, of those that were due. */
  GOALS_MET(Factor.OUTCOMES, Unit.RATIO, true, "Help them reach the goals that are overdue."),
  /** Return on investment, of what was aimed at. */
  ROI(Factor.OUTCOMES, Unit.RATIO, true, "Work out with them where more return can come from."),
  /** Promoters minus detractors in percent, from -100 to 100. */
  NPS(Factor.OUTCOMES, Unit.POINTS, true, "Follow up with those who would not recommend us."),
  /** Days from the contract's start to the first goal met, of those planned. */
  TIME_TO_VALUE(Factor.OUTCOMES, Unit.RATIO, false, "Get the first goal met sooner.");

  /** What an input is measured in. A ratio of 1 is 100 %. */
  public enum Unit {
    RATIO,
    DAYS,
    HOURS,
    COUNT,
    POINTS;

    /** The name people and files use, in lower case. */
    public String wire() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private final Factor factor;
  private final Unit unit;
  private final boolean moreIsBetter;
  private final String advice;

  Input(Factor factor, Unit unit, boolean moreIsBetter, String advice) {
    this.factor = factor;
    this.unit = unit;
    this.moreIsBetter = moreIsBetter;
    this.advice = advice;
  }

  public Factor factor() {
    return factor;
  }

  public Unit unit() {
    return unit;
  }

  /** Whether a curve for it goes up; otherwise it goes down. */
  public boolean moreIsBetter() {
    return moreIsBetter;
  }

  /** What to do to improve it. */
  public String advice() {
    return advice;
  }

  /** The name people and files use, such as {@code usage_growth}. */
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }
}
