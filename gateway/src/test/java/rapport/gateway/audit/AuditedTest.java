package rapport.gateway.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import rapport.gateway.audit.AuditEntry.Kind;
import rapport.gateway.route.Upstream;
import rapport.testkit.AccessTable;

class AuditedTest {
  private static final Pattern OF_ONE_PERSON =
      Pattern.compile(
          "GET /api/v1/(people|profiles|buying-processes|contacts|accounts|leads|conversations)"
              + "/\\{.*");
  private static final Pattern KEPT_ELSEWHERE =
      Pattern.compile("\\w+ (/api/v1/(conversations|sign-in|widget/sessions)|/genkit/|/hooks/).*");

  @Test
  void every_look_at_one_person_is_audited() {
    assertThat(operations().filter(operation -> OF_ONE_PERSON.matcher(operation).matches()))
        .hasSizeGreaterThan(15)
        .allSatisfy(operation -> assertThat(kind(operation)).isEqualTo(Kind.READ));
  }

  @Test
  void every_change_that_no_other_log_keeps_is_audited() {
    assertThat(
            operations()
                .filter(operation -> !operation.startsWith("GET "))
                .filter(operation -> !KEPT_ELSEWHERE.matcher(operation).matches()))
        .hasSizeGreaterThan(50)
        .allSatisfy(operation -> assertThat(kind(operation)).isEqualTo(Kind.CHANGE));
  }

  @Test
  void lists_feeds_and_settings_are_not() {
    assertThat(
            Stream.of(
                "GET /api/v1/people",
                "GET /api/v1/people/feed",
                "GET /api/v1/people/fields",
                "GET /api/v1/leads/scorecard",
                "GET /api/v1/accounts/imports/i1",
                "POST /api/v1/conversations/c1/messages"))
        .allSatisfy(operation -> assertThat(kind(operation)).isNull());
  }

  @Test
  void what_is_taken_away_is() {
    assertThat(
            Stream.of(
                "GET /api/v1/profiles/export",
                "GET /api/v1/people/p1/export",
                "GET /api/v1/conversations/c1/export",
                "GET /api/v1/audit/export",
                "GET /api/v1/privacy/archives/a1/file"))
        .allSatisfy(operation -> assertThat(kind(operation)).isEqualTo(Kind.READ));
  }

  private static @Nullable Kind kind(String operation) {
    String[] words = operation.split(" ", -1);
    String path = words[1].replace("{kind}", "profiles").replaceAll("\\{[^/]+}", "probe");
    return Audited.kind(MockServerHttpRequest.method(HttpMethod.valueOf(words[0]), path).build());
  }

  private static Stream<String> operations() {
    return Stream.concat(Stream.of("gateway"), Stream.of(Upstream.values()).map(Upstream::id))
        .flatMap(
            module -> AccessTable.read(Path.of("..", module, "access.txt")).operations().stream())
        .filter(operation -> !operation.contains(" /internal/"));
  }
}
