package rapport.standalone.client;

import java.util.Map;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/** A person who answers the questions of a customer profile, always the same way. */
public final class Interview {

  private static final Map<String, String> ANSWERS =
      Map.ofEntries(
          Map.entry("ready", "Yes, let's start"),
          Map.entry("type", "Economic Buyer"),
          Map.entry("b2b_b2c", "B2B"),
          Map.entry("prototype_name", "Dana Rivera"),
          Map.entry("company_is_right", "Yes"),
          Map.entry("company_name", "Acme Robotics"),
          Map.entry("job_title", "Head of Operations"),
          Map.entry("demographics.age", "42"),
          Map.entry("demographics.income", "$120k"),
          Map.entry("demographics.education", "MBA"),
          Map.entry("demographics.work_experience", "15+ years in logistics operations"),
          Map.entry("demographics.level_of_experience", "Senior"),
          Map.entry("demographics.industry", "Logistics"),
          Map.entry("demographics.num_employees", "200"),
          Map.entry("demographics.annual_revenue", "$30 million"),
          Map.entry("demographics.num_locations", "3"),
          Map.entry("demographics.years_in_business", "12 years"),
          Map.entry("demographics.markets_served", "Europe and North America"),
          Map.entry("demographics.products_service", "Warehouse robots and their upkeep"),
          Map.entry("psychographics.likes_dislikes", "clear pricing, short meetings"),
          Map.entry("review_now", "finalize"),
          Map.entry("want_summary", "No"));
  private static final String ELSE =
      "They compare three vendors and ask colleagues before they decide";

  private final RapportClient client;
  private final String id;
  private JsonNode latest;
  private int messages;

  private Interview(RapportClient client, String id, JsonNode latest) {
    this.client = client;
    this.id = id;
    this.latest = latest;
  }

  /** Begins a conversation. */
  public static Interview start(RapportClient client, String company) {
    var started = client.startProfile(company);
    return new Interview(client, started.path("id").asString(), started);
  }

  public String id() {
    return id;
  }

  /** The revision after the latest answer. */
  public long rev() {
    return latest.path("rev").asLong();
  }

  /** Messages said so far. */
  public int messages() {
    return messages;
  }

  public boolean isOver() {
    return latest.path("asked").isEmpty() || latest.path("status").asString().equals("completed");
  }

  /** Answers the pending question. */
  public JsonNode next() {
    return next(Attempt.ONCE);
  }

  /** Answers the pending question, asking again as {@code attempt} sees fit. */
  public JsonNode next(Attempt attempt) {
    var messageId = "m" + (messages + 1);
    var asked = latest.path("asked").path(0).asString("");
    latest = attempt.of(() -> client.say(id, messageId, ANSWERS.getOrDefault(asked, ELSE)));
    messages++;
    return latest;
  }

  /** What the pending question is about. */
  public String asked() {
    return latest.path("asked").path(0).asString("");
  }

  /** How often one request is sent. */
  public interface Attempt {
    Attempt ONCE = Supplier::get;

    JsonNode of(Supplier<JsonNode> request);
  }
}
