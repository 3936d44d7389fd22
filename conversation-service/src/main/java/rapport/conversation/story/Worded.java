package rapport.conversation.story;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import rapport.contracts.FieldValue;
import rapport.conversation.flow.yaml.Problems;
import rapport.conversation.flow.yaml.YamlNode;
import rapport.conversation.flow.yaml.YamlNode.Mapping;
import rapport.conversation.flow.yaml.YamlNode.Nothing;
import rapport.conversation.flow.yaml.YamlNode.Scalar;
import rapport.conversation.flow.yaml.YamlNode.Sequence;

/**
 * Reads what may differ from language to language: plainly written it is the same in all of them,
 * as in <code>{ en: yes, de: ja }</code> each has its own.
 *
 * @param locale the language wanted
 * @param locales all languages of the story
 */
record Worded(String locale, List<String> locales, Problems problems) {

  /** Whether the node says something different in each language. */
  boolean byLocale(YamlNode node) {
    return node instanceof Mapping(_, var entries)
        && !entries.isEmpty()
        && locales.containsAll(entries.keySet());
  }

  /** What the node says in the language wanted; null when it says nothing in it. */
  @Nullable YamlNode chosen(YamlNode node) {
    return byLocale(node) && node instanceof Mapping(_, var entries) ? entries.get(locale) : node;
  }

  /** The text of a node; {@code ""}, and a problem, when it has none in the language wanted. */
  String text(YamlNode node, String owner) {
    return switch (required(node, owner)) {
      case Scalar(_, var text) -> text;
      case null -> "";
      case Nothing _, Mapping _, Sequence _ -> {
        problems.add(node, owner + " is no text", "write one value, or one for each language");
        yield "";
      }
    };
  }

  /** The value of a node: a text, or a list of tags; null, and a problem, when it has neither. */
  @Nullable FieldValue value(YamlNode node, String owner) {
    return switch (required(node, owner)) {
      case Scalar(_, var text) -> FieldValue.text(text);
      case Sequence(_, var items) -> new FieldValue.Tags(texts(items, owner));
      case null -> null;
      case Nothing _, Mapping _ -> {
        problems.add(node, owner + " is no value", "write a text or a list of texts");
        yield null;
      }
    };
  }

  /** The texts of a list. */
  List<String> texts(List<YamlNode> items, String owner) {
    var texts = new ArrayList<String>();
    items.forEach(item -> texts.add(text(item, "an item of " + owner)));
    return texts;
  }

  private @Nullable YamlNode required(YamlNode node, String owner) {
    var found = chosen(node);
    if (found == null) {
      problems.add(node, owner + " says nothing in " + locale, "add " + locale + ": ...");
    }
    return found;
  }
}
