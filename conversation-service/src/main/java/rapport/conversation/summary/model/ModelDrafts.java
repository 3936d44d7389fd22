package rapport.conversation.summary.model;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import rapport.contracts.FieldValue;
import rapport.conversation.dialogue.Dialogue;
import rapport.conversation.flow.FlowDefinition;
import rapport.conversation.flow.yaml.FlowCatalog;
import rapport.conversation.model.LanguageModel;
import rapport.conversation.model.ModelException;
import rapport.conversation.model.Prompt;
import rapport.conversation.model.Question;
import rapport.conversation.summary.SummaryWriter;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/**
 * Has a language model tell the drafted summary in better words. What it tells is read sentence by
 * sentence as it comes; with the first number or name that nobody gave, the request ends, and the
 * summary is the draft.
 *
 * <p>Counts what became of it: {@code rapport.llm.summaries} by outcome ({@code used}, {@code
 * unsupported}, {@code no-answer}).
 */
final class ModelDrafts implements Drafts {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final SummaryWriter writer;
  private final FlowCatalog flows;
  private final LanguageModel model;
  private final MeterRegistry meters;
  private final Prompt prompt = Prompt.named("summarise");
  private final Openers openers = Openers.read();

  ModelDrafts(SummaryWriter writer, FlowCatalog flows, LanguageModel model, MeterRegistry meters) {
    this.writer = writer;
    this.flows = flows;
    this.model = model;
    this.meters = meters;
  }

  @Override
  public Mono<String> draft(FlowDefinition definition, Dialogue dialogue, List<String> focus) {
    return Mono.defer(() -> {
      var draft = writer.draft(definition, dialogue, focus);
      var language =
          Locale.forLanguageTag(flows.texts(definition.name(), dialogue.locale()).locale());
      var known = new ArrayList<>(focus);
      dialogue.values().values().stream().map(FieldValue::display).forEach(known::add);
      return openers
          .of(language)
          .map(words -> told(draft, focus, language, new Support(draft, known, language, words)))
          .orElseGet(() -> Mono.just(draft));
    });
  }

  private Mono<String> told(String draft, List<String> focus, Locale language, Support support) {
    return model.stream(question(draft, focus, language))
        .scan("", String::concat)
        .takeUntil(text -> !support.carriesSoFar(text))
        .last("")
        .map(text -> {
          var holds = support.carries(text.strip());
          count(holds ? "used" : "unsupported");
          return holds ? text.strip() : draft;
        })
        .onErrorResume(
            ModelException.class,
            _ -> {
              count("no-answer");
              return Mono.just(draft);
            });
  }

  private Question question(String draft, List<String> focus, Locale language) {
    var data = JSON.createObjectNode();
    data.put("language", language.getDisplayLanguage(Locale.ENGLISH));
    var wanted = data.putArray("focus");
    focus.forEach(wanted::add);
    data.put("draft", draft);
    return new Question(
        Question.Purpose.SUMMARISE, prompt.instructions(), JSON.writeValueAsString(data), null);
  }

  private void count(String outcome) {
    meters.counter("rapport.llm.summaries", "outcome", outcome).increment();
  }
}
