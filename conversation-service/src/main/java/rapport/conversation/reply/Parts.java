package rapport.conversation.reply;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import rapport.contracts.ConversationEvent;
import rapport.contracts.FieldValue;
import rapport.conversation.reply.Part.Arg;

/** The parts of a reply as they come together. */
final class Parts {
  private final List<Part> parts = new ArrayList<>();

  void add(Part part) {
    parts.add(part);
  }

  void say(String key) {
    say(key, Map.of());
  }

  void say(String key, Map<String, Arg> args) {
    parts.add(new Part.Message(key, args));
  }

  /** Says how often something happened, if it did. */
  void sayCount(String key, Happening happening, Class<? extends ConversationEvent> type) {
    sayCount(key, happening.of(type).count());
  }

  void sayCount(String key, long count) {
    if (count > 0) {
      say(key, Map.of("count", new Arg.Count(count)));
    }
  }

  static Map<String, Arg> fieldAndValue(String path, @Nullable FieldValue value) {
    return Map.of("field", new Arg.Label(path), "value", new Arg.Value(path, value));
  }

  boolean isEmpty() {
    return parts.isEmpty();
  }

  List<Part> all() {
    return List.copyOf(parts);
  }
}
