package rapport.conversation.understanding;

import java.util.List;
import rapport.conversation.dialogue.Act;

/**
 * What a message was understood to mean.
 *
 * @param acts in the order they were said; never empty
 * @param interpreter name and version of who understood it, such as {@code embedded@1}
 */
public record Interpretation(List<Act> acts, String interpreter) {
  public Interpretation {
    acts = List.copyOf(acts);
    if (acts.isEmpty()) {
      throw new IllegalArgumentException("an interpretation has at least one act");
    }
  }
}
