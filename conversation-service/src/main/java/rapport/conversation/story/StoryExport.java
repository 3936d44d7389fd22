package rapport.conversation.story;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import rapport.contracts.ConversationEvent;
import rapport.conversation.dialogue.Dialogue;
import rapport.conversation.flow.yaml.FlowCatalog;
import rapport.conversation.session.Commit;

/**
 * Tells a conversation that took place as a story: every input is a step, and what it changed is
 * what has to come of it. Playing the story gives the same values, as long as messages are
 * understood as they were.
 */
final class StoryExport {

  private static final String REPLY = "reply";

  /** A message that is in the log and has no answer yet. */
  private record Unanswered(Dialogue before, List<ConversationEvent> events) {}

  private @Nullable Unanswered unanswered;
  private final List<Story.Step> steps = new ArrayList<>();
  private final Map<String, Integer> stepOfMessage = new HashMap<>();

  /** The revision after the beginning and after each step. */
  private final List<Long> revisions = new ArrayList<>();

  private final FlowCatalog flows;
  private Dialogue dialogue;

  private StoryExport(FlowCatalog flows, Commit first) {
    this.flows = flows;
    this.dialogue = Dialogue.notStarted(context(first)).after(first.events());
    revisions.add(dialogue.rev());
  }

  /**
   * @param commits all of a conversation, in order
   * @throws UntellableException when something happened that no gesture of a story does
   */
  static Story of(FlowCatalog flows, List<Commit> commits) {
    var first = commits.getFirst();
    var export = new StoryExport(flows, first);
    var begun = export.dialogue;
    commits.stream().skip(1).forEach(export::tell);
    var latest = flows.latest(begun.flow()).version();
    return new Story(
        "Conversation " + first.stream(),
        begun.flow(),
        begun.flowVersion() == latest ? null : begun.flowVersion(),
        begun.locale(),
        begun.context(),
        List.of(),
        export.steps);
  }

  private void tell(Commit commit) {
    var after = dialogue.after(commit.events());
    if (REPLY.equals(commit.input().get("kind"))) {
      answered(commit, after);
      return;
    }
    var gesture = gesture(commit);
    if (gesture instanceof Gesture.Say || gesture instanceof Gesture.Tap) {
      stepOfMessage.put(commit.inputId(), steps.size() + 1);
    }
    var definition = flows.forSession(after.flow(), after.flowVersion());
    var outcome = new StepOutcome(definition, dialogue, commit.events(), after);
    if (gesture instanceof Gesture.Assess && unanswered != null) {
      // It came before the message was answered: it does as well when it comes before the message.
      steps.add(steps.size() - 1, new Story.Step(0, gesture, List.of()));
      stepOfMessage.replaceAll((_, step) -> step == steps.size() - 1 ? step + 1 : step);
    } else {
      steps.add(new Story.Step(0, gesture, outcome.expected()));
    }
    if (gesture instanceof Gesture.Say || gesture instanceof Gesture.Tap) {
      unanswered = new Unanswered(dialogue, commit.events());
    }
    dialogue = after;
    revisions.add(after.rev());
  }

  /** A message and the answer to it are one step. */
  private void answered(Commit reply, Dialogue after) {
    if (unanswered != null) {
      var message = steps.removeLast();
      var events = new ArrayList<>(unanswered.events());
      events.addAll(reply.events());
      var definition = flows.forSession(after.flow(), after.flowVersion());
      var outcome = new StepOutcome(definition, unanswered.before(), events, after);
      steps.add(new Story.Step(0, message.gesture(), outcome.expected()));
    }
    unanswered = null;
    dialogue = after;
    revisions.set(revisions.size() - 1, after.rev());
  }

  private static Gesture assess(Commit commit) {
    var intent = one(commit, ConversationEvent.IntentAssessed.class);
    var persona =
        commit.events().stream()
            .filter(ConversationEvent.PersonaAssessed.class::isInstance)
            .map(ConversationEvent.PersonaAssessed.class::cast)
            .findFirst();
    return new Gesture.Assess(
        persona.map(ConversationEvent.PersonaAssessed::persona).orElse(null),
        persona.map(ConversationEvent.PersonaAssessed::order).orElse(List.of()),
        intent.score(),
        intent.signals().stream().map(ConversationEvent.Signal::type).toList());
  }

  private Gesture gesture(Commit commit) {
    var input = commit.input();
    return switch (String.valueOf(input.get("kind"))) {
      case "message" -> new Gesture.Say(said(commit));
      case "tap" -> new Gesture.Tap(Taps.action(input));
      case "edit", "image" -> edit(commit, String.valueOf(input.get("path")));
      case "add-item" -> added(one(commit, ConversationEvent.ItemAdded.class));
      case "remove-item" -> new Gesture.RemoveRow(String.valueOf(input.get("item")));
      case "move-item" -> moved(one(commit, ConversationEvent.ItemMoved.class));
      case "undo" -> undo(one(commit, ConversationEvent.TurnUndone.class));
      case "summary" ->
          new Gesture.Summarise(one(commit, ConversationEvent.SummaryRequested.class).focus());
      case "assess" -> assess(commit);
      case "take-over" -> new Gesture.Colleague(Gesture.Colleague.Move.TAKE_OVER, null);
      case "hand-back" -> new Gesture.Colleague(Gesture.Colleague.Move.HAND_BACK, null);
      case "agent" ->
          new Gesture.Colleague(
              Gesture.Colleague.Move.SAYS,
              one(commit, ConversationEvent.AgentReplied.class).text());
      case "complete" -> new Gesture.Complete();
      case "migrate" -> new Gesture.Migrate();
      case String kind -> throw new UntellableException(kind);
    };
  }

  private static String said(Commit commit) {
    return one(commit, ConversationEvent.MessageReceived.class).text();
  }

  private Gesture added(ConversationEvent.ItemAdded added) {
    var last = dialogue.rows(added.group()).ids().size();
    return new Gesture.AddRow(added.group(), added.index() == last ? null : added.index());
  }

  private static Gesture moved(ConversationEvent.ItemMoved moved) {
    return new Gesture.MoveRow(moved.item(), moved.index());
  }

  private Gesture undo(ConversationEvent.TurnUndone undone) {
    return new Gesture.Undo(stepOfMessage.get(undone.messageId()));
  }

  private Gesture edit(Commit commit, String path) {
    for (var event : commit.events()) {
      var edit =
          switch (event) {
            case ConversationEvent.FieldCaptured captured when captured.path().equals(path) ->
                Optional.of(edit(new Gesture.Change(path, captured.value()), 0));
            case ConversationEvent.FieldCorrected corrected when corrected.path().equals(path) ->
                Optional.of(edit(new Gesture.Change(path, corrected.value()), 0));
            case ConversationEvent.FieldConflicted conflict when conflict.path().equals(path) ->
                Optional.of(edit(new Gesture.Change(path, conflict.value()), unseen(path)));
            case ConversationEvent.FieldCleared cleared when cleared.path().equals(path) ->
                Optional.of(edit(new Gesture.Change(path, null), 0));
            case ConversationEvent.SuggestionDismissed kept when kept.path().equals(path) ->
                Optional.of(edit(new Gesture.Change(path, dialogue.field(path).value()), 0));
            default -> Optional.<Gesture>empty();
          };
      if (edit.isPresent()) {
        return edit.get();
      }
    }
    throw new UntellableException("edit");
  }

  private static Gesture edit(Gesture.Change change, int behind) {
    return new Gesture.Edit(List.of(change), behind);
  }

  /** How many steps a panel must have missed for its edit to meet another one. */
  private int unseen(String path) {
    var changed = dialogue.field(path).rev();
    var seen = revisions.size() - 1;
    while (seen > 0 && revisions.get(seen) >= changed) {
      seen--;
    }
    return revisions.size() - 1 - seen;
  }

  private static <T extends ConversationEvent> T one(Commit commit, Class<T> type) {
    return commit.events().stream()
        .filter(type::isInstance)
        .map(type::cast)
        .findFirst()
        .orElseThrow(() -> new UntellableException(String.valueOf(commit.input().get("kind"))));
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> context(Commit first) {
    return first.input().get("context") instanceof Map<?, ?> context
        ? (Map<String, Object>) context
        : Map.of();
  }
}
