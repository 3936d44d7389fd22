package rapport.lead;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Import;
import rapport.runtime.RapportRuntime;

/** Starts lead-intelligence-service. */
@SpringBootApplication
@Import(RapportRuntime.class)
public class LeadIntelligenceApplication {

  public static void main(String[] arguments) {
    SpringApplication.run(LeadIntelligenceApplication.class, arguments);
  }
}
