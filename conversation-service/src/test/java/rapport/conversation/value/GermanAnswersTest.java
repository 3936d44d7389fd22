package rapport.conversation.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rapport.contracts.FieldValue;
import rapport.conversation.flow.FieldType;
import rapport.conversation.flow.yaml.FlowCatalog;

class GermanAnswersTest {

  private static final FlowCatalog CATALOG = FlowCatalog.fromClasspath();

  private static Answer check(FieldType type, String text) {
    var field =
        CATALOG.flows().stream()
            .flatMap(flow -> flow.fields())
            .filter(one -> one.type() == type)
            .findFirst()
            .orElseThrow();
    return Answers.check(field, FieldValue.text(text), List.of(), Wording.GERMAN);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          AGE      | 42 Jahre alt            | 42
          AGE      | etwa 42                 | 42
          AGE      | Mitte 40                | 44-46
          AGE      | in den Vierzigern       | 40-49
          MONEY    | 120.000 €               | 120000 EUR
          MONEY    | ca. 80 Tsd. Euro        | 80000 EUR
          MONEY    | 3 Mio.                  | 3000000
          MONEY    | genug zum Leben         | genug zum Leben
          COUNT    | 1.200                   | 1200
          COUNT    | rund 200 Mitarbeitende  | 200
          DURATION | zwei bis drei Wochen    | 2-3 Wochen
          DURATION | anderthalb Jahre        | 1,5 Jahre
          INTEGER  | vier                    | 4
          CONFIRM  | ja                      | yes
          CONFIRM  | nein                    | no
          """)
  void takes_what_germans_write_in_the_panel(FieldType type, String text, String canonical) {
    assertThat(check(type, text))
        .isInstanceOfSatisfying(
            Answer.Accepted.class,
            accepted -> assertThat(accepted.value().display()).isEqualTo(canonical));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          AGE      | 44-46
          AGE      | 60+
          MONEY    | 120000 EUR
          MONEY    | 1500000.5 EUR
          MONEY    | 50000-80000 EUR
          MONEY    | <1000
          COUNT    | 1200
          DURATION | 2-3 Wochen
          DURATION | 1,5 Jahre
          DURATION | 2 Wochen bis 3 Monate
          """)
  void leaves_a_canonical_value_as_it_is(FieldType type, String canonical) {
    assertThat(check(type, canonical))
        .isInstanceOfSatisfying(
            Answer.Accepted.class,
            accepted -> assertThat(accepted.value().display()).isEqualTo(canonical));
  }

  @Test
  void refuses_what_is_no_age() {
    assertThat(check(FieldType.AGE, "lila")).isEqualTo(new Answer.Refused("not-an-age"));
    assertThat(check(FieldType.AGE, "250")).isEqualTo(new Answer.Refused("age-out-of-range"));
  }
}
