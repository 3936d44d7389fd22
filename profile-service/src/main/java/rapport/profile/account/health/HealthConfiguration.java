package rapport.profile.account.health;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import rapport.contracts.HealthState;
import rapport.runtime.projection.LatestCounts;
import rapport.runtime.projection.ProjectionRunner;
import rapport.runtime.projection.ProjectionRunners;

/** Runs the projection of a topic that keeps each account's latest health. */
@Configuration(proxyBeanMethods = false)
class HealthConfiguration {

  @Bean
  ProjectionRunner<ToldHealth, HealthState> accountHealthRunner(
      ProjectionRunners runners, AccountHealths views) {
    return runners.register(new HealthProjection(), views, new LatestCounts());
  }
}
