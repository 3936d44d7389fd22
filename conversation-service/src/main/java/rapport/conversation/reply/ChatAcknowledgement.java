package rapport.conversation.reply;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import rapport.contracts.ConversationEvent;
import rapport.contracts.ItemPath;
import rapport.contracts.Origin;
import rapport.conversation.flow.Field;
import rapport.conversation.reply.Part.Arg;
import rapport.conversation.value.Answers;

/** Says what was understood of a message, and what could not be taken. */
final class ChatAcknowledgement {
  /** More answers than this are told by their rows. */
  private static final int MOST_NAMED = 4;

  private final Happening happening;
  private final Parts parts;

  ChatAcknowledgement(Happening happening, Parts parts) {
    this.happening = happening;
    this.parts = parts;
  }

  void say() {
    switchedLanguage();
    captured();
    rowsChanged();
    happening.each(ConversationEvent.FieldCorrected.class, this::corrected);
    happening.each(ConversationEvent.FieldCleared.class, this::cleared);
    passedOver();
    happening.each(ConversationEvent.FieldSuggested.class, this::suggested);
    happening.each(ConversationEvent.SuggestionDismissed.class, this::dismissed);
    parts.sayCount("ack.parked", happening.answersParked());
    parts.sayCount("ack.restored", happening.answersRestored());
    happening.each(ConversationEvent.ControlAnswered.class, this::controlAnswered);
    var digressions = new DigressionReply(happening, parts);
    happening.each(ConversationEvent.DigressionHandled.class, e -> digressions.to(e.topic()));
    happening.each(ConversationEvent.FieldRejected.class, this::rejected);
    if (parts.isEmpty() && !happening.isStart() && !leadsElsewhere()) {
      parts.say("ack.control");
    }
  }

  private void switchedLanguage() {
    if (!happening.any(ConversationEvent.TurnUndone.class)) {
      happening.each(ConversationEvent.LanguageChanged.class, _ -> parts.say("language.changed"));
    }
  }

  /** What was passed over before an answer that is taken back goes without saying. */
  private void passedOver() {
    if (!happening.any(ConversationEvent.TurnUndone.class)) {
      parts.sayCount("ack.skipped", happening, ConversationEvent.FieldSkipped.class);
      parts.sayCount("ack.unknown", happening, ConversationEvent.FieldUnknown.class);
    }
  }

  private void captured() {
    var captured = new ArrayList<Arg.Value>();
    happening.each(
        ConversationEvent.FieldCaptured.class,
        event -> {
          var by = event.source().by();
          var named = happening.added(event.path());
          if ((by == Origin.CHAT && !named) || (by == Origin.PREFILL && !happening.isStart())) {
            captured.add(new Arg.Value(event.path(), event.value()));
          }
        });
    var rows =
        captured.stream()
            .flatMap(value -> ItemPath.parse(value.path()).stream())
            .map(row -> new Arg.Row(row.group(), row.item()))
            .distinct()
            .toList();
    if (captured.size() > MOST_NAMED && !rows.isEmpty()) {
      parts.say(
          "ack.captured_rows",
          Map.of("count", new Arg.Count(captured.size()), "items", new Arg.Rows(rows)));
    } else if (rows.size() == 1 && captured.stream().allMatch(one -> inRow(one.path()))) {
      parts.say(
          "ack.captured_row",
          Map.of("row", rows.getFirst(), "items", new Arg.Items(captured, true)));
    } else if (!captured.isEmpty()) {
      parts.say("ack.captured", Map.of("items", new Arg.Items(captured)));
    }
  }

  private static boolean inRow(String path) {
    return ItemPath.parse(path).isPresent();
  }

  /** Rows that came, went or moved on somebody's wish, not by a rule or an undo. */
  private void rowsChanged() {
    if (happening.any(ConversationEvent.TurnUndone.class)) {
      return;
    }
    happening.each(
        ConversationEvent.ItemAdded.class,
        event -> {
          if (event.source().by() == Origin.CHAT) {
            parts.say("ack.item_added", row(event.group(), event.item(), event.index()));
          }
        });
    happening.each(
        ConversationEvent.ItemRemoved.class,
        event -> {
          if (event.source().by() == Origin.CHAT) {
            parts.say("ack.item_removed", row(event.group(), event.item(), 0));
          }
        });
    happening.each(
        ConversationEvent.ItemMoved.class,
        event -> parts.say("ack.item_moved", row(event.group(), event.item(), event.index())));
  }

  private static Map<String, Arg> row(String group, String item, int index) {
    return Map.of("item", new Arg.Row(group, item), "number", new Arg.Count(index + 1));
  }

  private void corrected(ConversationEvent.FieldCorrected event) {
    var path = event.path();
    switch (event.source().by()) {
      case CHAT, PREFILL ->
          parts.say(
              "ack.corrected",
              Map.of(
                  "field", new Arg.Label(path),
                  "from", new Arg.Value(path, event.from()),
                  "value", new Arg.Value(path, event.value())));
      case PANEL -> parts.say("ack.suggestion_accepted", Parts.fieldAndValue(path, event.value()));
      case GENERATED -> {
        // A summary drafted anew: it is shown, not announced.
      }
    }
  }

  /** A field that a rule emptied goes without saying. */
  private void cleared(ConversationEvent.FieldCleared event) {
    if (event.source().quote() != null) {
      parts.say("ack.cleared", Map.of("field", new Arg.Label(event.path())));
    }
  }

  private void suggested(ConversationEvent.FieldSuggested event) {
    var path = event.path();
    parts.say(
        "ack.suggested",
        Map.of(
            "field", new Arg.Label(path),
            "kept", new Arg.Value(path, happening.after().value(path)),
            "value", new Arg.Value(path, event.value())));
  }

  private void dismissed(ConversationEvent.SuggestionDismissed event) {
    var path = event.path();
    parts.say(
        "ack.suggestion_dismissed",
        Map.of(
            "field", new Arg.Label(path),
            "kept", new Arg.Value(path, happening.after().value(path))));
  }

  private void controlAnswered(ConversationEvent.ControlAnswered event) {
    if (event.source().by() != Origin.GENERATED) {
      parts.add(new Part.OptionReply(event.control(), event.value().display()));
    }
  }

  private void rejected(ConversationEvent.FieldRejected event) {
    var field = happening.definition().byPath().get(event.path());
    var args = new HashMap<String, Arg>();
    args.put("field", new Arg.Label(event.path()));
    args.put("said", new Arg.Words(event.said()));
    args.put("options", new Arg.Options(event.path()));
    args.put("min", new Arg.Count(field == null || field.min() == null ? 0 : field.min()));
    args.put("max", new Arg.Count(field == null ? 0 : most(field, event.code())));
    ItemPath.parse(event.path())
        .map(row -> happening.definition().groups().get(row.group()))
        .filter(_ -> event.code().endsWith("-items"))
        .ifPresent(group -> {
          args.put("min", new Arg.Count(group.min()));
          args.put("max", new Arg.Count(group.max()));
        });
    parts.say("reject." + event.code(), args);
  }

  private static int most(Field field, String code) {
    return switch (code) {
      case "too-long" ->
          switch (field.type()) {
            case TEXT -> Answers.LONG;
            case RICHTEXT -> Answers.RICH;
            default -> Answers.SHORT;
          };
      case "too-many" -> Answers.MOST_TAGS;
      default -> field.max() == null ? 0 : field.max();
    };
  }

  /** Whether what comes next speaks for itself. */
  private boolean leadsElsewhere() {
    return happening.any(ConversationEvent.TurnUndone.class)
        || happening.any(ConversationEvent.RevisitRequested.class)
        || happening.any(ConversationEvent.NextSessionRequested.class)
        || happening.any(ConversationEvent.ClarificationAsked.class)
        || happening.any(ConversationEvent.ModeSwitched.class)
        || happening.answersQuestion()
        || happening.any(ConversationEvent.SummaryProduced.class);
  }
}
