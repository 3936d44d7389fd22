package rapport.conversation.flow;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A guided conversation as data. A definition never changes once sessions run on it; a session pins
 * name and version.
 *
 * @param name such as {@code customer-profile}
 * @param version from 1
 * @param root the name of the record's tree
 * @param context entries a new conversation may bring along
 * @param summaryField the field a drafted summary is written to, or empty
 * @param names what texts may call things by: placeholder to field, such as {@code name} to {@code
 *     prototype_name}
 * @param phases in order
 * @param byPath the fields of all phases
 */
public record FlowDefinition(
    String name,
    int version,
    String root,
    List<String> context,
    String summaryField,
    Map<String, String> names,
    List<Phase> phases,
    Map<String, Field> byPath) {

  public FlowDefinition(
      String name,
      int version,
      String root,
      List<String> context,
      String summaryField,
      Map<String, String> names,
      List<Phase> phases) {
    this(name, version, root, context, summaryField, names, phases, index(phases));
  }

  public FlowDefinition {
    context = List.copyOf(context);
    names = Map.copyOf(names);
    phases = List.copyOf(phases);
  }

  private static Map<String, Field> index(List<Phase> phases) {
    var byPath = new LinkedHashMap<String, Field>();
    phases.forEach(phase -> phase.fields().forEach(field -> byPath.put(field.path(), field)));
    return byPath;
  }

  /** All fields and controls in the order they are asked. */
  public Stream<Field> fields() {
    return byPath.values().stream();
  }

  public Optional<Field> field(String path) {
    return Optional.ofNullable(byPath.get(path));
  }

  public Phase phase(String id) {
    return phases.stream()
        .filter(phase -> phase.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no phase " + id + " in " + name));
  }

  public Stream<Rule> rules() {
    return phases.stream().flatMap(phase -> phase.rules().stream());
  }
}
