package rapport.conversation.understanding;

import reactor.core.publisher.Mono;

/**
 * Understands a message in the light of what was asked. Implementations never fail on any text:
 * what they cannot make sense of is {@link rapport.conversation.dialogue.Act.NotUnderstood}.
 */
public interface Interpreter {

  Mono<Interpretation> interpret(Utterance utterance);
}
