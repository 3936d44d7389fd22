package rapport.conversation.understanding.embedded;

import java.util.List;
import java.util.Map;
import rapport.conversation.understanding.embedded.Language.Command;

/**
 * Sentences of a language that show what others like them mean, and how sure that has to be. The
 * figures hold for one embedding model alone.
 *
 * @param commands sentences that answer no question, by what they want
 * @param answers sentences that answer one
 * @param doubtful an answer less likely than this is none
 * @param sure an answer at least as likely as this is one; in between it is asked
 * @param fieldLeast how likely something has to be about another field than the one asked
 * @param fieldAhead how many times as likely as about the one asked
 * @param nextLeast how likely something has to be about the next of the fields asked
 * @param nextAhead how many times as likely as about the first of them
 * @param options what people say who mean an option, by field and option, with {@link #NEITHER}
 * @param optionLeast how likely an option has to be
 */
record Examples(
    Map<Command, List<String>> commands,
    List<String> answers,
    double doubtful,
    double sure,
    double fieldLeast,
    double fieldAhead,
    double nextLeast,
    double nextAhead,
    Map<String, Map<String, List<String>>> options,
    double optionLeast) {

  /** Stands for what answers a choice with none of its options. */
  static final String NEITHER = "neither";

  /** For languages the model does not know. */
  static final Examples NONE = new Examples(Map.of(), List.of(), 0, 0, 1, 1, 1, 1, Map.of(), 1);

  Examples {
    commands = Map.copyOf(commands);
    answers = List.copyOf(answers);
    options = Map.copyOf(options);
  }
}
