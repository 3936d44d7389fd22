package rapport.conversation.dialogue;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import rapport.contracts.ConversationEvent;
import rapport.contracts.ConversationEvent.Provenance;
import rapport.contracts.FieldValue;
import rapport.contracts.Origin;
import rapport.conversation.dialogue.Decision.Accepted;
import rapport.conversation.dialogue.Decision.Rejected;
import rapport.conversation.dialogue.DialogueCommand.AddItem;
import rapport.conversation.dialogue.DialogueCommand.AgentSays;
import rapport.conversation.dialogue.DialogueCommand.Assess;
import rapport.conversation.dialogue.DialogueCommand.Complete;
import rapport.conversation.dialogue.DialogueCommand.DraftSummary;
import rapport.conversation.dialogue.DialogueCommand.Edit;
import rapport.conversation.dialogue.DialogueCommand.HandBack;
import rapport.conversation.dialogue.DialogueCommand.Migrate;
import rapport.conversation.dialogue.DialogueCommand.MoveItem;
import rapport.conversation.dialogue.DialogueCommand.Proceed;
import rapport.conversation.dialogue.DialogueCommand.RemoveItem;
import rapport.conversation.dialogue.DialogueCommand.Say;
import rapport.conversation.dialogue.DialogueCommand.Start;
import rapport.conversation.dialogue.DialogueCommand.SummaryReady;
import rapport.conversation.dialogue.DialogueCommand.TakeOver;
import rapport.conversation.dialogue.DialogueCommand.Undo;
import rapport.conversation.flow.FlowDefinition;
import rapport.conversation.flow.Group;
import rapport.conversation.value.Answer;
import rapport.conversation.value.Answers;

/** What a command means for a conversation: the events that follow, or why none do. */
public final class DialogueDecider {

  private DialogueDecider() {}

  public static Decision decide(
      FlowDefinition definition, Dialogue dialogue, DialogueCommand command) {
    return switch (dialogue.stage()) {
      case NOT_STARTED ->
          command instanceof Start start
              ? start(definition, dialogue, start)
              : new Rejected("conversation-not-started", List.of());
      case IN_PROGRESS, COMPLETED ->
          decideStarted(new Draft(definition, dialogue, command), command);
    };
  }

  private static Decision decideStarted(Draft draft, DialogueCommand command) {
    return switch (command) {
      case Start _ -> new Rejected("conversation-already-started", List.of());
      case Say say -> say(draft, say);
      case Edit edit -> settled(draft, PanelEdit.decide(draft, edit));
      case AddItem(var group, var index, var actor) ->
          settled(draft, addItem(draft, group, index, actor));
      case RemoveItem(var item, var actor) ->
          settled(draft, item(draft, item, actor, (rows, group) -> rows.remove(group, item)));
      case MoveItem(var item, var index, var actor) ->
          settled(draft, item(draft, item, actor, (rows, group) -> rows.move(group, item, index)));
      case Undo undo -> undo(draft, undo);
      case DraftSummary(var focus) -> settled(draft, requestSummary(draft, focus));
      case SummaryReady ready -> settled(draft, summaryReady(draft, ready));
      case Complete _ -> settled(draft, complete(draft));
      case Migrate _ -> settled(draft, Migrating.decide(draft));
      case Proceed proceed -> proceed(draft, proceed);
      case Assess(var assessment) -> assess(draft, assessment);
      case TakeOver(var agent, var name) -> new Handoff(draft).takeOver(agent, name);
      case AgentSays says -> new Handoff(draft).say(says);
      case HandBack _ -> handBack(draft);
    };
  }

  private static Decision start(FlowDefinition definition, Dialogue dialogue, Start start) {
    var draft = new Draft(definition, dialogue, start);
    draft.emit(
        new ConversationEvent.SessionStarted(
            definition.name(),
            definition.version(),
            start.locale(),
            start.actor(),
            Arrivals.of(dialogue)));
    var modes = definition.conduct().modes();
    if (modes != null) {
      draft.emit(new ConversationEvent.ModeSwitched(null, modes.initial(), "begun"));
    }
    draft
        .definition()
        .fields()
        .forEach(field -> {
          var known = field.prefill() == null ? null : dialogue.known(field.prefill());
          if (known != null
              && Answers.check(field, FieldValue.text(known), List.of(), draft.now().wording())
                  instanceof Answer.Accepted(var value)) {
            var source = new Provenance(Origin.PREFILL, null, null, 1);
            draft.emit(new ConversationEvent.FieldCaptured(field.path(), value, source));
          }
        });
    Consequences.settle(draft);
    Questions.ask(draft);
    return draft.accepted();
  }

  private static Decision say(Draft draft, Say say) {
    draft.emit(new ConversationEvent.MessageReceived(say.messageId(), say.text()));
    var listener = new ChatTurn(draft, say);
    say.acts().forEach(listener::hear);
    Consequences.settle(draft);
    if (!draft.definition().conduct().assessed()) {
      goOn(draft);
    }
    return draft.accepted();
  }

  private static void goOn(Draft draft) {
    if (draft.now().interview().unclear() == null) {
      Questions.ask(draft);
    }
  }

  private static Decision proceed(Draft draft, Proceed proceed) {
    for (var answer : proceed.answers()) {
      draft.emit(
          answer.topic() == null || answer.answer() == null
              ? new ConversationEvent.QuestionLeftOpen(answer.question())
              : new ConversationEvent.QuestionAnswered(
                  answer.question(), answer.topic(), answer.answer(), answer.source()));
    }
    Consequences.settle(draft);
    new Clarifying(draft).doubt(proceed.doubted());
    goOn(draft);
    var assessed = draft.now().standing().assessed(proceed.messageId());
    draft.emit(new ConversationEvent.ReplyProduced(proceed.messageId(), assessed));
    return draft.accepted();
  }

  /** Says nothing by itself: it steers what is said next. */
  private static Decision assess(Draft draft, Assessment assessment) {
    Assessing.take(draft, assessment);
    if (!draft.isEmpty()) {
      Consequences.settle(draft);
    }
    return draft.accepted();
  }

  private static Decision handBack(Draft draft) {
    var decision = new Handoff(draft).handBack();
    if (decision instanceof Accepted) {
      Consequences.settle(draft);
      return draft.accepted();
    }
    return decision;
  }

  private static Decision addItem(
      Draft draft, String name, @Nullable Integer index, @Nullable String actor) {
    var group = draft.definition().groups().get(name);
    return group == null
        ? new Rejected("unknown-group", List.of(name))
        : decided(draft, group, panel(draft, actor).add(group, null, index));
  }

  private static Decision item(
      Draft draft,
      String item,
      @Nullable String actor,
      BiFunction<RowChanges, Group, Optional<String>> wanted) {
    return draft
        .definition()
        .groupOf(item)
        .map(group -> decided(draft, group, wanted.apply(panel(draft, actor), group)))
        .orElseGet(() -> new Rejected(RowChanges.NO_SUCH_ITEM, List.of()));
  }

  private static RowChanges panel(Draft draft, @Nullable String actor) {
    return new RowChanges(draft, new Provenance(Origin.PANEL, actor, null, 1));
  }

  private static Decision decided(Draft draft, Group group, Optional<String> refusal) {
    return refusal
        .<Decision>map(code -> new Rejected(code, List.of(group.name())))
        .orElseGet(draft::accepted);
  }

  private static Decision undo(Draft draft, Undo undo) {
    return switch (Undoing.decide(draft, undo.messageId())) {
      case Rejected rejected -> rejected;
      case Accepted _ -> {
        Consequences.settle(draft);
        Questions.ask(draft);
        yield draft.accepted();
      }
    };
  }

  /** Draws the consequences of a decision that was not made in the chat. */
  private static Decision settled(Draft draft, Decision decision) {
    return switch (decision) {
      case Rejected rejected -> rejected;
      case Accepted _ when draft.isEmpty() -> draft.accepted();
      case Accepted _ -> {
        Consequences.settle(draft);
        Questions.moveOn(draft);
        yield draft.accepted();
      }
    };
  }

  static Decision requestSummary(Draft draft, List<String> focus) {
    if (draft.definition().summaryField().isEmpty()) {
      return new Rejected("no-summary-here", List.of());
    }
    if (!draft.awaitsSummary()) {
      draft.emit(new ConversationEvent.SummaryRequested(focus));
    }
    return draft.accepted();
  }

  private static Decision summaryReady(Draft draft, SummaryReady ready) {
    draft.emit(new ConversationEvent.SummaryProduced(ready.text(), ready.focus(), ready.basis()));
    draft.write(
        draft.definition().summaryField(),
        FieldValue.text(ready.text()),
        new Provenance(Origin.GENERATED, null, null, 1));
    return draft.accepted();
  }

  private static Decision complete(Draft draft) {
    if (draft.now().completed()) {
      return draft.accepted();
    }
    var missing = Agenda.missing(draft.definition(), draft.now());
    if (!missing.isEmpty()) {
      return new Rejected("required-fields-missing", missing);
    }
    draft.emit(new ConversationEvent.SessionCompleted());
    return draft.accepted();
  }
}
