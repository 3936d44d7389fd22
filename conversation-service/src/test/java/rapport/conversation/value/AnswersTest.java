package rapport.conversation.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import rapport.contracts.FieldValue;
import rapport.conversation.flow.Condition;
import rapport.conversation.flow.Field;
import rapport.conversation.flow.FieldType;

class AnswersTest {

  private static Field field(FieldType type) {
    return field(type, List.of(), false, null);
  }

  private static Field field(
      FieldType type, List<String> options, boolean open, @Nullable String from) {
    return new Field(
        "f",
        "p",
        type,
        false,
        false,
        Condition.always(),
        true,
        options,
        open,
        from,
        List.of(),
        null,
        false,
        false,
        false,
        false,
        List.of(),
        1,
        10);
  }

  private static String check(FieldType type, Object value) {
    return said(Answers.check(field(type), FieldValue.of(value)));
  }

  private static String said(Answer answer) {
    return switch (answer) {
      case Answer.Accepted(var value) -> value.display();
      case Answer.Refused(var code) -> "! " + code;
    };
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          STRING   | ' Fintech '                       | Fintech
          NAME     | Nora Lindqvist                    | Nora Lindqvist
          STRING   | '  '                              | ! empty
          AGE      | 42                                | 42
          AGE      | 42 years old                      | 42
          AGE      | about 42                          | 42
          AGE      | 35-44                             | 35-44
          AGE      | 44 to 35                          | 35-44
          AGE      | in her forties                    | 40-49
          AGE      | 60+                               | 60+
          AGE      | 121                               | ! age-out-of-range
          AGE      | 100-130                           | ! age-out-of-range
          AGE      | -3                                | ! age-out-of-range
          AGE      | 42.5                              | ! not-an-age
          AGE      | purple                            | ! not-an-age
          AGE      | $42                               | ! not-an-age
          MONEY    | $120k                             | 120000 USD
          MONEY    | 120000 usd                        | 120000 USD
          MONEY    | 120,000                           | 120000
          MONEY    | 50k to 80k EUR                    | 50000-80000 EUR
          MONEY    | enough to live on                 | enough to live on
          COUNT    | 1,200                             | 1200
          COUNT    | 50 to 200                         | 50-200
          COUNT    | about 200 employees               | 200
          COUNT    | mid-sized                         | mid-sized
          DURATION | two to three weeks                | 2-3 weeks
          DURATION | it depends                        | it depends
          INTEGER  | 7                                 | 7
          INTEGER  | seven                             | 7
          INTEGER  | 11                                | ! number-out-of-range
          INTEGER  | 0                                 | ! number-out-of-range
          INTEGER  | 1.5                               | ! not-a-number
          INTEGER  | many                              | ! not-a-number
          CONFIRM  | Yes                               | yes
          CONFIRM  | nope                              | no
          CONFIRM  | purple                            | ! not-yes-or-no
          EMAIL    | jane@acme.io                      | jane@acme.io
          EMAIL    | jane@acme                         | ! not-an-email
          PHONE    | +49 (30) 1234-567                 | +49 (30) 1234-567
          PHONE    | call me                           | ! not-a-phone-number
          URL      | https://acme.io/a.png             | https://acme.io/a.png
          URL      | /api/v1/portraits/1               | /api/v1/portraits/1
          URL      | /api/../etc/passwd                | ! not-a-url
          URL      | //evil.example/x                  | ! not-a-url
          URL      | https://user:pw@acme.io           | ! not-a-url
          URL      | javascript:alert(1)               | ! not-a-url
          URL      | data:text/html,hi                 | ! not-a-url
          URL      | acme                              | ! not-a-url
          TAGS     | dashboards, clear pricing;demos   | dashboards, clear pricing, demos
          TAGS     | ' , ;'                            | ! empty
          """)
  void brings_answers_into_their_canonical_form(FieldType type, String given, String expected) {
    assertThat(check(type, given)).isEqualTo(expected);
  }

  @Test
  void keeps_one_age_as_a_number_and_a_range_as_text() {
    assertThat(Answers.check(field(FieldType.AGE), FieldValue.text("42")))
        .isEqualTo(new Answer.Accepted(FieldValue.Num.of(42)));
    assertThat(Answers.check(field(FieldType.AGE), FieldValue.text("35-44")))
        .isEqualTo(new Answer.Accepted(FieldValue.text("35-44")));
  }

  @Test
  void knows_an_option_in_any_spelling_and_refuses_others_unless_open() {
    var market = field(FieldType.CHOICE, List.of("B2B", "create_another"), false, null);
    var role = field(FieldType.CHOICE, List.of("End User", "Custom"), true, null);

    assertThat(said(Answers.check(market, FieldValue.text("b2b")))).isEqualTo("B2B");
    assertThat(said(Answers.check(market, FieldValue.text("Create another"))))
        .isEqualTo("create_another");
    assertThat(said(Answers.check(market, FieldValue.text("purple")))).isEqualTo("! not-an-option");
    assertThat(said(Answers.check(role, FieldValue.text("end users")))).isEqualTo("End User");
    assertThat(said(Answers.check(role, FieldValue.text("Influencer")))).isEqualTo("Influencer");
  }

  @Test
  void takes_the_options_of_the_context_as_well() {
    var member = field(FieldType.CHOICE, List.of("fresh"), false, "onboarding_team_members");

    assertThat(said(Answers.check(member, FieldValue.text("dana reyes"), List.of("Dana Reyes"))))
        .isEqualTo("Dana Reyes");
    assertThat(said(Answers.check(member, FieldValue.text("Tom"), List.of("Dana Reyes"))))
        .isEqualTo("! not-an-option");
  }

  @ParameterizedTest
  @CsvSource({
    "STRING, 200",
    "NAME, 200",
    "TEXT, 4000",
    "RICHTEXT, 20000",
    "MONEY, 200",
    "COUNT, 200"
  })
  void takes_words_up_to_their_length(FieldType type, int most) {
    assertThat(check(type, "x".repeat(most))).hasSize(most);
    assertThat(check(type, "x".repeat(most + 1))).isEqualTo("! too-long");
  }

  @Test
  void takes_fifty_tags_of_two_hundred_characters() {
    var fifty = IntStream.range(0, 50).mapToObj(i -> "tag " + i).toList();
    var more = IntStream.range(0, 51).mapToObj(i -> "tag " + i).toList();

    assertThat(Answers.check(field(FieldType.TAGS), new FieldValue.Tags(fifty)))
        .isEqualTo(new Answer.Accepted(new FieldValue.Tags(fifty)));
    assertThat(check(FieldType.TAGS, more)).isEqualTo("! too-many");
    assertThat(check(FieldType.TAGS, List.of("x".repeat(201)))).isEqualTo("! too-long");
    assertThat(check(FieldType.TAGS, Collections.nCopies(60, "same"))).isEqualTo("same");
  }

  @ParameterizedTest
  @EnumSource(FieldType.class)
  void refuses_the_wrong_kind_of_json(FieldType type) {
    if (type != FieldType.CONFIRM) {
      assertThat(check(type, true)).isEqualTo("! wrong-type");
    }
    if (type != FieldType.TAGS) {
      assertThat(check(type, List.of("a"))).isEqualTo("! wrong-type");
    }
    if (type.freeText()) {
      assertThat(check(type, 42)).isEqualTo("! wrong-type");
    }
  }

  @ParameterizedTest
  @EnumSource(FieldType.class)
  void refuses_control_characters_and_nothing_at_all(FieldType type) {
    assertThat(check(type, "a\u0000b")).isEqualTo("! control-characters");
    assertThat(check(type, " \n ")).isEqualTo("! empty");
  }

  @Test
  void keeps_lines_and_composes_characters() {
    assertThat(check(FieldType.TEXT, "one\n\ttwo")).isEqualTo("one\n\ttwo");
    assertThat(check(FieldType.STRING, "Cafe\u0301")).isEqualTo("Caf\u00e9");
  }

  @ParameterizedTest
  @EnumSource(FieldType.class)
  void says_the_same_of_what_it_has_accepted_before(FieldType type) {
    var field = field(type, List.of("B2B"), true, null);
    for (var text :
        List.of("42", "$120k", "35-44", "2 weeks", "yes", "b2b", "a, b", "50+", "<5", "a@b.io")) {
      if (Answers.check(field, FieldValue.text(text)) instanceof Answer.Accepted(var value)) {
        assertThat(Answers.check(field, value)).as(text).isEqualTo(new Answer.Accepted(value));
      }
    }
  }
}
