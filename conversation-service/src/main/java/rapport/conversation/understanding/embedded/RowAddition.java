package rapport.conversation.understanding.embedded;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import rapport.conversation.dialogue.Act;
import rapport.conversation.flow.Group;

/** "Add a Renewal stage after Decision", "insert Trial before Decision", "add another stage". */
final class RowAddition implements RowOperations.Kind {

  private final Reading reading;
  private final RowPlaces places;
  private final RowTitles titles;
  private final RowOrder order;

  RowAddition(Reading reading, RowPlaces places, RowTitles titles, RowOrder order) {
    this.reading = reading;
    this.places = places;
    this.titles = titles;
    this.order = order;
  }

  /**
   * What is to be added.
   *
   * @param titles what the rows are called; none when they have no names yet
   * @param many how many there are
   * @param called whether the word for a row was said
   */
  private record Wanted(@Nullable Group group, List<Span> titles, int many, boolean called) {}

  @Override
  public List<Act> acts(Span words) {
    var cursor = new Cursor(reading, words);
    var place = places.atStart(words);
    if (place != null) {
      cursor.reset(new Span(place.span().to(), words.to()));
      cursor.skip("row_list_marks");
    }
    var strong = cursor.take("row_adds") || cursor.takeLast("row_adds_end");
    if (!strong && !cursor.take("row_adds_weak")) {
      return List.of();
    }
    var listed = place == null ? listed(cursor.rest(), reading.quote(words)) : List.<Act>of();
    if (!listed.isEmpty()) {
      return listed;
    }
    place = place == null ? place(cursor) : place;
    var wanted = wanted(cursor.rest());
    if (wanted == null || wanted.group() == null) {
      return List.of();
    }
    var meant =
        wanted.called()
            || (strong
                && (place == null
                    ? !takesAnyWords()
                    : RowPlaces.besideRow(place.place()) || !takesAnyWords() || numbered(place)));
    return meant ? add(wanted.group(), wanted, place, reading.quote(words)) : List.of();
  }

  /** "Another one at the end: Onboarding". */
  private List<Act> listed(Span words, String said) {
    var colon =
        IntStream.range(words.from() + 1, words.to())
            .filter(at -> reading.tokens().is(at, ":"))
            .findFirst();
    var groups = reading.rows().table().groups();
    if (colon.isEmpty() || groups.size() != 1) {
      return List.of();
    }
    var place = places.atEnd(new Span(words.from(), colon.getAsInt()));
    var names = titles.several(new Span(colon.getAsInt() + 1, words.to()), 0);
    return place == null || names.isEmpty()
        ? List.of()
        : add(groups.getFirst(), new Wanted(null, names, names.size(), true), place, said);
  }

  /** Where the rows go, taken off the words. */
  private RowPlaces.@Nullable Said place(Cursor words) {
    var first = places.atStart(words.rest());
    var place = first == null ? places.atEnd(words.rest()) : first;
    if (first != null) {
      words.reset(new Span(first.span().to(), words.rest().to()));
    } else if (place != null) {
      words.reset(new Span(words.rest().from(), place.span().from()));
    }
    return place == null ? ordinal(words) : place;
  }

  /** The "first" of "a first stage called Trigger". */
  private RowPlaces.@Nullable Said ordinal(Cursor words) {
    var bare = new Cursor(reading, words.rest()).skip("row_new").rest();
    var ordinal =
        reading
            .language()
            .list("ordinals")
            .longest(reading.tokens(), bare.from(), bare.to(), Phrases.Names.NONE);
    if (ordinal == null || reading.rows().cue(ordinal.to(), bare.to()) == 0) {
      return null;
    }
    words.reset(new Span(ordinal.to(), bare.to()));
    return new RowPlaces.Said(
        RowPlace.number(Integer.parseInt(ordinal.meaning())), new Span(bare.from(), ordinal.to()));
  }

  /** "As the second stage" says that a row is meant. */
  private boolean numbered(RowPlaces.Said place) {
    return reading.rows().cue(place.span().to() - 1, place.span().to()) > 0;
  }

  /** Whether the question that was asked may be answered with "add more detail". */
  private boolean takesAnyWords() {
    return reading.head().map(field -> field.type().freeText()).orElse(false);
  }

  private List<Act> add(Group group, Wanted wanted, RowPlaces.@Nullable Said place, String said) {
    if (place != null && place.place().kind() == RowPlace.Kind.NOWHERE) {
      return List.of(RowOperations.unknown(group, said));
    }
    var acts = new ArrayList<Act>();
    var index = place == null ? order.size(group) : place.place().index(group, order);
    for (var i = 0; i < wanted.many(); i++) {
      var title = wanted.titles().isEmpty() ? null : reading.quote(wanted.titles().get(i));
      var at = index + i >= order.size(group) ? null : Integer.valueOf(index + i);
      order.add(group, index + i);
      acts.add(new Act.AddItem(group.name(), title, at, said));
    }
    return acts;
  }

  /**
   * "A stage called Renewal", "one more called Renewal", "Renewal stage", "Renewal", "two more
   * stages".
   */
  private @Nullable Wanted wanted(Span span) {
    var cursor = new Cursor(reading, span).skip("row_new");
    var number = cursor.takeNumber();
    cursor.skip("row_new");
    var first = cursor.rest();
    if (!first.equals(span) && cursor.take("row_called")) {
      return named(reading.rows().group(first.from(), first.from()), cursor.rest(), true);
    }
    if (cursor.takeCue()) {
      var group = reading.rows().group(first.from(), first.to());
      if (cursor.empty()) {
        return new Wanted(group, List.of(), Math.clamp(number, 1, 12), true);
      }
      cursor.skip("row_called");
      return named(group, cursor.rest(), true);
    }
    var last = first.empty() ? 0 : reading.rows().cue(first.to() - 1, first.to());
    var group = reading.rows().group(first.to() - 1, first.to());
    return named(group, new Span(first.from(), first.to() - last), last > 0);
  }

  private @Nullable Wanted named(@Nullable Group group, Span names, boolean called) {
    var listed = titles.several(names, 0);
    return listed.isEmpty() ? null : new Wanted(group, listed, listed.size(), called);
  }
}
