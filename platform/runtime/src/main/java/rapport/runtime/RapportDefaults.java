package rapport.runtime;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.ResourcePropertySource;

/** Puts {@code rapport-defaults.properties} below everything a service or its environment says. */
final class RapportDefaults implements EnvironmentPostProcessor {

  @Override
  public void postProcessEnvironment(
      ConfigurableEnvironment environment, SpringApplication application) {
    try {
      environment
          .getPropertySources()
          .addLast(
              new ResourcePropertySource(
                  "rapport-defaults", new ClassPathResource("rapport-defaults.properties")));
    } catch (IOException e) {
      throw new UncheckedIOException("rapport-defaults.properties is missing", e);
    }
  }
}
