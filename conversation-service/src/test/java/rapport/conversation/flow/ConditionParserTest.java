package rapport.conversation.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static rapport.conversation.flow.GuardFacts.facts;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConditionParserTest {

  private static boolean holds(String guard, Facts facts) {
    return ConditionParser.parse(guard).holds(facts);
  }

  @Test
  void compares_a_field_with_a_text() {
    assertThat(holds("type == 'Custom'", facts().with("type", "Custom"))).isTrue();
    assertThat(holds("type == 'Custom'", facts().with("type", "End User"))).isFalse();
    assertThat(holds("type != 'Custom'", facts().with("type", "Custom"))).isFalse();
    assertThat(holds("type != 'Custom'", facts().with("type", "End User"))).isTrue();
  }

  @Test
  void compares_numbers_and_nested_paths() {
    var facts = facts().with("demographics.age", 42);
    assertThat(holds("demographics.age == 42", facts)).isTrue();
    assertThat(holds("demographics.age == '42'", facts)).isTrue();
    assertThat(holds("demographics.age == 43", facts)).isFalse();
  }

  @Test
  void true_and_false_stand_for_yes_and_no() {
    assertThat(holds("ready == true", facts().with("ready", true))).isTrue();
    assertThat(holds("ready == false", facts().with("ready", false))).isTrue();
    assertThat(holds("ready == true", facts().with("ready", false))).isFalse();
    assertThat(holds("ready", facts().with("ready", false))).isFalse();
    assertThat(holds("ready", facts().with("ready", true))).isTrue();
  }

  @Test
  void an_absent_value_equals_nothing_but_null() {
    assertThat(holds("type == 'Custom'", facts())).isFalse();
    assertThat(holds("type != 'Custom'", facts())).isTrue();
    assertThat(holds("ready == false", facts())).isFalse();
    assertThat(holds("type == null", facts())).isTrue();
    assertThat(holds("type != null", facts())).isFalse();
    assertThat(holds("type == null", facts().with("type", "Custom"))).isFalse();
    assertThat(holds("type == 'null'", facts())).isFalse();
    assertThat(holds("type", facts())).isFalse();
    assertThat(holds("!type", facts())).isTrue();
  }

  @Test
  void in_looks_for_one_of_several() {
    var guard = "type in ['Custom', 'End User', null]";
    assertThat(holds(guard, facts().with("type", "Custom"))).isTrue();
    assertThat(holds(guard, facts().with("type", "End User"))).isTrue();
    assertThat(holds(guard, facts())).isTrue();
    assertThat(holds(guard, facts().with("type", "Technical Buyer"))).isFalse();
    assertThat(holds("type in ['Custom']", facts())).isFalse();
  }

  /** {@code or} binds weakest and {@code not} strongest; each row is what a, b and c hold. */
  @ParameterizedTest
  @CsvSource({
    "a || b && c, true, false, false, true",
    "(a || b) && c, true, false, false, false",
    "a && b || c, false, false, true, true",
    "a && (b || c), false, false, true, false",
    "!a && b, false, true, false, true",
    "!(a && b), true, false, false, true",
    "!a || b, true, false, false, false",
    "!!a, true, false, false, true",
    "a && b && c, true, true, true, true",
    "a || b || c, false, false, false, false",
  })
  void operators_bind_as_everywhere(String guard, boolean a, boolean b, boolean c, boolean holds) {
    assertThat(holds(guard, facts().with("a", a).with("b", b).with("c", c))).isEqualTo(holds);
  }

  @Test
  void functions_look_at_how_a_field_stands() {
    assertThat(holds("prefilled(company)", facts().prefilledWith("company", "Acme"))).isTrue();
    assertThat(holds("prefilled(company)", facts().with("company", "Acme"))).isFalse();
    assertThat(holds("closed(focus)", facts().skipped("focus"))).isTrue();
    assertThat(holds("closed(focus)", facts())).isFalse();
    assertThat(holds("completed()", facts().finished())).isTrue();
    assertThat(holds("!completed()", facts())).isTrue();
  }

  @Test
  void context_entries_are_present_or_not() {
    assertThat(holds("context.team", facts().withContext("team", "Ada"))).isTrue();
    assertThat(holds("context.team", facts())).isFalse();
    assertThat(holds("context.team == 'Ada'", facts().withContext("team", "Ada"))).isTrue();
  }

  @Test
  void a_guard_knows_which_fields_it_reads() {
    var guard =
        "a == 'x' && (context.team || !closed(b)) || prefilled(c) && d in [1] || completed()";
    assertThat(ConditionParser.parse(guard).reads()).containsExactlyInAnyOrder("a", "b", "c", "d");
    assertThat(Condition.always().reads()).isEmpty();
    assertThat(Condition.always().holds(facts())).isTrue();
  }

  @Test
  void spaces_do_not_matter() {
    assertThat(ConditionParser.parse("  a=='x'&&!b  "))
        .isEqualTo(ConditionParser.parse("a == 'x' && ! b"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "   ",
        "type ==",
        "type == 'Custom",
        "== 'Custom'",
        "type = 'Custom'",
        "type == 'Custom' &&",
        "&& type",
        "type type",
        "(type",
        "type)",
        "type in 'Custom'",
        "type in ['Custom'",
        "type in []",
        "type in ['a' 'b']",
        "type == ]",
        "type == &&",
        "captured(type)",
        "closed()",
        "closed(type",
        "completed(type)",
        "prefilled('type')",
        "'type' == 'Custom'",
        "42 == type",
        "type > 3",
        "!",
        "type #",
      })
  void a_guard_that_cannot_be_read_is_refused_by_name(String guard) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ConditionParser.parse(guard))
        .withMessageContaining("guard \"" + guard + "\"");
  }

  /** Seeded, so that a failure comes again. */
  @Test
  void any_text_is_either_a_guard_or_refused() {
    var pieces =
        List.of(
            "type",
            "a.b",
            "context.x",
            "==",
            "!=",
            "&&",
            "||",
            "!",
            "(",
            ")",
            "[",
            "]",
            ",",
            "in",
            "'x'",
            "'",
            "null",
            "true",
            "false",
            "42",
            "closed",
            "prefilled",
            "completed",
            " ",
            ".",
            "-",
            "\u00e9",
            "\uD83D\uDE00",
            "\n",
            "\\",
            "\"",
            "buying_stages[].name",
            "_");
    var random = new Random(20_261_121);
    var guards = 0;
    for (var round = 0; round < 50_000; round++) {
      var text = new StringBuilder();
      for (var length = random.nextInt(12); length >= 0; length--) {
        text.append(
            random.nextInt(10) == 0
                ? String.valueOf((char) random.nextInt(0x3000))
                : pieces.get(random.nextInt(pieces.size())));
        text.append(random.nextBoolean() ? " " : "");
      }
      if (isGuard(text.toString())) {
        guards++;
      }
    }
    assertThat(guards).as("the generator makes real guards, too").isGreaterThan(100);
  }

  private static boolean isGuard(String text) {
    try {
      var condition = ConditionParser.parse(text);
      assertThatNoException().isThrownBy(() -> condition.holds(facts()));
      assertThat(condition.reads()).isNotNull();
      return true;
    } catch (IllegalArgumentException _) {
      return false;
    }
  }
}
