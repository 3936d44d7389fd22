package rapport.conversation.understanding.embedded;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import rapport.contracts.FieldValue;
import rapport.contracts.ItemPath;
import rapport.conversation.dialogue.Act;
import rapport.conversation.dialogue.Act.AskAbout;
import rapport.conversation.dialogue.Act.AskAbout.Topic;
import rapport.conversation.dialogue.Act.SmallTalk;
import rapport.conversation.flow.Field;
import rapport.conversation.flow.FieldType;
import rapport.conversation.understanding.embedded.Commands.Heard;
import rapport.conversation.understanding.embedded.Language.Command;

/** Turns a command into the act it stands for, in the situation it was said in. */
final class CommandActs {

  private final Reading reading;

  CommandActs(Reading reading) {
    this.reading = reading;
  }

  /** What a message of nothing but commands means; small talk counts when nothing else was said. */
  List<Act> only(List<Heard> heard) {
    var acts = new ArrayList<Act>();
    var unknown = heard.stream().anyMatch(h -> h.command() == Command.DONT_KNOW);
    var accepts = heard.stream().anyMatch(h -> h.command() == Command.ACCEPT);
    for (var command : heard) {
      var said = heard.stream().anyMatch(h -> !h.aside()) && command.aside();
      var skipsUnknown = unknown && command.command() == Command.SKIP;
      var acceptsAnyhow = accepts && command.command() == Command.YES;
      if (!said && !skipsUnknown && !acceptsAnyhow) {
        acts(command).stream().filter(act -> !acts.contains(act)).forEach(acts::add);
      }
    }
    return acts.isEmpty()
        ? List.of(new Act.NotUnderstood(reading.utterance().text()))
        : List.copyOf(acts);
  }

  /** The commands that are meant even beside answers. */
  void beside(List<Heard> heard, Written written) {
    for (var command : heard) {
      if (command.meantAnywhere() && !written.used(command.span())) {
        if (!command.aside()) {
          acts(command).forEach(act -> written.add(act, command.span()));
        }
        written.settle(command.fields());
        written.use(command.span());
      }
    }
  }

  /** The acts; none when the words want nothing, such as "hmm". */
  List<Act> acts(Heard heard) {
    return heard.command() == Command.CLEAR && isRow(heard.fields())
        ? clearRow(heard.fields())
        : act(heard).stream().toList();
  }

  /** Whether fields of rows were named, by the row or by the column. */
  private boolean isRow(List<String> paths) {
    return !paths.isEmpty() && paths.stream().allMatch(path -> path.indexOf('[') >= 0);
  }

  /** The columns of a row can be emptied, its title cannot. */
  private List<Act> clearRow(List<String> paths) {
    return inOrder(withoutTitles(paths)).stream()
        .filter(path -> reading.utterance().values().containsKey(path))
        .<Act>map(Act.Clear::new)
        .toList();
  }

  /** What a row as a whole is named for: its columns. */
  private List<String> withoutTitles(List<String> paths) {
    var groups = reading.rows().table().groups();
    var columns =
        paths.stream()
            .filter(path ->
                groups.stream().noneMatch(group -> group.title().equals(ItemPath.template(path))))
            .toList();
    return columns.isEmpty() ? paths : columns;
  }

  private Optional<Act> act(Heard heard) {
    var named = inOrder(heard.fields());
    var first = named.isEmpty() ? null : named.getFirst();
    var fields = withoutTitles(named);
    return switch (heard.command()) {
      case SKIP -> Optional.of(new Act.Skip(fields));
      case DONT_KNOW -> Optional.of(new Act.DontKnow(fields));
      case BACK -> Optional.of(new Act.Back());
      case GO_TO -> Optional.of(chosen(heard, fields).orElseGet(() -> new Act.GoTo(fields)));
      case UNDO -> Optional.of(new Act.Undo());
      case CLEAR -> clear(fields);
      case SUMMARISE -> Optional.of(new Act.Summarise(List.of()));
      case FINISH -> Optional.of(new Act.Finish());
      case RECAP -> Optional.of(new AskAbout(first, Topic.RECAP));
      case PROGRESS -> Optional.of(new AskAbout(null, Topic.PROGRESS));
      case HELP -> Optional.of(new AskAbout(null, Topic.HELP));
      case WHY -> Optional.of(new AskAbout(first, Topic.WHY));
      case MEANING -> Optional.of(new AskAbout(first, Topic.MEANING));
      case NEW_SUBJECT -> Optional.of(new Act.NewSubject());
      case HANDOFF -> Optional.of(new Act.Handoff());
      case GREETING -> Optional.of(new SmallTalk(SmallTalk.Kind.GREETING));
      case THANKS -> Optional.of(new SmallTalk(SmallTalk.Kind.THANKS));
      case PRAISE ->
          Optional.of(degree(heard).orElseGet(() -> new SmallTalk(SmallTalk.Kind.PRAISE)));
      case FAREWELL -> Optional.of(new SmallTalk(SmallTalk.Kind.FAREWELL));
      case YES -> Optional.of(yes(heard));
      case NO -> Optional.of(no(heard));
      case ACCEPT -> suggestion().map(Act.AcceptSuggestion::new);
      case DISMISS -> suggestion().map(Act.DismissSuggestion::new);
      case QUESTION -> Optional.of(new AskAbout(null, Topic.OTHER));
      case WISH -> Optional.of(new Act.NotUnderstood(reading.utterance().text()));
      case HEDGE -> Optional.empty();
    };
  }

  /** "Let's do a B2B one" names an option, not a place. */
  private Optional<Act> chosen(Heard heard, List<String> paths) {
    return paths.stream()
        .map(reading.fields()::get)
        .filter(Objects::nonNull)
        .filter(field -> field.type() == FieldType.CHOICE && !reading.filled(field))
        .findFirst()
        .flatMap(field ->
            new Choices(reading, field)
                .unmistakable(heard.span())
                .map(picked ->
                    new Act.Fill(
                        field.path(),
                        FieldValue.text(picked.option()),
                        reading.quote(picked.span()),
                        Confidence.TYPED_AND_ASKED)));
  }

  private List<String> inOrder(List<String> paths) {
    var order = List.copyOf(reading.fields().keySet());
    return paths.stream().sorted(Comparator.comparingInt(order::indexOf)).toList();
  }

  private Optional<Act> clear(List<String> named) {
    if (!named.isEmpty()) {
      return Optional.of(new Act.Clear(named.getFirst()));
    }
    return reading.head().map(Field::path).map(Act.Clear::new);
  }

  private Optional<String> suggestion() {
    return reading.utterance().suggested().stream().findFirst();
  }

  private Act yes(Heard heard) {
    return said(heard, true).orElseGet(Act.Confirm::new);
  }

  private Act no(Heard heard) {
    return said(heard, false).orElseGet(Act.Deny::new);
  }

  /** Yes or no as the answer to the question asked, if that is what it asks. */
  private Optional<Act> said(Heard heard, boolean yes) {
    var asked = reading.head().filter(field -> field.type() == FieldType.CONFIRM);
    if (asked.isPresent()) {
      return Optional.of(
          new Act.Fill(
              asked.get().path(),
              new FieldValue.Flag(yes),
              reading.quote(heard.span()),
              Confidence.PICKED));
    }
    return open()
        .filter(new Questions(reading)::yesOrNo)
        .map(field -> answer(field, heard))
        .or(() -> degree(heard));
  }

  /** "Very much" and "not at all" answer a question for how much. */
  private Optional<Act> degree(Heard heard) {
    var said =
        reading
            .language()
            .list("degrees")
            .whole(reading.tokens(), heard.span(), Phrases.Names.NONE);
    return open()
        .filter(field -> said != null && new Questions(reading).degree(field))
        .map(field -> answer(field, heard));
  }

  /** The open question that was asked, when no other yes or no is waited for. */
  private Optional<Field> open() {
    return reading
        .head()
        .filter(field -> field.type().freeText() && reading.utterance().suggested().isEmpty());
  }

  private Act answer(Field field, Heard heard) {
    var words = reading.quote(heard.span());
    return new Act.Fill(field.path(), FieldValue.text(words), words, Confidence.ASKED);
  }
}
