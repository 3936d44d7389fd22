package rapport.conversation.story;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import rapport.contracts.FieldValue;
import rapport.conversation.reply.Action;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Buttons as the log keeps them: what they were understood to mean. */
final class Taps {

  private static final JsonMapper JSON = JsonMapper.shared();

  private Taps() {}

  /**
   * @param input the stored input of a tap
   * @throws UntellableException when no button means what it says
   */
  static Action action(Map<String, Object> input) {
    if (input.get("acts") instanceof List<?> acts && acts.size() == 1) {
      var act = String.valueOf(acts.getFirst());
      var space = act.indexOf(' ');
      if (space > 0) {
        return action(act.substring(0, space), JSON.readTree(act.substring(space + 1)));
      }
    }
    throw new UntellableException("tap");
  }

  private static Action action(String act, JsonNode parts) {
    return switch (act) {
      case "Fill" -> new Action(Action.Type.ANSWER, path(parts), value(parts));
      case "Skip" -> new Action(Action.Type.SKIP, first(parts), null);
      case "DontKnow" -> new Action(Action.Type.DONT_KNOW, first(parts), null);
      case "Back" -> new Action(Action.Type.BACK, null, null);
      case "Undo" -> new Action(Action.Type.UNDO, null, null);
      case "AcceptSuggestion" -> new Action(Action.Type.ACCEPT_SUGGESTION, path(parts), null);
      case "DismissSuggestion" -> new Action(Action.Type.DISMISS_SUGGESTION, path(parts), null);
      case "Choose" -> new Action(Action.Type.CHOOSE, first(parts), null);
      case "Summarise" -> new Action(Action.Type.SUMMARISE, null, null);
      case "Finish" -> new Action(Action.Type.FINISH, null, null);
      case "SwitchLanguage" ->
          new Action(
              Action.Type.LANGUAGE, null, FieldValue.text(parts.path("language").asString()));
      default -> throw new UntellableException("tap");
    };
  }

  private static String path(JsonNode parts) {
    return parts.path("path").asString();
  }

  private static FieldValue value(JsonNode parts) {
    return JSON.treeToValue(parts.path("value"), FieldValue.class);
  }

  private static @Nullable String first(JsonNode parts) {
    var paths = parts.path("paths");
    return paths.isEmpty() ? null : paths.get(0).asString();
  }
}
