package rapport.conversation.persona;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import rapport.conversation.dialogue.Dialogue;
import rapport.conversation.dialogue.DialogueCommand.Answering;
import rapport.conversation.knowledge.Matching;
import rapport.conversation.knowledge.PersonaCard;
import rapport.conversation.session.Personas;
import reactor.core.publisher.Mono;

/** Looks personas and their answers up among those that were approved. */
@Component
final class KnownPersonas implements Personas {

  private final PersonaStates states;

  KnownPersonas(PersonaStates states) {
    this.states = states;
  }

  @Override
  public Mono<PersonaCard> card(String workspace, Dialogue dialogue) {
    return Mono.justOrEmpty(known(workspace, dialogue));
  }

  @Override
  public List<String> order(String workspace, String persona) {
    return states.card(workspace, persona).map(PersonaCard::order).orElse(List.of());
  }

  /** What was approved for this persona goes before what was approved for others. */
  @Override
  public Mono<Answering> answer(String workspace, Dialogue dialogue, String question) {
    var own = known(workspace, dialogue);
    var found =
        own.flatMap(card -> card.behind(question))
            .or(() -> own.flatMap(card -> Matching.find(question, card.topics())))
            .or(() ->
                Matching.find(
                    question,
                    states.all(workspace).stream()
                        .flatMap(card -> card.topics().stream())
                        .toList()));
    return Mono.just(
        found
            .map(topic -> new Answering(question, topic.topic(), topic.answer(), topic.source()))
            .orElseGet(() -> new Answering(question, null, null, null)));
  }

  private Optional<PersonaCard> known(String workspace, Dialogue dialogue) {
    return Optional.ofNullable(dialogue.standing().persona())
        .flatMap(persona -> states.card(workspace, persona.persona()));
  }
}
