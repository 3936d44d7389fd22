package rapport.conversation.story;

import java.util.Locale;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import rapport.conversation.api.InputFactory;
import rapport.conversation.dialogue.DialogueCommand;
import rapport.conversation.flow.yaml.FlowCatalog;
import rapport.conversation.reply.ReplyWriter;
import rapport.conversation.summary.SummaryWriter;
import rapport.conversation.understanding.Interpreter;
import rapport.conversation.understanding.embedded.EmbeddedInterpreter;
import rapport.conversation.understanding.spoken.Listener;
import tools.jackson.databind.json.JsonMapper;

/** Who takes part in a conversation, put together as the service does it, but without a store. */
record Cast(FlowCatalog flows, InputFactory inputs, ReplyWriter replies, SummaryWriter summaries) {

  private static final Cast ALL = assembled();

  /** Only security and prices have approved answers here. */
  DialogueCommand.Answering answer(String question) {
    var words = question.toLowerCase(Locale.ROOT);
    return words.contains("price")
        ? new DialogueCommand.Answering(
            question, "pricing", "It starts at 49 a month.", "https://example.com/pricing")
        : new DialogueCommand.Answering(question, null, null, null);
  }

  static Cast all() {
    return ALL;
  }

  private static Cast assembled() {
    try (var service = new AnnotationConfigApplicationContext()) {
      service.scan(
          "rapport.conversation.flow.yaml",
          "rapport.conversation.reply",
          "rapport.conversation.summary.yaml");
      service.register(Listener.class, InputFactory.class);
      service.registerBean(
          Interpreter.class,
          () -> EmbeddedInterpreter.of(service.getBean(FlowCatalog.class).languages()));
      service.registerBean(JsonMapper.class, JsonMapper::shared);
      service.refresh();
      return new Cast(
          service.getBean(FlowCatalog.class),
          service.getBean(InputFactory.class),
          service.getBean(ReplyWriter.class),
          service.getBean(SummaryWriter.class));
    }
  }
}
