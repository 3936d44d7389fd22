package rapport.integrations.automation.expression;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rapport.integrations.automation.Truth;
import rapport.integrations.automation.expression.Expression.Fault;
import rapport.integrations.automation.expression.Expression.Invalid;
import rapport.integrations.automation.expression.Expression.Valid;

class ExpressionsTest {

  @Test
  void compares_a_score_with_a_whole_number() {
    assertThat(truth("health_score < 60", Map.of("health_score", 59.5))).isEqualTo(Truth.TRUE);
    assertThat(truth("health_score < 60", Map.of("health_score", 60.0))).isEqualTo(Truth.FALSE);
  }

  @Test
  void takes_a_percentage_for_a_ratio() {
    assertThat(truth("usage_growth > 50%", Map.of("usage_growth", 0.51))).isEqualTo(Truth.TRUE);
    assertThat(truth("usage_growth > 50%", Map.of("usage_growth", 0.5))).isEqualTo(Truth.FALSE);
    assertThat(truth("usage_growth>12.5% && 7 % 4 == 3", Map.of("usage_growth", 0.13)))
        .isEqualTo(Truth.TRUE);
    assertThat(truth("7%4 == 3 && usage_growth > -5%", Map.of("usage_growth", 0.0)))
        .isEqualTo(Truth.TRUE);
  }

  @Test
  void leaves_percentages_in_texts_alone() {
    assertThat(truth("segment == '50%'", Map.of("segment", "50%"))).isEqualTo(Truth.TRUE);
    assertThat(truth("segment == \"5\\\"0% \"", Map.of("segment", "5\"0% "))).isEqualTo(Truth.TRUE);
  }

  @Test
  void does_not_know_what_depends_on_a_missing_fact() {
    assertThat(truth("health_score < 60", Map.of())).isEqualTo(Truth.UNKNOWN);
    assertThat(truth("health_score < 60 || seats > 5", Map.of("seats", 9.0))).isEqualTo(Truth.TRUE);
    assertThat(truth("health_score < 60 && seats > 5", Map.of("seats", 1.0)))
        .isEqualTo(Truth.FALSE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "health_scor < 60             | 0  | unknown-name",
        "usage_growth > 5% && foo     | 21 | unknown-name",
        "health_score                 | 0  | not-a-condition",
        "health_score <               | 14 | malformed-condition",
        "segment > 3                  | 8  | malformed-condition",
        "contact_created && seats > 1 | 0  | unknown-name",
        "1 < 2                        | 0  | not-a-condition",
        "health_score < 60 && lead_points > 3 | 0 | mixed-subjects",
        "''                           | 0  | malformed-condition",
      })
  void says_where_what_is_wrong(String text, int offset, String code) {
    assertThat(faults(text)).extracting(Fault::offset).contains(offset);
    assertThat(faults(text)).extracting(Fault::code).contains(code);
  }

  @Test
  void finds_the_place_behind_a_line_that_grew() {
    assertThat(faults("usage_growth > 5% ||\n  foo")).extracting(Fault::offset).containsExactly(23);
  }

  private static Truth truth(String text, Map<String, Object> facts) {
    var read = Expressions.read(text);
    assertThat(read).isInstanceOf(Valid.class);
    return ((Valid) read).condition().of(facts);
  }

  private static List<Fault> faults(String text) {
    var read = Expressions.read(text);
    assertThat(read).isInstanceOf(Invalid.class);
    return ((Invalid) read).faults();
  }
}
