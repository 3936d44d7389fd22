package rapport.runtime.trace;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.AutoConfigurationImportFilter;
import org.springframework.boot.autoconfigure.AutoConfigurationMetadata;
import org.springframework.context.EnvironmentAware;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Environment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.util.StringUtils;

/**
 * Switches tracing on where {@code OTEL_EXPORTER_OTLP_ENDPOINT}, or Spring Boot's own property,
 * says where traces go. Without, nothing of it is even looked at on start.
 */
public final class TracingSwitch
    implements EnvironmentPostProcessor, AutoConfigurationImportFilter, EnvironmentAware {

  private static final String EXPORT = "management.tracing.export.enabled";
  private static final String[] ENDPOINTS = {
    "management.opentelemetry.tracing.export.otlp.endpoint",
    "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT",
    "OTEL_EXPORTER_OTLP_ENDPOINT"
  };

  private boolean on;

  @Override
  public void postProcessEnvironment(
      ConfigurableEnvironment environment, SpringApplication application) {
    var isWanted = false;
    for (var endpoint : ENDPOINTS) {
      isWanted |= StringUtils.hasText(environment.getProperty(endpoint));
    }
    Map<String, Object> settings = new HashMap<>(Map.of(EXPORT, isWanted));
    if (isWanted) {
      settings.put("spring.reactor.context-propagation", "auto"); // or logs lose the trace
    }
    environment.getPropertySources().addLast(new MapPropertySource("rapport-tracing", settings));
  }

  @Override
  public void setEnvironment(Environment environment) {
    on = environment.getProperty(EXPORT, boolean.class, false);
  }

  @Override
  public boolean[] match(@Nullable String[] classes, AutoConfigurationMetadata metadata) {
    var matches = new boolean[classes.length];
    for (var at = 0; at < classes.length; at++) {
      matches[at] = isAdmitted(classes[at]);
    }
    return matches;
  }

  /** Names that an earlier filter left out are null. */
  boolean isAdmitted(@Nullable String name) {
    return on
        || name == null
        || !(name.startsWith("org.springframework.boot.micrometer.tracing.")
            || name.startsWith("org.springframework.boot.opentelemetry."));
  }
}
