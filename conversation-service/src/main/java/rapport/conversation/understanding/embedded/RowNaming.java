package rapport.conversation.understanding.embedded;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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

  /** Handles words that name rows or count them; whether they do. */
  boolean read(Span words) {
    if (group == null || words.empty()) {
      return false;
    }
    var cursor = new Cursor(reading, words).skip("answer_openers").skip("corrections");
    var led = cursor.take("row_list_leads");
    cursor.skip("row_articles");
    cursor.take("row_own");
    var number = cursor.takeNumber();
    var called = cursor.takeCue();
    var said = called && (cursor.take("row_called") | cursor.take("copulas"));
    var names = titles.several(cursor.rest(), asked.size());
    if (names.size() >= LEAST_NAMES && (said || (called && number > 0))) {
      return list(names, words);
    }
    if (called && number > 0 && cursor.skip("row_own").skipLast("closers").empty()) {
      return count(number, words, led);
    }
    return expected(words, names, led && !called);
  }

  /** Just the names, when they were asked for. */
  private boolean expected(Span words, List<Span> names, boolean led) {
    var listed = led ? names : titles.several(bare(words), asked.size());
    if (asksForNames()) {
      return !listed.isEmpty() && list(listed, words);
    }
    return asksHowMany() && listed.size() >= LEAST_NAMES && list(listed, words);
  }

  private Span bare(Span words) {
    return new Cursor(reading, words).skip("answer_openers").skipLast("answer_closers").rest();
  }

  private boolean asksHowMany() {
    return reading
        .head()
        .filter(field -> own(field) != null || (group != null && field.path().equals(group.count())))
        .isPresent();
  }

  private @Nullable String own(Field field) {
    return reading.words(field).own();
  }

  /** "We have five stages." */
  private boolean count(int number, Span words, boolean led) {
    var fixed = group == null || group.count() == null || number < group.min();
    if (fixed || number > group.max() || !(led || asksHowMany()) || !rows().isEmpty()) {
      return false;
    }
    ownRows(words);
    written.add(
        new Act.Fill(
            group.count(),
            FieldValue.Num.of(number),
            reading.quote(words),
            Confidence.TYPED_AND_NAMED),
        words);
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

  private List<Row> askedRows() {
    return asked.stream()
        .map(field -> reading.rows().table().rowOf(field))
        .flatMap(Optional::stream)
        .toList();
  }

  private boolean holdsAnswers(Row row) {
    return row.columns().values().stream().anyMatch(reading::filled);
  }

  /** Says that the rows are people's own, when that was a choice. */
  private void ownRows(Span words) {
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
      written.correct(field, given, Confidence.TYPED_AND_ASKED);
    }
  }

  private void add(Span name) {
    if (group != null) {
      var title = reading.quote(name);
      written.add(
          new Act.AddItem(group.name(), title, null, title), name);
    }
  }

  private void remove(Row row, Span words) {
    written.add(
        new Act.RemoveItem(
            row.group().name(), row.item(), reading.quote(words)),
        words);
  }
}
