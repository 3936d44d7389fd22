package rapport.conversation.flow.yaml;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import rapport.conversation.flow.yaml.YamlNode.Mapping;
import rapport.conversation.flow.yaml.YamlNode.Nothing;
import rapport.conversation.flow.yaml.YamlNode.Scalar;
import rapport.conversation.flow.yaml.YamlNode.Sequence;

/**
 * Reads the keys of one mapping strictly: a wrong kind of value is a problem, and so is every key
 * nobody asked for.
 */
public final class Keys {

  private final String owner;
  private final int line;
  private final Map<String, YamlNode> entries;
  private final Problems problems;
  private final Set<String> known = new TreeSet<>();

  /**
   * @param owner what the mapping describes, for the messages, such as {@code field type}
   */
  public Keys(@Nullable YamlNode node, int line, String owner, Problems problems) {
    this.owner = owner;
    this.line = node == null ? line : node.line();
    this.problems = problems;
    this.entries = mapping(node);
  }

  private Map<String, YamlNode> mapping(@Nullable YamlNode node) {
    return switch (node) {
      case Mapping(_, var found) -> found;
      case null -> Map.of();
      case Nothing _, Scalar _, Sequence _ -> {
        problems.add(node, owner + " is no mapping", "write it as key: value pairs");
        yield Map.of();
      }
    };
  }

  public int line() {
    return line;
  }

  /** The line of a key's value; the mapping's own when the key is absent. */
  public int line(String key) {
    var node = entries.get(key);
    return node == null ? line : node.line();
  }

  public @Nullable YamlNode node(String key) {
    known.add(key);
    return entries.get(key);
  }

  /** The nested mapping under a key; an empty one when absent. */
  public Keys keys(String key) {
    return new Keys(node(key), line, key + " of " + owner, problems);
  }

  public @Nullable String text(String key) {
    var node = node(key);
    return node == null ? null : scalar(node, key);
  }

  /** The text under a key that has to be there; {@code ""}, and a problem, when it is not. */
  public String required(String key) {
    var node = node(key);
    if (node == null) {
      problems.add(line, owner + " has no '" + key + "'", "add " + key + ": ...");
      return "";
    }
    var text = scalar(node, key);
    return text == null ? "" : text;
  }

  public boolean flag(String key, boolean otherwise) {
    var text = text(key);
    return switch (text) {
      case "true" -> true;
      case "false" -> false;
      case null -> otherwise;
      default -> {
        problems.add(line(key), key + " of " + owner + " is '" + text + "'", "use true or false");
        yield otherwise;
      }
    };
  }

  public @Nullable Integer integer(String key) {
    var text = text(key);
    if (text == null) {
      return null;
    }
    try {
      return Integer.valueOf(text);
    } catch (NumberFormatException _) {
      problems.add(line(key), key + " of " + owner + " is '" + text + "'", "use a whole number");
      return null;
    }
  }

  public List<YamlNode> items(String key) {
    return switch (node(key)) {
      case Sequence(_, var items) -> items;
      case null -> List.of();
      case Mapping wrong -> noList(key, wrong);
      case Scalar wrong -> noList(key, wrong);
      case Nothing wrong -> noList(key, wrong);
    };
  }

  private List<YamlNode> noList(String key, YamlNode wrong) {
    problems.add(wrong, key + " of " + owner + " is no list", "write it as [one, two]");
    return List.of();
  }

  public List<String> texts(String key) {
    return items(key).stream()
        .map(item -> scalar(item, key))
        .filter(text -> text != null && !text.isBlank())
        .toList();
  }

  /** The texts of a nested mapping, by its keys. */
  public Map<String, String> textMap(String key) {
    var nested = keys(key);
    var texts = new LinkedHashMap<String, String>();
    nested.entries.keySet().forEach(name -> texts.put(name, nested.required(name)));
    return texts;
  }

  /** All keys, in the order they were written. */
  public Set<String> names() {
    return entries.keySet();
  }

  /** Reports what nobody asked for. To be called last. */
  public void refuseOthers() {
    entries.forEach((key, node) -> {
      if (!known.contains(key)) {
        problems.add(
            node,
            "unknown key '" + key + "' in " + owner,
            "remove it, or use one of " + String.join(", ", known));
      }
    });
  }

  private @Nullable String scalar(YamlNode node, String key) {
    return switch (node) {
      case Scalar(_, var text) when !text.isBlank() -> text;
      case Scalar _, Nothing _ -> {
        problems.add(node, key + " of " + owner + " is empty", "give it a value or remove it");
        yield null;
      }
      case Mapping _, Sequence _ -> {
        problems.add(node, key + " of " + owner + " is no text", "write one value");
        yield null;
      }
    };
  }
}
