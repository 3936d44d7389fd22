package rapport.integrations.automation;

import static rapport.integrations.automation.Vocabulary.Kind.EVENT;
import static rapport.integrations.automation.Vocabulary.Kind.FLAG;
import static rapport.integrations.automation.Vocabulary.Kind.NUMBER;
import static rapport.integrations.automation.Vocabulary.Kind.TEXT;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Every name that an automation may use, what it stands for, and where it comes from. */
public final class Vocabulary {

  /** What a name stands for. */
  public enum Kind {
    /** Something that happens. */
    EVENT,
    NUMBER,
    TEXT,
    /** True or false. */
    FLAG
  }

  /**
   * A name.
   *
   * @param subject the type of what it is said of: {@code account}, {@code contact}, {@code lead}
   *     or {@code conversation}
   * @param topic where it comes from
   */
  public record Word(String name, Kind kind, String subject, String topic, String meaning) {}

  private static final String SIGNALS = "rapport.account.signals";
  private static final String HEALTH = "rapport.health.state";
  private static final String ALERTS = "rapport.health.events";
  private static final String LEADS = "rapport.lead.events";
  private static final String CONVERSATIONS = "rapport.conversation.events";

  private static final Map<String, Word> WORDS =
      words(
          account("health_score", NUMBER, HEALTH, "from 0 to 100"),
          account("health_band", TEXT, HEALTH, "excellent, good, at-risk or critical"),
          account("health_provisional", FLAG, HEALTH, "too little is known to trust the score"),
          account("churn_probability", NUMBER, HEALTH, "of being lost in 90 days, from 0 to 1"),
          account("usage_growth", NUMBER, HEALTH, "over 28 days, as a ratio: 50% is 0.5"),
          account("account_name", TEXT, SIGNALS, "its name"),
          account("industry", TEXT, SIGNALS, "its industry"),
          account("segment", TEXT, SIGNALS, "its segment"),
          account("employees", NUMBER, SIGNALS, "how many people work there"),
          account("owner", TEXT, SIGNALS, "the user in charge"),
          account("lifecycle_stage", TEXT, SIGNALS, "such as customer"),
          account("lifecycle_step", TEXT, SIGNALS, "such as onboarding"),
          account("churn_risk", TEXT, SIGNALS, "the step of the risk; none when there is none"),
          account("champion_strength", NUMBER, SIGNALS, "of the strongest, from 0 to 100"),
          account("seats", NUMBER, SIGNALS, "that are paid for, as last reported"),
          account("weekly_active_users", NUMBER, SIGNALS, "as last reported"),
          account("account_created", EVENT, SIGNALS, "an account is known for the first time"),
          account("lifecycle_moved", EVENT, SIGNALS, "the account is at another stage or step"),
          account("competitor_mentioned", EVENT, SIGNALS, "somebody named a competitor"),
          account("deal_won", EVENT, SIGNALS, "a deal is won"),
          account("deal_lost", EVENT, SIGNALS, "a deal is lost"),
          contact("contact_created", EVENT, SIGNALS, "a contact is known for the first time"),
          contact("contact_left", EVENT, SIGNALS, "a contact has left the account"),
          account("health_drop", EVENT, ALERTS, "such an alert was opened"),
          account("engagement_change", EVENT, ALERTS, "such an alert was opened"),
          account("competitive_threat", EVENT, ALERTS, "such an alert was opened"),
          account("expansion_signal", EVENT, ALERTS, "such an alert was opened"),
          account("renewal_risk", EVENT, ALERTS, "such an alert was opened"),
          lead("lead_points", NUMBER, "its score; 20 points more double the odds"),
          lead("lead_grade", TEXT, "A to D for fit and 1 to 4 for intent, such as B2"),
          lead("conversion_probability", NUMBER, "within 90 days, from 0 to 1"),
          lead("lead_status", TEXT, "new, working, qualified, won, lost or withdrawn"),
          lead("lead_created", EVENT, "a visitor has become a lead"),
          lead("lead_won", EVENT, "a lead has become a customer"),
          lead("lead_lost", EVENT, "a lead was lost"),
          conversation("conversation_flow", TEXT, "such as customer-profile"),
          conversation("conversation_locale", TEXT, "the language it began in, such as de"),
          conversation("visitor_persona", TEXT, "whom the visitor is taken for"),
          conversation("visitor_intent", NUMBER, "how likely they are to buy, from 0 to 1"),
          conversation("conversation_started", EVENT, "somebody began to talk"),
          conversation("conversation_completed", EVENT, "everything needed is there"),
          conversation("email_captured", EVENT, "somebody left an address"),
          conversation("question_left_open", EVENT, "nobody has approved an answer yet"),
          conversation(
              "colleague_called", EVENT, "somebody should look, as they are likely to buy"),
          conversation("agent_joined", EVENT, "a colleague took over"));

  private Vocabulary() {}

  public static Optional<Word> named(String name) {
    return Optional.ofNullable(WORDS.get(name));
  }

  /** In the order they are best shown in. */
  public static List<Word> list() {
    return List.copyOf(WORDS.values());
  }

  private static Word account(String name, Kind kind, String topic, String meaning) {
    return new Word(name, kind, "account", topic, meaning);
  }

  private static Word contact(String name, Kind kind, String topic, String meaning) {
    return new Word(name, kind, "contact", topic, meaning);
  }

  private static Word lead(String name, Kind kind, String meaning) {
    return new Word(name, kind, "lead", LEADS, meaning);
  }

  private static Word conversation(String name, Kind kind, String meaning) {
    return new Word(name, kind, "conversation", CONVERSATIONS, meaning);
  }

  private static Map<String, Word> words(Word... words) {
    var named = new LinkedHashMap<String, Word>();
    for (var word : words) {
      named.put(word.name(), word);
    }
    return named;
  }
}
