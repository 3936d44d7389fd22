package rapport.conversation.understanding.embedded;

import java.util.List;
import java.util.Map;
import rapport.conversation.understanding.embedded.Language.Command;

/**
 * Sentences of a language that show what others like them mean, and how alike they have to be. The
 * figures are cosines of the embedding model and hold for it alone.
 *
 * @param commands sentences that answer no question, by what they want
 * @param least how alike a message has to be to one of them
 * @param ahead by how much it has to be more alike to it than to the answers of the question
 * @param fieldLeast how alike a sentence has to be to what another field is about
 * @param fieldAhead by how much more than to what the question is about
 * @param firstAhead the same for the first sentence, which more often answers the question
 */
record Examples(
    Map<Command, List<String>> commands,
    double least,
    double ahead,
    double fieldLeast,
    double fieldAhead,
    double firstAhead) {

  /** For languages the model does not know. */
  static final Examples NONE = new Examples(Map.of(), 1, 1, 1, 1, 1);

  Examples {
    commands = Map.copyOf(commands);
  }
}
