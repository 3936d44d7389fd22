package rapport.conversation.reply;

import com.ibm.icu.text.ListFormatter;
import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import rapport.contracts.FieldValue;
import rapport.contracts.ItemPath;
import rapport.conversation.flow.Field;
import rapport.conversation.flow.FieldType;
import rapport.conversation.flow.FlowDefinition;
import rapport.conversation.flow.FlowTexts;
import rapport.conversation.flow.yaml.FlowCatalog;
import rapport.conversation.flow.yaml.Messages;
import rapport.conversation.reply.Part.Arg;
import reactor.core.publisher.Mono;

/** Writes replies from the flow's texts and the general messages; needs nothing else. */
@Component
final class TemplateReplyWriter implements ReplyWriter {

  private static final int LONGEST_ECHO = 40;

  private final FlowCatalog catalog;

  TemplateReplyWriter(FlowCatalog catalog) {
    this.catalog = catalog;
  }

  @Override
  public Mono<Reply> write(String id, FlowDefinition definition, String locale, ReplyPlan plan) {
    return Mono.fromSupplier(() -> new Writing(definition, locale, plan).reply(id));
  }

  private final class Writing {
    private final FlowDefinition definition;
    private final ReplyPlan plan;
    private final ULocale locale;
    private final FlowTexts texts;
    private final Messages messages;
    private final ValueWords values;
    private final Isolates isolates;
    private final Map<String, Object> names;

    Writing(FlowDefinition definition, String language, ReplyPlan plan) {
      this.definition = definition;
      this.plan = plan;
      this.texts = catalog.texts(definition.name(), language);
      this.messages = catalog.messages(language).with(texts.messages());
      this.locale = ULocale.forLanguageTag(texts.locale());
      this.values = new ValueWords(locale, texts);
      this.isolates = new Isolates(locale);
      this.names = names();
    }

    private Map<String, Object> names() {
      var known = new HashMap<String, Object>();
      definition
          .names()
          .keySet()
          .forEach(name ->
              known.put(name, messages.format("fallback." + name, Map.of(), plan.variant())));
      plan.names().forEach((name, value) -> known.put(name, isolates.around(value)));
      return known;
    }

    Reply reply(String id) {
      var text =
          plan.parts().stream()
              .map(this::words)
              .filter(words -> !words.isEmpty())
              .collect(Collectors.joining("\n\n"));
      var buttons = plan.buttons().stream().map(this::button).toList();
      var aside = plan.aside();
      var steps = aside.nextSteps().stream().map(step -> fill(texts.remark(step))).toList();
      return new Reply(
          id,
          text,
          text,
          buttons,
          aside.persona(),
          steps.isEmpty() ? null : steps,
          aside.context().isEmpty() ? null : aside.context());
    }

    /** What the flow itself offers to ask about is asked in the words of the button. */
    private Reply.Button button(ReplyPlan.PlannedButton button) {
      var label = label(button.label());
      return new Reply.Button(
          label,
          button.label() instanceof ReplyPlan.Label.Remark ? Action.ask(label) : button.action());
    }

    private String words(Part part) {
      return switch (part) {
        case Part.Message(var key, var args) -> message(key, args);
        case Part.PhaseIntro(var phase) -> fill(texts.phase(phase).intro());
        case Part.OptionReply(var path, var option) ->
            fill(texts.field(path).replies().getOrDefault(option, ""));
        case Part.Explanation(var path, var why) ->
            fill(why ? texts.field(path).why() : texts.field(path).help(), inRow(path));
        case Part.Question question -> question(question);
        case Part.Plain(var text) -> text;
        case Part.Remark(var remark) -> fill(texts.remark(remark));
        case Part.Consent(var path) ->
            fill(Objects.requireNonNullElse(texts.field(path).consent(), ""));
        case Part.Together(var paths) -> together(paths);
        case Part.Questions(var questions) -> batch(questions);
      };
    }

    private String question(Part.Question question) {
      var field = texts.field(question.path());
      return fill(
          question.repeated()
              ? Objects.requireNonNullElse(field.again(), field.ask())
              : field.ask(),
          inRow(question.path()));
    }

    private String batch(List<Part.Question> questions) {
      var row = ItemPath.parse(questions.getFirst().path()).orElse(null);
      var count = new Arg.Count(questions.size());
      var lead =
          row == null
              ? message("question.batch", Map.of("count", count))
              : message(
                  "question.batch_row",
                  Map.of("count", count, "row", new Arg.Row(row.group(), row.item())));
      return questions.stream()
          .map(question -> "• " + (row == null ? question(question) : brief(question)))
          .collect(Collectors.joining("\n", lead + "\n", ""));
    }

    private String brief(Part.Question question) {
      var brief = texts.field(question.path()).brief();
      return brief == null ? question(question) : fill(brief, inRow(question.path()));
    }

    private String together(List<String> paths) {
      var field = texts.field(paths.getFirst());
      var known = new HashMap<>(names);
      known.put("count", paths.size());
      return fill(Objects.requireNonNullElse(field.together(), field.ask()), known);
    }

    /** What a text about a field may name: in a row also the row. */
    private Map<String, Object> inRow(String path) {
      return ItemPath.parse(path)
          .map(row -> {
            var known = new HashMap<>(names);
            Optional.ofNullable(definition.groups().get(row.group()))
                .ifPresent(group -> known.put(group.called(), rowName(row.group(), row.item())));
            return (Map<String, Object>) known;
          })
          .orElse(names);
    }

    private String rowName(String group, String item) {
      var row = plan.rows().get(new Arg.Row(group, item));
      if (row != null && row.title() != null) {
        var title = Objects.requireNonNull(definition.groups().get(group)).title();
        return isolates.around(texts.field(title).option(row.title()));
      }
      var called = Objects.requireNonNull(definition.groups().get(group)).called();
      return messages.format(
          "fallback." + called, Map.of("number", row == null ? 0 : row.number()), plan.variant());
    }

    private String label(ReplyPlan.Label label) {
      return switch (label) {
        case ReplyPlan.Label.Message(var key, var args) -> message(key, args);
        case ReplyPlan.Label.Remark(var remark) -> fill(texts.remark(remark));
        case ReplyPlan.Label.Option(var path, var option) -> texts.field(path).option(option);
        case ReplyPlan.Label.Field(var path) -> ofRow(path, texts.field(path).label());
        case ReplyPlan.Label.Words(var text) -> text;
      };
    }

    private String message(String key, Map<String, Arg> args) {
      var formatted = new HashMap<>(names);
      args.forEach((name, arg) -> formatted.put(name, argument(arg)));
      var known = key.startsWith("reject.") && !messages.has(key) ? "reject.other" : key;
      return messages.format(known, formatted, plan.variant());
    }

    private Object argument(Arg arg) {
      return switch (arg) {
        case Arg.Words(var text) -> isolates.around(text);
        case Arg.Count(var count) -> count;
        case Arg.Label(var path) -> inSentence(path);
        case Arg.Row(var group, var item) -> rowName(group, item);
        case Arg.Rows(var rows) ->
            messages.list(rows.stream().map(row -> rowName(row.group(), row.item())).toList());
        case Arg.Labels(var paths) ->
            ListFormatter.getInstance(locale).format(paths.stream().map(this::inSentence).toList());
        case Arg.Language(var tag) -> languageName(tag);
        case Arg.Languages(var tags) ->
            either().format(tags.stream().map(this::languageName).toList());
        case Arg.AnyOf(var paths) -> either().format(paths.stream().map(this::inSentence).toList());
        case Arg.Value value -> isolates.around(shown(value));
        case Arg.Options(var path) -> options(path);
        case Arg.Items(var items, var bare) -> items(items, bare);
      };
    }

    private String items(List<Arg.Value> items, boolean bare) {
      var words = new ArrayList<String>();
      items.forEach(item -> words.add(named(item, bare)));
      return ListFormatter.getInstance(locale).format(words);
    }

    /** The label with its value; a value of a sentence or more is not repeated. */
    private String named(Arg.Value item, boolean bare) {
      var label = bare ? lowered(texts.field(item.path()).label()) : inSentence(item.path());
      var value = shown(item);
      return value.length() > LONGEST_ECHO
          ? label
          : messages.format(
              inWords(item) ? "ack.item_in_words" : "ack.item",
              Map.of("field", label, "value", isolates.around(value)),
              plan.variant());
    }

    /** Whether a value is in somebody's own words, so that it needs marks around it. */
    private boolean inWords(Arg.Value item) {
      var type = definition.field(item.path()).map(Field::type).orElse(FieldType.STRING);
      return switch (type) {
        case STRING, TEXT, RICHTEXT, TAGS, CHOICE -> true;
        case MONEY, COUNT -> !startsWithDigit(item.value());
        case DURATION -> !startsWithDigit(item.value()) && !isLength(item.value());
        case AGE, INTEGER, EMAIL, PHONE, URL, IMAGE, NAME, CONFIRM -> false;
      };
    }

    private boolean isLength(@Nullable FieldValue value) {
      return value != null && values.lasting(value);
    }

    private static boolean startsWithDigit(@Nullable FieldValue value) {
      return value != null
          && !value.display().isEmpty()
          && Character.isDigit(value.display().charAt(0));
    }

    private String options(String path) {
      return definition
          .field(path)
          .map(field -> field.options().stream().map(texts.field(path)::option).toList())
          .map(either()::format)
          .orElse("");
    }

    private ListFormatter either() {
      return ListFormatter.getInstance(locale, ListFormatter.Type.OR, ListFormatter.Width.WIDE);
    }

    private String languageName(String tag) {
      return ULocale.getDisplayLanguage(tag, locale);
    }

    private String shown(Arg.Value shown) {
      var value = shown.value();
      return value == null
          ? ""
          : definition
              .field(shown.path())
              .map(field -> values.show(field, value))
              .orElseGet(value::display);
    }

    /** A label in the middle of a sentence: lower case, unless it is an abbreviation. */
    private String inSentence(String path) {
      if (definition.groups().containsKey(path)) {
        return lowered(texts.group(path).label());
      }
      return ofRow(path, lowered(texts.field(path).label()));
    }

    /** A label with the row it is of, if any. */
    private String ofRow(String path, String label) {
      return ItemPath.parse(path)
          .filter(row -> !row.item().isEmpty())
          .map(row ->
              messages.format(
                  "label.in_row",
                  Map.of("field", label, "row", rowName(row.group(), row.item())),
                  plan.variant()))
          .orElse(label);
    }

    private String lowered(String label) {
      var abbreviation = label.length() > 1 && Character.isUpperCase(label.charAt(1));
      var keepsCase = abbreviation || locale.getLanguage().equals("de");
      return keepsCase
          ? label
          : label.substring(0, 1).toLowerCase(Locale.forLanguageTag(texts.locale()))
              + label.substring(1);
    }

    private String fill(String pattern) {
      return fill(pattern, names);
    }

    private String fill(String pattern, Map<String, Object> known) {
      return pattern.indexOf('{') < 0 ? pattern : new MessageFormat(pattern, locale).format(known);
    }
  }
}
