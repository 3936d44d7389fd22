package rapport.conversation.flow.tool;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import rapport.conversation.flow.Field;
import rapport.conversation.flow.FieldType;
import rapport.conversation.flow.FlowDefinition;
import rapport.conversation.flow.Group;
import rapport.conversation.flow.Migration;
import rapport.conversation.flow.Phase;
import rapport.conversation.flow.Rule;
import rapport.conversation.flow.tool.Change.Kind;

/** Compares two versions of a flow for the sake of the conversations that run on the older one. */
final class FlowDiff {

  private final FlowDefinition old;
  private final FlowDefinition young;
  private final @Nullable Migration migration;
  private final Map<String, String> renamed;
  private final List<Change> changes = new ArrayList<>();

  private FlowDiff(FlowDefinition old, FlowDefinition young) {
    this.old = old;
    this.young = young;
    this.migration = young.migrationFrom(old.version()).orElse(null);
    this.renamed = migration == null ? Map.of() : migration.rename();
  }

  /** What is different, the parts in the order of the definitions. */
  static List<Change> changes(FlowDefinition old, FlowDefinition young) {
    return new FlowDiff(old, young).all();
  }

  private List<Change> all() {
    version();
    old.fields().forEach(this::field);
    var kept = new HashSet<String>();
    old.fields().forEach(field -> kept.add(renamed.getOrDefault(field.path(), field.path())));
    young
        .fields()
        .filter(field -> !kept.contains(field.path()))
        .forEach(field ->
            safe("%s is new%s".formatted(field.path(), field.required() ? " and required" : "")));
    phases();
    groups();
    rules();
    return List.copyOf(changes);
  }

  private void version() {
    if (!old.name().equals(young.name())) {
      loses("these are two flows: %s and %s".formatted(old.name(), young.name()));
    } else if (young.version() <= old.version() && !old.equals(young)) {
      loses(
          "version %d is published already: a change needs a new version".formatted(old.version()));
    } else if (migration == null && young.version() > old.version()) {
      safe(
          "no migration from version %1$d: conversations on it stay there, as long as its file does"
              .formatted(old.version()));
    }
  }

  private void field(Field was) {
    var path = renamed.getOrDefault(was.path(), was.path());
    var is = young.field(path).orElse(null);
    if (is == null) {
      gone(was);
      return;
    }
    if (!path.equals(was.path())) {
      migrated("%s is called %s: its values move along".formatted(was.path(), path));
    }
    type(was, is);
    options(was, is);
    limits(was, is);
    if (was.control() != is.control()) {
      cares(path + (is.control() ? " is no longer part of the record" : " joins the record"));
    }
    if (was.required() != is.required()) {
      safe(
          path
              + (is.required()
                  ? " is required now: what is completed without it is resumed"
                  : " is no longer required"));
    }
    if (!was.when().equals(is.when())) {
      safe(
          "%s applies when %s, not when %s: answers of the other branch are put aside, not lost"
              .formatted(path, expression(is), expression(was)));
    }
    if (!was.phase().equals(is.phase())) {
      safe("%s moves from %s to %s".formatted(path, was.phase(), is.phase()));
    }
  }

  private static String expression(Field field) {
    var guard = field.when().expression();
    return guard.equals("()") ? "always" : guard;
  }

  private void gone(Field was) {
    if (was.control()) {
      safe(was.path() + " is gone; a control holds nothing of the record");
    } else if (migration != null && migration.drop().contains(was.path())) {
      migrated(was.path() + " is dropped, and its values with it");
    } else {
      loses(was.path() + " is gone: rename it in a migration, or list it there under drop");
    }
  }

  private void type(Field was, Field is) {
    if (was.type() == is.type()) {
      return;
    }
    var what = "%s is %s, not %s: ".formatted(is.path(), name(is.type()), name(was.type()));
    if (migration != null && migration.retype().containsKey(is.path())) {
      migrated(what + "values are read anew, and emptied where they cannot be");
    } else {
      loses(what + "say so in a migration under retype");
    }
  }

  private static String name(FieldType type) {
    return type.name().toLowerCase(Locale.ROOT);
  }

  private void options(Field was, Field is) {
    if (was.type() != FieldType.CHOICE || is.type() != FieldType.CHOICE) {
      return;
    }
    var fewer = without(was.options(), is.options());
    var more = without(is.options(), was.options());
    if (!fewer.isEmpty()) {
      var what = "%s no longer offers %s".formatted(is.path(), String.join(", ", fewer));
      if (is.openOptions()) {
        safe(what + "; as an open choice it may still hold them");
      } else {
        cares(what + ": who chose that is asked again");
      }
    }
    if (!more.isEmpty()) {
      safe("%s offers %s as well".formatted(is.path(), String.join(", ", more)));
    }
    if (was.openOptions() && !is.openOptions()) {
      cares(is.path() + " takes its options only: other words are emptied");
    }
  }

  private static List<String> without(List<String> all, List<String> others) {
    return all.stream().filter(one -> !others.contains(one)).toList();
  }

  private void limits(Field was, Field is) {
    if (is.type() == FieldType.INTEGER
        && was.type() == FieldType.INTEGER
        && (above(is.min(), was.min()) || above(was.max(), is.max()))) {
      cares("%s takes from %s to %s only".formatted(is.path(), is.min(), is.max()));
    }
  }

  /** Whether a limit rules out what the other allowed; null is none. */
  private static boolean above(@Nullable Integer limit, @Nullable Integer other) {
    return limit == null ? false : other == null || limit > other;
  }

  private void phases() {
    var before = old.phases().stream().map(Phase::id).toList();
    var after = young.phases().stream().map(Phase::id).toList();
    without(before, after).forEach(id -> safe("phase " + id + " is gone"));
    without(after, before).forEach(id -> safe("phase " + id + " is new"));
    var common = before.stream().filter(after::contains).toList();
    var reordered = after.stream().filter(before::contains).toList();
    if (!common.equals(reordered)) {
      safe("phases come in another order: " + String.join(", ", after));
    }
  }

  private void groups() {
    Set<String> names = new HashSet<>(old.groups().keySet());
    names.removeAll(young.groups().keySet());
    names.stream().sorted().forEach(name -> safe("group " + name + " is gone, as are its fields"));
    young
        .groups()
        .forEach((name, is) -> {
          var was = old.groups().get(name);
          if (was == null) {
            safe("group " + name + " is new");
          } else {
            group(was, is);
          }
        });
  }

  private void group(Group was, Group is) {
    if (!was.prefix().equals(is.prefix())) {
      loses(
          "rows of %s are called %s1, not %s1: those there are would no longer be found"
              .formatted(is.name(), is.prefix(), was.prefix()));
    }
    if (!was.key().equals(is.key())) {
      safe(
          "readers of %s find the row's id under %s, not %s"
              .formatted(is.name(), is.key(), was.key()));
    }
    if (is.max() < was.max()) {
      safe(
          "%s takes at most %d rows, not %d: those there are stay"
              .formatted(is.name(), is.max(), was.max()));
    }
    if (is.min() > was.min()) {
      safe("%s needs %d rows, not %d".formatted(is.name(), is.min(), was.min()));
    }
    if (!was.title().equals(is.title()) && !is.title().equals(renamed.get(was.title()))) {
      safe("rows of %s are called by %s, not %s".formatted(is.name(), is.title(), was.title()));
    }
  }

  private void rules() {
    var before = old.rules().toList();
    var after = young.rules().toList();
    after.stream().filter(rule -> !before.contains(rule)).forEach(rule -> rule("new", rule));
    before.stream().filter(rule -> !after.contains(rule)).forEach(rule -> rule("gone", rule));
  }

  private void rule(String state, Rule rule) {
    safe("the rule for %s is %s".formatted(rule.when().expression(), state));
  }

  /** Something that only a migration looks after. */
  private void cares(String what) {
    if (migration == null) {
      loses(what + "; needs a migration");
    } else {
      migrated(what);
    }
  }

  private void loses(String what) {
    changes.add(new Change(Kind.LOSES, what));
  }

  private void migrated(String what) {
    changes.add(new Change(Kind.MIGRATED, what));
  }

  private void safe(String what) {
    changes.add(new Change(Kind.SAFE, what));
  }
}
