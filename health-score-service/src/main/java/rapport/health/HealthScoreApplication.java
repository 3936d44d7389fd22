package rapport.health;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Import;
import rapport.runtime.RapportRuntime;

/** Starts health-score-service. */
@SpringBootApplication
@Import(RapportRuntime.class)
public class HealthScoreApplication {

  public static void main(String[] arguments) {
    SpringApplication.run(HealthScoreApplication.class, arguments);
  }
}
