package rapport.conversation.understanding.embedded;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import rapport.contracts.FieldValue;
import rapport.contracts.ItemPath;
import rapport.conversation.flow.Field;
import rapport.conversation.flow.FlowTexts.FieldTexts;
import rapport.conversation.understanding.Utterance;
import rapport.conversation.understanding.embedded.Phrases.Names;
import rapport.conversation.value.Answer;
import rapport.conversation.value.Answers;
import rapport.conversation.value.Passage;
import rapport.conversation.value.Tokens;

/**
 * An utterance, read as far as every later step needs it.
 *
 * @param utterance what was said, and in which situation
 * @param language the language it was said in
 * @param names what fields are called
 * @param passage the text and its numbers
 * @param message its sentences and clauses
 * @param fields the fields that apply, by path, in the order of the flow
 * @param cues where fields are announced, in order
 * @param commandNames how commands name fields and phases
 * @param rows the rows there are, and how they are spoken of
 * @param about the row all of it is about because it says so, or null
 */
record Reading(
    Utterance utterance,
    Language language,
    FieldNames names,
    Passage passage,
    Message message,
    Map<String, Field> fields,
    List<Cue> cues,
    Names commandNames,
    RowNames rows,
    @Nullable Row about) {

  /** "A", "one of my"; nobody says more before a noun. */
  private static final int MOST_DETERMINERS = 2;

  /** More announcements than any real message has. */
  private static final int MOST_CUES = 300;

  /** Words that announce these fields. */
  record Cue(Set<String> paths, Span span) {}

  static Reading of(Utterance utterance, Language language, FieldNames names) {
    return of(utterance, language, names, null);
  }

  /**
   * @param about the row the utterance is about because it says so, or null
   */
  static Reading of(Utterance utterance, Language language, FieldNames names, @Nullable Row about) {
    var passage = Passage.of(utterance.text(), names.wording());
    var fields = new LinkedHashMap<String, Field>();
    var phases = new HashMap<String, String>();
    for (var field : utterance.fields()) {
      fields.put(field.path(), field);
      phases.put(field.path(), field.phase());
    }
    var table = RowTable.of(utterance);
    var current = about == null ? table.talkedAbout(utterance) : about;
    var rows =
        new RowNames(table, current, names.groupWords(), language, passage, utterance.texts());
    var plain = names.among(table.narrowed(phases, current));
    return new Reading(
        utterance,
        language,
        names,
        passage,
        Message.of(passage.tokens(), language),
        fields,
        cues(passage.tokens(), names, fields.keySet()),
        table.rows().isEmpty() ? plain : new RowFieldNames(rows, names, plain, language),
        rows,
        about);
  }

  private static List<Cue> cues(Tokens tokens, FieldNames names, Set<String> paths) {
    var cues = new ArrayList<Cue>();
    var at = 0;
    while (at < tokens.size() && cues.size() < MOST_CUES) {
      var named = names.cue(tokens, at, tokens.size(), paths);
      if (named != null) {
        cues.add(new Cue(named.fields(), new Span(at, named.to())));
      }
      at = named == null ? at + 1 : named.to();
    }
    return List.copyOf(cues);
  }

  Tokens tokens() {
    return passage.tokens();
  }

  /** The words as they stand in the message. */
  String quote(Span span) {
    return tokens().slice(span.from(), span.to());
  }

  /** What the flow says about a field; null when it says nothing. */
  @Nullable FieldTexts texts(Field field) {
    return utterance.texts().fields().get(ItemPath.template(field.path()));
  }

  FieldWords words(Field field) {
    return language.field(field.path());
  }

  boolean asked(Field field) {
    return utterance.asked().contains(field);
  }

  /** The most pressing of the asked fields. */
  Optional<Field> head() {
    return utterance.asked().stream().findFirst();
  }

  /** Whether these are the first words. */
  boolean opens(Span words) {
    return words.from() == message.span().from();
  }

  /** Whether something is asked in it. */
  boolean asks() {
    return message.sentences().stream().anyMatch(Message.Sentence::question);
  }

  /** Whether the message wants something of the machine instead of answering. */
  boolean meantForTheMachine() {
    return IntStream.range(0, tokens().size())
        .anyMatch(at -> language.length("asides", tokens(), at, tokens().size()) > 0);
  }

  /** Whether what is said is about a row: because it says so, or because that was asked. */
  boolean inRow() {
    return about != null
        || head()
            .filter(field -> field.row().isPresent() && rows.table().titled(field).isEmpty())
            .isPresent();
  }

  boolean filled(Field field) {
    return utterance.values().containsKey(field.path());
  }

  Answer check(Field field, FieldValue value) {
    var choices = utterance.choices().getOrDefault(field.path(), List.of());
    var meant = words(field).is(FieldWords.Kind.CURRENCY) ? inCode(value) : value;
    return Answers.check(field, meant, choices, language.wording());
  }

  /** "Quid" as GBP; other words as they are. */
  private FieldValue inCode(FieldValue said) {
    return language.wording().currency(said.display()).map(FieldValue::text).orElse(said);
  }

  /** Where the noun is that somebody of a household or a firm is called by: behind "a", "my". */
  int noun(int at) {
    var noun = at;
    while (noun - at < MOST_DETERMINERS && language.has("household_determiners", tokens(), noun)) {
      noun++;
    }
    return noun;
  }

  /**
   * Where a phrase stops that goes on here: at a sign other than "&" and the hyphen of a word, or
   * at a word of one of these lists.
   */
  int end(int from, int to, String... stops) {
    var at = from;
    while (at < to && inPhrase(at) && !stops(at, stops)) {
      at++;
    }
    return at;
  }

  private boolean inPhrase(int at) {
    var hyphen = tokens().is(at, "-") && tokens().touchesPrevious(at);
    return tokens().get(at).word() || tokens().is(at, "&") || hyphen;
  }

  private boolean stops(int at, String... lists) {
    return Arrays.stream(lists).anyMatch(list -> language.has(list, tokens(), at));
  }

  /** The tokens of a stretch of characters. */
  Span span(int start, int end) {
    var from = firstAt(start);
    var to = from;
    while (to < tokens().size() && tokens().get(to).start() < end) {
      to++;
    }
    return new Span(from, to);
  }

  private int firstAt(int start) {
    var low = 0;
    var high = tokens().size();
    while (low < high) {
      var middle = (low + high) >>> 1;
      if (tokens().get(middle).end() <= start) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
