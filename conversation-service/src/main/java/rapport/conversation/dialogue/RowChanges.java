package rapport.conversation.dialogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import rapport.contracts.ConversationEvent;
import rapport.contracts.ConversationEvent.Provenance;
import rapport.contracts.FieldValue;
import rapport.contracts.ItemPath;
import rapport.conversation.flow.Group;
import rapport.conversation.value.Answer;
import rapport.conversation.value.Answers;

/** Adds, removes and moves the rows of repeat groups; what is refused has a code and no events. */
final class RowChanges {

  static final String TOO_MANY = "too-many-items";
  static final String TOO_FEW = "too-few-items";
  static final String ALREADY_THERE = "already-there";
  static final String NO_SUCH_ITEM = "no-such-item";

  private final Draft draft;
  private final Provenance source;

  RowChanges(Draft draft, Provenance source) {
    this.draft = draft;
    this.source = source;
  }

  /**
   * @param title what the row is called, or null while it has no name
   * @param index where it goes, or null for the end
   * @return why it cannot be
   */
  Optional<String> add(Group group, @Nullable String title, @Nullable Integer index) {
    var rows = draft.now().rows(group.name());
    if (rows.ids().size() >= group.max()) {
      return Optional.of(TOO_MANY);
    }
    var item = group.prefix() + (rows.made() + 1);
    if (title == null) {
      insert(group, item, index);
      return Optional.empty();
    }
    var path = group.titleOf(item);
    return switch (Answers.check(
        draft.definition().title(group),
        FieldValue.text(title),
        List.of(),
        draft.now().wording())) {
      case Answer.Refused(var code) -> Optional.of(code);
      case Answer.Accepted(var name) when draft.taken(path, name) -> Optional.of(ALREADY_THERE);
      case Answer.Accepted(var name) -> {
        insert(group, item, index);
        draft.emit(new ConversationEvent.FieldCaptured(path, name, source));
        yield Optional.empty();
      }
    };
  }

  private void insert(Group group, String item, @Nullable Integer index) {
    var size = draft.now().rows(group.name()).ids().size();
    var place = index == null ? size : Math.clamp(index, 0, size);
    draft.emit(new ConversationEvent.ItemAdded(group.name(), item, place, source));
  }

  /**
   * @return why it cannot be
   */
  Optional<String> remove(Group group, String item) {
    var ids = draft.now().rows(group.name()).ids();
    if (!ids.contains(item)) {
      return Optional.of(NO_SUCH_ITEM);
    }
    if (ids.size() <= group.min()) {
      return Optional.of(TOO_FEW);
    }
    draft.emit(new ConversationEvent.ItemRemoved(group.name(), item, source));
    return Optional.empty();
  }

  /**
   * @return why it cannot be
   */
  Optional<String> move(Group group, String item, int index) {
    var ids = draft.now().rows(group.name()).ids();
    if (!ids.contains(item)) {
      return Optional.of(NO_SUCH_ITEM);
    }
    var place = Math.clamp(index, 0, ids.size() - 1);
    if (ids.indexOf(item) != place) {
      draft.emit(new ConversationEvent.ItemMoved(group.name(), item, place, source));
    }
    return Optional.empty();
  }

  /** Rows of these titles, in the place of earlier rows that hold nothing but their title. */
  void seed(Group group, List<String> titles) {
    for (var item : draft.now().rows(group.name()).ids()) {
      var title = draft.now().value(group.titleOf(item));
      var wanted = title != null && titles.contains(title.display());
      if (!wanted && givesWay(group, item)) {
        draft.emit(new ConversationEvent.ItemRemoved(group.name(), item, source));
      }
    }
    titles.forEach(title -> add(group, title, null));
  }

  /** So many rows: unnamed ones are added, and the last ones go while they hold no answers. */
  void count(Group group, int wanted) {
    while (draft.now().rows(group.name()).ids().size() < Math.min(wanted, group.max())) {
      add(group, null, null);
    }
    for (var item : new ArrayList<>(draft.now().rows(group.name()).ids()).reversed()) {
      if (draft.now().rows(group.name()).ids().size() <= wanted || !givesWay(group, item)) {
        return;
      }
      draft.emit(new ConversationEvent.ItemRemoved(group.name(), item, source));
    }
  }

  /** Whether a row is from before the command and nothing but its title is known of it. */
  private boolean givesWay(Group group, String item) {
    var prefix = ItemPath.prefix(group.name(), item);
    return draft.before().rows(group.name()).ids().contains(item)
        && draft.now().fields().entrySet().stream()
            .filter(entry -> entry.getKey().startsWith(prefix))
            .allMatch(
                entry -> entry.getValue().open() || entry.getKey().equals(group.titleOf(item)));
  }
}
