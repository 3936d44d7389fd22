package rapport.conversation.summary.model;

import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import rapport.conversation.flow.yaml.FlowCatalog;
import rapport.conversation.model.LanguageModel;
import rapport.conversation.model.ModelSettings;
import rapport.conversation.summary.SummaryWriter;
import reactor.core.publisher.Mono;

/** Summaries by patterns, told by the language model where there is one and that is wanted. */
@Configuration(proxyBeanMethods = false)
class DraftsConfiguration {

  @Bean
  Drafts drafts(
      SummaryWriter writer,
      FlowCatalog flows,
      ObjectProvider<ModelSettings> settings,
      ObjectProvider<LanguageModel> model,
      MeterRegistry meters) {
    var wanted = settings.stream().anyMatch(ModelSettings::summaries);
    return wanted
        ? new ModelDrafts(writer, flows, model.getObject(), meters)
        : (definition, dialogue, focus) ->
            Mono.fromSupplier(() -> writer.draft(definition, dialogue, focus));
  }
}
