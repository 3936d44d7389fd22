package rapport.conversation.flow.yaml;

import java.util.Set;
import java.util.TreeSet;
import rapport.conversation.flow.Conduct;
import rapport.conversation.flow.Field;
import rapport.conversation.flow.FieldType;
import rapport.conversation.flow.FlowDefinition;
import rapport.conversation.flow.Phase;

/** Whether modes, signals and what hangs on them fit together. */
final class ConductCheck {

  private static final Set<String> SIGNALS = Set.of("persona", "intent");

  private final FlowDefinition definition;
  private final DefinitionReader.Source source;
  private final Problems problems;

  ConductCheck(DefinitionReader.Source source) {
    this.definition = source.definition();
    this.source = source;
    this.problems = source.problems();
  }

  void all() {
    modes();
    signals();
    definition.phases().forEach(this::phase);
    definition.fields().forEach(this::field);
    remarks();
  }

  private void modes() {
    var modes = definition.conduct().modes();
    if (modes == null) {
      return;
    }
    var known = Set.copyOf(modes.states());
    mode(modes.initial(), "modes: initial", known);
    if (modes.handoff() != null) {
      mode(modes.handoff(), "modes: handoff", known);
      if (modes.handoff().equals(modes.initial())) {
        problems.add(0, "a colleague would answer from the start", "let initial be another mode");
      }
    }
  }

  private void signals() {
    definition.conduct().signals().keySet().stream()
        .filter(name -> !SIGNALS.contains(name))
        .sorted()
        .forEach(name ->
            problems.add(
                0,
                "nobody sends a signal '" + name + "'",
                "use " + String.join(" or ", new TreeSet<>(SIGNALS))));
  }

  private void phase(Phase phase) {
    var modes = definition.conduct().modes();
    var known = modes == null ? Set.<String>of() : Set.copyOf(modes.states());
    phase.modes().forEach(mode -> mode(mode, "phase " + phase.id(), known));
    if (phase.orderedBy() != null
        && !(phase.orderedBy().equals("persona")
            && definition.conduct().signals().containsKey("persona"))) {
      problems.add(
          0,
          "phase " + phase.id() + " is ordered by '" + phase.orderedBy() + "'",
          "declare the signal persona, and order by it");
    }
  }

  private void mode(String mode, String owner, Set<String> known) {
    if (!known.contains(mode)) {
      problems.add(
          0, owner + " names the mode '" + mode + "'", "name one of " + new TreeSet<>(known));
    }
  }

  private void field(Field field) {
    var line = source.lines().getOrDefault(field.path(), 0);
    if (field.required() && (field.timing().waits() || field.timing().once())) {
      problems.add(
          line,
          field.path() + " is required but may never be asked",
          "drop required, ask_when or ask_once");
    }
    if (field.consent() != null && field.type() != FieldType.EMAIL) {
      problems.add(line, field.path() + " cannot have consent", "only an email can");
    }
  }

  private void remarks() {
    var seen = new TreeSet<String>();
    source.conductLines().keySet().stream()
        .map(Conduct.Remark::id)
        .filter(id -> !seen.add(id))
        .forEach(id -> problems.add(0, "a second remark " + id, "give it another id"));
    definition
        .conduct()
        .shown()
        .forEach((name, path) -> {
          if (definition.field(path).isEmpty()
              && !path.startsWith("persona.")
              && !path.startsWith("intent.")) {
            problems.add(
                0, "profile_context shows '" + path + "' as " + name, "name a field or signal");
          }
        });
  }
}
