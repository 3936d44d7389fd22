package rapport.conversation.understanding.embedded;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import rapport.conversation.dialogue.Act;
import rapport.conversation.flow.FieldType;
import rapport.conversation.understanding.embedded.Commands.Heard;
import rapport.conversation.understanding.embedded.RowSegments.Stretch;

/**
 * Understands a message of a flow with repeat groups: first what is to happen to rows, then, row by
 * row, what is said about each.
 */
final class RowTurn {

  private final Reading reading;
  private final Function<Reading, List<Act>> understand;
  private final Written written;
  private final Durations durations;
  private final Commands commands;
  private final RowViews views;
  private final RowOperations operations;
  private final RowNaming naming;
  private final RowCorrections corrections;
  private final Set<String> paths = new HashSet<>();

  /**
   * @param understand understands what is said about one row, or about none
   */
  RowTurn(Reading reading, Function<Reading, List<Act>> understand) {
    this.reading = reading;
    this.understand = understand;
    this.written = new Written(reading);
    this.commands = new Commands(reading);
    this.views = new RowViews(reading);
    var candidates = Candidates.in(reading);
    this.durations = new Durations(reading, candidates);
    var titles = new RowTitles(reading, durations);
    this.operations = new RowOperations(reading, titles, written);
    this.naming = new RowNaming(reading, titles, written);
    var answering = new Answering(reading, candidates, new Scores(reading, candidates));
    this.corrections = new RowCorrections(reading, answering, durations, written);
  }

  List<Act> acts() {
    var whole = reading.message().span();
    if (!reading.message().readable() || reading.meantForTheMachine()) {
      return understand.apply(views.unaddressed(whole));
    }
    if (picks(whole)) {
      return understand.apply(views.unaddressed(whole));
    }
    if (naming.inTurn(whole)) {
      return written.acts();
    }
    var left = new ArrayList<Stretch>();
    for (var sentence : reading.message().sentences()) {
      left.addAll(left(sentence.span()));
    }
    if (written.empty() && answers() && naming.expected(whole)) {
      return written.acts();
    }
    var segments = new RowSegments(reading, durations).cut(left);
    if (written.empty() && segments.stream().noneMatch(RowSegment::addressed)) {
      segments = new RowSeries(reading, durations).segments();
    }
    if (written.empty() && segments.isEmpty()) {
      return unaddressed(whole);
    }
    segments.forEach(this::segment);
    return written.empty() ? List.of(notUnderstood()) : written.acts();
  }

  /** "I want my own stages" is one of the options asked about, and adds no stage. */
  private boolean picks(Span whole) {
    var words = new Cursor(reading, whole).skip("openers").skipLast("closers").rest();
    return reading
        .head()
        .filter(field -> field.type() == FieldType.CHOICE)
        .flatMap(field -> new Choices(reading, field).whole(words))
        .isPresent();
  }

  private Act notUnderstood() {
    return new Act.NotUnderstood(reading.utterance().text());
  }

  /** Whether the message says something, and does not refuse to. */
  private boolean answers() {
    return !commands.others().isEmpty()
        && commands.heard().stream().noneMatch(heard -> heard.refuses());
  }

  /** Handles what a sentence wants of rows; what is left of it. */
  private List<Stretch> left(Span sentence) {
    if (naming.counted(sentence)) {
      return List.of(new Stretch(new Span(sentence.to(), sentence.to()), false));
    }
    if (corrections.read(sentence)) {
      return List.of(new Stretch(new Span(sentence.to(), sentence.to()), false));
    }
    var end = operations.read(sentence);
    if (end.isPresent()) {
      written.use(new Span(sentence.from(), end.get()));
      return List.of(new Stretch(new Span(end.get(), sentence.to()), false));
    }
    if (naming.told(sentence)) {
      return List.of(new Stretch(new Span(sentence.to(), sentence.to()), false));
    }
    var stretches = new ArrayList<Stretch>();
    var from = sentence.from();
    for (var heard : commands.heard()) {
      if (sentence.contains(heard.span()) && namesRow(heard)) {
        new CommandActs(reading).acts(heard).forEach(act -> written.add(act, heard.span()));
        stretches.add(new Stretch(new Span(from, heard.span().from()), true));
        from = heard.span().to();
      }
    }
    stretches.add(new Stretch(new Span(from, sentence.to()), true));
    return stretches;
  }

  /** Whether a command says which row it is about. */
  private boolean namesRow(Heard heard) {
    var fields = heard.fields();
    if (fields.isEmpty() || !fields.stream().allMatch(path -> path.indexOf('[') >= 0)) {
      return false;
    }
    for (var at = heard.span().from(); at < heard.span().to(); at++) {
      var row = reading.rows().at(at, heard.span().to());
      if (row != null && row.certain()) {
        return true;
      }
    }
    return false;
  }

  private void segment(RowSegment segment) {
    var rows = segment.rows();
    if (rows == null) {
      adopt(unaddressed(segment.content()), segment.content());
    } else if (rows.isEmpty()) {
      var groups = reading.rows().table().groups();
      var said = segment.said().empty() ? segment.content() : segment.said();
      adopt(List.of(RowOperations.unknown(groups.getFirst(), reading.quote(said))), said);
    } else if (!segment.content().empty()) {
      for (var row : rows) {
        var view = views.addressed(row, segment.columns(), corrected(segment.content()));
        adopt(about(row, understand.apply(view)), segment.content());
      }
    }
  }

  /** The "two months" of "for Consideration make it two months instead". */
  private Span corrected(Span content) {
    var led = new Cursor(reading, content).skip("corrections");
    return led.rest().equals(content) ? content : led.skipLast("closers").rest();
  }

  /** Skipping without a name skips what could have been said about the row. */
  private List<Act> about(Row row, List<Act> acts) {
    var asked =
        views.asked(row).stream()
            .filter(field -> !reading.filled(field))
            .map(field -> field.path())
            .toList();
    return acts.stream()
        .<Act>mapMulti((act, kept) -> {
          switch (act) {
            case Act.Skip(var named) when named.isEmpty() -> kept.accept(new Act.Skip(asked));
            case Act.DontKnow(var named) when named.isEmpty() ->
                kept.accept(new Act.DontKnow(asked));
            case Act.Confirm _, Act.Deny _, Act.SmallTalk _ -> {}
            default -> kept.accept(act);
          }
        })
        .toList();
  }

  private List<Act> unaddressed(Span content) {
    var corrected = new RowSecondThoughts(reading, views).acts(content, understand);
    return corrected.isEmpty() ? understand.apply(views.unaddressed(content)) : corrected;
  }

  /** Takes over what a part of the message was understood to mean. */
  private void adopt(List<Act> acts, Span part) {
    for (var act : acts) {
      var wanted =
          switch (act) {
            case Act.Fill fill -> paths.add(fill.path());
            case Act.Correct correct -> paths.add(correct.path());
            case Act.Misfit misfit -> paths.add(misfit.path());
            case Act.NotUnderstood _ -> false;
            case Act.SmallTalk _ -> written.empty();
            default -> true;
          };
      if (wanted) {
        written.add(act, part);
      }
    }
  }
}
