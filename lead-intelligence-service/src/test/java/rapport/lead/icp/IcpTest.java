package rapport.lead.icp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import rapport.contracts.FieldValue;
import rapport.lead.settings.IcpFile;
import rapport.runtime.problem.Problem;

class IcpTest {

  private static final Icp ICP =
      IcpFile.read(
          """
          name: Small software companies
          criteria:
            - { field: company.size, between: [2, 50], weight: 3 }
            - { field: company.techStack, anyOf: [React, Vue] }
            - { field: behavior.decisionMaker, is: true }
          """);

  @Test
  void what_is_not_known_counts_neither_for_nor_against() {
    assertThat(match(Map.of()).match()).isNull();
    var small = match(Map.of("company.size", FieldValue.text("9")));
    assertThat(small.match()).isEqualTo(1);
    assertThat(small.coverage()).isCloseTo(.6, within(1e-12));
  }

  @Test
  void what_does_not_fit_counts_by_its_weight() {
    var known = new HashMap<String, FieldValue>();
    known.put("company.size", FieldValue.text("200-300"));
    known.put("company.techStack", new FieldValue.Tags(List.of("react", "Java")));
    var match = match(known);
    assertThat(match.match()).isCloseTo(.25, within(1e-12));
    assertThat(match.criteria()).extracting(IcpMatch.Check::met).containsExactly(false, true, null);
  }

  @Test
  void a_value_nothing_can_be_made_of_is_as_good_as_not_known() {
    var match = match(Map.of("company.size", FieldValue.text("a handful")));
    assertThat(match.match()).isNull();
  }

  @Test
  void every_mistake_in_the_text_is_named() {
    assertThatThrownBy(() ->
            IcpFile.read(
                """
                criteria:
                  - { field: company.colour, anyOf: [red] }
                  - { field: company.size, weight: -1 }
                """))
        .isInstanceOfSatisfying(
            Problem.class,
            problem ->
                assertThat(problem.errors())
                    .extracting(Problem.FieldError::path)
                    .containsExactly("criteria[0].field", "criteria[1].weight", "criteria[1]"));
    assertThatThrownBy(() -> IcpFile.read("criteria: [")).isInstanceOf(Problem.class);
  }

  private static IcpMatch match(Map<String, FieldValue> known) {
    return ICP.match(known::get);
  }
}
