package rapport.conversation.dialogue;

import java.util.ArrayList;
import java.util.List;

/**
 * The rows of one repeat group.
 *
 * @param ids in order
 * @param made how many were ever made; ids are numbered on from here, so that none is used twice
 */
public record Rows(List<String> ids, int made) {

  static final Rows NONE = new Rows(List.of(), 0);

  public Rows {
    ids = List.copyOf(ids);
  }

  Rows add(String item, int index) {
    var all = new ArrayList<>(ids);
    all.add(Math.clamp(index, 0, all.size()), item);
    return new Rows(all, Math.max(made, number(item)));
  }

  Rows remove(String item) {
    return new Rows(ids.stream().filter(other -> !other.equals(item)).toList(), made);
  }

  Rows move(String item, int index) {
    return remove(item).add(item, index);
  }

  private static int number(String item) {
    var digits = item.replaceAll("\\D", "");
    return digits.isEmpty() ? 0 : Integer.parseInt(digits);
  }
}
