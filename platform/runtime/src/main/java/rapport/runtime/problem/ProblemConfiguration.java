package rapport.runtime.problem;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Beans of the package. */
@Configuration(proxyBeanMethods = false)
public class ProblemConfiguration {

  @Bean
  ProblemHandler problemHandler() {
    return new ProblemHandler();
  }
}
