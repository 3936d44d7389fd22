package rapport.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import org.junit.jupiter.api.Test;

class ArchitectureRulesTest {

  private static final List<ArchRule> ALL =
      List.of(
          ArchitectureRules.DOMAIN_MODEL_KNOWS_NO_FRAMEWORK,
          ArchitectureRules.DOMAIN_MODEL_ASKS_NEITHER_CLOCK_NOR_CHANCE,
          ArchitectureRules.ONLY_THE_RUNTIME_WAITS,
          ArchitectureRules.ONLY_THE_STORE_TALKS_TO_THE_DRIVER,
          ArchitectureRules.ONLY_THE_RUNTIME_MAKES_HTTP_CLIENTS,
          ArchitectureRules.EVERY_PACKAGE_IS_NULL_MARKED);

  @Test
  void sound_code_breaks_no_rule() {
    var sound = planted("sound");
    assertThat(ALL).allSatisfy(rule -> assertThat(violations(rule, sound)).isEmpty());
  }

  @Test
  void a_decider_that_knows_a_framework_is_caught() {
    assertThat(violations(ArchitectureRules.DOMAIN_MODEL_KNOWS_NO_FRAMEWORK, planted("impure")))
        .anySatisfy(line -> assertThat(line).contains("KnowsReactor"));
  }

  @Test
  void a_decider_that_asks_clock_or_chance_is_caught_each_way() {
    var found =
        String.join(
            "\n",
            violations(
                ArchitectureRules.DOMAIN_MODEL_ASKS_NEITHER_CLOCK_NOR_CHANCE, planted("clock")));
    assertThat(found)
        .contains(
            "Instant.now",
            "LocalDate.now",
            "System.currentTimeMillis",
            "UUID.randomUUID",
            "Math.random",
            "Random.nextInt");
  }

  @Test
  void waiting_outside_the_runtime_is_caught_each_way() {
    var found =
        String.join("\n", violations(ArchitectureRules.ONLY_THE_RUNTIME_WAITS, planted("waiting")));
    assertThat(found).contains("Mono.block", "Flux.blockLast", "Flux.subscribe", "Mono.toFuture");
  }

  @Test
  void the_driver_outside_the_store_is_caught() {
    assertThat(violations(ArchitectureRules.ONLY_THE_STORE_TALKS_TO_THE_DRIVER, planted("driver")))
        .isNotEmpty();
  }

  @Test
  void an_http_client_of_ones_own_is_caught_each_way() {
    var found =
        String.join(
            "\n",
            violations(ArchitectureRules.ONLY_THE_RUNTIME_MAKES_HTTP_CLIENTS, planted("egress")));
    assertThat(found)
        .contains(
            "WebClient.create", "WebClient$Builder.build", "HttpClient.newHttp", "URL.openStream");
  }

  @Test
  void a_package_that_is_not_null_marked_is_caught() {
    assertThat(violations(ArchitectureRules.EVERY_PACKAGE_IS_NULL_MARKED, planted("unmarked")))
        .isNotEmpty();
  }

  private static List<String> violations(ArchRule rule, JavaClasses classes) {
    return rule.evaluate(classes).getFailureReport().getDetails();
  }

  private static JavaClasses planted(String name) {
    return new ClassFileImporter().importPackages("rapport.testkit.planted." + name);
  }
}
