package rapport.contracts;

import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Published on {@code rapport.account.signals}, keyed by workspace and account: what is known of an
 * account that bears on its health. Whatever has an id is told as a whole each time, so of several
 * with the same id the latest counts. People appear by their ids only; their names and addresses
 * stay where they are. What is absent is not known, which is something else than none.
 */
public sealed interface AccountSignal {

  /**
   * The account as it stands.
   *
   * @param owner the user in charge
   * @param source where it came from, such as {@code manual}, {@code csv} or {@code salesforce}
   * @param customerSince the day it became a customer
   */
  record AccountRecorded(
      String name,
      @Nullable String industry,
      @Nullable String segment,
      @Nullable Integer employees,
      @Nullable String owner,
      String source,
      @Nullable LocalDate customerSince)
      implements AccountSignal {}

  /** The account is looked after no longer; a later {@link AccountRecorded} brings it back. */
  record AccountArchived() implements AccountSignal {}

  /**
   * Where the account stands moved.
   *
   * @param from absent for a new account
   * @param churnRisk the step of the risk that overlays a customer; absent when there is none
   */
  record LifecycleMoved(
      @Nullable Position from,
      Position to,
      @Nullable String churnRisk,
      String reason,
      @Nullable String by)
      implements AccountSignal {}

  /** A stage, such as {@code customer}, and a step of it, such as {@code onboarding}. */
  record Position(String stage, String step) {}

  /**
   * A person at the account.
   *
   * @param roles of {@code decision-maker}, {@code influencer}, {@code champion}, {@code user},
   *     {@code blocker}
   * @param level {@code executive}, {@code director}, {@code manager} or {@code staff}
   * @param active false for one who has left
   */
  record ContactRecorded(
      String contact,
      List<String> roles,
      @Nullable String level,
      @Nullable String department,
      boolean active)
      implements AccountSignal {
    public ContactRecorded {
      roles = List.copyOf(roles);
    }
  }

  /**
   * How strong the strongest champion is, from 0 to 100, and its parts, from 0 to 1 each.
   *
   * @param contact absent when there is no champion; then everything is 0
   * @param sentiment absent when nobody has said how they feel
   */
  record ChampionAssessed(
      @Nullable String contact,
      double strength,
      double recency,
      double initiative,
      double reach,
      @Nullable Double sentiment)
      implements AccountSignal {}

  /**
   * Something took place between us and people of the account.
   *
   * @param channel {@code meeting}, {@code call}, {@code email}, {@code chat}, {@code message} or
   *     {@code event}
   * @param contacts those who took part
   * @param executive whether an executive of theirs or of ours took part
   * @param sentiment from -1 to 1
   * @param source the system it was taken from
   */
  record InteractionLogged(
      String interaction,
      String channel,
      Instant at,
      Direction direction,
      List<String> contacts,
      boolean executive,
      @Nullable Double sentiment,
      String source)
      implements AccountSignal {
    public InteractionLogged {
      contacts = List.copyOf(contacts);
    }
  }

  /** Who began. */
  enum Direction {
    /** People of the account. */
    INBOUND,
    /** We. */
    OUTBOUND;

    /** The name on the wire, in lower case. */
    @JsonValue
    public String wire() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** That interaction is to be forgotten. */
  record InteractionWithdrawn(String interaction) implements AccountSignal {}

  /**
   * A competitor was named.
   *
   * @param mention its id
   * @param confidence from 0 to 1; 1 when noted by hand
   * @param external whether somebody of the account said it
   * @param byHand whether a person of ours noted it
   */
  record CompetitorMentioned(
      String mention,
      String competitor,
      Instant at,
      double confidence,
      boolean external,
      boolean byHand,
      @Nullable String interaction)
      implements AccountSignal {}

  /**
   * How much the product was used on a day; the latest told of a day counts.
   *
   * @param activeUsers of that day
   * @param weeklyActiveUsers of the seven days that end with it
   * @param seats that are paid for
   * @param coreFeaturesUsed how many of the {@code coreFeatures} were used in those seven days
   */
  record UsageReported(
      LocalDate day,
      int activeUsers,
      @Nullable Integer weeklyActiveUsers,
      @Nullable Integer seats,
      @Nullable Integer coreFeaturesUsed,
      @Nullable Integer coreFeatures)
      implements AccountSignal {}

  /**
   * A request for support.
   *
   * @param priority from {@code p1}, the most urgent, to {@code p4}
   * @param resolvedAt absent while it is open
   * @param slaHours within how many hours it was to be resolved
   * @param csat how content they were, from 1 to 5
   */
  record TicketRecorded(
      String ticket,
      String priority,
      Instant openedAt,
      @Nullable Instant resolvedAt,
      @Nullable BigDecimal slaHours,
      @Nullable Double csat)
      implements AccountSignal {}

  /**
   * An outcome agreed with the account.
   *
   * @param metOn absent while it has not been reached
   */
  record GoalRecorded(String goal, String name, LocalDate dueOn, @Nullable LocalDate metOn)
      implements AccountSignal {}

  /**
   * What the account got for what it paid.
   *
   * @param roi as a ratio: 1.5 is 150 %
   * @param target as a ratio, above 0
   */
  record RoiMeasured(String measurement, LocalDate on, BigDecimal roi, @Nullable BigDecimal target)
      implements AccountSignal {}

  /** How likely somebody would recommend us, from 0 to 10. */
  record NpsAnswered(String answer, Instant at, int score, @Nullable String contact)
      implements AccountSignal {}

  /**
   * A contract.
   *
   * @param endsOn the day it is to be renewed
   * @param annualRecurringRevenue a year, in {@code currency} (ISO 4217)
   * @param plannedDaysToValue from its start to the first goal met, as planned
   * @param status {@code active}, {@code renewed}, {@code ended} or {@code cancelled}
   * @param renewalOf the contract it goes on from
   */
  record ContractRecorded(
      String contract,
      LocalDate startsOn,
      LocalDate endsOn,
      BigDecimal annualRecurringRevenue,
      String currency,
      @Nullable Integer seats,
      @Nullable Integer plannedDaysToValue,
      String status,
      @Nullable String renewalOf)
      implements AccountSignal {}

  /**
   * A deal.
   *
   * @param kind {@code new}, {@code expansion} or {@code renewal}
   * @param stage {@code discovery}, {@code technical-validation}, {@code business-case}, {@code
   *     negotiation}, {@code closing}, {@code won} or {@code lost}
   * @param stageSince since when it has been there
   * @param amount a year, in {@code currency} (ISO 4217)
   * @param closesOn when it is expected to be closed, or was
   * @param slips how often that day was put off
   * @param contract the contract a renewal or expansion is about
   */
  record DealRecorded(
      String deal,
      String kind,
      String stage,
      Instant stageSince,
      @Nullable BigDecimal amount,
      @Nullable String currency,
      @Nullable LocalDate closesOn,
      int slips,
      @Nullable String contract)
      implements AccountSignal {}
}
