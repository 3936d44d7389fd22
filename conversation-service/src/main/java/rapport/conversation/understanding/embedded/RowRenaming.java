package rapport.conversation.understanding.embedded;

import java.util.List;
import java.util.Optional;
import rapport.contracts.FieldValue;
import rapport.conversation.dialogue.Act;
import rapport.conversation.value.Answer;

/**
 * "Rename Awareness to Discovery", "call the first stage Trial", "it should be called Purchase".
 */
final class RowRenaming implements RowOperations.Kind {

  private final Reading reading;
  private final RowTitles titles;

  RowRenaming(Reading reading, RowTitles titles) {
    this.reading = reading;
    this.titles = titles;
  }

  @Override
  public List<Act> acts(Span words) {
    var cursor = new Cursor(reading, words);
    var renames = cursor.take("row_renames");
    var replaces = !renames && cursor.take("row_replaces");
    var calls = !renames && !replaces && cursor.take("row_calls");
    var row = cursor.takeRow();
    if (row == null || row.kind() == RowReference.Kind.ALL || row.rows().size() > 1) {
      return List.of();
    }
    var link =
        replaces
            ? cursor.take("row_with")
            : renames ? cursor.take("row_to") : calls || cursor.take("row_is_called");
    if (!link || cursor.empty()) {
      return List.of();
    }
    var title = titles.one(cursor.rest());
    if (title.isEmpty()) {
      return List.of();
    }
    if (row.rows().isEmpty()) {
      var group = reading.rows().group(row.to() - 1, row.to());
      return group == null
          ? List.of()
          : List.of(RowOperations.unknown(group, reading.quote(words)));
    }
    return rename(row.rows().getFirst(), title.get()).stream().toList();
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
