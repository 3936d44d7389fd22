package rapport.conversation.understanding.embedded;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import rapport.contracts.FieldValue;
import rapport.conversation.flow.FlowTexts;
import rapport.conversation.flow.Group;
import rapport.conversation.understanding.embedded.Phrases.Names;
import rapport.conversation.understanding.embedded.RowReference.Called;
import rapport.conversation.understanding.embedded.RowReference.Kind;
import rapport.conversation.value.Amount;
import rapport.conversation.value.Passage;
import rapport.conversation.value.Token;
import rapport.conversation.value.Tokens;

/** How people speak of rows: by title, by place, as all of them. */
final class RowNames {

  private static final Set<String> QUOTES =
      Set.of("\"", "'", "\u201c", "\u201d", "\u201e", "«", "»");

  /** Numbers of rows are smaller. */
  private static final BigDecimal MOST = BigDecimal.valueOf(99);

  private static final int MOST_DIGITS = 2;

  private final RowTable table;
  private final @Nullable Row current;
  private final Phrases<String> groupWords;
  private final Language language;
  private final Tokens tokens;
  private final Phrases<Row> titles = new Phrases<>();
  private final Map<Integer, Amount> amounts = new HashMap<>();

  /**
   * @param current the row that is talked about, if any
   * @param groupWords what rows are called, with the name of their group
   * @param texts the labels of usual titles
   */
  RowNames(
      RowTable table,
      @Nullable Row current,
      Phrases<String> groupWords,
      Language language,
      Passage passage,
      FlowTexts texts) {
    this.table = table;
    this.current = current;
    this.groupWords = groupWords;
    this.language = language;
    this.tokens = passage.tokens();
    if (!table.groups().isEmpty()) {
      table.rows().forEach(row -> titles(row, texts));
      passage.amounts().forEach(amount -> amounts.put(amount.from(), amount));
    }
  }

  /** A row is spoken of by its title, and by the label of it: "Awareness" is "الوعي". */
  private void titles(Row row, FlowTexts texts) {
    if (row.title() != null) {
      title(row, row.title());
      var labels = texts.fields().get(row.group().title());
      if (labels != null) {
        title(row, labels.option(row.title()));
      }
    }
  }

  private void title(Row row, String title) {
    var words = Pattern.tokens(title);
    if (!words.isEmpty()) {
      spelled(words, row);
      var bare = withoutCue(title, words);
      if (!bare.isEmpty()) {
        spelled(bare, row);
      }
    }
  }

  private void spelled(List<String> words, Row row) {
    titles.add(words, row);
    var owner = new ArrayList<>(words);
    owner.set(owner.size() - 1, owner.getLast() + language.word("possessive"));
    titles.add(owner, row);
  }

  /** The "Trial" of a stage called "Trial stage". */
  private List<String> withoutCue(String title, List<String> words) {
    var read = Tokens.of(title);
    var last = new Span(words.size() - 1, words.size());
    var cue = groupWords.whole(read, last, Names.NONE) != null;
    return cue ? words.subList(0, words.size() - 1) : words;
  }

  /** The rows these words begin to speak of, or null. */
  @Nullable RowReference at(int at, int to) {
    if (table.groups().isEmpty() || at >= to) {
      return null;
    }
    var all = all(at, to);
    if (all != null) {
      return all;
    }
    var that = that(at, to);
    if (that != null) {
      return that;
    }
    var from = afterArticles(at, to);
    var titled = titled(at, from, to);
    if (titled != null) {
      return titled;
    }
    var placed = placed(at, from, to);
    var followed = placed == null ? placedAfter(at, from, to) : placed;
    return followed == null ? numbered(at, from, to) : followed;
  }

  /** The same, for several in a row: "Awareness and Decision", "stages 2 and 3". */
  @Nullable RowReference list(int at, int to) {
    var first = at(at, to);
    if (first == null || first.rows().isEmpty()) {
      return first;
    }
    var rows = new LinkedHashSet<>(first.rows());
    var end = first.to();
    var called = first.called();
    var next = following(first, end, to);
    // Named more often than there are rows, they are no list.
    for (var i = 0; next != null && i < table.rows().size(); i++) {
      rows.addAll(next.rows());
      end = next.to();
      called = called == Called.BY_GROUP ? called : next.called();
      next = following(next, end, to);
    }
    return new RowReference(List.copyOf(rows), new Span(at, end), first.kind(), called);
  }

  private @Nullable RowReference following(RowReference before, int at, int to) {
    var joint = 0;
    while (at + joint < to
        && (tokens.is(at + joint, ",")
            || tokens.is(at + joint, "&")
            || language.has("ands", tokens, at + joint))) {
      joint++;
    }
    if (joint == 0) {
      return null;
    }
    var next = at(at + joint, to);
    if (next == null && before.kind() == Kind.NUMBER && before.called() == Called.BY_GROUP) {
      var number = number(at + joint);
      next =
          number == 0
              ? null
              : new RowReference(
                  place(null, number),
                  new Span(at + joint, at + joint + 1),
                  Kind.NUMBER,
                  Called.BY_GROUP);
    }
    return next == null || next.rows().isEmpty() ? null : next;
  }

  /** How rows are spoken of with these words: "step" is also something people do. */
  private Called called(int at, int cue) {
    return cue == 1 && language.has("row_loose", tokens, at) ? Called.ONE : Called.BY_GROUP;
  }

  /** The words for a row that begin here: "stage", "stages"; 0 when there are none. */
  int cue(int at, int to) {
    return groupWords.length(tokens, at, to);
  }

  /** The group rows of which are spoken of here, or the only one. */
  @Nullable Group group(int at, int to) {
    var match = groupWords.longest(tokens, at, to, Names.NONE);
    return match == null ? onlyGroup() : group(match.meaning());
  }

  private @Nullable Group onlyGroup() {
    return table.groups().size() == 1 ? table.groups().getFirst() : null;
  }

  private @Nullable Group group(String name) {
    return table.groups().stream()
        .filter(group -> group.name().equals(name))
        .findFirst()
        .orElse(null);
  }

  /** "Each stage", "all of them". */
  private @Nullable RowReference all(int at, int to) {
    var alone = language.length("row_all_alone", tokens, at, to);
    var every = language.length("row_all", tokens, at, to);
    var cue = every == 0 ? 0 : cue(at + every, to);
    if (cue > 0) {
      var group = group(at + every, to);
      return group == null
          ? null
          : new RowReference(
              table.rows(group), new Span(at, at + every + cue), Kind.ALL, Called.BY_GROUP);
    }
    var group = onlyGroup();
    return alone == 0 || group == null
        ? null
        : new RowReference(table.rows(group), new Span(at, at + alone), Kind.ALL, Called.NOTHING);
  }

  /** "This stage". */
  private @Nullable RowReference that(int at, int to) {
    var length = language.length("row_this", tokens, at, to);
    var cue = length == 0 ? 0 : cue(at + length, to);
    if (cue == 0) {
      return null;
    }
    var rows = current == null ? List.<Row>of() : List.of(current);
    return new RowReference(rows, new Span(at, at + length + cue), Kind.THIS, Called.BY_GROUP);
  }

  private int afterArticles(int at, int to) {
    return at + language.length("row_articles", tokens, at, to);
  }

  /** "Decision", "the Decision stage", "stage Decision", "the stage called Decision". */
  private @Nullable RowReference titled(int at, int from, int to) {
    var cue = cue(from, to);
    var named = cue == 0 ? from : from + cue;
    named += cue == 0 ? 0 : language.length("row_called", tokens, named, to);
    var match = titles.longest(tokens, afterQuote(named, to), to, Names.NONE);
    if (match == null && cue > 0) {
      cue = 0;
      match = titles.longest(tokens, afterQuote(from, to), to, Names.NONE);
    }
    if (match == null) {
      return null;
    }
    var end = afterQuote(match.to(), to);
    var after = cue(end, to);
    var called = cue + after > 0 ? Called.BY_GROUP : Called.NOTHING;
    return new RowReference(
        List.of(match.meaning()), new Span(at, end + after), Kind.TITLE, called);
  }

  private int afterQuote(int at, int to) {
    return at < to && QUOTES.contains(tokens.get(at).lower()) ? at + 1 : at;
  }

  /** "The second one", "the first two stages", "the last". */
  private @Nullable RowReference placed(int at, int from, int to) {
    var match = language.list("ordinals").longest(tokens, from, to, Names.NONE);
    if (match == null) {
      return null;
    }
    var place = Integer.parseInt(match.meaning());
    var counted = number(match.to());
    var many = counted > 1 && cue(match.to() + 1, to) > 0 ? counted : 1;
    var end = many > 1 ? match.to() + 1 : match.to();
    var cue = cue(end, to);
    var one = cue == 0 ? language.length("row_ones", tokens, end, to) : 0;
    var called = cue > 0 ? called(end, cue) : one > 0 ? Called.ONE : Called.NOTHING;
    if (called == Called.NOTHING && from == at) {
      return null;
    }
    var group = cue > 0 ? group(end, to) : onlyGroup();
    var rows = new LinkedHashSet<Row>();
    for (var i = 0; i < many; i++) {
      rows.addAll(place(group, place > 0 ? place + i : place - i));
    }
    var complete = rows.size() == many;
    return new RowReference(
        complete ? List.copyOf(rows) : List.of(),
        new Span(at, end + cue + one),
        Kind.NUMBER,
        called);
  }

  /** "المرحلة الثانية": the place may follow the word for the row. */
  private @Nullable RowReference placedAfter(int at, int from, int to) {
    var cue = cue(from, to);
    var match =
        cue == 0 ? null : language.list("ordinals").longest(tokens, from + cue, to, Names.NONE);
    return match == null
        ? null
        : new RowReference(
            place(group(from, to), Integer.parseInt(match.meaning())),
            new Span(at, match.to()),
            Kind.NUMBER,
            called(from, cue));
  }

  /** "Stage 3", "stage no. 3", "number 3". */
  private @Nullable RowReference numbered(int at, int from, int to) {
    var cue = cue(from, to);
    var sign = language.length("row_numbers", tokens, from + cue, to);
    var number = from + cue + sign < to ? number(from + cue + sign) : 0;
    if (number <= 0 || cue + sign == 0) {
      return null;
    }
    var group = cue > 0 ? group(from, to) : onlyGroup();
    return new RowReference(
        place(group, number),
        new Span(at, from + cue + sign + 1),
        Kind.NUMBER,
        cue > 0 ? called(from, cue) : Called.ONE);
  }

  /** The whole number of one token here; 0 when there is none. */
  int number(int at) {
    var amount = amounts.get(at);
    if (amount != null
        && amount.to() == at + 1
        && amount.value() instanceof FieldValue.Num(var number)
        && number.stripTrailingZeros().scale() <= 0
        && number.compareTo(MOST) <= 0) {
      return Math.max(0, number.intValue());
    }
    var token = tokens.get(at);
    var code = token.kind() == Token.Kind.CODE && token.lower().length() <= MOST_DIGITS;
    return code ? Integer.parseInt(token.lower()) : 0;
  }

  /** The row at a place, counted from 1 at the front or from -1 at the end. */
  private List<Row> place(@Nullable Group group, int place) {
    var counted = group == null ? onlyGroup() : group;
    if (counted == null) {
      return List.of();
    }
    var rows = table.rows(counted);
    var index = place > 0 ? place - 1 : rows.size() + place;
    return index >= 0 && index < rows.size() ? List.of(rows.get(index)) : List.of();
  }

  RowTable table() {
    return table;
  }

  /** The row that is talked about, or null. */
  @Nullable Row current() {
    return current;
  }
}
