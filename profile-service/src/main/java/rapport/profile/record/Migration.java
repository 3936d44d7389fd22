package rapport.profile.record;

import rapport.contracts.ConversationEvent.FlowMigrated;
import rapport.contracts.ItemPath;

/**
 * What a change of the flow's version does to paths; a template stands for that field of all rows.
 */
record Migration(FlowMigrated event) {

  boolean drops(String path) {
    return event.dropped().contains(ItemPath.template(path));
  }

  boolean renames(String path) {
    return !drops(path) && event.renamed().containsKey(ItemPath.template(path));
  }

  /** The path a field has now; of a row's field the row stays. */
  String renamed(String path) {
    var now = event.renamed().getOrDefault(ItemPath.template(path), path);
    var row = ItemPath.parse(path);
    if (row.isEmpty()) {
      return now;
    }
    return ItemPath.parse(now)
        .map(template -> template.of(row.get().item()).toString())
        .orElse(now);
  }

  /** The group a group's rows belong to now: fields carry their rows along when they change it. */
  String renamedGroup(String group) {
    for (var renaming : event.renamed().entrySet()) {
      var before = ItemPath.parse(renaming.getKey());
      var after = ItemPath.parse(renaming.getValue());
      if (before.isPresent() && after.isPresent() && before.get().group().equals(group)) {
        return after.get().group();
      }
    }
    return group;
  }
}
