package rapport.standalone.chaos;

import java.util.List;
import java.util.Map;
import rapport.standalone.chaos.Evidence.Event;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Reads events as they are on the wire. */
final class Events {

  private static final String SAID = "rapport.conversation.message-received.v1";

  private Events() {}

  static Event of(Map<String, String> headers, String value) {
    var type = headers.getOrDefault("ce_type", "");
    var content = List.of(headers.getOrDefault("ce_id", ""), type, value);
    return new Event(
        Long.parseLong(headers.getOrDefault("ce_rev", "0")),
        type.equals(SAID) ? input(value) : "",
        Integer.toHexString(content.hashCode()));
  }

  private static String input(String value) {
    try {
      return JsonMapper.shared().readTree(value).path("messageId").asString("");
    } catch (JacksonException e) {
      return ""; // poison
    }
  }
}
