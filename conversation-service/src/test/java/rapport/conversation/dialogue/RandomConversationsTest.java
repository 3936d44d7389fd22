package rapport.conversation.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import rapport.contracts.ConversationEvent;
import rapport.contracts.FieldValue;
import rapport.contracts.ItemPath;
import rapport.contracts.Origin;
import rapport.conversation.dialogue.DialogueCommand.AddItem;
import rapport.conversation.dialogue.DialogueCommand.Complete;
import rapport.conversation.dialogue.DialogueCommand.DraftSummary;
import rapport.conversation.dialogue.DialogueCommand.Edit;
import rapport.conversation.dialogue.DialogueCommand.MoveItem;
import rapport.conversation.dialogue.DialogueCommand.RemoveItem;
import rapport.conversation.dialogue.DialogueCommand.Say;
import rapport.conversation.dialogue.DialogueCommand.Start;
import rapport.conversation.dialogue.DialogueCommand.SummaryReady;
import rapport.conversation.dialogue.DialogueCommand.Undo;
import rapport.conversation.flow.Field;
import rapport.conversation.flow.FlowDefinition;
import rapport.conversation.flow.yaml.FlowCatalog;

/** 100,000 random turns over both guided flows; whatever happens, the promises hold. */
class RandomConversationsTest {

  private static final long SEED = Long.getLong("rapport.seed", 20_260_109);
  private static final int CONVERSATIONS = 500;
  private static final int TURNS = 100;
  private static final String GROUP = "buying_stages";

  private static final FlowCatalog FLOWS = FlowCatalog.fromClasspath();

  private FlowDefinition written = FLOWS.latest("customer-profile");

  @ParameterizedTest
  @ValueSource(strings = {"customer-profile", "buying-process"})
  void keeps_its_promises_whatever_is_said_and_edited(String name) {
    written = FLOWS.latest(name);
    for (var conversation = 0; conversation < CONVERSATIONS; conversation++) {
      var random = RandomGeneratorFactory.of("L64X128MixRandom").create(SEED + conversation);
      try {
        converse(random);
      } catch (AssertionError | RuntimeException e) {
        throw new AssertionError("conversation " + conversation + " of seed " + SEED, e);
      }
    }
  }

  private FlowDefinition flow(Dialogue dialogue) {
    return written.over(dialogue.rowIds());
  }

  private List<Field> fields(Dialogue dialogue) {
    return flow(dialogue).fields().toList();
  }

  private void converse(RandomGenerator random) {
    var context = context(random);
    var commits = new ArrayList<List<ConversationEvent>>();
    var dialogue = Dialogue.notStarted(context);
    dialogue = step(dialogue, new Start("en", "u"), commits);
    for (var turn = 0; turn < TURNS; turn++) {
      var command = command(random, dialogue, turn);
      dialogue = step(dialogue, command, commits);
      if (dialogue.stage() == Dialogue.Stage.IN_PROGRESS && command instanceof Say) {
        assertThat(dialogue.interview().asked()).as("the question that stands").isNotEmpty();
      }
    }
    var replay = Dialogue.notStarted(context);
    for (var commit : commits) {
      replay = replay.after(commit);
    }
    assertThat(replay).isEqualTo(dialogue);
  }

  private Dialogue step(
      Dialogue before, DialogueCommand command, List<List<ConversationEvent>> commits) {
    if (!(DialogueDecider.decide(written, before, command)
        instanceof Decision.Accepted(var events))) {
      return before;
    }
    var after = before.after(events);
    commits.add(events);
    var wantsSummary =
        events.stream().anyMatch(ConversationEvent.SummaryRequested.class::isInstance);
    if (wantsSummary) {
      var ready = new SummaryReady("A draft as of " + after.rev(), List.of(), after.rev());
      return step(after, ready, commits);
    }
    assertThat(after.rev()).isEqualTo(before.rev() + events.size());
    checkNothingHiddenIsAsked(after);
    checkBranches(after);
    checkPhases(after);
    checkRows(after);
    checkPanelIsNotOverwritten(before, command, after, events);
    checkEditIsKept(command, after);
    checkRepeatedEditDoesNothing(command, after);
    return after;
  }

  private void checkNothingHiddenIsAsked(Dialogue after) {
    for (var path : after.interview().asked()) {
      var field = flow(after).field(path).orElseThrow();
      assertThat(field.appliesTo(after)).as("asked %s applies", path).isTrue();
    }
  }

  private void checkBranches(Dialogue after) {
    for (var field : fields(after)) {
      var state = after.field(field.path());
      if (!field.control() && !state.open()) {
        assertThat(state.parked())
            .as("%s is aside exactly while it does not apply", field.path())
            .isEqualTo(!field.appliesTo(after));
      }
    }
  }

  private void checkPhases(Dialogue after) {
    var open = new HashSet<String>();
    Agenda.of(flow(after), after).items().forEach(item -> open.add(item.phase().id()));
    assertThat(after.interview().completed()).as("completed phases").noneMatch(open::contains);
  }

  private void checkPanelIsNotOverwritten(
      Dialogue before, DialogueCommand command, Dialogue after, List<ConversationEvent> events) {
    if (!(command instanceof Say say)) {
      return;
    }
    var meant = new HashSet<>(before.interview().revisit());
    var free = false;
    for (var act : say.acts()) {
      switch (act) {
        case Act.Correct(var path, _, _, _) -> meant.add(path);
        case Act.Clear(var path) -> meant.add(path);
        case Act.AcceptSuggestion(var path) -> meant.add(path);
        case Act.Confirm _, Act.Undo _ -> free = true;
        default -> {}
      }
    }
    for (var field : fields(after)) {
      var was = before.field(field.path());
      var overwritten =
          was.filled()
              && was.source() != null
              && was.source().by() == Origin.PANEL
              && !Objects.equals(was.value(), after.field(field.path()).value());
      if (overwritten && !free && !field.generated()) {
        assertThat(meant)
            .as("%s was written in the panel; %s", field.path(), events)
            .contains(field.path());
      }
    }
  }

  private void checkEditIsKept(DialogueCommand command, Dialogue after) {
    if (command instanceof Edit(var path, var value, _, _) && value != null) {
      var state = after.field(path);
      var waiting = state.waiting() == null ? null : state.waiting().value();
      if (value instanceof FieldValue.Tags(var tags) && state.value() != null) {
        assertThat(state.value()).isInstanceOf(FieldValue.Tags.class);
        assertThat(tags).isNotNull();
      } else {
        assertThat(List.of(state.value(), waiting == null ? state.value() : waiting))
            .as("an accepted edit stands, or waits beside")
            .contains(value);
      }
    }
  }

  private void checkRepeatedEditDoesNothing(DialogueCommand command, Dialogue after) {
    if (command instanceof Edit(var path, var value, _, var actor)
        && value != null
        && value.equals(after.field(path).value())) {
      var again = DialogueDecider.decide(written, after, new Edit(path, value, after.rev(), actor));
      assertThat(again).isEqualTo(new Decision.Accepted(List.of()));
    }
  }

  private DialogueCommand command(RandomGenerator random, Dialogue dialogue, int turn) {
    return switch (random.nextInt(20)) {
      case 0 -> new Undo(null);
      case 1 -> new Complete();
      case 2 -> new DraftSummary(List.of("motivations"));
      case 3 -> new SummaryReady("A draft " + turn, List.of(), dialogue.rev());
      case 4, 5, 6, 7, 8 ->
          written.groups().isEmpty() || random.nextInt(4) > 0
              ? edit(random, dialogue)
              : rowCommand(random, dialogue);
      default -> say(random, dialogue, turn);
    };
  }

  private Edit edit(RandomGenerator random, Dialogue dialogue) {
    var field = any(random, fields(dialogue));
    var base = random.nextInt(3) == 0 ? random.nextLong(dialogue.rev() + 1) : dialogue.rev();
    var value = random.nextInt(8) == 0 ? null : value(random, field);
    return new Edit(field.path(), value, base, "u" + random.nextInt(2));
  }

  private Say say(RandomGenerator random, Dialogue dialogue, int turn) {
    var acts = new ArrayList<Act>();
    for (var i = random.nextInt(1, 4); i > 0; i--) {
      acts.add(act(random, dialogue));
    }
    return new Say("m" + turn, "words", acts, "u", "next" + turn);
  }

  private Act act(RandomGenerator random, Dialogue dialogue) {
    var asked = dialogue.interview().asked();
    var path =
        asked.isEmpty() || random.nextInt(3) == 0
            ? any(random, fields(dialogue)).path()
            : any(random, asked);
    var field = flow(dialogue).field(path).orElseThrow();
    if (!written.groups().isEmpty() && random.nextInt(12) == 0) {
      return rowAct(random, dialogue);
    }
    return switch (random.nextInt(25)) {
      case 0 -> new Act.Skip(random.nextBoolean() ? List.of() : List.of(path));
      case 1 -> new Act.DontKnow(random.nextBoolean() ? List.of() : List.of(path));
      case 2 -> new Act.Back();
      case 3 -> new Act.GoTo(List.of(path, any(random, fields(dialogue)).path()));
      case 4 -> new Act.Clear(path);
      case 5 -> new Act.Confirm();
      case 6 -> new Act.Deny();
      case 7 -> new Act.AcceptSuggestion(path);
      case 8 -> new Act.DismissSuggestion(path);
      case 9 -> new Act.Undo();
      case 10 -> new Act.AskAbout(path, Act.AskAbout.Topic.WHY);
      case 11 -> new Act.NotUnderstood("?");
      case 12 -> new Act.Correct(path, value(random, field), "words", 0.9);
      case 13 -> random.nextInt(4) == 0 ? new Act.Finish() : new Act.Handoff();
      case 14 -> random.nextInt(6) == 0 ? new Act.NewSubject() : new Act.Summarise(List.of());
      case 15 -> new Act.SwitchLanguage(List.of("en", "de", "fr").get(random.nextInt(3)));
      default -> new Act.Fill(path, value(random, field), "words", 0.9);
    };
  }

  private Act rowAct(RandomGenerator random, Dialogue dialogue) {
    var item = item(random, dialogue);
    return switch (random.nextInt(4)) {
      case 0 -> new Act.RemoveItem(GROUP, item, "drop it");
      case 1 -> new Act.MoveItem(GROUP, item, random.nextInt(14), "move it");
      default ->
          new Act.AddItem(
              GROUP,
              random.nextBoolean() ? "Stage " + random.nextInt(20) : null,
              random.nextBoolean() ? random.nextInt(14) : null,
              "one more");
    };
  }

  private DialogueCommand rowCommand(RandomGenerator random, Dialogue dialogue) {
    return switch (random.nextInt(3)) {
      case 0 -> new RemoveItem(item(random, dialogue), "u");
      case 1 -> new MoveItem(item(random, dialogue), random.nextInt(14), "u");
      default -> new AddItem(GROUP, random.nextBoolean() ? random.nextInt(14) : null, "u");
    };
  }

  /** Mostly a row there is. */
  private static String item(RandomGenerator random, Dialogue dialogue) {
    var ids = dialogue.rows(GROUP).ids();
    return ids.isEmpty() || random.nextInt(5) == 0 ? "s" + random.nextInt(30) : any(random, ids);
  }

  private void checkRows(Dialogue after) {
    for (var group : written.groups().values()) {
      var ids = after.rows(group.name()).ids();
      assertThat(ids).doesNotHaveDuplicates().hasSizeLessThanOrEqualTo(group.max());
      assertThat(after.fields().keySet())
          .filteredOn(path -> path.startsWith(group.name() + "["))
          .allMatch(path -> ids.contains(ItemPath.parse(path).orElseThrow().item()), "is of a row");
      var titles = ids.stream().map(group::titleOf).map(after::value).filter(Objects::nonNull);
      assertThat(titles.map(title -> title.display().toLowerCase(Locale.ROOT)))
          .doesNotHaveDuplicates();
      if (after.completed()) {
        assertThat(ids).hasSizeGreaterThanOrEqualTo(group.min());
      }
    }
  }

  private static FieldValue value(RandomGenerator random, Field field) {
    return switch (field.type()) {
      case CONFIRM -> new FieldValue.Flag(random.nextBoolean());
      case CHOICE ->
          field.options().isEmpty()
              ? FieldValue.text("Ana")
              : FieldValue.text(any(random, field.options()));
      case INTEGER -> FieldValue.Num.of(random.nextInt(1, 13));
      case AGE -> FieldValue.Num.of(random.nextInt(1, 100));
      case TAGS -> new FieldValue.Tags(List.of("t" + random.nextInt(4), "t" + random.nextInt(4)));
      case URL, IMAGE -> FieldValue.text("https://example.com/" + random.nextInt(5));
      default -> FieldValue.text("word" + random.nextInt(6));
    };
  }

  private Map<String, Object> context(RandomGenerator random) {
    if (!written.groups().isEmpty()) {
      return random.nextBoolean() ? Map.of() : Map.of("persona_name", "Nora");
    }
    return switch (random.nextInt(3)) {
      case 0 -> Map.of();
      case 1 -> Map.of("onboarding_company_name", "Acme Corp");
      default ->
          Map.of(
              "onboarding_company_name",
              "Acme Corp",
              "onboarding_team_members",
              List.of(Map.of("name", "Ana", "job_title", "CFO"), "Bo"));
    };
  }

  private static <T> T any(RandomGenerator random, List<T> list) {
    return list.get(random.nextInt(list.size()));
  }
}
