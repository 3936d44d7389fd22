package rapport.conversation.flow.yaml;

import java.util.Map;
import rapport.conversation.flow.Field;
import rapport.conversation.flow.FlowDefinition;
import rapport.conversation.flow.Migration;

/** Whether a version's migrations say what becomes of every field of the versions before. */
final class MigrationCheck {

  private final FlowDefinition definition;
  private final Map<Migration, Integer> lines;
  private final Problems problems;
  private final Map<Integer, FlowDefinition> versions;

  private MigrationCheck(DefinitionReader.Source source, Map<Integer, FlowDefinition> versions) {
    this.definition = source.definition();
    this.lines = source.migrationLines();
    this.problems = source.problems();
    this.versions = versions;
  }

  /**
   * @param versions all versions of the same flow that were read
   */
  static void check(DefinitionReader.Source source, Map<Integer, FlowDefinition> versions) {
    var check = new MigrationCheck(source, versions);
    source.definition().migrations().forEach(check::migration);
  }

  private void migration(Migration migration) {
    var line = lines.getOrDefault(migration, 0);
    if (migration.from() >= definition.version()) {
      problems.add(
          line,
          "version %d migrates from %d".formatted(definition.version(), migration.from()),
          "name an older version");
    }
    migration
        .rename()
        .forEach((old, young) -> {
          if (!isField(definition, young)) {
            problems.add(line, old + " is renamed to unknown '" + young + "'", "name a field");
          }
          if (old.contains("[]") != young.contains("[]")) {
            problems.add(line, old + " cannot move in or out of rows", "drop it instead");
          }
        });
    migration.drop().stream()
        .filter(path -> definition.field(path).isPresent())
        .forEach(
            path -> problems.add(line, path + " is dropped and there", "keep it or remove it"));
    migration
        .retype()
        .forEach((path, type) -> {
          if (definition.field(path).filter(field -> field.type() == type).isEmpty()) {
            problems.add(
                line, path + " is not of the type it is migrated to", "name its type, or mend it");
          }
        });
    var old = versions.get(migration.from());
    if (old != null) {
      everyField(old, migration, line);
    }
  }

  private void everyField(FlowDefinition old, Migration migration, int line) {
    migration.rename().keySet().stream()
        .filter(path -> !isField(old, path))
        .forEach(path -> problems.add(line, "renames unknown '" + path + "'", "name an old field"));
    old.fields()
        .filter(field -> !migration.drop().contains(field.path()))
        .forEach(field -> {
          var path = migration.rename().getOrDefault(field.path(), field.path());
          definition
              .field(path)
              .ifPresentOrElse(
                  young -> sameType(field, young, migration, line), () -> lost(field, line));
        });
  }

  private void sameType(Field old, Field young, Migration migration, int line) {
    if (old.type() != young.type() && !migration.retype().containsKey(young.path())) {
      problems.add(
          line,
          young.path() + " has another type than in version " + migration.from(),
          "say so under retype");
    }
  }

  /** A control steers; what it held matters to nobody afterwards. */
  private void lost(Field field, int line) {
    if (!field.control()) {
      problems.add(
          line, field.path() + " is gone", "rename it, or list it under drop to lose its values");
    }
  }

  private static boolean isField(FlowDefinition definition, String path) {
    return definition.field(path).isPresent();
  }
}
