package rapport.lead.proposal;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import rapport.lead.text.Cues;

/**
 * What to find out of a visitor, since the site says it matters.
 *
 * @param path the field of the conversation
 * @param question to the visitor
 * @param learn the same for whoever reads along
 * @param cue how pages say that it matters
 */
record Asks(String path, String question, String learn, Pattern cue) {

  static final List<Asks> ALL =
      List.of(
          ask(
              "tech_stack",
              "Which systems do you use today?",
              "which systems they use",
              "integrat\\w*|connects? (?:to|with)|API|SDKs?|webhooks?|plug-?ins?|import\\w*|Shopify"
                  + "|WooCommerce|SAP|ERP|CRM|Kubernetes|Moodle|LMS"),
          ask(
              "team_size",
              "How many people is it for?",
              "how many people it is for",
              "seats?|users?|agents?|employees|teams?|staff|colleagues|members?|classes|pupils"),
          ask(
              "volume",
              "How much of it is there in a usual week?",
              "how much there is to handle",
              "per (?:day|week)|orders|tickets|parcels|pallets|invoices|full truck|volume"),
          ask(
              "security_needs",
              "Which security requirements have to be met?",
              "which security requirements have to be met",
              "SAML|SCIM|single sign-on|SSO|audit\\w*|compliance|GDPR|ISO ?\\d+|encrypt\\w*"),
          ask(
              "timeline",
              "When would you like to begin?",
              "when they want to begin",
              "deadlines?|season\\w*|christmas|this year|next year|in time|delivery takes"),
          ask(
              "decision_maker",
              "Who decides about this with you?",
              "who takes part in the decision",
              "procurement|board|approv\\w*|purchas\\w*|tenders?|management"));

  private static final Asks USE =
      ask("use_case", "What would you like to get done?", "what they want to get done", ".");

  private static final int MOST = 3;

  /** A question, and the words of the site for which it is asked. */
  record Because(Asks asks, Passage passage) {}

  private static Asks ask(String path, String question, String learn, String cue) {
    return new Asks(path, question, learn, Cues.anyOf(List.of(cue)));
  }

  /** What to find out of a kind of visitor; what they want to get done first. */
  static List<Because> of(List<Passage> own) {
    var asks = new ArrayList<Because>();
    asks.add(new Because(USE, own.getFirst()));
    for (var ask : ALL) {
      own.stream()
          .filter(passage -> ask.cue().matcher(passage.quote()).find())
          .findFirst()
          .ifPresent(passage -> asks.add(new Because(ask, passage)));
    }
    return asks.stream().limit(MOST).toList();
  }
}
