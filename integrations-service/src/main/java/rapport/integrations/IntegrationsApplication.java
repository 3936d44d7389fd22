package rapport.integrations;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Import;
import rapport.runtime.RapportRuntime;

/** Starts integrations-service. */
@SpringBootApplication
@Import(RapportRuntime.class)
public class IntegrationsApplication {

  public static void main(String[] arguments) {
    SpringApplication.run(IntegrationsApplication.class, arguments);
  }
}
