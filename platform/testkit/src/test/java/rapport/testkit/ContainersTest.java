package rapport.testkit;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import org.junit.jupiter.api.Test;
import org.testcontainers.DockerClientFactory;

class ContainersTest {

  @Test
  void where_there_is_no_docker_engine_it_says_so_and_what_to_do() {
    assumeFalse(DockerClientFactory.instance().isDockerAvailable());
    assertThatThrownBy(Containers::mongodb)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("needs a Docker engine")
        .hasMessageContaining("Without the profile");
  }
}
