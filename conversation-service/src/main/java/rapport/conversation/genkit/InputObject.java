package rapport.conversation.genkit;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import rapport.conversation.genkit.GenkitError.Wrong;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** An object of a call's input, read key by key; everything that is wrong is told at once. */
final class InputObject {

  static final Pattern SESSION_ID = Pattern.compile("[A-Za-z0-9_-]{1,64}");
  static final Pattern MESSAGE_ID = Pattern.compile("[A-Za-z0-9_.:-]{1,128}");

  private static final int LONGEST_TEXT = 16_000;
  private static final int LONGEST_KEY = 64;
  private static final int MOST_UNKNOWN = 20;

  private final String path;
  private final JsonNode node;
  private final List<Wrong> wrong;

  private InputObject(String path, JsonNode node, List<Wrong> wrong) {
    this.path = path;
    this.node = node;
    this.wrong = wrong;
  }

  /**
   * The object under {@code key} of a call's body, empty when it is not there. A key that is not
   * known is refused: a misspelled {@code sessionId} would begin a new session with every call.
   */
  static InputObject of(JsonNode body, String key, Set<String> known) {
    var nothing = JsonNodeFactory.instance.objectNode();
    var found = body.isObject() ? Objects.requireNonNullElse(body.get(key), nothing) : body;
    var input = new InputObject("", found, new ArrayList<>());
    input.check(known);
    return input;
  }

  /** An object within this one; null when it is not there. */
  @Nullable InputObject object(String key, Set<String> known) {
    var found = present(key);
    if (found == null) {
      return null;
    }
    var object = new InputObject(at(key), found, wrong);
    object.check(known);
    return object;
  }

  /** A value within this one that was found otherwise, at {@code at}. */
  InputObject within(String at, JsonNode found) {
    return new InputObject(at(at), found, wrong);
  }

  private void check(Set<String> known) {
    if (!node.isObject()) {
      wrong.add(new Wrong(path.isEmpty() ? "(root)" : path, "must be an object"));
      return;
    }
    node.propertyNames().stream()
        .filter(key -> !known.contains(key))
        .limit(MOST_UNKNOWN)
        .forEach(key -> wrong(shortened(key), "is not known here"));
  }

  private static String shortened(String key) {
    return key.length() <= LONGEST_KEY ? key : key.substring(0, LONGEST_KEY) + "…";
  }

  /** Whether the key is there with anything but null. */
  boolean has(String key) {
    return present(key) != null;
  }

  @Nullable JsonNode present(String key) {
    var value = node.get(key);
    return value == null || value.isNull() ? null : value;
  }

  /** An id; null when it is not there. */
  @Nullable String id(String key, Pattern pattern) {
    var text = string(key);
    if (text != null && !pattern.matcher(text).matches()) {
      wrong(key, "must be an id: letters, digits and a few signs, not too long");
    }
    return text;
  }

  /** What somebody wrote; null when it is not there. */
  @Nullable String text(String key) {
    var text = string(key);
    if (text == null) {
      return null;
    }
    if (text.length() > LONGEST_TEXT) {
      wrong(key, "must have at most " + LONGEST_TEXT + " characters");
    } else if (!isPlain(text)) {
      wrong(key, "must be plain text: no control characters, no halves of characters");
    }
    return text;
  }

  private static boolean isPlain(String text) {
    return text.codePoints()
        .noneMatch(c ->
            (Character.isISOControl(c) && !Character.isWhitespace(c))
                || Character.getType(c) == Character.SURROGATE);
  }

  @Nullable String string(String key) {
    var value = present(key);
    if (value == null) {
      return null;
    }
    if (!value.isString()) {
      wrong(key, "must be a text");
      return null;
    }
    return value.asString();
  }

  void wrong(String key, String message) {
    wrong.add(new Wrong(at(key), message));
  }

  private String at(String key) {
    return path.isEmpty() ? key : path + "." + key;
  }

  /**
   * @throws RefusedException when anything was wrong
   */
  void done() {
    if (!wrong.isEmpty()) {
      throw new RefusedException(GenkitError.invalid(wrong));
    }
  }
}
