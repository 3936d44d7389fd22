package rapport.lead.evaluation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import rapport.contracts.FieldValue;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A labelled conversation: what a visitor said, turn by turn, and what should be made of it.
 *
 * @param persona the right persona's id, or {@code unknown}
 * @param highFrom the turn, from 1, with which the visitor clearly means to buy; null for never
 * @param emailTurn the turn in which an address is given; null for never
 * @param facts by path, of everything said
 */
record VisitorChat(
    String id,
    String site,
    @Nullable String page,
    String persona,
    List<String> turns,
    @Nullable Integer highFrom,
    @Nullable Integer emailTurn,
    @Nullable String address,
    Map<String, FieldValue> facts,
    List<String> competitors,
    List<String> signals) {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  /**
   * Reads one line of a file.
   *
   * @throws IllegalArgumentException saying what is wrong with it
   */
  static VisitorChat parse(String line) {
    JsonNode node;
    try {
      node = JSON.readTree(line);
    } catch (JacksonException _) {
      throw new IllegalArgumentException("it is not JSON");
    }
    var turns = texts(node.path("turns"));
    if (turns.isEmpty() || !node.path("persona").isString()) {
      throw new IllegalArgumentException("it has no turns or no persona");
    }
    var email = node.path("email");
    return new VisitorChat(
        node.path("id").asString("?"),
        node.path("site").asString("starter"),
        node.path("page").isString() ? node.path("page").asString() : null,
        node.path("persona").asString(),
        turns,
        number(node.path("intent_high_from_turn")),
        number(email.path("turn")),
        email.path("address").isString() ? email.path("address").asString() : null,
        facts(node.path("facts")),
        texts(node.path("competitors")),
        texts(node.path("signals")));
  }

  private static @Nullable Integer number(JsonNode node) {
    return node.isInt() ? node.asInt() : null;
  }

  private static List<String> texts(JsonNode list) {
    var texts = new ArrayList<String>();
    list.forEach(each -> texts.add(each.asString()));
    return List.copyOf(texts);
  }

  private static Map<String, FieldValue> facts(JsonNode node) {
    var facts = new LinkedHashMap<String, FieldValue>();
    node.properties()
        .forEach(entry ->
            facts.put(
                entry.getKey(), FieldValue.of(JSON.treeToValue(entry.getValue(), Object.class))));
    return facts;
  }
}
