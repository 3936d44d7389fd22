package rapport.conversation.understanding.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import rapport.contracts.ItemPath;
import rapport.conversation.dialogue.Act;
import rapport.conversation.understanding.Stages;

/** What holds for everything that may be said about stages. */
class RowPropertiesTest {

  private static final EmbeddedInterpreter INTERPRETER = EmbeddedInterpreter.of("en");

  private static final int LONGEST = 16_000;

  private static final String[] WORDS =
      ("Awareness|Consideration|Decision|Evaluation|the|second|third|last|stage|stages|step|one|1.|2.|3.|stage"
              + " 3|stage 9|:|,|.|;|-|->|\n"
              + "|(|)|and|then|each|all of them|they|we|it|takes|two weeks|a month|2-3"
              + " days|duration|influencers|of|for|in|before|after|to|add|drop|remove|move|swap|rename|call|called|Renewal|first|front|end|compare"
              + " vendors|CFO|peers|weigh in|decides|influenced by|send|a case study|message|you are"
              + " not alone|\"|'|actually|not|no|yes|skip|go back to|what do we have|clear|no idea|our"
              + " stages are|five|we're done|standard|\u0000|\u202e|🙈|مرحبا|x")
          .split("\\|", -1);

  @Test
  void never_speaks_of_a_row_that_is_not_there() {
    for (var seed = 0; seed < 1500; seed++) {
      var random = new Random(seed);
      var stages = stages(random);
      var said = stages.said(text(random));
      var paths = said.fields().stream().map(field -> field.path()).toList();
      for (var act : INTERPRETER.acts(said)) {
        switch (act) {
          case Act.Fill(var path, _, var quote, _) -> told(said.text(), path, quote, paths);
          case Act.Correct(var path, _, var quote, _) -> told(said.text(), path, quote, paths);
          case Act.Misfit(var path, _, var quote) ->
              told(said.text(), path, quote, List.of(path, Stages.group().title()));
          case Act.RemoveItem(_, var item, var quote) -> {
            assertThat(stages.rows()).as(said.text()).contains(item);
            assertThat(said.text()).contains(quote);
          }
          case Act.MoveItem(_, var item, var index, var quote) -> {
            assertThat(stages.rows()).as(said.text()).contains(item);
            assertThat(index).isBetween(0, stages.rows().size() + 12);
            assertThat(said.text()).contains(quote);
          }
          case Act.AddItem(_, var title, _, var quote) -> {
            assertThat(said.text()).contains(quote);
            assertThat(title == null || said.text().contains(title)).as(said.text()).isTrue();
          }
          case Act.GoTo(var wanted) -> assertThat(paths).as(said.text()).containsAll(wanted);
          case Act.Skip(var wanted) -> assertThat(paths).as(said.text()).containsAll(wanted);
          case Act.DontKnow(var wanted) -> assertThat(paths).as(said.text()).containsAll(wanted);
          default -> {}
        }
      }
    }
  }

  private static void told(String text, String path, String quote, List<String> paths) {
    // How many rows there are may be said before that question applies.
    if (!path.equals(Stages.group().count())) {
      assertThat(paths).as(text).contains(path);
    }
    assertThat(text).contains(quote);
    assertThat(quote).isNotBlank();
  }

  @Test
  void writes_no_field_twice() {
    for (var seed = 0; seed < 500; seed++) {
      var random = new Random(seed);
      var written = new ArrayList<String>();
      for (var act : INTERPRETER.acts(stages(random).said(text(random)))) {
        switch (act) {
          case Act.Fill fill -> written.add(fill.path());
          case Act.Correct correct -> written.add(correct.path());
          default -> {}
        }
      }
      assertThat(written).doesNotHaveDuplicates();
    }
  }

  private static Stages stages(Random random) {
    var stages =
        switch (random.nextInt(4)) {
          case 0 -> Stages.called();
          case 1 -> Stages.called("Awareness");
          case 2 -> Stages.called("Awareness", "", "Decision");
          default -> Stages.called("Awareness", "Consideration", "Decision");
        };
    var askable =
        stages.said("").fields().stream()
            .filter(field -> field.asked())
            .map(field -> field.path())
            .toList();
    var first = askable.get(random.nextInt(askable.size()));
    var row = ItemPath.parse(first).map(path -> path.item()).orElse("");
    var asked =
        askable.stream()
            .filter(path -> path.equals(first) || (random.nextBoolean() && of(path, row)))
            .toList();
    var holding = random.nextBoolean() ? stages.holding("persona_name", "CFO") : stages;
    return (stages.rows().isEmpty() ? holding : holding.holding("s1.duration", "1 month"))
        .asking(asked);
  }

  private static boolean of(String path, String row) {
    return ItemPath.parse(path)
        .filter(parts -> parts.item().equals(row) && !parts.name().equals("stage_name"))
        .isPresent();
  }

  private static String text(Random random) {
    var text = new StringBuilder();
    for (var length = random.nextInt(16); length >= 0; length--) {
      text.append(WORDS[random.nextInt(WORDS.length)]).append(random.nextInt(9) == 0 ? "" : " ");
    }
    return text.toString();
  }

  @Test
  void makes_work_in_proportion_to_the_length_of_the_message() {
    var walls =
        List.of(
            "Awareness: ",
            "Awareness, ",
            "Awareness and ",
            "in Awareness they x, ",
            "duration, ",
            "duration of Awareness ",
            "add Renewal, ",
            "add a stage ",
            "drop the second and ",
            "stage 5 ",
            "the second ",
            "a month, ",
            "two weeks for Awareness, ",
            "the CFO and ",
            "they x and ",
            "weigh in ",
            "\" ",
            "1. x\n",
            "a -> ");
    var stages =
        Stages.called("Awareness", "Consideration", "Decision")
            .asking(List.of("s1.buyer_actions", "s1.duration", "s1.key_influencers"));
    for (var wall : walls) {
      assertThat(Work.growth(wall, LONGEST, text -> INTERPRETER.acts(stages.said(text))))
          .as(wall)
          .isLessThan(9);
    }
  }
}
