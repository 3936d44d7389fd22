package rapport.conversation.session;

import java.util.List;
import rapport.conversation.dialogue.Dialogue;
import rapport.conversation.dialogue.DialogueCommand.Answering;
import rapport.conversation.knowledge.PersonaCard;
import reactor.core.publisher.Mono;

/** What the workspace's personas are asked and told. */
public interface Personas {

  /** How to talk to the person of a conversation; empty while nobody knows who they are. */
  Mono<PersonaCard> card(String workspace, Dialogue dialogue);

  /** The fields to ask a persona first, the most telling one first; none when it is not known. */
  List<String> order(String workspace, String persona);

  /** The approved answer to a question, or that there is none. */
  Mono<Answering> answer(String workspace, Dialogue dialogue, String question);
}
