package rapport.conversation.evaluation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import rapport.contracts.ConversationEvent;
import rapport.contracts.ConversationEvent.Provenance;
import rapport.contracts.FieldValue;
import rapport.contracts.Origin;
import rapport.conversation.dialogue.Act;
import rapport.conversation.dialogue.Decision;
import rapport.conversation.dialogue.Dialogue;
import rapport.conversation.dialogue.DialogueCommand;
import rapport.conversation.dialogue.DialogueDecider;

/**
 * What an answer led to: what was written because of it, and nothing that follows by itself. A
 * question back, a suggestion or a refusal writes nothing.
 *
 * @param written by path; empty text for a value that was taken out
 * @param acts what it was understood to be, as {@link ActNames} calls them
 * @param after the conversation with it
 */
record Taken(Map<String, Write> written, Set<String> acts, Dialogue after) {

  /**
   * @param confidence of the interpreter, from 0 to 1
   */
  record Write(String value, double confidence) {}

  /** Decides what follows from these acts, as the service does. */
  static Taken of(Moment moment, String text, List<Act> acts) {
    var say = new DialogueCommand.Say("m1", text, acts, null, "next");
    var decision = DialogueDecider.decide(moment.definition(), moment.dialogue(), say);
    var events =
        switch (decision) {
          case Decision.Accepted(var happened) -> happened;
          case Decision.Rejected(var code, _) ->
              throw new IllegalStateException("a message is never rejected: " + code);
        };
    var written = new LinkedHashMap<String, Write>();
    for (var event : events) {
      switch (event) {
        case ConversationEvent.FieldCaptured(var path, var value, var source) ->
            write(written, path, value, source);
        case ConversationEvent.FieldCorrected(var path, _, var value, var source) ->
            write(written, path, value, source);
        case ConversationEvent.ControlAnswered(var path, var value, var source)
            when given(acts, path) ->
            write(written, path, value, source);
        case ConversationEvent.FieldCleared(var path, _, _)
            when acts.contains(new Act.Clear(path)) ->
            written.put(path, new Write("", 1));
        default -> {}
      }
    }
    var names = acts.stream().map(ActNames::of).collect(Collectors.toUnmodifiableSet());
    return new Taken(Map.copyOf(written), names, moment.dialogue().after(events));
  }

  private static void write(
      Map<String, Write> written, String path, FieldValue value, Provenance source) {
    if (source.by() == Origin.CHAT) {
      written.put(path, new Write(value.display(), source.confidence()));
    }
  }

  /** A skipped yes-or-no question is answered as well, but by nobody. */
  private static boolean given(List<Act> acts, String path) {
    return acts.stream()
        .anyMatch(act ->
            (act instanceof Act.Fill fill && fill.path().equals(path))
                || (act instanceof Act.Correct correct && correct.path().equals(path)));
  }
}
