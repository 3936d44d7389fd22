package rapport.contracts;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Published on {@code rapport.integration.events}: what other systems say, in our words. Every
 * record of another system is a stream of its own ({@link #streamOf}), and each of its events tells
 * the whole record as it stood, so a later one replaces an earlier one. A connection is a stream,
 * too, under its own id. Times are ISO 8601 in UTC.
 */
public sealed interface IntegrationEvent {

  /** The topic and the wire names. */
  EventCatalog<IntegrationEvent> CATALOG = IntegrationEventNames.CATALOG;

  /**
   * The stream of a record: the same for the same record of the same connection, always.
   *
   * @param connection the id of the connection it was read through
   * @param object what it is called over there, such as {@code Account}
   * @param record its id over there
   */
  static String streamOf(String connection, String object, String record) {
    try {
      var hash =
          MessageDigest.getInstance("SHA-256")
              .digest(
                  (connection + "\n" + object + "\n" + record).getBytes(StandardCharsets.UTF_8));
      return "r-" + Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java knows SHA-256", e);
    }
  }

  /**
   * Where a record comes from.
   *
   * @param connection the id of the connection it was read through
   * @param system the connector, such as {@code salesforce}, {@code slack} or {@code mail}
   * @param object what it is called over there, such as {@code Account}
   * @param record its id over there
   * @param version grows with each change over there, within this record
   * @param url where people can look at it
   * @param rapportId the id of ours that was pushed with it, such as a lead's
   */
  record Source(
      String connection,
      String system,
      String object,
      String record,
      String version,
      @Nullable String url,
      @Nullable String rapportId) {}

  /**
   * A person as a record names them.
   *
   * @param record their id over there
   * @param side {@code ours}, {@code theirs} or {@code unknown}
   */
  record Person(
      @Nullable String record, @Nullable String name, @Nullable String email, String side) {}

  /**
   * A company.
   *
   * @param domain of its website or mail, in lower case, without {@code www.}
   * @param parent the record of the company it belongs to, of the same object and connection
   * @param type such as {@code Customer} or {@code Prospect}, in the other system's words
   */
  record AccountSeen(
      Source source,
      String name,
      @Nullable String domain,
      @Nullable String website,
      @Nullable String industry,
      @Nullable BigDecimal employees,
      @Nullable BigDecimal revenue,
      @Nullable String phone,
      @Nullable String country,
      @Nullable String type,
      @Nullable Person owner,
      @Nullable String parent)
      implements IntegrationEvent {}

  /**
   * Somebody at a company.
   *
   * @param account the company's record, of the object {@code Account} of the same connection
   */
  record ContactSeen(
      Source source,
      String name,
      @Nullable String email,
      @Nullable String phone,
      @Nullable String title,
      @Nullable String department,
      @Nullable String account,
      @Nullable Person owner)
      implements IntegrationEvent {}

  /**
   * Somebody who may become a customer.
   *
   * @param status {@code open}, {@code converted} (a deal or a customer was made of it) or {@code
   *     disqualified}
   * @param stage the status in the other system's words
   * @param deal the record of the deal it became
   * @param account the record of the company it became
   * @param contact the record of the person it became
   */
  record LeadSeen(
      Source source,
      String name,
      @Nullable String email,
      @Nullable String company,
      @Nullable String title,
      String status,
      @Nullable String stage,
      @Nullable String deal,
      @Nullable String account,
      @Nullable String contact,
      @Nullable Person owner)
      implements IntegrationEvent {}

  /**
   * A sale that is wanted, won or lost. The outcome of leads: {@code people} are those it is about,
   * each with the id of ours that its lead was pushed with.
   *
   * @param status {@code open}, {@code won} or {@code lost}
   * @param stage in the other system's words
   * @param probability of winning, from 0 to 1
   * @param currency ISO 4217
   * @param closeOn the day it was closed, or is expected to be
   * @param stages the stages it went through, the oldest first
   */
  record DealSeen(
      Source source,
      String name,
      String status,
      @Nullable String stage,
      @Nullable BigDecimal amount,
      @Nullable String currency,
      @Nullable BigDecimal probability,
      @Nullable String closeOn,
      @Nullable String createdAt,
      @Nullable String account,
      @Nullable Person owner,
      List<DealPerson> people,
      List<StageEntered> stages)
      implements IntegrationEvent {
    public DealSeen {
      people = List.copyOf(people);
      stages = List.copyOf(stages);
    }
  }

  /**
   * Somebody a deal is about.
   *
   * @param rapportId of the lead that became this deal, when we pushed it
   */
  record DealPerson(@Nullable String rapportId, @Nullable String lead, @Nullable String email) {}

  /** A deal came to a stage. */
  record StageEntered(String stage, String at) {}

  /**
   * A request for help.
   *
   * @param status {@code open} or {@code closed}
   * @param priority {@code p1} (most urgent) to {@code p4}
   */
  record CaseSeen(
      Source source,
      String subject,
      String status,
      String priority,
      String openedAt,
      @Nullable String closedAt,
      @Nullable String account,
      @Nullable String contact)
      implements IntegrationEvent {}

  /**
   * How much a company used the product on a day, as the product's own database has it.
   *
   * @param domain of the company, in lower case
   * @param day ISO 8601
   * @param weeklyActiveUsers of the seven days that end with it
   * @param seats that are paid for
   * @param coreFeaturesUsed how many of {@code coreFeatures} were used in those seven days
   */
  record UsageSeen(
      Source source,
      String domain,
      String day,
      int activeUsers,
      @Nullable Integer weeklyActiveUsers,
      @Nullable Integer seats,
      @Nullable Integer coreFeaturesUsed,
      @Nullable Integer coreFeatures)
      implements IntegrationEvent {}

  /**
   * People talked.
   *
   * @param channel {@code email}, {@code chat}, {@code call}, {@code meeting} or {@code note}
   * @param direction {@code inbound}, {@code outbound} or {@code internal}
   * @param text what was said, at most 4,000 characters of it
   * @param thread the same for everything of one talk
   */
  record InteractionSeen(
      Source source,
      String channel,
      String direction,
      String at,
      @Nullable String subject,
      @Nullable String text,
      List<Person> participants,
      @Nullable String thread,
      @Nullable String account)
      implements IntegrationEvent {
    public InteractionSeen {
      participants = List.copyOf(participants);
    }
  }

  /**
   * A record is gone over there.
   *
   * @param kind what it was: {@code account}, {@code contact}, {@code lead}, {@code deal}, {@code
   *     case}, {@code usage} or {@code interaction}
   */
  record RecordDeleted(Source source, String kind) implements IntegrationEvent {}

  /**
   * A connection changed its state.
   *
   * @param state {@code active}, {@code paused}, {@code failing} (somebody has to act) or {@code
   *     disconnected}
   * @param code why it fails, kebab-case
   * @param detail for people to read
   */
  record ConnectionChanged(
      String connector, String name, String state, @Nullable String code, @Nullable String detail)
      implements IntegrationEvent {}
}
