package rapport.runtime.identity;

import java.nio.file.Path;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.webflux.autoconfigure.WebFluxRegistrations;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.reactive.result.method.annotation.ArgumentResolverConfigurer;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;

/** Beans of the package. {@code rapport.identity.verify=false} is for the front door alone. */
@Configuration(proxyBeanMethods = false)
public class IdentityConfiguration {

  @Bean
  @ConditionalOnMissingBean
  ServiceTokens serviceTokens(
      @Value("${rapport.identity.private-key-file:}") String privateKey,
      @Value("${rapport.identity.public-key-file:}") String publicKey,
      Clock clock) {
    return new ServiceTokens(
        privateKey.isBlank() ? null : ServiceKeys.privateKey(Path.of(privateKey)),
        publicKey.isBlank() ? null : ServiceKeys.publicKey(Path.of(publicKey)),
        clock);
  }

  @Bean
  @ConditionalOnProperty(
      name = "rapport.identity.verify",
      havingValue = "true",
      matchIfMissing = true)
  ServiceTokenFilter serviceTokenFilter(
      ServiceTokens tokens, @Value("${spring.application.name}") String self) {
    return new ServiceTokenFilter(tokens, self);
  }

  @Bean
  WebFluxRegistrations guardedHandlers() {
    return new WebFluxRegistrations() {
      @Override
      public RequestMappingHandlerMapping getRequestMappingHandlerMapping() {
        return new GuardedHandlerMapping();
      }
    };
  }

  @Bean
  WebFluxConfigurer callerArguments() {
    return new WebFluxConfigurer() {
      @Override
      public void configureArgumentResolvers(ArgumentResolverConfigurer configurer) {
        configurer.addCustomResolver(new CallerArgumentResolver());
      }
    };
  }
}
