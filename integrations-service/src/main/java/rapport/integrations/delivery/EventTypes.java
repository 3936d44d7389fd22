package rapport.integrations.delivery;

import java.util.List;

/** The events webhooks can be called for. What each carries is described with the topics. */
public final class EventTypes {

  /** Sent by hand, to any webhook, to see whether it works. */
  public static final String TEST = "rapport.webhook.test.v1";

  /**
   * A type of event.
   *
   * @param type its name on the wire
   * @param topic it is published on
   */
  public record Offered(String type, String topic, String meaning) {}

  private static final String HEALTH = "rapport.health.events";
  private static final String LEADS = "rapport.lead.events";

  private static final List<Offered> ALL =
      List.of(
          health("alert-opened", "Somebody should look at an account."),
          health("alert-updated", "An open alert has more causes."),
          health("alert-acknowledged", "Somebody has seen an alert."),
          health("alert-snoozed", "Somebody does not want to see an alert for a while."),
          health("alert-assigned", "Somebody is to see to an alert."),
          health("alert-cleared", "An alert is over."),
          health("score-changed", "The health score of an account is another one."),
          health("band-crossed", "The health score of an account is in another band."),
          health("provisional-changed", "Too little is known of an account, or enough again."),
          lead("lead-opened", "A visitor has become a lead."),
          lead("lead-enriched", "More is known of a lead."),
          lead("lead-scored", "The score of a lead is another one."),
          lead("lead-assigned", "Somebody is to see to a lead."),
          lead("lead-status-changed", "A lead stands elsewhere on its way."),
          lead("lead-won", "A lead has become a customer."),
          lead("lead-lost", "A lead will not become a customer."));

  private EventTypes() {}

  /** In the order they are best shown in. */
  public static List<Offered> list() {
    return ALL;
  }

  public static boolean contains(String type) {
    return ALL.stream().anyMatch(offered -> offered.type().equals(type));
  }

  private static Offered health(String name, String meaning) {
    return new Offered("rapport.health." + name + ".v1", HEALTH, meaning);
  }

  private static Offered lead(String name, String meaning) {
    return new Offered("rapport.lead." + name + ".v1", LEADS, meaning);
  }
}
