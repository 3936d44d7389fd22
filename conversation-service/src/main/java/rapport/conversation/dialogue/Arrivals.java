package rapport.conversation.dialogue;

import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import rapport.contracts.ConversationEvent.Arrival;

/** Where a visitor came from, as it was told when the conversation began. */
final class Arrivals {

  private static final List<String> CAMPAIGN =
      List.of("source", "medium", "campaign", "term", "content");

  private Arrivals() {}

  /** Null for whoever was on no page. */
  static @Nullable Arrival of(Dialogue dialogue) {
    var page = dialogue.context("page");
    if (page == null || page.isBlank()) {
      return null;
    }
    var utm = new LinkedHashMap<String, String>();
    for (var name : CAMPAIGN) {
      var value = dialogue.context("utm_" + name);
      if (value != null && !value.isBlank()) {
        utm.put(name, value);
      }
    }
    return new Arrival(
        dialogue.context("site"),
        page,
        dialogue.context("page_title"),
        dialogue.context("referrer"),
        utm);
  }
}
