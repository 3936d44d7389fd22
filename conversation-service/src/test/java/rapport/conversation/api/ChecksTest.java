package rapport.conversation.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;
import rapport.conversation.flow.FlowDefinition;
import rapport.conversation.flow.yaml.FlowCatalog;
import rapport.runtime.problem.Problem;
import rapport.runtime.problem.Problem.FieldError;

/** What conversations may begin with. */
class ChecksTest {

  private static final FlowDefinition FLOW = FlowCatalog.fromClasspath().latest("customer-profile");

  @Test
  void what_a_widget_tells_of_its_visitor_is_taken() {
    assertThatCode(
            () -> Checks.visitorContext(Map.of("page", "x".repeat(1_000), "utm_source", "news")))
        .doesNotThrowAnyException();
  }

  @Test
  void a_visitors_context_has_short_plain_texts() {
    assertThat(errors(() -> Checks.visitorContext(Map.of("page", "x".repeat(1_001)))))
        .containsExactly("context.page too-long");
    assertThat(errors(() -> Checks.visitorContext(Map.of("page_title", "bell\u0007"))))
        .containsExactly("context.page_title control-characters");
  }

  @Test
  void a_visitors_context_has_few_entries_with_proper_keys() {
    var many = new HashMap<String, String>();
    for (var i = 0; i < 21; i++) {
      many.put("utm_" + i, "x");
    }
    assertThat(errors(() -> Checks.visitorContext(many))).containsExactly("context wrong-number");
    assertThat(errors(() -> Checks.visitorContext(Map.of("k".repeat(65), "x", " ", "x"))))
        .containsExactly("context not-a-key");
  }

  @Test
  void members_a_conversation_begins_with_have_few_entries_with_short_keys() {
    assertThat(errors(() -> members(Map.of("name", "Ana", "k".repeat(201), "x"))))
        .containsExactly("context.onboarding_team_members wrong-context");
    var many = new HashMap<String, Object>(Map.of("name", "Ana"));
    for (var i = 0; i < 20; i++) {
      many.put("key" + i, "x");
    }
    assertThat(errors(() -> members(many)))
        .containsExactly("context.onboarding_team_members wrong-context");
    assertThatCode(() -> members(Map.of("name", "Ana", "job_title", "CFO")))
        .doesNotThrowAnyException();
  }

  @Test
  void a_conversation_begins_with_what_its_flow_knows_and_keys_that_are_some() {
    assertThat(errors(() -> start(Map.of("weather", "fine"))))
        .containsExactly("context.weather unknown-context");
    assertThat(errors(() -> start(Map.of("k".repeat(65), "x"))))
        .containsExactly("context not-a-key");
  }

  private static void members(Map<String, Object> member) {
    start(Map.of("onboarding_team_members", List.of(member)));
  }

  private static void start(Map<String, Object> context) {
    Checks.start(new Requests.Start("customer-profile", "en", context), FLOW);
  }

  private static List<String> errors(ThrowingCallable call) {
    var problem = catchThrowableOfType(Problem.class, call);
    assertThat(problem.status()).isEqualTo(HttpStatus.UNPROCESSABLE_CONTENT);
    return problem.errors().stream().map(ChecksTest::shown).toList();
  }

  private static String shown(FieldError error) {
    return error.path() + " " + error.code();
  }
}
