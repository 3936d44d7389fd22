package rapport.conversation.dialogue;

import java.util.List;
import org.jspecify.annotations.Nullable;
import rapport.contracts.ConversationEvent.Evidence;
import rapport.contracts.ConversationEvent.Signal;

/**
 * What others made of one message.
 *
 * @param messageRev the revision at which the message was received
 * @param persona who the person is taken for; null while nobody can tell
 * @param intent how likely they are to buy, from 0 to 1
 * @param signals what was noticed in the message
 */
public record Assessment(
    String messageId,
    long messageRev,
    @Nullable Persona persona,
    double intent,
    List<Evidence> evidence,
    List<Signal> signals) {

  /**
   * @param confidence from 0 to 1
   * @param order the fields to ask such a person first
   */
  public record Persona(
      String id, String name, double confidence, List<Evidence> evidence, List<String> order) {
    public Persona {
      evidence = List.copyOf(evidence);
      order = List.copyOf(order);
    }
  }

  public Assessment {
    evidence = List.copyOf(evidence);
    signals = List.copyOf(signals);
  }
}
