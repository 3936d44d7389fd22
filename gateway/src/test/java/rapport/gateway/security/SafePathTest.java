package rapport.gateway.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.server.PathContainer;

class SafePathTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/widget.js",
        "/api/v1/conversations/a-B_9/messages",
        "/api/v1/flows/",
        "/.well-known/security.txt",
        "/assets/caf%C3%A9%20noir.svg"
      })
  void lets_plain_paths_pass(String path) {
    assertThat(SafePath.isSafe(PathContainer.parsePath(path))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/v1/flows/../../../actuator/env",
        "/api/v1/flows/..",
        "/api/v1/./flows",
        "/api/v1/flows/%2e%2e/%2E%2E/actuator/env",
        "/api/v1/flows/%2e./x",
        "/api/v1/flows/..%2factuator",
        "/api/v1/flows/%5c..%5cactuator",
        "/api/v1/flows/%252e%252e/actuator",
        "/api/v1/flows/..;/actuator",
        "/api/v1/flows;x=1",
        "//actuator/env",
        "/api//v1/flows",
        "/%61pi/v1/flows",
        "/api/v1/flows/%00",
        "/api/v1/flows/%0d%0ax"
      })
  void refuses_paths_that_can_be_read_in_two_ways(String path) {
    assertThat(SafePath.isSafe(PathContainer.parsePath(path))).isFalse();
  }
}
