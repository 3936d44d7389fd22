package rapport.conversation.flow.tool;

import java.util.Collection;
import java.util.HashMap;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import rapport.conversation.flow.Field;
import rapport.conversation.flow.FieldType;
import rapport.conversation.flow.FlowDefinition;
import rapport.conversation.flow.FlowTexts;
import rapport.conversation.flow.FlowTexts.FieldTexts;
import rapport.conversation.flow.yaml.FlowProblem;
import rapport.conversation.flow.yaml.TextsReader;

/** What is allowed in the words of a flow and hardly meant. */
final class TextsLint {

  /** Longer questions are read by few. */
  private static final int LONGEST_QUESTION = 300;

  private final FlowDefinition definition;
  private final TextsReader.Source source;
  private final FlowTexts texts;
  private final Collection<FlowProblem> warnings;
  private final Reach reach;

  private TextsLint(
      FlowDefinition definition, TextsReader.Source source, Collection<FlowProblem> warnings) {
    this.definition = definition;
    this.source = source;
    this.texts = source.texts();
    this.warnings = warnings;
    this.reach = new Reach(definition);
  }

  /**
   * @param definition the flow's latest version
   * @param english its words in English
   */
  static void check(
      FlowDefinition definition,
      TextsReader.Source source,
      FlowTexts english,
      Collection<FlowProblem> warnings) {
    var lint = new TextsLint(definition, source, warnings);
    definition.fields().forEach(lint::field);
    lint.cues();
    if (!source.texts().locale().equals(english.locale())) {
      lint.untranslated(english);
    }
  }

  private void field(Field field) {
    var words = texts.field(field.path());
    var length = words.ask().codePointCount(0, words.ask().length());
    if (length > LONGEST_QUESTION) {
      warn(
          field.path(),
          "the question for %s has %d characters".formatted(field.path(), length),
          "say it in " + LONGEST_QUESTION + ", and the rest under help");
    }
    if (field.asked() && field.required() && words.again() == null && isLong(words.ask())) {
      warn(
          field.path(),
          field.path() + " has no 'again'",
          "add a shorter question for the second time");
    }
    if (field.asked() && !field.control() && isTyped(field.type()) && words.placeholder() == null) {
      warn(field.path(), field.path() + " has no 'placeholder'", "add an example for the panel");
    }
  }

  /** Whether a question is worth shortening when it comes a second time. */
  private static boolean isLong(String question) {
    return question.length() > 80;
  }

  private static boolean isTyped(FieldType type) {
    return !type.picked() && type != FieldType.IMAGE && type != FieldType.RICHTEXT;
  }

  /** A word that announces two fields at once announces neither. */
  private void cues() {
    for (var phase : definition.phases()) {
      var owners = new HashMap<String, Field>();
      for (var field : phase.fields()) {
        for (var cue : texts.field(field.path()).cues()) {
          var other = owners.putIfAbsent(cue, field);
          if (other != null
              && !other.path().equals(field.path())
              && reach.possible(other.when(), field.when())) {
            warn(
                field.path(),
                "the cue '%s' announces %s and %s".formatted(cue, other.path(), field.path()),
                "leave it to one of them");
          }
        }
      }
    }
  }

  private void untranslated(FlowTexts english) {
    for (var phase : definition.phases()) {
      same(
          "phases." + phase.id(),
          "intro",
          texts.phase(phase.id()).intro(),
          english.phase(phase.id()).intro());
    }
    definition
        .fields()
        .forEach(field -> {
          var mine = texts.field(field.path());
          var theirs = english.field(field.path());
          part("ask", field, mine, theirs, FieldTexts::ask);
          part("again", field, mine, theirs, FieldTexts::again);
          part("together", field, mine, theirs, FieldTexts::together);
          part("help", field, mine, theirs, FieldTexts::help);
          part("why", field, mine, theirs, FieldTexts::why);
        });
  }

  private void part(
      String name,
      Field field,
      FieldTexts mine,
      FieldTexts theirs,
      Function<FieldTexts, @Nullable String> part) {
    same("fields." + field.path(), name, part.apply(mine), part.apply(theirs));
  }

  private void same(String key, String part, @Nullable String mine, @Nullable String theirs) {
    if (mine != null && mine.equals(theirs)) {
      var owner = key.substring(key.indexOf('.') + 1);
      add(key, part + " of " + owner + " is the English text", "say it in " + texts.locale());
    }
  }

  private void warn(String path, String what, String fix) {
    add("fields." + path, what, fix);
  }

  private void add(String key, String what, String fix) {
    var line = Objects.requireNonNullElse(source.lines().get(key), 0);
    warnings.add(new FlowProblem(source.problems().file(), line, what, fix));
  }
}
