package rapport.conversation.understanding.embedded;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import rapport.contracts.FieldValue;
import rapport.conversation.dialogue.Act;
import rapport.conversation.flow.Group;
import rapport.conversation.understanding.embedded.RowReference.Called;
import rapport.conversation.understanding.embedded.RowReference.Kind;
import rapport.conversation.value.Answer;

/**
 * "Rename Awareness to Discovery", "call the first stage Trial", "it should be called Purchase".
 */
final class RowRenaming implements RowOperations.Kind {

  /** Nothing stands between a row and the name it is to be called by. */
  private static final String BARE = "";

  private static final int LONGEST_NAME = 5;

  private final Reading reading;
  private final RowTitles titles;

  RowRenaming(Reading reading, RowTitles titles) {
    this.reading = reading;
    this.titles = titles;
  }

  @Override
  public List<Act> acts(Span words) {
    var cursor = new Cursor(reading, words);
    var link = link(cursor);
    var name = cursor.rest();
    var row = cursor.takeRow();
    if (row == null) {
      return link.equals("row_is_called") ? List.of() : unknown(words, name, link);
    }
    var vague = row.kind() == Kind.NUMBER && row.called() == Called.NOTHING;
    if (row.kind() == Kind.ALL
        || row.rows().size() > 1
        || (link.equals(BARE) && vague && !asksForNames())
        || !(link.equals(BARE) || cursor.take(link))) {
      return List.of();
    }
    return named(row, cursor.rest(), link, words);
  }

  /** What stands between a row and its new name; it depends on how the sentence begins. */
  private static String link(Cursor words) {
    if (words.take("row_renames")) {
      return "row_to";
    }
    if (words.take("row_replaces")) {
      return "row_with";
    }
    return words.take("row_calls") ? BARE : "row_is_called";
  }

  private boolean asksForNames() {
    return reading
        .head()
        .filter(field -> reading.rows().table().titled(field).isPresent())
        .isPresent();
  }

  private List<Act> named(RowReference row, Span rest, String link, Span words) {
    var next = another(rest, link);
    var said = new Span(rest.from(), next == null ? rest.to() : next.from() - 1);
    var closed = new Cursor(reading, said).skipLast("closers").rest();
    var title = titles.one(closed.empty() ? said : closed);
    if (rest.empty() || title.isEmpty()) {
      return List.of();
    }
    if (row.rows().isEmpty()) {
      var group = reading.rows().group(row.to() - 1, row.to());
      return group == null ? List.of() : unknown(group, words);
    }
    var acts = new ArrayList<Act>();
    rename(row.rows().getFirst(), title.get()).ifPresent(acts::add);
    if (next != null) {
      var cursor = new Cursor(reading, next);
      var other = cursor.takeRow();
      if (other != null && (link.equals(BARE) || cursor.take(link))) {
        acts.addAll(named(other, cursor.rest(), link, words));
      }
    }
    return acts;
  }

  /** The "Decision to Purchase" of "rename Awareness to Discovery and Decision to Purchase". */
  private @Nullable Span another(Span rest, String link) {
    for (var at = rest.from() + 1; at < rest.to() - 1; at++) {
      var joint =
          reading.tokens().is(at, ",") || reading.language().has("ands", reading.tokens(), at);
      var row = joint ? reading.rows().at(at + 1, rest.to()) : null;
      if (row != null
          && !row.rows().isEmpty()
          && (link.equals(BARE)
              ? row.kind() == Kind.NUMBER
              : reading.language().length(link, reading.tokens(), row.to(), rest.to()) > 0)) {
        return new Span(at + 1, rest.to());
      }
    }
    return null;
  }

  /** "The Foo stage" is no row, but was meant to be one. */
  private List<Act> unknown(Span words, Span name, String link) {
    for (var at = name.from() + 1; at < name.to() && at <= name.from() + LONGEST_NAME; at++) {
      var cue = reading.rows().cue(at, name.to());
      var linked =
          link.equals(BARE)
              || reading.language().length(link, reading.tokens(), at + cue, name.to()) > 0;
      if (cue > 0 && linked && at + cue < name.to()) {
        var group = reading.rows().group(at, name.to());
        return group == null ? List.of() : unknown(group, words);
      }
    }
    return List.of();
  }

  private List<Act> unknown(Group group, Span words) {
    return List.of(RowOperations.unknown(group, reading.quote(words)));
  }

  private Optional<Act> rename(Row row, Span title) {
    var field = reading.fields().get(row.titlePath());
    if (field == null) {
      return Optional.empty();
    }
    var said = reading.quote(title);
    return Optional.of(
        switch (reading.check(field, FieldValue.text(said))) {
          case Answer.Accepted(var value) ->
              reading.filled(field)
                  ? new Act.Correct(field.path(), value, said, Confidence.TYPED_AND_NAMED)
                  : new Act.Fill(field.path(), value, said, Confidence.TYPED_AND_NAMED);
          case Answer.Refused(var code) -> new Act.Misfit(field.path(), code, said);
        });
  }
}
