package rapport.health.account;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalDouble;
import rapport.health.score.Input;

/** The inputs of a score that follow from what is known; what does not follow is not there. */
public final class Inputs {

  private Inputs() {}

  /**
   * The inputs at a time.
   *
   * @param zone says which day it is
   */
  public static Map<Input, Double> of(AccountFacts facts, Instant now, ZoneId zone) {
    var today = LocalDate.ofInstant(now, zone);
    var inputs = new EnumMap<Input, Double>(Input.class);
    var usage = new UsageInputs(facts, today);
    put(inputs, Input.WEEKLY_ACTIVE, usage.weeklyActive());
    put(inputs, Input.CORE_FEATURES, usage.coreFeatures());
    put(inputs, Input.USAGE_GROWTH, usage.growth());
    put(inputs, Input.DAYS_SINCE_ACTIVE, usage.daysSinceActive());
    var support = new SupportInputs(facts, now, today, usage.weeklyActive());
    put(inputs, Input.TICKET_LOAD, support.ticketLoad());
    put(inputs, Input.RESOLUTION_TIME, support.resolutionTime());
    put(inputs, Input.OPEN_P1_AGE, support.openP1Age());
    put(inputs, Input.CSAT, support.csat());
    var relationship = new RelationshipInputs(facts, now);
    put(inputs, Input.ACTIVE_CONTACTS, relationship.activeContacts());
    put(inputs, Input.CHAMPION, relationship.champion());
    put(inputs, Input.EXECUTIVE_TOUCH, relationship.executiveTouch());
    put(inputs, Input.RECENCY, relationship.recency());
    put(inputs, Input.SENTIMENT, relationship.sentiment());
    var outcomes = new OutcomeInputs(facts, now, today);
    put(inputs, Input.GOALS_MET, outcomes.goalsMet());
    put(inputs, Input.ROI, outcomes.roi());
    put(inputs, Input.NPS, outcomes.nps());
    put(inputs, Input.TIME_TO_VALUE, outcomes.timeToValue());
    return inputs;
  }

  private static void put(Map<Input, Double> inputs, Input input, OptionalDouble value) {
    value.ifPresent(it -> inputs.put(input, it));
  }
}
