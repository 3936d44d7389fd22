package rapport.gateway;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Import;
import org.springframework.scheduling.annotation.EnableScheduling;
import rapport.runtime.RapportRuntime;

/** The gateway: the one address of Rapport. */
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableScheduling
@Import(RapportRuntime.class)
public class GatewayApplication {

  public static void main(String[] arguments) {
    SpringApplication.run(GatewayApplication.class, arguments);
  }
}
