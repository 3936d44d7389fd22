package rapport.conversation.flow;

import java.util.List;

/**
 * A part of a flow.
 *
 * @param id stable name
 * @param batch how many questions are asked at once at most
 * @param closing the phase in which required fields that were skipped come up once more
 * @param fields in the order they are asked
 * @param rules what follows when a guard begins to hold
 */
public record Phase(String id, int batch, boolean closing, List<Field> fields, List<Rule> rules) {
  public Phase {
    fields = List.copyOf(fields);
    rules = List.copyOf(rules);
  }
}
