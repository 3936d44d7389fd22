package rapport.gateway.route;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.server.PathContainer;

class PathKindTest {

  @ParameterizedTest
  @CsvSource({
    "/, STATIC",
    "/widget.js, STATIC",
    "/assets/app.js, STATIC",
    "/apis, STATIC",
    "/actuator/health/liveness, PROBE",
    "/actuator/health/readiness, PROBE",
    "/actuator/health, OPERATIONS",
    "/actuator/prometheus, OPERATIONS",
    "/actuator, OPERATIONS",
    "/api/v1/sign-in, OPEN",
    "/api/v1/status, OPEN",
    "/api/openapi.json, OPEN",
    "/api/docs, OPEN",
    "/api/docs/more, GUARDED",
    "/api/v1/sign-in/, OPEN",
    "/api/v1/sign-in/more, GUARDED",
    "/api/v1/sign-out, GUARDED",
    "/api/v1/me, GUARDED",
    "/api/v1/widget/sessions, WIDGET",
    "/api/v1/widget/config, WIDGET",
    "/hooks/cn-1, HOOK",
    "/hooksx/cn-1, STATIC",
    "/api/v1/hooks/cn-1, GUARDED",
    "/api/v1/widget/keys, GUARDED",
    "/api/v1/widget/sessions/more, GUARDED",
    "/api/v1/widget, GUARDED",
    "/api/v1/widgets/x, GUARDED",
    "/api/v2/widget/x, GUARDED",
    "/api/v1/flows, GUARDED",
    "/genkit/flows/x, GUARDED",
    "/internal/x, GUARDED",
    "/%61pi/v1/flows, GUARDED",
    "/api;a=b/v1/flows, GUARDED",
  })
  void tells_what_a_path_asks_for(String path, PathKind kind) {
    assertThat(PathKind.of(PathContainer.parsePath(path))).isEqualTo(kind);
  }
}
