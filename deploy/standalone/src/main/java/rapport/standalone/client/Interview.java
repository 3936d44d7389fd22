package rapport.standalone.client;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/** A person who answers the questions of a flow by a {@link Script}. */
public final class Interview {

  private final RapportClient client;
  private final Script script;
  private final String id;
  private final Map<String, Integer> askedBefore = new HashMap<>();
  private JsonNode latest;
  private int messages;

  private Interview(RapportClient client, Script script, JsonNode started) {
    this.client = client;
    this.script = script;
    this.id = started.path("id").asString();
    this.latest = started;
  }

  /** Begins a customer profile. */
  public static Interview start(RapportClient client, String company) {
    var context = Map.<String, Object>of("onboarding_company_name", company);
    return start(client, Script.of("customer-profile").in(context));
  }

  /** Begins a conversation in the script's flow. */
  public static Interview start(RapportClient client, Script script) {
    return new Interview(client, script, client.start(script.flow(), script.context()));
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
    var text = script.answer(asked(), askedBefore.merge(asked(), 1, Integer::sum) - 1);
    latest = attempt.of(() -> client.say(id, messageId, text));
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
