package rapport.conversation.understanding.spoken;

import java.util.ArrayList;
import org.springframework.stereotype.Component;
import rapport.conversation.dialogue.Act;
import rapport.conversation.dialogue.Dialogue;
import rapport.conversation.flow.FlowDefinition;
import rapport.conversation.flow.yaml.FlowCatalog;
import rapport.conversation.understanding.Interpretation;
import rapport.conversation.understanding.Interpreter;
import rapport.conversation.understanding.Mentions;
import rapport.conversation.understanding.Utterance;
import reactor.core.publisher.Mono;

/** Has messages understood in the language they are written in, and goes over to that language. */
@Component
public final class Listener {

  private final Interpreter interpreter;
  private final FlowCatalog flows;
  private final LanguageDetector detector = new LanguageDetector();

  public Listener(Interpreter interpreter, FlowCatalog flows) {
    this.interpreter = interpreter;
    this.flows = flows;
  }

  /**
   * What a message means at this moment of a conversation. One in another language of the flow
   * means first of all to go on in that language.
   *
   * @param definition the conversation's flow, over its rows
   */
  public Mono<Interpretation> hear(FlowDefinition definition, Dialogue dialogue, String text) {
    return detector
        .otherLanguage(text, dialogue.locale(), definition.languages())
        .map(other ->
            understood(definition, dialogue, other, text)
                .map(understood -> switchingTo(other, understood)))
        .orElseGet(() -> understood(definition, dialogue, dialogue.locale(), text));
  }

  private Mono<Interpretation> understood(
      FlowDefinition definition, Dialogue dialogue, String language, String text) {
    var texts = flows.texts(definition.name(), language);
    var utterance = Utterance.in(definition, dialogue, texts, text);
    return interpreter
        .interpret(utterance)
        .map(meant ->
            new Interpretation(Mentions.with(meant.acts(), utterance), meant.interpreter()));
  }

  private static Interpretation switchingTo(String language, Interpretation understood) {
    if (understood.acts().stream().anyMatch(Act.SwitchLanguage.class::isInstance)) {
      return understood;
    }
    var acts = new ArrayList<Act>();
    acts.add(new Act.SwitchLanguage(language));
    understood.acts().stream()
        .filter(act -> !(act instanceof Act.NotUnderstood))
        .forEach(acts::add);
    return new Interpretation(acts, understood.interpreter());
  }
}
