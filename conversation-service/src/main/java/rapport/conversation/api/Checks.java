package rapport.conversation.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import rapport.conversation.flow.FlowDefinition;
import rapport.conversation.reply.Action;
import rapport.conversation.session.OwnIds;
import rapport.runtime.problem.Problem;
import rapport.runtime.problem.Problem.FieldError;

/** Refuses bodies that are well-formed but not acceptable, naming every field that is wrong. */
final class Checks {

  private static final Pattern ID = Pattern.compile("[A-Za-z0-9_.:-]{1,128}");
  private static final Pattern CONTEXT_KEY = Pattern.compile("[A-Za-z0-9_.-]{1,64}");
  private static final int LONGEST_TEXT = 16_000;
  private static final int LONGEST_CONTEXT_TEXT = 200;
  private static final int MOST_CONTEXT_ENTRIES = 100;
  private static final int MOST_CONTEXT_KEYS = 20;
  private static final int LONGEST_VISITOR_TEXT = 1_000;
  private static final int MOST_EDITS = 200;

  private final List<FieldError> errors = new ArrayList<>();

  static void start(Requests.Start start, FlowDefinition definition) {
    var checks = new Checks();
    var context = Objects.requireNonNullElse(start.context(), Map.<String, Object>of());
    checks.entries(
        context,
        (key, value) -> {
          if (!definition.context().contains(key)) {
            checks.wrong("context." + key, "unknown-context", "This flow takes no such entry.");
          } else if (!isContextValue(value)) {
            checks.wrong(
                "context." + key,
                "wrong-context",
                "A short text, or a list of texts or of objects with short texts.");
          }
        });
    checks.done();
  }

  static void visitorContext(Map<String, String> context) {
    var checks = new Checks();
    checks.entries(
        context,
        (key, value) -> {
          if (value == null) {
            checks.wrong("context." + key, "required", "A text, or no such entry.");
          } else {
            checks.text("context." + key, value, LONGEST_VISITOR_TEXT);
          }
        });
    checks.done();
  }

  /** What is too much, or has no proper key, is not looked at: it may be as long as the body. */
  private <T> void entries(Map<String, T> context, BiConsumer<String, T> check) {
    if (context.size() > MOST_CONTEXT_KEYS) {
      wrong("context", "wrong-number", "At most " + MOST_CONTEXT_KEYS + " entries.");
    } else if (!context.keySet().stream().allMatch(key -> CONTEXT_KEY.matcher(key).matches())) {
      wrong("context", "not-a-key", "Keys of 1 to 64 letters, digits, or any of _ . -");
    } else {
      context.forEach(check);
    }
  }

  private static boolean isContextValue(@Nullable Object value) {
    return switch (value) {
      case null -> false;
      case List<?> list ->
          list.size() <= MOST_CONTEXT_ENTRIES
              && list.stream()
                  .allMatch(entry ->
                      isShort(entry)
                          || (entry instanceof Map<?, ?> map
                              && map.size() <= MOST_CONTEXT_KEYS
                              && isShort(map.get("name"))
                              && map.keySet().stream().allMatch(Checks::isShort)
                              && map.values().stream().allMatch(Checks::isShort)));
      case Object text -> isShort(text);
    };
  }

  private static boolean isShort(@Nullable Object value) {
    return value instanceof String text
        && !text.isBlank()
        && text.length() <= LONGEST_CONTEXT_TEXT
        && plain(text);
  }

  static void message(Requests.Message message) {
    var checks = new Checks();
    checks.id("messageId", message.messageId());
    var text = message.text();
    if (message.action() == null && (text == null || text.isBlank())) {
      checks.wrong("text", "required", "A message needs a text or an action.");
    } else if (text != null) {
      checks.text("text", text);
    }
    if (message.action() != null) {
      checks.action(message.action());
    }
    checks.done();
  }

  private void action(Action action) {
    if (action.type() == null) {
      required("action.type", null);
    } else {
      try {
        action.act();
      } catch (IllegalArgumentException e) {
        wrong("action", "incomplete", "This action needs a path or a value.");
      }
    }
    if (action.value() != null) {
      text("action.value", action.value().display());
    }
  }

  static List<Requests.Edit> edits(Requests.Edits body) {
    var checks = new Checks();
    var edits = Objects.requireNonNullElse(body.edits(), List.<Requests.Edit>of());
    if (edits.isEmpty() || edits.size() > MOST_EDITS) {
      checks.wrong("edits", "wrong-number", "From 1 to " + MOST_EDITS + " edits.");
    }
    for (var i = 0; i < edits.size() && i < MOST_EDITS; i++) {
      var at = "edits[" + i + "].";
      var edit = edits.get(i);
      if (edit == null) {
        checks.wrong("edits[" + i + "]", "required", "An edit, not null.");
        continue;
      }
      checks.id(at + "mutationId", edit.mutationId());
      checks.required(at + "path", edit.path());
      checks.required(at + "baseRev", edit.baseRev());
      if (edit.value() == null) {
        checks.wrong(at + "value", "required", "Say null to empty the field.");
      }
    }
    checks.done();
    return edits;
  }

  static void newItem(Requests.NewItem item) {
    var checks = new Checks();
    checks.id("mutationId", item.mutationId());
    checks.required("group", item.group());
    checks.index(item.index());
    checks.done();
  }

  static void mutation(@Nullable String mutationId) {
    var checks = new Checks();
    if (mutationId != null) {
      checks.id("mutationId", mutationId);
    }
    checks.done();
  }

  static void move(Requests.Move move) {
    var checks = new Checks();
    if (move.mutationId() != null) {
      checks.id("mutationId", move.mutationId());
    }
    checks.required("index", move.index());
    checks.index(move.index());
    checks.done();
  }

  private void index(@Nullable Integer index) {
    if (index != null && index < 0) {
      wrong("index", "out-of-range", "A place, counted from 0.");
    }
  }

  static void agentMessage(Requests.AgentMessage message) {
    var checks = new Checks();
    checks.id("messageId", message.messageId());
    var text = message.text();
    if (text == null || text.isBlank()) {
      checks.wrong("text", "required", "A message needs a text.");
    } else {
      checks.text("text", text);
    }
    checks.done();
  }

  static void undo(Requests.Undo undo) {
    var checks = new Checks();
    checks.id("messageId", undo.messageId());
    checks.done();
  }

  static List<String> focus(Requests.Summary summary) {
    var checks = new Checks();
    var focus = Objects.requireNonNullElse(summary.focus(), List.<String>of());
    if (focus.size() > 10 || !focus.stream().allMatch(Checks::isShort)) {
      checks.wrong("focus", "wrong-focus", "At most 10 short texts.");
    }
    checks.done();
    return focus;
  }

  private void id(String path, @Nullable String id) {
    if (id == null) {
      wrong(path, "required", "An id of the client's own.");
    } else if (!ID.matcher(id).matches()) {
      wrong(path, "not-an-id", "1 to 128 letters, digits, or any of _ . : -");
    } else if (OwnIds.contain(id)) {
      wrong(path, "reserved-id", "This id is one of the service's own.");
    }
  }

  private void required(String path, @Nullable Object value) {
    if (value == null) {
      wrong(path, "required", "It must be there.");
    }
  }

  private void text(String path, String text) {
    text(path, text, LONGEST_TEXT);
  }

  private void text(String path, String text, int longest) {
    if (text.length() > longest) {
      wrong(path, "too-long", "At most " + longest + " characters.");
    } else if (!plain(text)) {
      wrong(path, "control-characters", "Plain text, please.");
    }
  }

  private static boolean plain(String text) {
    return text.chars().noneMatch(c -> Character.isISOControl(c) && !Character.isWhitespace(c));
  }

  private void wrong(String path, String code, String detail) {
    errors.add(new FieldError(path, code, detail));
  }

  private void done() {
    if (!errors.isEmpty()) {
      throw Problem.of(
              HttpStatus.UNPROCESSABLE_CONTENT,
              "not-acceptable-body",
              "The body is well-formed, but something in it cannot be accepted.")
          .withErrors(errors);
    }
  }
}
