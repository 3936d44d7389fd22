package rapport.conversation.understanding.model;

import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import rapport.conversation.flow.yaml.FlowCatalog;
import rapport.conversation.model.LanguageModel;
import rapport.conversation.model.ModelConfigured;
import rapport.conversation.understanding.Interpreter;
import rapport.conversation.understanding.embedded.Caution;

/** Puts the language model behind the embedded interpreter, when there is one. */
@Configuration(proxyBeanMethods = false)
@Conditional(ModelConfigured.class)
class ModelUnderstanding {

  @Bean
  @Primary
  Interpreter modelInterpreter(
      @Qualifier("interpreter") Interpreter embedded,
      LanguageModel model,
      FlowCatalog flows,
      MeterRegistry meters) {
    return new ModelInterpreter(embedded, model, Caution.in(flows.languages()), meters);
  }
}
