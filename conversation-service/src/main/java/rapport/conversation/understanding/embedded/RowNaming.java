package rapport.conversation.understanding.embedded;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import rapport.contracts.FieldValue;
import rapport.conversation.dialogue.Act;
import rapport.conversation.flow.Field;
import rapport.conversation.flow.Group;
import rapport.conversation.understanding.embedded.Reply.Given;
import rapport.conversation.value.Answer;

/**
 * Understands how many rows there are and what they are called: "our stages are Discovery, Trial
 * and Purchase", "we have five stages", or just the names when they were asked for.
 */
final class RowNaming {

  private static final int LEAST_NAMES = 2;

  private final Reading reading;
  private final RowTitles titles;
  private final Written written;
  private final @Nullable Group group;
  private final List<Field> asked;

  RowNaming(Reading reading, RowTitles titles, Written written) {
    this.reading = reading;
    this.titles = titles;
    this.written = written;
    var groups = reading.rows().table().groups();
    this.group = groups.size() == 1 ? groups.getFirst() : null;
    this.asked =
        reading.utterance().asked().stream()
            .filter(field -> reading.rows().table().titled(field).isPresent())
            .toList();
  }

  /** Whether the names of rows are what was asked for. */
  boolean asksForNames() {
    return !asked.isEmpty();
  }

  /** The same while there are no rows, wherever in a sentence it is said. */
  boolean counted(Span sentence) {
    if (group == null || !rows().isEmpty()) {
      return false;
    }
    for (var at = sentence.from(); at < sentence.to(); at++) {
      var begins = at == sentence.from() || reading.tokens().is(at - 1, ",");
      if (begins && told(new Span(at, sentence.to()))) {
        return true;
      }
    }
    return false;
  }

  /** Handles words that say that they name rows or count them; whether they do. */
  boolean told(Span words) {
    if (group == null || words.empty()) {
      return false;
    }
    var cursor = new Cursor(reading, words).skip("answer_openers").skip("corrections");
    var led = cursor.take("row_list_leads");
    cursor.skip("row_articles");
    cursor.take("row_own");
    var number = cursor.takeNumber();
    cursor.take("row_own");
    var called = cursor.takeCue();
    if (!called) {
      return false;
    }
    cursor.take("row_own");
    number = number == 0 ? numberOfThem(cursor) : number;
    var named = cursor.take("row_called");
    var said = cursor.take("copulas") || named;
    if (number > 0 && cursor.rest().equals(closed(cursor.rest())) && cursor.empty()) {
      return count(number, words, led);
    }
    var names = said || number > 0 ? titles.several(cursor.rest(), number) : List.<Span>of();
    return names.size() >= LEAST_NAMES && list(names, words);
  }

  /** The 4 of "own stages, 4 of them: Trigger, Search, ..."; 0 when there is none. */
  private int numberOfThem(Cursor cursor) {
    var before = cursor.rest();
    cursor.take("row_list_marks");
    var number = cursor.takeNumber();
    if (number == 0 || !cursor.take("row_of_them")) {
      cursor.reset(before);
      return 0;
    }
    return number;
  }

  private Span closed(Span span) {
    return new Cursor(reading, span).skipLast("closers").rest();
  }

  /** Handles just the names, when they were asked for; whether these are names. */
  boolean expected(Span words) {
    if (group == null || words.empty() || !(asksForNames() || asksHowMany())) {
      return false;
    }
    var bare = bare(words);
    if (picks(bare)) {
      return false;
    }
    var listed = titles.several(bare, asked.size());
    var enough = asksForNames() ? 1 : LEAST_NAMES;
    return listed.size() >= enough && list(listed, words);
  }

  /** Handles "the first is called A, then B and finally C", which renames no first row. */
  boolean inTurn(Span words) {
    return asksForNames()
        && reading.language().length("row_first", reading.tokens(), words.from(), words.to()) > 0
        && titles.several(bare(words), asked.size()).size() >= LEAST_NAMES
        && expected(words);
  }

  /** Whether an option is chosen that leaves the names to us. */
  private boolean picks(Span words) {
    return reading
        .head()
        .filter(field -> own(field) != null)
        .flatMap(field -> new Choices(reading, field).anywhere(words).map(Choices.Picked::option))
        .filter(option -> reading.head().map(this::own).filter(option::equals).isEmpty())
        .isPresent();
  }

  /** The names without "I'd go with" before and "I think" after them. */
  private Span bare(Span words) {
    var bare = new Cursor(reading, words).skip("answer_openers").skipLast("answer_closers");
    reading
        .head()
        .filter(field -> own(field) != null)
        .ifPresent(field -> bare.takeIf(reading.words(field).values()));
    bare.skip("row_list_marks").skip("row_list_leads").skip("row_list_marks");
    return bare.rest();
  }

  private boolean asksHowMany() {
    return reading
        .head()
        .filter(
            field -> own(field) != null || (group != null && field.path().equals(group.count())))
        .isPresent();
  }

  private @Nullable String own(Field field) {
    return reading.words(field).own();
  }

  /** "We have five stages." */
  private boolean count(int number, Span words, boolean led) {
    var control = group == null ? null : group.count();
    if (group == null || control == null || !(led || asksHowMany()) || !rows().isEmpty()) {
      return false;
    }
    if (number < group.min() || number > group.max()) {
      return false;
    }
    ownRows(words);
    var said = reading.quote(words);
    written.add(
        new Act.Fill(control, FieldValue.Num.of(number), said, Confidence.TYPED_AND_NAMED), words);
    return true;
  }

  private List<Row> rows() {
    return group == null ? List.of() : reading.rows().table().rows(group);
  }

  /** Gives the rows these names in order; whether that can be done. */
  private boolean list(List<Span> names, Span words) {
    var rows = asksForNames() ? askedRows() : rows();
    if (!asksForNames() && rows.stream().anyMatch(this::holdsAnswers)) {
      return false;
    }
    if (rows.isEmpty()) {
      ownRows(words);
    }
    for (var i = 0; i < names.size(); i++) {
      if (i < rows.size()) {
        name(rows.get(i), names.get(i));
      } else {
        add(names.get(i));
      }
    }
    if (!asksForNames()) {
      rows.stream().skip(names.size()).forEach(row -> remove(row, words));
    }
    written.use(words);
    return true;
  }

  /** The rows that were asked about, and after them those that have no names yet either. */
  private List<Row> askedRows() {
    var unnamed =
        rows().stream()
            .filter(row -> !reading.utterance().values().containsKey(row.titlePath()))
            .toList();
    return Stream.concat(
            asked.stream()
                .map(field -> reading.rows().table().rowOf(field))
                .flatMap(Optional::stream),
            unnamed.stream())
        .distinct()
        .toList();
  }

  private boolean holdsAnswers(Row row) {
    return row.columns().values().stream().anyMatch(reading::filled);
  }

  /** Says that the rows are people's own, when that was a choice. */
  private void ownRows(Span words) {
    var knownAlready =
        group != null && reading.head().filter(f -> f.path().equals(group.count())).isPresent();
    if (knownAlready) {
      return;
    }
    for (var field : reading.fields().values()) {
      var own = own(field);
      if (own != null
          && !FieldValue.text(own).equals(reading.utterance().values().get(field.path()))) {
        var given = new Given(FieldValue.text(own), words, Confidence.TYPED_AND_ASKED);
        written.fill(field, given, Confidence.TYPED_AND_ASKED);
      }
    }
  }

  private void name(Row row, Span name) {
    var field = reading.fields().get(row.titlePath());
    if (field != null
        && reading.check(field, FieldValue.text(reading.quote(name)))
            instanceof Answer.Accepted(var value)
        && !value.equals(reading.utterance().values().get(field.path()))) {
      var given = new Given(value, name, Confidence.TYPED_AND_ASKED);
      written.renew(field, given, Confidence.TYPED_AND_ASKED);
    }
  }

  private void add(Span name) {
    if (group != null) {
      var title = reading.quote(name);
      written.add(new Act.AddItem(group.name(), title, null, title), name);
    }
  }

  private void remove(Row row, Span words) {
    written.add(new Act.RemoveItem(row.group().name(), row.item(), reading.quote(words)), words);
  }
}
