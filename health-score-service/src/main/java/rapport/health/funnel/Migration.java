package rapport.health.funnel;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import rapport.contracts.ConversationEvent.FlowMigrated;
import rapport.contracts.ItemPath;

/** The paths of a flow's new version in the place of those of the old one. */
record Migration(FlowMigrated change) {

  List<String> paths(List<String> old) {
    return old.stream().map(this::path).flatMap(Stream::ofNullable).toList();
  }

  Map<String, FieldProgress> fields(Map<String, FieldProgress> old) {
    var kept = new LinkedHashMap<String, FieldProgress>();
    old.forEach((path, field) -> {
      var name = path(path);
      if (name != null) {
        kept.put(name, field);
      }
    });
    return kept;
  }

  /** What the path is called now; none when it was dropped. */
  private @Nullable String path(String old) {
    var template = Paths.template(old);
    if (change.dropped().contains(template)) {
      return null;
    }
    var name = change.renamed().getOrDefault(template, template);
    var row = ItemPath.parse(old).map(ItemPath::item);
    return row.flatMap(item -> ItemPath.parse(name).map(to -> to.of(item).toString()))
        .orElse(Objects.equals(name, template) ? old : name);
  }
}
