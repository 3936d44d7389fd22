package rapport.conversation.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rapport.contracts.FieldValue;
import rapport.conversation.flow.yaml.FlowFile;
import rapport.conversation.flow.yaml.FlowProblem;
import rapport.conversation.reply.Action;

class StoryReaderTest {

  private static final String STORY =
      """
      story: Somebody maps a journey
      flow: buying-process
      locale: en
      context: { persona_name: IT manager }
      begins: { asked: [persona_pain_points] }
      steps:
        - user: too many tools
          expect:
            captured: { persona_pain_points: too many tools }
            values: { persona_name: IT manager, profile_id: null }
            phase: stages
            says: [three stages]
            buttons: [My own]
            status: in_progress
        - tap: { answer: stage_mode, value: standard }
          expect:
            events: [ItemAdded, QuestionAsked]
            rows: { buying_stages: [Awareness, Consideration, null] }
        - panel: { "buying_stages[s2].duration": 1 month, persona_name: null }
          behind: 1
          expect:
            states: { "buying_stages[s2].duration": filled }
            waiting: { persona_name: CTO }
            rejected: { persona_name: empty }
        - panel: { add_row: buying_stages, index: 1 }
          expect: { refused: too-many-items }
        - panel: { remove_row: s2 }
        - panel: { move_row: s3, to: 0 }
        - tap: Skip
          expect: { digression: help }
        - undo: 2
        - undo: latest
        - summarise: [money]
        - complete: true
        - go_on: true
      """;

  private static List<Story> read(String yaml) {
    return StoryReader.read(new FlowFile("a.yaml", yaml), Cast.all().flows());
  }

  private static List<FlowProblem> problems(String yaml) {
    try {
      read(yaml);
      return List.of();
    } catch (InvalidStoryException invalid) {
      return invalid.problems();
    }
  }

  @Test
  void reads_everything_people_do() {
    var story = read(STORY).getFirst();
    assertThat(story.name()).isEqualTo("Somebody maps a journey");
    assertThat(story.context()).isEqualTo(Map.of("persona_name", "IT manager"));
    assertThat(story.begins()).containsExactly(new Expected.Asked(List.of("persona_pain_points")));
    assertThat(story.steps())
        .extracting(Story.Step::gesture)
        .containsExactly(
            new Gesture.Say("too many tools"),
            new Gesture.Tap(
                new Action(Action.Type.ANSWER, "stage_mode", FieldValue.text("standard"))),
            new Gesture.Edit(
                List.of(
                    new Gesture.Change("buying_stages[s2].duration", FieldValue.text("1 month")),
                    new Gesture.Change("persona_name", null)),
                1),
            new Gesture.AddRow("buying_stages", 1),
            new Gesture.RemoveRow("s2"),
            new Gesture.MoveRow("s3", 0),
            new Gesture.Press("Skip"),
            new Gesture.Undo(2),
            new Gesture.Undo(null),
            new Gesture.Summarise(List.of("money")),
            new Gesture.Complete(),
            new Gesture.GoOn());
  }

  @Test
  void reads_everything_that_can_be_expected() {
    var steps = read(STORY).getFirst().steps();
    assertThat(steps.get(0).expected())
        .containsExactly(
            new Expected.Captured(Map.of("persona_pain_points", FieldValue.text("too many tools"))),
            new Expected.Values(
                Map.of("persona_name", FieldValue.text("IT manager")), Set.of("profile_id")),
            new Expected.Phase("stages"),
            new Expected.Says(List.of("three stages")),
            new Expected.Offers(List.of("My own")),
            new Expected.Status("in_progress"));
    assertThat(steps.get(1).expected())
        .containsExactly(
            new Expected.Rows(Map.of("buying_stages", List.of("Awareness", "Consideration", ""))),
            new Expected.Happens(List.of("ItemAdded", "QuestionAsked")));
    assertThat(steps.get(2).expected())
        .containsExactly(
            new Expected.States(Map.of("buying_stages[s2].duration", "filled")),
            new Expected.Waiting(Map.of("persona_name", FieldValue.text("CTO"))),
            new Expected.Rejects(Map.of("persona_name", "empty")));
    assertThat(steps.get(3).expected()).containsExactly(new Expected.Refuses("too-many-items"));
    assertThat(steps.get(6).expected()).containsExactly(new Expected.Digresses("help"));
  }

  @Test
  void remembers_where_each_step_stands() {
    assertThat(read(STORY).getFirst().steps())
        .extracting(Story.Step::line)
        .startsWith(7, 15, 19, 25, 27);
  }

  @Test
  void writes_what_it_reads() {
    var story = read(STORY).getFirst();
    var again = read(StoryWriter.write(story)).getFirst();
    assertThat(again.steps()).extracting(Story.Step::gesture).isEqualTo(gestures(story));
    assertThat(again.steps()).extracting(Story.Step::expected).isEqualTo(expectations(story));
    assertThat(again.context()).isEqualTo(story.context());
    assertThat(again.begins()).isEqualTo(story.begins());
  }

  private static List<Gesture> gestures(Story story) {
    return story.steps().stream().map(Story.Step::gesture).toList();
  }

  private static List<List<Expected>> expectations(Story story) {
    return story.steps().stream().map(Story.Step::expected).toList();
  }

  /** What is spoiled, the line of the mistake, and a part of what is said about it. */
  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = ';',
      value = {
        "flow: buying-process; flow: selling-process; 2; there is no flow selling-process",
        "locale: en; version: 99; 3; there is no version 99 of buying-process",
        "locale: en; locale: tlh; 3; does not speak 'tlh'",
        "locale: en; local: en; 3; unknown key 'local' in the story",
        "story: Somebody maps a journey; ; 2; the story has no 'story'",
        "context: { persona_name; context: { nickname; 4; takes no context 'nickname'",
        "asked: [persona_pain_points]; asked: [pains]; 5; has no field 'pains'",
        "user: too many tools; user: [too, many]; 7; user is no text",
        "user: too many tools; says: hello; 7; step 1 does nothing",
        "user: too many tools; user: a, tap: b; 7; no valid YAML",
        "- undo: 2; - { undo: 2, complete: true }; 31; step 8 does several things",
        "- undo: 2; - undo: 9; 31; undo is 9",
        "- undo: 2; - undo: soon; 31; undo of step 8 is 'soon'",
        "behind: 1; behind: 3; 20; behind is 3",
        "behind: 1; unseen: 1; 20; unknown key 'unseen' in step 3",
        "phase: stages; phase: stage; 11; there is no phase 'stage'",
        "status: in_progress; status: done; 14; there is no status 'done'",
        "events: [ItemAdded; events: [RowAdded; 17; there is no event 'RowAdded'",
        "rows: { buying_stages; rows: { stages; 18; there is no group stages",
        "duration\": filled; duration\": full; 22; there is no state 'full'",
        "states: { \"buying_stages[s2]; states: { \"buying_stages[x2]; 22; has no field 'buying_stages[x2].duration'",
        "says: [three stages]; says: three; 12; says is no list",
        "captured: { persona_pain_points; captured: { pains; 9; has no field 'pains'",
        "{ answer: stage_mode, value: standard }; { answer: stage_mode }; 15; this action needs a path and a value",
        "{ answer: stage_mode, value; { pick: stage_mode, value; 15; no button does this",
        "{ answer: stage_mode, value; { answer: stage_mode, text: x, value; 15; unknown key 'text' in tap",
        "index: 1; index: -1; 25; index is -1",
        "index: 1; at: 1; 25; unknown key 'at' in panel",
        "move_row: s3, to: 0; move_row: s3; 28; panel has no 'to'",
        "panel: { remove_row: s2 }; panel: {}; 27; nothing is edited",
        "complete: true; complete: false; 34; complete is false",
        "summarise: [money]; summarise: money; 33; summarise of step 10 is no list",
      })
  void finds_a_mistake(String good, String bad, int line, String what) {
    assertThat(STORY).contains(good);
    assertThat(problems(STORY.replace(good, bad == null ? "" : bad)))
        .anySatisfy(problem -> {
          assertThat(problem.what()).contains(what);
          assertThat(problem.line()).isEqualTo(line);
          assertThat(problem.fix()).isNotBlank();
        });
  }

  @Test
  void finds_all_mistakes_at_once() {
    var spoiled =
        STORY
            .replace("phase: stages", "phase: stage")
            .replace("undo: 2", "undo: 9")
            .replace("status: in_progress", "status: done");
    assertThat(problems(spoiled)).hasSize(3);
    assertThatExceptionOfType(InvalidStoryException.class)
        .isThrownBy(() -> read(spoiled))
        .withMessageContainingAll("a.yaml:11", "a.yaml:14", "a.yaml:31");
  }

  @Test
  void is_told_once_in_each_language() {
    var stories =
        read(
            """
            story: Somebody maps a journey
            flow: buying-process
            locales: [en, en]
            steps:
              - user: { en: IT manager }
            """);
    assertThat(stories).extracting(Story::locale).containsExactly("en", "en");
    assertThat(stories.getFirst().steps().getFirst().gesture())
        .isEqualTo(new Gesture.Say("IT manager"));
  }
}
