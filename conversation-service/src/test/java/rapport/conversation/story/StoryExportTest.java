package rapport.conversation.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import rapport.contracts.FieldValue;
import rapport.conversation.flow.Field;
import rapport.conversation.flow.yaml.FlowFile;
import rapport.conversation.session.Commit;

class StoryExportTest {

  private static final long SEED = Long.getLong("rapport.seed", 20_260_109);
  private static final int CONVERSATIONS = 30;
  private static final int GESTURES = 40;

  private static final List<String> WORDS =
      List.of(
          "yes",
          "no",
          "skip",
          "I don't know",
          "go back",
          "undo that",
          "B2B",
          "actually B2C",
          "Ana Diaz, CFO",
          "she's 45 and earns 90k",
          "1. one thing\n2. another: thing # 3\n3. - a third",
          "\"quoted\" 'words', {braces} and [brackets]",
          "two weeks",
          "add a Renewal stage after Decision",
          "drop the second stage",
          "they compare vendors",
          "null",
          "~",
          "  spaces  ",
          "früh am Morgen 🌅",
          "finish");

  private final Cast cast = Cast.all();

  @ParameterizedTest
  @ValueSource(strings = {"customer-profile", "buying-process"})
  void a_conversation_told_again_comes_to_the_same_values(String flow) {
    for (var conversation = 0; conversation < CONVERSATIONS; conversation++) {
      var random = RandomGeneratorFactory.of("L64X128MixRandom").create(SEED + conversation);
      var first = converse(flow, random);
      var yaml = StoryWriter.write(StoryExport.of(cast.flows(), first.commits()));
      try {
        var story = StoryReader.read(new FlowFile("exported", yaml), cast.flows()).getFirst();
        var again = new Telling(cast, "exported", story).told();
        assertThat(again.dialogue().values()).isEqualTo(first.dialogue().values());
        assertThat(again.dialogue().rowIds()).isEqualTo(first.dialogue().rowIds());
      } catch (AssertionError | RuntimeException e) {
        throw new AssertionError(
            "conversation " + conversation + " of seed " + SEED + "\n" + yaml, e);
      }
    }
  }

  private Rehearsal converse(String flow, RandomGenerator random) {
    var definition = cast.flows().latest(flow);
    Map<String, Object> context =
        flow.equals("customer-profile") && random.nextBoolean()
            ? Map.of(
                "onboarding_company_name",
                "Acme: \"Corp\"",
                "onboarding_team_members",
                List.of(Map.of("name", "Ana Diaz", "job_title", "CFO"), "Bo"))
            : Map.of();
    var rehearsal = new Rehearsal(cast, definition, context);
    var scene = rehearsal.begin("en");
    for (var step = 1; step <= GESTURES; step++) {
      var next = gesture(rehearsal, scene, step, random);
      var played = rehearsal.play(next);
      scene = played.replies().isEmpty() ? scene : played;
    }
    return rehearsal;
  }

  private static Gesture gesture(
      Rehearsal rehearsal, Scene latest, int step, RandomGenerator random) {
    return switch (random.nextInt(20)) {
      case 0, 1, 2, 3, 4 -> new Gesture.Say(any(random, WORDS));
      case 5, 6, 7, 8, 9 -> press(latest, random);
      case 10, 11, 12, 13 -> edit(rehearsal, step, random);
      case 14 -> new Gesture.Undo(random.nextBoolean() ? null : random.nextInt(1, step + 1));
      case 15 -> new Gesture.Summarise(List.of("motivations"));
      case 16 -> new Gesture.AddRow("buying_stages", random.nextBoolean() ? null : 0);
      case 17 -> new Gesture.RemoveRow("s" + random.nextInt(1, 6));
      case 18 -> new Gesture.MoveRow("s" + random.nextInt(1, 6), random.nextInt(3));
      default -> new Gesture.Complete();
    };
  }

  private static Gesture press(Scene latest, RandomGenerator random) {
    var buttons = latest.replies().getLast().buttons();
    return buttons.isEmpty()
        ? new Gesture.Say("yes")
        : new Gesture.Press(any(random, buttons).label());
  }

  private static Gesture edit(Rehearsal rehearsal, int step, RandomGenerator random) {
    var definition = rehearsal.definition().over(rehearsal.dialogue().rowIds());
    var fields = definition.fields().filter(field -> !field.control()).toList();
    var field = any(random, random.nextInt(3) == 0 ? fields : fields.subList(0, 4));
    var value = random.nextInt(6) == 0 ? null : value(field, random);
    var behind = random.nextInt(3) == 0 ? random.nextInt(step) : 0;
    return new Gesture.Edit(List.of(new Gesture.Change(field.path(), value)), behind);
  }

  private static FieldValue value(Field field, RandomGenerator random) {
    return switch (field.type()) {
      case TAGS -> new FieldValue.Tags(List.of("t" + random.nextInt(4), "t" + random.nextInt(4)));
      case CHOICE -> FieldValue.text(any(random, field.options()));
      case IMAGE, URL -> FieldValue.text("https://example.org/" + random.nextInt(3));
      case AGE -> FieldValue.Num.of(random.nextInt(1, 90));
      default ->
          FieldValue.text(
              any(random, List.of("2 weeks", "50", "yes", "on: off", "$3m", "- dash", "Ü#1")));
    };
  }

  private static <T> T any(RandomGenerator random, List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  @Test
  void says_that_it_has_no_words_for_something_unheard_of() {
    var rehearsal = new Rehearsal(cast, cast.flows().latest("customer-profile"), Map.of());
    rehearsal.begin("en");
    var strange =
        new Commit(
            "w",
            "c",
            2,
            rehearsal.dialogue().rev() + 1,
            "x",
            "x",
            Instant.EPOCH,
            null,
            null,
            Map.of("kind", "miracle"),
            List.of(),
            List.of(),
            "");
    var commits = List.of(rehearsal.commits().getFirst(), strange);
    assertThatExceptionOfType(UntellableException.class)
        .isThrownBy(() -> StoryExport.of(cast.flows(), commits))
        .withMessageContaining("miracle");
  }
}
