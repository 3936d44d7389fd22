package rapport.conversation.flow.yaml;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import rapport.contracts.ItemPath;
import rapport.conversation.flow.Conduct;
import rapport.conversation.flow.Field;
import rapport.conversation.flow.FieldType;
import rapport.conversation.flow.FlowDefinition;
import rapport.conversation.flow.FlowTexts.FieldTexts;
import rapport.conversation.flow.Phase;
import rapport.conversation.flow.Rule;

/** Whether the words of a flow suit all its versions: nothing missing, nothing left over. */
final class TextsCheck {

  private final List<FlowDefinition> versions;
  private final TextsReader.Source source;
  private final Problems problems;
  private final Set<String> names;

  private TextsCheck(List<FlowDefinition> versions, TextsReader.Source source) {
    this.versions = versions;
    this.source = source;
    this.problems = source.problems();
    this.names = all(version -> version.names().keySet().stream());
  }

  static void check(List<FlowDefinition> versions, TextsReader.Source source) {
    new TextsCheck(versions, source).all();
  }

  private void all() {
    var texts = source.texts();
    compare("phases", texts.phases().keySet(), all(one -> one.phases().stream().map(Phase::id)));
    compare("fields", texts.fields().keySet(), all(one -> one.fields().map(Field::path)));
    compare("groups", texts.groups().keySet(), all(one -> one.groups().keySet().stream()));
    compare(
        "remarks",
        texts.remarks().keySet(),
        all(one ->
            Stream.concat(one.conduct().remarks().stream(), one.conduct().nextSteps().stream())
                .map(Conduct.Remark::id)));
    texts.remarks().forEach((id, remark) -> pattern("remarks." + id, "remark", remark));
    messages(texts.messages());
    texts.phases().forEach((id, phase) -> pattern("phases." + id, "intro", phase.intro()));
    texts.fields().forEach(this::field);
  }

  private void messages(Map<String, List<String>> messages) {
    var line = line("messages");
    messages.forEach((key, alternatives) -> {
      var arguments = MessageKeys.ARGUMENTS.get(key);
      if (arguments == null) {
        problems.add(line, "there is no message " + key, "use a key of the general messages");
      } else {
        var known = new TreeSet<>(arguments);
        known.addAll(names);
        alternatives.forEach(
            one -> Patterns.check(one, source.locale(), known, key, line, problems));
      }
    });
  }

  private void compare(String kind, Set<String> written, Set<String> needed) {
    needed.stream()
        .filter(name -> !written.contains(name))
        .forEach(name -> problems.add(0, "no texts for " + name, "add " + name + " under " + kind));
    written.stream()
        .filter(name -> !needed.contains(name))
        .forEach(name ->
            problems.add(
                line(kind + "." + name),
                "texts for unknown " + name,
                "remove them, or add " + name + " to the definition"));
  }

  private void field(String path, FieldTexts texts) {
    var key = "fields." + path;
    pattern(key, "ask", texts.ask());
    pattern(key, "again", texts.again());
    pattern(key, "brief", texts.brief());
    pattern(key, "together", texts.together());
    pattern(key, "help", texts.help());
    pattern(key, "why", texts.why());
    texts.replies().forEach((option, reply) -> pattern(key, "reply " + option, reply));
    plain(key, "label", texts.label());
    texts.options().forEach((option, label) -> plain(key, "option " + option, label));
    var fields = versions.stream().flatMap(one -> one.field(path).stream()).toList();
    options(key, texts, fields);
    pattern(key, "consent", texts.consent());
    if ((texts.consent() != null) != fields.stream().anyMatch(one -> one.consent() != null)) {
      problems.add(
          line(key),
          path + " has either a consent or its text",
          "give both: consent in the definition, and its words here");
    }
    again(key, texts, path);
  }

  private void options(String key, FieldTexts texts, List<Field> fields) {
    Set<String> offered = new TreeSet<>();
    fields.forEach(field -> offered.addAll(field.options()));
    for (var option : offered) {
      if (!texts.options().containsKey(option)) {
        var what = "option '" + option + "' of " + bare(key) + " has no label";
        problems.add(line(key), what, "add it under options");
      }
    }
    var possible = new TreeSet<>(offered);
    fields.forEach(field -> possible.addAll(field.suggestions()));
    fields.forEach(field -> possible.addAll(field.mentions()));
    if (fields.stream().anyMatch(field -> field.type() == FieldType.CONFIRM)) {
      possible.addAll(List.of("yes", "no"));
    }
    var worded = new TreeSet<>(texts.options().keySet());
    worded.addAll(texts.replies().keySet());
    worded.removeAll(possible);
    if (!worded.isEmpty() && !fields.isEmpty()) {
      problems.add(
          line(key),
          bare(key) + " has words for unknown option '" + String.join("', '", worded) + "'",
          possible.isEmpty() ? "it has no options" : "use " + String.join(", ", possible));
    }
  }

  private void again(String key, FieldTexts texts, String path) {
    if (texts.again() == null && reopened().contains(path)) {
      problems.add(line(key), path + " is asked again but has no 'again'", "add what to say then");
    }
  }

  private Set<String> reopened() {
    return all(version ->
        version
            .rules()
            .flatMap(rule -> rule.effects().stream())
            .flatMap(effect -> effect instanceof Rule.Reopen(var path) ? Stream.of(path) : null)
            .filter(path -> version.field(path).filter(Field::control).isPresent()));
  }

  private void pattern(String key, String part, @Nullable String pattern) {
    if (pattern != null) {
      var owner = part + " of " + bare(key);
      Patterns.check(pattern, source.locale(), namesFor(key, part), owner, line(key), problems);
    }
  }

  /** In a row texts may also say what the row is called. */
  private Set<String> namesFor(String key, String part) {
    var known = new TreeSet<>(names);
    versions.stream()
        .flatMap(version -> version.groups().values().stream())
        .filter(group -> key.startsWith("fields." + ItemPath.prefix(group.name(), "")))
        .forEach(group -> known.add(group.called()));
    if (part.equals("together")) {
      known.add("count");
    }
    return known;
  }

  private void plain(String key, String part, String text) {
    Patterns.check(text, source.locale(), Set.of(), part + " of " + bare(key), line(key), problems);
  }

  private static String bare(String key) {
    return key.substring(key.indexOf('.') + 1);
  }

  private int line(String key) {
    return Objects.requireNonNullElse(source.lines().get(key), 0);
  }

  private Set<String> all(Function<FlowDefinition, Stream<String>> part) {
    return versions.stream().flatMap(part).collect(Collectors.toCollection(TreeSet::new));
  }
}
