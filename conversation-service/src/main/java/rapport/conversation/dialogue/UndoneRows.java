package rapport.conversation.dialogue;

import java.util.HashSet;
import java.util.List;
import rapport.contracts.ConversationEvent;
import rapport.contracts.ConversationEvent.Provenance;
import rapport.contracts.ItemPath;
import rapport.contracts.Origin;

/** Gives groups the rows they had before a message, as far as nobody has worked on them since. */
final class UndoneRows {

  private static final Provenance SOURCE = new Provenance(Origin.CHAT, null, null, 1);

  private final Draft draft;
  private final Turn turn;

  UndoneRows(Draft draft, Turn turn) {
    this.draft = draft;
    this.turn = turn;
  }

  void restore() {
    turn.rowsAfter()
        .forEach((group, after) -> {
          var before = turn.rowsBefore().getOrDefault(group, Rows.NONE).ids();
          if (!before.equals(after.ids())) {
            var ordered = isOrdered(group, after.ids());
            after.ids().stream()
                .filter(item -> !before.contains(item) && untouched(group, item))
                .forEach(
                    item -> draft.emit(new ConversationEvent.ItemRemoved(group, item, SOURCE)));
            before.stream()
                .filter(item -> !after.ids().contains(item) && !ids(group).contains(item))
                .forEach(item -> bringBack(group, item, before.indexOf(item)));
            if (ordered) {
              order(group, before);
            }
          }
        });
  }

  private void bringBack(String group, String item, int index) {
    var declared = draft.definition().groups().get(group);
    if (declared != null && ids(group).size() < declared.max()) {
      var place = Math.min(index, ids(group).size());
      draft.emit(new ConversationEvent.ItemAdded(group, item, place, SOURCE));
    }
  }

  /** Whether the rows stand as the message left them, as far as they are still there. */
  private boolean isOrdered(String group, List<String> left) {
    var now = ids(group);
    return left.stream()
        .filter(now::contains)
        .toList()
        .equals(now.stream().filter(left::contains).toList());
  }

  private void order(String group, List<String> before) {
    if (!new HashSet<>(ids(group)).equals(new HashSet<>(before))) {
      return;
    }
    for (var index = 0; index < before.size(); index++) {
      var item = before.get(index);
      if (ids(group).indexOf(item) != index) {
        draft.emit(new ConversationEvent.ItemMoved(group, item, index, SOURCE));
      }
    }
  }

  private boolean untouched(String group, String item) {
    var prefix = ItemPath.prefix(group, item);
    return ids(group).contains(item)
        && draft.now().fields().entrySet().stream()
            .filter(entry -> entry.getKey().startsWith(prefix))
            .allMatch(entry -> entry.getValue().equals(turn.after().get(entry.getKey())));
  }

  private List<String> ids(String group) {
    return draft.now().rows(group).ids();
  }
}
