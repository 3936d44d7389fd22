package rapport.conversation.summary;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import rapport.contracts.FieldValue;
import rapport.contracts.ItemPath;
import rapport.conversation.flow.Field;
import rapport.conversation.flow.FlowDefinition;
import rapport.conversation.flow.FlowTexts;
import rapport.conversation.flow.Group;
import rapport.conversation.flow.Phase;

/**
 * Tells a record of any flow in any language with the words of its panel: <code>Label: value.
 * </code> A paragraph for every part of the flow, then one for every row. It tells every answer
 * that people are asked for; of a very long value its beginning.
 *
 * <p>A focus keeps the rows whose names it mentions and the fields and parts that it names.
 */
public final class OutlineSummarizer implements Summarizer {

  private final FlowDefinition definition;
  private final FlowTexts labels;
  private final FocusMatcher focuses;
  private final PlainWords words;

  public OutlineSummarizer(FlowDefinition definition, FlowTexts labels) {
    this.definition = definition;
    this.labels = labels;
    this.focuses = new FocusMatcher(Map.of(), labels);
    this.words = new PlainWords(labels);
  }

  /** What is said about something: the answers in its paragraph, by the definition's paths. */
  private record Part(String heading, Map<String, String> answers, boolean row) {}

  @Override
  public String summarize(
      Map<String, FieldValue> values, Map<String, List<String>> rows, List<String> focus) {
    var parts = parts(values);
    var items = definition.groups().values().stream().flatMap(group -> rows(group, values, rows));
    var all = Stream.concat(parts.stream(), items).toList();
    var chosen = chosen(all, focus);
    var headed = all.stream().filter(part -> !part.row()).count() > 1;
    var text =
        (chosen.isEmpty() ? all : chosen)
            .stream()
                .map(part -> paragraph(part, part.row() || headed))
                .collect(Collectors.joining("\n\n"));
    return text.isEmpty() ? entry(labels.title()) : text;
  }

  private List<Part> parts(Map<String, FieldValue> values) {
    return definition.phases().stream()
        .map(phase ->
            new Part(
                labels.phase(phase.id()).title(),
                answers(fields(phase).filter(field -> field.row().isEmpty()), "", values),
                false))
        .filter(part -> !part.answers().isEmpty())
        .toList();
  }

  private Stream<Part> rows(
      Group group, Map<String, FieldValue> values, Map<String, List<String>> rows) {
    var items = rows.getOrDefault(group.name(), List.of());
    return items.stream().map(item -> row(group, item, items.indexOf(item) + 1, values));
  }

  private Part row(Group group, String item, int number, Map<String, FieldValue> values) {
    var fields =
        definition.phases().stream()
            .flatMap(OutlineSummarizer::fields)
            .filter(field -> isOf(group, field));
    var answers = answers(fields, item, values);
    var title = answers.remove(group.title());
    return new Part(
        title == null ? labels.group(group.name()).item() + " " + number : title, answers, true);
  }

  /** The fields as the definition writes them. */
  private static Stream<Field> fields(Phase phase) {
    return phase.steps().stream().flatMap(step -> step.fields().stream());
  }

  private static boolean isOf(Group group, Field field) {
    return field.row().map(ItemPath::group).filter(group.name()::equals).isPresent();
  }

  private Map<String, String> answers(
      Stream<Field> fields, String item, Map<String, FieldValue> values) {
    var answers = new LinkedHashMap<String, String>();
    fields
        .filter(field -> field.asked() && !field.control() && !field.generated())
        .forEach(field -> {
          var value = values.get(field.path().replace("[]", "[" + item + "]"));
          var said = value == null ? "" : words.say(field, value);
          if (!said.isEmpty()) {
            answers.put(field.path(), said);
          }
        });
    return answers;
  }

  private List<Part> chosen(List<Part> all, List<String> focus) {
    var named = all.stream().filter(part -> focuses.mentions(focus, part.heading())).toList();
    var paths = focuses.match(focus, labels.fields().keySet()).paths();
    var rows = named.stream().filter(Part::row).toList();
    var concerned = new ArrayList<Part>();
    for (var part : all) {
      var whole = named.contains(part);
      var about = only(part, paths::contains);
      if (whole && about.answers().isEmpty()) {
        concerned.add(part);
      } else if (!about.answers().isEmpty() && (rows.isEmpty() || whole || !part.row())) {
        concerned.add(about);
      }
    }
    return concerned;
  }

  private static Part only(Part part, Predicate<String> wished) {
    var fewer = new LinkedHashMap<>(part.answers());
    fewer.keySet().removeIf(wished.negate());
    return new Part(part.heading(), fewer, part.row());
  }

  private String paragraph(Part part, boolean headed) {
    var answers =
        part.answers().entrySet().stream()
            .map(answer -> entry(labels.field(answer.getKey()).label(), answer.getValue()));
    return Stream.concat(headed ? Stream.of(entry(part.heading())) : Stream.of(), answers)
        .collect(Collectors.joining(" "));
  }

  /** A value after its label. */
  static String entry(String label, String text) {
    return entry(label + ": " + text);
  }

  private static String entry(String text) {
    return (!text.isEmpty() && ".!?…".indexOf(text.charAt(text.length() - 1)) >= 0)
        ? text
        : text + ".";
  }
}
