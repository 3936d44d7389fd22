package rapport.conversation.flow.yaml;

import static java.util.Map.entry;

import java.util.Map;
import java.util.Set;

/** The general messages a language has to have, and the arguments each of them is given. */
final class MessageKeys {

  private MessageKeys() {}

  /** Arguments by message. */
  static final Map<String, Set<String>> ARGUMENTS =
      Map.ofEntries(
          entry("ack.captured", Set.of("items")),
          entry("ack.item", Set.of("field", "value")),
          entry("ack.item_in_words", Set.of("field", "value")),
          entry("ack.corrected", Set.of("field", "from", "value")),
          entry("ack.cleared", Set.of("field")),
          entry("ack.skipped", Set.of("count")),
          entry("ack.unknown", Set.of("count")),
          entry("ack.suggested", Set.of("field", "kept", "value")),
          entry("ack.suggestion_accepted", Set.of("field", "value")),
          entry("ack.suggestion_dismissed", Set.of("field", "kept")),
          entry("ack.parked", Set.of("count")),
          entry("ack.restored", Set.of("count")),
          entry("ack.captured_row", Set.of("row", "items")),
          entry("ack.captured_rows", Set.of("count", "items")),
          entry("ack.item_added", Set.of("item", "number")),
          entry("ack.item_removed", Set.of("item")),
          entry("ack.item_moved", Set.of("item", "number")),
          entry("ack.undone", Set.of()),
          entry("ack.nothing_to_undo", Set.of()),
          entry("ack.same", Set.of("field", "value")),
          entry("ack.panel", Set.of("items")),
          entry("ack.control", Set.of()),
          entry("reask.not_understood", Set.of()),
          entry("reask.yes_or_no", Set.of()),
          entry("reask.again", Set.of()),
          entry("clarify.which", Set.of("said", "fields")),
          entry("clarify.one", Set.of("said", "fields")),
          entry("clarify.address", Set.of("said")),
          entry("clarify.none", Set.of()),
          entry("reject.not-an-age", Set.of("field", "said")),
          entry("reject.age-out-of-range", Set.of("field", "said")),
          entry("reject.not-an-option", Set.of("field", "said", "options")),
          entry("reject.not-a-number", Set.of("field", "said")),
          entry("reject.number-out-of-range", Set.of("field", "said", "min", "max")),
          entry("reject.not-an-email", Set.of("field", "said")),
          entry("reject.not-a-url", Set.of("field", "said")),
          entry("reject.not-a-phone-number", Set.of("field", "said")),
          entry("reject.not-yes-or-no", Set.of("field", "said")),
          entry("reject.too-long", Set.of("field", "max")),
          entry("reject.too-many", Set.of("field", "max")),
          entry("reject.too-many-items", Set.of("max")),
          entry("reject.too-few-items", Set.of("min")),
          entry("reject.already-there", Set.of("field", "said")),
          entry("reject.no-such-item", Set.of()),
          entry("reject.empty", Set.of("field")),
          entry("reject.control-characters", Set.of("field")),
          entry("reject.other", Set.of("field", "said")),
          entry("label.in_row", Set.of("field", "row")),
          entry("question.batch", Set.of("count")),
          entry("question.batch_row", Set.of("count", "row")),
          entry("question.sensitive", Set.of()),
          entry("question.revisit", Set.of("field", "value")),
          entry("question.revisit_open", Set.of("field")),
          entry("question.offer", Set.of("field", "value")),
          entry("digression.recap", Set.of("items")),
          entry("digression.recap_empty", Set.of()),
          entry("digression.recap_unknown", Set.of("field")),
          entry("digression.question", Set.of()),
          entry("digression.progress", Set.of("done", "total")),
          entry("digression.help", Set.of()),
          entry("digression.handoff", Set.of()),
          entry("handoff.requested", Set.of()),
          entry("handoff.joined", Set.of("agent")),
          entry("handoff.back", Set.of()),
          entry("answer.source", Set.of("source")),
          entry("answer.open", Set.of()),
          entry("smalltalk.greeting", Set.of()),
          entry("smalltalk.thanks", Set.of()),
          entry("smalltalk.praise", Set.of()),
          entry("smalltalk.farewell", Set.of()),
          entry("phase.missing", Set.of("fields")),
          entry("summary.draft", Set.of("name", "text")),
          entry("summary.outdated", Set.of()),
          entry("complete.done", Set.of("name")),
          entry("complete.missing", Set.of("fields")),
          entry("language.changed", Set.of()),
          entry("language.same", Set.of("language")),
          entry("language.unknown", Set.of("language", "languages")),
          entry("next.started", Set.of()),
          entry("back.nothing", Set.of()),
          entry("goto.unknown", Set.of()),
          entry("button.skip", Set.of()),
          entry("button.dont_know", Set.of()),
          entry("button.yes", Set.of()),
          entry("button.no", Set.of()),
          entry("button.neither", Set.of("count")),
          entry("button.use", Set.of("value")),
          entry("button.keep", Set.of("value")),
          entry("button.back", Set.of()),
          entry("button.undo", Set.of()),
          entry("button.handoff", Set.of()),
          entry("button.start", Set.of()),
          entry("button.finish", Set.of()));

  /** What stands in for something a flow calls by a name while it is unknown. */
  static String fallback(String name) {
    return "fallback." + name;
  }
}
