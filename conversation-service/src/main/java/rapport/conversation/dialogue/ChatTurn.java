package rapport.conversation.dialogue;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import rapport.contracts.ConversationEvent;
import rapport.contracts.ConversationEvent.Provenance;
import rapport.contracts.FieldValue;
import rapport.contracts.Origin;
import rapport.conversation.flow.Field;
import rapport.conversation.flow.FieldType;
import rapport.conversation.flow.Group;
import rapport.conversation.value.Answer;
import rapport.conversation.value.Answers;

/** What the acts of one message do to a conversation. */
final class ChatTurn {
  private final Draft draft;
  private final DialogueCommand.Say say;
  private final Set<String> inQuestion;
  private final boolean withHuman;

  ChatTurn(Draft draft, DialogueCommand.Say say) {
    this.draft = draft;
    this.say = say;
    this.inQuestion = inQuestion(draft.before());
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
          fill(path, value, fromChat(quote, confidence), inQuestion.contains(path));
      case Act.Correct(var path, var value, var quote, var confidence) ->
          fill(path, value, fromChat(quote, confidence), true);
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
      case Act.Clear(var path) -> clear(path);
      case Act.Skip(var paths) -> targets(paths).forEach(this::skip);
      case Act.DontKnow(var paths) -> targets(paths).forEach(this::unknown);
      case Act.Back _ -> back();
      case Act.GoTo(var paths) -> goTo(paths);
      case Act.AskAbout(var path, var topic) ->
          digress(topic.name().toLowerCase(Locale.ROOT) + (path == null ? "" : ":" + path));
      case Act.Confirm _ -> decide(true);
      case Act.Deny _ -> decide(false);
      case Act.AcceptSuggestion(var path) -> accept(path);
      case Act.DismissSuggestion(var path) -> dismiss(path);
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
          digress(said.strip().endsWith("?") ? "question" : "not-understood");
    }
  }

  private void fill(String path, FieldValue raw, Provenance source, boolean meant) {
    var field = draft.definition().field(path).orElse(null);
    if (field == null) {
      return;
    }
    switch (Answers.check(
        field, raw, Choices.fromContext(field, draft.now()), draft.now().wording())) {
      case Answer.Refused(var code) ->
          draft.emit(
              new ConversationEvent.FieldRejected(path, code, quoteOr(source, raw.display())));
      case Answer.Accepted(var value) -> {
        if (field.control()) {
          answer(field, value, source);
        } else if (draft.taken(path, value)) {
          draft.emit(
              new ConversationEvent.FieldRejected(
                  path, RowChanges.ALREADY_THERE, quoteOr(source, value.display())));
        } else {
          write(path, value, source, meant);
        }
      }
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
            fill(candidate.path(), candidate.value(), fromChat(unclear.quote(), 1), true));
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
          .apply(new RowChanges(draft, fromChat(quote, 1)), group)
          .ifPresent(
              code -> draft.emit(new ConversationEvent.FieldRejected(group.title(), code, quote)));
    }
  }

  private void answer(Field control, FieldValue value, Provenance source) {
    var path = control.path();
    var same = value.equals(draft.field(path).value());
    if (!same) {
      draft.emit(new ConversationEvent.ControlAnswered(path, value, source));
    } else {
      settleRevisit(path);
    }
  }

  private void write(String path, FieldValue value, Provenance source, boolean meant) {
    var state = draft.field(path);
    var current = state.value();
    if (current == null) {
      draft.emit(new ConversationEvent.FieldCaptured(path, value, source));
    } else if (current.equals(value)) {
      dismiss(path);
      settleRevisit(path);
    } else if (meant || writtenBy(state) != Origin.PANEL) {
      draft.emit(new ConversationEvent.FieldCorrected(path, current, value, source));
    } else {
      draft.emit(new ConversationEvent.FieldSuggested(path, value, source));
    }
  }

  private static Origin writtenBy(FieldState state) {
    return state.source() == null ? Origin.CHAT : state.source().by();
  }

  private void clear(String path) {
    var current = draft.field(path).value();
    if (current != null && !isControl(path)) {
      draft.emit(new ConversationEvent.FieldCleared(path, current, fromChat(say.text(), 1)));
    }
  }

  private void skip(String path) {
    var state = draft.field(path);
    var field = draft.definition().field(path).orElse(null);
    var revisited = settleRevisit(path);
    var answered = !state.open() && state.status() != FieldState.Status.SKIPPED;
    if (field == null || (revisited && answered)) {
      return;
    }
    if (field.control() && field.type() == FieldType.CONFIRM) {
      var no = new FieldValue.Flag(field.implied());
      draft.emit(new ConversationEvent.ControlAnswered(path, no, fromChat(say.text(), 1)));
    } else if (!state.filled()) {
      var again = field.required() && state.skips() > 0;
      draft.emit(
          again
              ? new ConversationEvent.FieldUnknown(path)
              : new ConversationEvent.FieldSkipped(path));
    }
  }

  private void unknown(String path) {
    if (isControl(path)) {
      skip(path);
    } else if (settleRevisit(path) && draft.field(path).filled()) {
      return;
    } else if (!draft.field(path).filled()) {
      draft.emit(new ConversationEvent.FieldUnknown(path));
    }
  }

  /** Takes a field off the list of those to see again; whether it was on it. */
  private boolean settleRevisit(String path) {
    var revisit = draft.now().interview().revisit();
    if (!revisit.contains(path)) {
      return false;
    }
    draft.emit(
        new ConversationEvent.RevisitRequested(
            revisit.stream().filter(other -> !other.equals(path)).toList()));
    return true;
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
                accept(path);
              } else {
                dismiss(path);
              }
            },
            () -> digress("yes-or-no"));
  }

  private void accept(String path) {
    var state = draft.field(path);
    var waiting = state.waiting();
    if (waiting == null) {
      return;
    }
    if (draft.taken(path, waiting.value())) {
      var said = waiting.value().display();
      draft.emit(new ConversationEvent.FieldRejected(path, RowChanges.ALREADY_THERE, said));
      dismiss(path);
    } else if (state.value() == null) {
      draft.emit(new ConversationEvent.FieldCaptured(path, waiting.value(), waiting.source()));
    } else {
      draft.emit(
          new ConversationEvent.FieldCorrected(
              path, state.value(), waiting.value(), waiting.source()));
    }
  }

  private void dismiss(String path) {
    if (draft.field(path).waiting() != null) {
      draft.emit(new ConversationEvent.SuggestionDismissed(path));
    }
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

  private boolean isControl(String path) {
    return draft.definition().field(path).map(Field::control).orElse(false);
  }

  private Provenance fromChat(String quote, double confidence) {
    return new Provenance(Origin.CHAT, say.actor(), quote, confidence);
  }

  private static String quoteOr(Provenance source, String fallback) {
    return source.quote() == null ? fallback : source.quote();
  }

  /** What an answer to the question that stands may overwrite: it was asked about it. */
  private static Set<String> inQuestion(Dialogue dialogue) {
    var paths = new HashSet<>(dialogue.interview().revisit());
    dialogue.interview().asked().stream()
        .filter(path -> !dialogue.field(path).filled())
        .forEach(paths::add);
    return Set.copyOf(paths);
  }
}
