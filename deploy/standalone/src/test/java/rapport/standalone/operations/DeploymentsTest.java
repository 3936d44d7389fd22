package rapport.standalone.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static rapport.standalone.operations.Deployments.COMPOSE;
import static rapport.standalone.operations.Deployments.HOME;
import static rapport.standalone.operations.Deployments.KUBERNETES;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What containers are told agrees with what the services know; no container engine is needed. */
class DeploymentsTest {

  private static final Path ACLS = HOME.resolve("deploy/compose/kafka-acls");
  private static final Path USERS = KUBERNETES.resolve("overlays/production/kafka-users.yaml");

  @Test
  void every_file_is_yaml_without_a_key_given_twice() {
    assertThat(manifests()).hasSizeGreaterThan(12);
    assertThat(manifests()).allSatisfy(file -> assertThat(Deployments.yaml(file)).isNotEmpty());
  }

  @Test
  void no_process_is_told_anything_it_does_not_know() {
    assertThat(Deployments.knownVariables()).contains("RAPPORT_MONGODB_URI", "RAPPORT_BIND");
    assertThat(Deployments.knownVariables())
        .containsAll(Deployments.found("(?m)^ +(RAPPORT_[A-Z_]+):", COMPOSE))
        .containsAll(Deployments.found("(?m)^(RAPPORT_[A-Z_]+)=", env()));
    for (var file : manifests()) {
      assertThat(Deployments.knownVariables())
          .containsAll(Deployments.found("name: (RAPPORT_[A-Z_]+)", file))
          .containsAll(Deployments.found("- (RAPPORT_[A-Z_]+)=", file));
    }
  }

  @Test
  void ports_are_those_of_the_services_everywhere() {
    Deployments.ports()
        .forEach((name, port) -> {
          var manifest = KUBERNETES.resolve("base").resolve(name + ".yaml");
          assertThat(Deployments.found("containerPort: (\\d+)", manifest)).containsOnly("" + port);
          assertThat(Deployments.found("port: (\\d+)", manifest)).containsOnly("" + port);
          for (var file :
              List.of(COMPOSE, env(), HOME.resolve("deploy/prometheus/prometheus.yml"))) {
            assertThat(Deployments.found("[/\"]" + name + ":(\\d+)", file)).isSubsetOf("" + port);
          }
        });
    assertThat(Deployments.ports()).hasSize(6);
  }

  @Test
  void every_process_has_its_image_and_there_are_no_others() {
    var images = Deployments.ports().keySet().stream().map(name -> "rapport/" + name).toList();
    assertThat(Deployments.found("image: (rapport/[a-z-]+)", COMPOSE))
        .containsExactlyInAnyOrderElementsOf(images);
    var used = new TreeSet<String>();
    for (var file : manifests()) {
      used.addAll(Deployments.found("image: (rapport/[a-z-]+)", file));
    }
    assertThat(used).containsExactlyInAnyOrderElementsOf(images);
  }

  @Test
  void probes_ask_what_the_services_answer() {
    var all = KUBERNETES.resolve("base/every-deployment.yaml");
    assertThat(Deployments.found("path: (/actuator[a-z/]+)", all))
        .containsExactlyInAnyOrder("/actuator/health/liveness", "/actuator/health/readiness");
  }

  @Test
  void every_topic_has_an_owner_who_may_write_it() {
    var topics =
        Deployments.found("\\| `(rapport[a-z.]+)`", HOME.resolve("deploy/analysts/topics.md"));
    assertThat(topics).hasSizeGreaterThan(10);
    assertThat(Deployments.found("[ ](rapport\\.[a-z]+\\.[a-z]+)(?=[ \"])", ACLS))
        .containsAll(topics);
    assertThat(Deployments.found("name: (rapport\\.[a-z]+\\.[a-z]+)}", USERS)).isEqualTo(topics);
    assertThat(Deployments.found("name: (rapport\\.[a-z]+\\.[a-z]+)\\.dlt", USERS))
        .isEqualTo(topics);
  }

  private static Path env() {
    return KUBERNETES.resolve("base/rapport.env");
  }

  private static Set<Path> manifests() {
    var files = new TreeSet<>(Deployments.files(KUBERNETES, "**.yaml"));
    files.add(COMPOSE);
    return files;
  }
}
