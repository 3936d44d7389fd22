package rapport.conversation.model;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import rapport.contracts.ConsentPurpose;
import rapport.runtime.consent.ConsentConfiguration;
import rapport.runtime.consent.WithheldConsents;
import rapport.runtime.egress.HostResolver;

/** The language model, when there is one. */
@Configuration(proxyBeanMethods = false)
@Import(ConsentConfiguration.class)
@Conditional(ModelConfigured.class)
class ModelConfiguration {

  /**
   * @throws InvalidModelSettingsException with every mistake in the settings
   */
  @Bean
  ModelSettings modelSettings(Environment environment) {
    return SettingsReader.read(environment::getProperty);
  }

  @Bean
  LanguageModel languageModel(
      ModelSettings settings, WithheldConsents consents, MeterRegistry registry, Clock clock) {
    var egress = ChatCompletions.egress(settings, HostResolver.SYSTEM);
    var guarded =
        new GuardedModel(
            new ChatCompletions(egress, settings, clock),
            settings,
            new ModelMeters(registry, settings.prices()),
            clock);
    return new ConsentedModel(
        guarded,
        speaker ->
            consents.withholds(speaker.workspace(), speaker.conversation(), ConsentPurpose.MODEL));
  }
}
