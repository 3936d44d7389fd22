package rapport.conversation.dialogue;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import rapport.contracts.ConversationEvent;
import rapport.conversation.flow.Group;
import rapport.conversation.value.QuestionMarks;

/** What the acts of one message do to a conversation. */
final class ChatTurn {
  private final Draft draft;
  private final DialogueCommand.Say say;
  private final Answering answering;
  private final boolean withHuman;

  ChatTurn(Draft draft, DialogueCommand.Say say) {
    this.draft = draft;
    this.say = say;
    this.answering = new Answering(draft, say);
    this.withHuman = draft.definition().conduct().isHuman(draft.before().standing().mode());
  }

  void hear(Act act) {
    if (!withHuman || concerns(act)) {
      take(act);
    }
  }

  /** While a colleague answers, the bot only keeps what it is told. */
  private static boolean concerns(Act act) {
    return switch (act) {
      case Act.Fill _, Act.Correct _, Act.Clear _, Act.Undo _, Act.SwitchLanguage _ -> true;
      default -> false;
    };
  }

  private void take(Act act) {
    switch (act) {
      case Act.Fill(var path, var value, var quote, var confidence) ->
          answering.fill(path, value, quote, confidence);
      case Act.Correct(var path, var value, var quote, var confidence) ->
          answering.correct(path, value, quote, confidence);
      case Act.Unsure unsure -> new Clarifying(draft).ask(unsure);
      case Act.Choose(var paths) -> choose(paths);
      case Act.Misfit(var path, var code, var said) ->
          draft.emit(new ConversationEvent.FieldRejected(path, code, said));
      case Act.AddItem(var group, var title, var index, var quote) ->
          change(group, quote, (rows, of) -> rows.add(of, title, index));
      case Act.RemoveItem(var group, var item, var quote) ->
          change(group, quote, (rows, of) -> rows.remove(of, item));
      case Act.MoveItem(var group, var item, var index, var quote) ->
          change(group, quote, (rows, of) -> rows.move(of, item, index));
      case Act.Clear(var path) -> answering.clear(path);
      case Act.Skip(var paths) -> targets(paths).forEach(answering::skip);
      case Act.DontKnow(var paths) -> targets(paths).forEach(answering::unknown);
      case Act.Back _ -> back();
      case Act.GoTo(var paths) -> goTo(paths);
      case Act.AskAbout(var path, var topic) ->
          digress(topic.name().toLowerCase(Locale.ROOT) + (path == null ? "" : ":" + path));
      case Act.Confirm _ -> decide(true);
      case Act.Deny _ -> decide(false);
      case Act.AcceptSuggestion(var path) -> answering.accept(path);
      case Act.DismissSuggestion(var path) -> answering.dismiss(path);
      case Act.Summarise(var focus) -> summarise(focus);
      case Act.Finish _ -> finish();
      case Act.NewSubject _ ->
          draft.emit(new ConversationEvent.NextSessionRequested(say.nextConversation()));
      case Act.Undo _ -> {
        if (Undoing.decide(draft, Clarifying.unclearMessage(draft.before()))
            instanceof Decision.Rejected) {
          digress("nothing-to-undo");
        }
      }
      case Act.SwitchLanguage(var language) -> speak(language);
      case Act.Handoff _ -> handOff();
      case Act.SmallTalk(var kind) -> digress(kind.name().toLowerCase(Locale.ROOT));
      case Act.NotUnderstood(var said) ->
          digress(QuestionMarks.end(said) ? "question" : "not-understood");
    }
  }

  /** Writes what the person has just said they meant. */
  private void choose(List<String> paths) {
    var unclear = draft.before().interview().unclear();
    if (unclear == null) {
      return;
    }
    if (paths.isEmpty()) {
      if (Clarifying.isDoubt(unclear, draft.before())) {
        goTo(unclear.candidates().stream().map(ConversationEvent.Candidate::path).toList());
      } else {
        digress("none-meant");
      }
    }
    unclear.candidates().stream()
        .filter(candidate -> paths.contains(candidate.path()))
        .forEach(candidate ->
            answering.correct(candidate.path(), candidate.value(), unclear.quote(), 1));
  }

  /** Yes or no: to what was unclear if it stands, otherwise to what waits beside a field. */
  private void decide(boolean yes) {
    var unclear = draft.before().interview().unclear();
    if (unclear == null) {
      decideWaiting(yes);
    } else if (!yes) {
      choose(List.of());
    } else if (unclear.candidates().size() == 1) {
      choose(List.of(unclear.candidates().getFirst().path()));
    } else {
      digress("yes-or-no");
      draft.emit(unclear);
    }
  }

  private void change(
      String name, String quote, BiFunction<RowChanges, Group, Optional<String>> wanted) {
    var group = draft.definition().groups().get(name);
    if (group != null) {
      wanted
          .apply(new RowChanges(draft, say.source(quote, 1)), group)
          .ifPresent(
              code -> draft.emit(new ConversationEvent.FieldRejected(group.title(), code, quote)));
    }
  }

  private List<String> targets(List<String> named) {
    var meant = named.isEmpty() ? draft.before().interview().asked() : named;
    return meant.stream().filter(path -> draft.definition().field(path).isPresent()).toList();
  }

  private void back() {
    var interview = draft.before().interview();
    interview.history().reversed().stream()
        .filter(question -> !question.equals(interview.asked()))
        .map(question -> question.stream().filter(this::mayComeAgain).toList())
        .filter(question -> !question.isEmpty())
        .findFirst()
        .ifPresentOrElse(this::goTo, () -> digress("nothing-before"));
  }

  private boolean mayComeAgain(String path) {
    return applies(path)
        && draft.definition().field(path).filter(field -> field.timing().once()).isEmpty();
  }

  private void goTo(List<String> paths) {
    var known = paths.stream().filter(this::applies).distinct().toList();
    if (known.isEmpty()) {
      digress("unknown-place");
    } else {
      draft.emit(new ConversationEvent.RevisitRequested(known));
    }
  }

  private boolean applies(String path) {
    return draft.definition().field(path).filter(field -> field.appliesTo(draft.now())).isPresent();
  }

  private void decideWaiting(boolean yes) {
    draft.now().fields().entrySet().stream()
        .filter(entry -> entry.getValue().waiting() != null)
        .map(Map.Entry::getKey)
        .reduce((_, later) -> later)
        .ifPresentOrElse(
            path -> {
              if (yes) {
                answering.accept(path);
              } else {
                answering.dismiss(path);
              }
            },
            () -> digress("yes-or-no"));
  }

  private void summarise(List<String> focus) {
    if (DialogueDecider.requestSummary(draft, focus) instanceof Decision.Rejected) {
      digress("not-understood");
    }
  }

  private void handOff() {
    var handoff = new Handoff(draft);
    if (handoff.possible()) {
      handoff.request();
    } else {
      digress("handoff");
    }
  }

  private void finish() {
    if (draft.definition().conduct().openEnded()) {
      digress("farewell");
      return;
    }
    var missing = Agenda.missing(draft.definition(), draft.now());
    if (!missing.isEmpty()) {
      digress("unfinished");
      draft.emit(new ConversationEvent.RevisitRequested(missing));
    } else if (!draft.now().completed()) {
      draft.emit(new ConversationEvent.SessionCompleted());
    }
  }

  private void speak(String wanted) {
    var locale = draft.now().locale();
    draft
        .definition()
        .language(wanted)
        .ifPresentOrElse(
            known -> {
              if (known.equals(locale)) {
                digress("same-language");
              } else {
                draft.emit(new ConversationEvent.LanguageChanged(locale, known));
              }
            },
            () -> digress("no-language:" + wanted));
  }

  private void digress(String topic) {
    draft.emit(new ConversationEvent.DigressionHandled(topic));
  }
}
