package rapport.conversation.understanding.model;

import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import rapport.conversation.model.LanguageModel;
import rapport.conversation.model.ModelConfigured;
import rapport.conversation.understanding.Interpreter;
import rapport.conversation.understanding.embedded.EmbeddedInterpreter;

/** Puts the language model behind the embedded interpreter, when there is one. */
@Configuration(proxyBeanMethods = false)
@Conditional(ModelConfigured.class)
class ModelUnderstanding {

  @Bean
  @Primary
  Interpreter modelInterpreter(
      EmbeddedInterpreter embedded, LanguageModel model, MeterRegistry meters) {
    return new ModelInterpreter(embedded, model, embedded.caution(), meters);
  }
}
