package rapport.runtime.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

/** Tracing costs nothing until somebody says where traces go. */
class TracingSwitchTest {

  private static final String BOOT = "org.springframework.boot.";
  private static final List<String> CONFIGURATIONS =
      List.of(
          BOOT
              + "micrometer.tracing.opentelemetry.autoconfigure.OpenTelemetryTracingAutoConfiguration",
          BOOT + "opentelemetry.autoconfigure.OpenTelemetrySdkAutoConfiguration",
          BOOT + "kafka.autoconfigure.KafkaAutoConfiguration");

  @Test
  void without_an_address_nothing_of_it_is_configured() {
    assertThat(configured(Map.of())).containsExactly(false, false, true);
    assertThat(configured(Map.of("OTEL_EXPORTER_OTLP_ENDPOINT", " ")))
        .containsExactly(false, false, true);
  }

  @Test
  void an_address_in_either_notation_switches_it_on() {
    for (var name :
        new String[] {
          "OTEL_EXPORTER_OTLP_ENDPOINT", "management.opentelemetry.tracing.export.otlp.endpoint"
        }) {
      assertThat(configured(Map.of(name, "http://collector:4318"))).containsOnly(true);
    }
  }

  @Test
  void it_may_be_switched_off_although_there_is_an_address() {
    assertThat(
            configured(
                Map.of(
                    "OTEL_EXPORTER_OTLP_ENDPOINT", "http://collector:4318",
                    "management.tracing.export.enabled", "false")))
        .containsExactly(false, false, true);
  }

  private static List<Boolean> configured(Map<String, Object> settings) {
    var environment = new StandardEnvironment();
    environment.getPropertySources().addFirst(new MapPropertySource("test", settings));
    var tracing = new TracingSwitch();
    tracing.postProcessEnvironment(environment, new SpringApplication());
    tracing.setEnvironment(environment);
    return CONFIGURATIONS.stream().map(tracing::isAdmitted).toList();
  }
}
