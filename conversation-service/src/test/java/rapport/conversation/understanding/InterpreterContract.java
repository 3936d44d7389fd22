package rapport.conversation.understanding;

import static org.assertj.core.api.Assertions.assertThat;
import static rapport.testkit.Patience.PATIENCE;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import rapport.contracts.FieldValue;
import rapport.conversation.dialogue.Act;
import rapport.conversation.flow.Field;
import rapport.conversation.value.Answer;
import rapport.conversation.value.Answers;

/** What everybody who understands messages promises. */
public interface InterpreterContract {

  Interpreter interpreter();

  /** How long one message may take; longer for interpreters that ask somebody else. */
  default Duration patience() {
    return PATIENCE;
  }

  private List<Act> understand(Utterance utterance) {
    return interpretation(utterance).acts();
  }

  private Interpretation interpretation(Utterance utterance) {
    return Objects.requireNonNull(interpreter().interpret(utterance).block(patience()));
  }

  @Test
  default void understands_a_plain_answer() {
    var acts = understand(Situation.asked("B2B", "demographics.age").said("42"));

    assertThat(Said.all(acts)).containsExactly("fill demographics.age = 42");
  }

  @Test
  default void keeps_the_words_of_an_open_answer() {
    var acts =
        understand(Situation.asked("B2C", "psychographics.hobbies").said("hiking and chess"));

    assertThat(Said.all(acts)).containsExactly("fill psychographics.hobbies = hiking and chess");
  }

  @Test
  default void writes_nothing_when_somebody_refuses() {
    for (var refusal : List.of("skip", "I'd rather not say", "no idea", "why do you ask?")) {
      assertThat(understand(Situation.asked("B2B", "demographics.income").said(refusal)))
          .as(refusal)
          .noneMatch(act -> act instanceof Act.Fill || act instanceof Act.Correct);
    }
  }

  @Test
  default void never_makes_a_value_of_what_cannot_be_one() {
    for (var wrong : List.of("purple", "250", "-5")) {
      assertThat(understand(Situation.asked("B2B", "demographics.age").said(wrong)))
          .as(wrong)
          .noneMatch(act -> act instanceof Act.Fill || act instanceof Act.Correct);
    }
  }

  @Test
  default void says_so_when_it_understood_nothing() {
    for (var nothing : List.of("", "  ", "?!", "\u0000", "🙈")) {
      assertThat(understand(Situation.asked("B2B", "demographics.industry").said(nothing)))
          .containsExactly(new Act.NotUnderstood(nothing));
    }
  }

  @Test
  default void tells_who_understood() {
    var utterance = Situation.asked("B2B", "demographics.age").said("42");

    assertThat(interpretation(utterance).interpreter()).matches("[a-z][a-z0-9-]*@.+");
  }

  @Test
  default void copes_with_any_text() {
    for (var seed = 0; seed < 400; seed++) {
      var utterance = randomUtterance(new Random(seed));
      var acts = understand(utterance);

      assertThat(acts).as(utterance.text()).isNotEmpty();
      keepsToTheQuestionnaire(utterance, acts);
    }
  }

  private static void keepsToTheQuestionnaire(Utterance utterance, List<Act> acts) {
    var paths = utterance.fields().stream().map(Field::path).collect(Collectors.toSet());
    var written = new ArrayList<String>();
    for (var act : acts) {
      switch (act) {
        case Act.Fill(var path, var value, var quote, var confidence) ->
            written.add(writes(utterance, path, value, quote, confidence));
        case Act.Correct(var path, var value, var quote, var confidence) ->
            written.add(writes(utterance, path, value, quote, confidence));
        case Act.Misfit(var path, _, _) -> assertThat(paths).contains(path);
        case Act.Clear(var path) -> assertThat(paths).contains(path);
        case Act.Skip(var skipped) -> assertThat(paths).containsAll(skipped);
        case Act.DontKnow(var unknown) -> assertThat(paths).containsAll(unknown);
        case Act.GoTo(var wanted) -> assertThat(paths).containsAll(wanted);
        default -> {}
      }
    }
    assertThat(written).as(utterance.text()).doesNotHaveDuplicates();
  }

  private static String writes(
      Utterance utterance, String path, FieldValue value, String quote, double confidence) {
    var field = utterance.fields().stream().filter(f -> f.path().equals(path)).findFirst();

    assertThat(field).as("%s of %s", path, utterance.text()).isPresent();
    assertThat(utterance.text()).contains(quote);
    assertThat(quote).isNotBlank();
    assertThat(confidence).isBetween(0.55, 1.0);
    assertThat(Answers.check(field.get(), value, utterance.choices().getOrDefault(path, List.of())))
        .as("canonical %s of %s", value, utterance.text())
        .isEqualTo(new Answer.Accepted(value));
    return path;
  }

  private static Utterance randomUtterance(Random random) {
    var words =
        ("42|35-44|$120k|90k eur|late twenties|She's|income|age|is|:|,|.|?|;|\n"
                + "|not|no|yes|skip|actually|change the income to|45, not 42|logistics|SaaS"
                + " company|MBA|and|likes|hates|cold calls|lives in|Berlin|works as"
                + " a|nurse|1.|2.|3.|go back to|why|B2B|don't"
                + " know|\u0000|\u202e|🙈|مرحبا|<b>|a@b.io|at|dot|https://x.io|a couple of|"
                + "two|kids|married|12/24|555-123-4567|99999999999999999999|million|-|\u00e9|e\u0301")
            .split("\\|", -1);
    var text = new StringBuilder();
    for (var length = random.nextInt(14); length >= 0; length--) {
      text.append(words[random.nextInt(words.length)]).append(random.nextInt(9) == 0 ? "" : " ");
    }
    var segment = random.nextBoolean() ? "B2B" : "B2C";
    var askable = Situation.asked(segment).said("").fields().stream().filter(Field::asked).toList();
    var asked =
        random
            .ints(random.nextInt(4), 0, askable.size())
            .distinct()
            .mapToObj(at -> askable.get(at).path())
            .toArray(String[]::new);
    var situation = Situation.asked(segment, asked);
    return (random.nextBoolean() ? situation : situation.holding("demographics.age", 42))
        .said(text.toString());
  }

  @Test
  default void understands_the_same_message_in_the_same_way() {
    for (var seed = 0; seed < 50; seed++) {
      var first = understand(randomUtterance(new Random(seed)));
      assertThat(understand(randomUtterance(new Random(seed)))).isEqualTo(first);
    }
  }
}
