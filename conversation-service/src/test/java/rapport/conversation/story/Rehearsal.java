package rapport.conversation.story;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import rapport.contracts.ConversationEvent;
import rapport.conversation.api.Requests;
import rapport.conversation.dialogue.Assessment;
import rapport.conversation.dialogue.Decision;
import rapport.conversation.dialogue.Dialogue;
import rapport.conversation.dialogue.DialogueCommand;
import rapport.conversation.dialogue.DialogueDecider;
import rapport.conversation.flow.FlowDefinition;
import rapport.conversation.reply.Action;
import rapport.conversation.reply.Reply;
import rapport.conversation.reply.ReplyPlanner;
import rapport.conversation.session.Commit;
import rapport.conversation.session.Conversation;
import rapport.conversation.session.Input;
import rapport.conversation.session.VisitorQuestions;
import rapport.runtime.identity.Caller;
import rapport.runtime.identity.Role;

/** A conversation in which gestures are played: understood, decided, replied to and kept. */
final class Rehearsal {

  private static final Instant AT = Instant.parse("2026-01-09T09:00:00Z");
  private static final Caller ADA =
      new Caller("w", "u1", "Ada", Set.of(Role.MARKETER), Caller.Kind.USER);

  private final Cast cast;
  private final List<Commit> commits = new ArrayList<>();
  private final List<Long> revisions = new ArrayList<>();
  private FlowDefinition definition;
  private Dialogue dialogue;
  private List<Reply.Button> buttons = List.of();

  Rehearsal(Cast cast, FlowDefinition definition, Map<String, Object> context) {
    this.cast = cast;
    this.definition = definition;
    this.dialogue = Dialogue.notStarted(context);
  }

  static Rehearsal of(Cast cast, Story story) {
    var flows = cast.flows();
    var definition =
        story.version() == null
            ? flows.latest(story.flow())
            : flows.definition(story.flow(), story.version());
    return new Rehearsal(cast, definition, story.context());
  }

  Dialogue dialogue() {
    return dialogue;
  }

  FlowDefinition definition() {
    return definition;
  }

  /** What the log would hold of the conversation that is on. */
  List<Commit> commits() {
    return List.copyOf(commits);
  }

  /** Begins. */
  Scene begin(String locale) {
    var start = new DialogueCommand.Start(locale, ADA.subject());
    var record = Map.of("kind", "start", "context", dialogue.context());
    return scene(new Taking().take("start", start, record));
  }

  /** Plays a gesture; what it names is the number of gestures so far. */
  Scene play(Gesture gesture) {
    var taking = new Taking();
    switch (gesture) {
      case Gesture.Say(var text) -> taking.hear(new Requests.Message(messageId(), text, null));
      case Gesture.Press(var label) -> taking.press(label);
      case Gesture.Tap(var action) -> taking.hear(new Requests.Message(messageId(), null, action));
      case Gesture.Edit(var changes, var behind) -> {
        var base = revisions.get(revisions.size() - 1 - behind);
        changes.forEach(change -> taking.edit(change, base));
      }
      case Gesture.AddRow(var group, var index) ->
          taking.item("add-item", group, new DialogueCommand.AddItem(group, index, ADA.subject()));
      case Gesture.RemoveRow(var item) ->
          taking.item("remove-item", item, new DialogueCommand.RemoveItem(item, ADA.subject()));
      case Gesture.MoveRow(var item, var to) ->
          taking.item("move-item", item, new DialogueCommand.MoveItem(item, to, ADA.subject()));
      case Gesture.Undo(var step) ->
          taking.simply("undo", new DialogueCommand.Undo(step == null ? null : "m" + step));
      case Gesture.Summarise(var focus) ->
          taking.simply("summary", new DialogueCommand.DraftSummary(focus));
      case Gesture.Complete() -> taking.simply("complete", new DialogueCommand.Complete());
      case Gesture.Migrate() -> {
        definition = cast.flows().latest(definition.name());
        taking.simply("migrate", new DialogueCommand.Migrate());
      }
      case Gesture.Assess assess -> taking.assess(assess);
      case Gesture.Colleague(var move, var text) -> taking.colleague(move, text);
      case Gesture.GoOn() -> taking.goOn();
    }
    return scene(taking);
  }

  private String messageId() {
    return "m" + revisions.size();
  }

  private Scene scene(Taking taking) {
    revisions.add(dialogue.rev());
    if (!taking.replies.isEmpty()) {
      buttons = taking.replies.getLast().buttons();
    }
    return new Scene(
        new StepOutcome(definition, taking.before, taking.events, dialogue),
        taking.replies,
        taking.rejected,
        taking.refused);
  }

  /** All that comes of one gesture. */
  private final class Taking {
    private Dialogue before = dialogue;
    private final List<ConversationEvent> events = new ArrayList<>();
    private final List<Reply> replies = new ArrayList<>();
    private final Map<String, String> rejected = new LinkedHashMap<>();
    private @Nullable String refused;

    private void hear(Requests.Message message) {
      var meant =
          Objects.requireNonNull(
              cast.inputs().message(message, ADA, null).meaning().in(conversation()).block());
      var id = Objects.requireNonNull(message.messageId());
      var since = dialogue;
      take(id, meant);
      var conduct = definition.conduct();
      var silent =
          conduct.isHuman(since.standing().mode()) && conduct.isHuman(dialogue.standing().mode());
      if (conduct.assessed() && !silent) {
        var answers = VisitorQuestions.in(events).stream().map(cast::answer).toList();
        take(
            "reply:" + id,
            new Input.Meant(
                new DialogueCommand.Proceed(id, answers, List.of()),
                Map.of("kind", "reply", "message", id),
                new Input.Earlier(since, events)));
      }
    }

    private void assess(Gesture.Assess gesture) {
      var signals =
          gesture.signals().stream()
              .map(type -> new ConversationEvent.Signal(type, "", 1))
              .toList();
      var persona =
          gesture.persona() == null
              ? null
              : new Assessment.Persona(
                  gesture.persona(), gesture.persona(), 0.9, List.of(), gesture.order());
      var id = "m" + (revisions.size() - 1);
      var assessment =
          new Assessment(id, dialogue.rev(), persona, gesture.intent(), List.of(), signals);
      take(
          "assess" + commits.size(),
          new DialogueCommand.Assess(assessment),
          Map.of("kind", "assess"));
    }

    private void colleague(Gesture.Colleague.Move move, @Nullable String text) {
      switch (move) {
        case TAKE_OVER ->
            take(
                "take" + commits.size(),
                new DialogueCommand.TakeOver(ADA.subject(), ADA.name()),
                Map.of("kind", "take-over"));
        case HAND_BACK ->
            take(
                "back" + commits.size(),
                new DialogueCommand.HandBack(),
                Map.of("kind", "hand-back"));
        case SAYS ->
            take(
                messageId(),
                new DialogueCommand.AgentSays(
                    messageId(), Objects.requireNonNull(text), ADA.subject()),
                Map.of("kind", "agent"));
      }
    }

    private void press(String label) {
      var button = buttons.stream().filter(one -> one.label().equals(label)).findFirst();
      if (button.isEmpty()) {
        refused =
            "no button '" + label + "' among " + buttons.stream().map(Reply.Button::label).toList();
      } else {
        Action action = button.get().action();
        hear(new Requests.Message(messageId(), label, action));
      }
    }

    private void edit(Gesture.Change change, long base) {
      var command = new DialogueCommand.Edit(change.path(), change.value(), base, ADA.subject());
      take("e" + commits.size(), command, Map.of("kind", "edit", "path", change.path()));
      if (refused != null) {
        rejected.put(change.path(), refused);
        refused = null;
      }
    }

    private void item(String kind, String item, DialogueCommand command) {
      take("i" + commits.size(), command, Map.of("kind", kind, "item", item));
    }

    private void simply(String kind, DialogueCommand command) {
      take(kind + commits.size(), command, Map.of("kind", kind));
    }

    private void goOn() {
      if (dialogue.next() == null) {
        refused = "no next conversation";
        return;
      }
      var context = new LinkedHashMap<>(dialogue.context());
      context.keySet().removeAll(definition.subject());
      var locale = dialogue.locale();
      dialogue = Dialogue.notStarted(context);
      before = dialogue;
      commits.clear();
      take(
          "start",
          new DialogueCommand.Start(locale, ADA.subject()),
          Map.of("kind", "start", "context", context));
    }

    private Taking take(String id, DialogueCommand command, Map<String, Object> record) {
      return take(id, new Input.Meant(command, record));
    }

    private Taking take(String id, Input.Meant meant) {
      switch (DialogueDecider.decide(definition, dialogue, meant.command())) {
        case Decision.Rejected(var code, _) -> refused = code;
        case Decision.Accepted(var happened) when happened.isEmpty() -> {}
        case Decision.Accepted(var happened) -> keep(id, meant, summarised(happened));
      }
      return this;
    }

    private void keep(String id, Input.Meant meant, List<ConversationEvent> happened) {
      var record = meant.record();
      var after = dialogue.after(happened);
      var rows = definition.over(after.rowIds());
      var earlier = meant.earlier();
      var all = new ArrayList<>(earlier == null ? List.of() : earlier.events());
      all.addAll(happened);
      var plan = ReplyPlanner.plan(rows, earlier == null ? dialogue : earlier.before(), all, after);
      var waits = definition.conduct().assessed() && meant.command() instanceof DialogueCommand.Say;
      var said = new ArrayList<Reply>();
      if (!plan.isEmpty() && !waits) {
        said.add(
            Objects.requireNonNull(
                cast.replies().write("r" + after.rev(), rows, after.locale(), plan).block()));
      }
      commits.add(
          new Commit(
              "w",
              "c",
              commits.size() + 1L,
              dialogue.rev() + 1,
              id,
              id,
              AT,
              ADA.subject(),
              null,
              record,
              happened,
              said,
              ""));
      dialogue = after;
      events.addAll(happened);
      replies.addAll(said);
    }

    /** The events, followed by the summary they ask for. */
    private List<ConversationEvent> summarised(List<ConversationEvent> happened) {
      for (var event : happened) {
        if (event instanceof ConversationEvent.SummaryRequested(var focus)) {
          var now = dialogue.after(happened);
          var rows = definition.over(now.rowIds());
          var text = cast.summaries().draft(rows, now, focus);
          var ready = new DialogueCommand.SummaryReady(text, focus, now.rev());
          var all = new ArrayList<>(happened);
          all.addAll(((Decision.Accepted) DialogueDecider.decide(rows, now, ready)).events());
          return all;
        }
      }
      return happened;
    }

    private Conversation conversation() {
      return new Conversation(
          "w",
          "c",
          definition.over(dialogue.rowIds()),
          dialogue,
          commits.size(),
          Map.of(),
          List.of(),
          AT,
          AT);
    }
  }
}
