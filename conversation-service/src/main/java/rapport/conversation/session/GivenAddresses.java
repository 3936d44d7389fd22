package rapport.conversation.session;

import java.util.LinkedHashMap;
import java.util.Map;
import rapport.conversation.flow.Field;
import rapport.conversation.flow.FieldType;

/** Addresses that people gave to be reached at. */
final class GivenAddresses {

  /** What was given is asked about at once, or with the next answer, or not at all. */
  private static final int MESSAGES = 2;

  private GivenAddresses() {}

  /** Those given in the last messages and not changed since, by their fields. */
  static Map<String, String> lately(Conversation conversation) {
    var dialogue = conversation.dialogue();
    var turns = dialogue.turns();
    var given = new LinkedHashMap<String, String>();
    for (var turn : turns.subList(Math.max(0, turns.size() - MESSAGES), turns.size())) {
      turn.after()
          .forEach((path, state) -> {
            var kept = dialogue.value(path);
            if (kept != null
                && kept.equals(state.value())
                && conversation
                    .definition()
                    .field(path)
                    .filter(GivenAddresses::agreed)
                    .isPresent()) {
              given.put(path, kept.display());
            }
          });
    }
    return given;
  }

  /** Whether it is a field of an address with which somebody agrees to be written to. */
  private static boolean agreed(Field field) {
    return field.type() == FieldType.EMAIL && field.consent() != null;
  }
}
