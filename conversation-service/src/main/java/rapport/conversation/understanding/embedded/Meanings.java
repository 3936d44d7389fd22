package rapport.conversation.understanding.embedded;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import rapport.contracts.ItemPath;
import rapport.conversation.flow.Field;
import rapport.conversation.flow.FlowTexts;
import rapport.conversation.flow.FlowTexts.FieldTexts;
import rapport.conversation.understanding.embedded.Language.Command;
import rapport.embedding.Embedder;
import rapport.embedding.Vectors;

/** Tells by their likeness to examples, and to what fields are about, what sentences mean. */
final class Meanings {

  private final Embedder embedder;
  private final Examples examples;
  private final Map<Command, List<float[]>> commands = new EnumMap<>(Command.class);
  private final Map<String, List<float[]>> fields = new HashMap<>();

  /** Takes a second or two: everything the texts say is embedded. */
  Meanings(Embedder embedder, Examples examples, FlowTexts texts) {
    this.embedder = embedder;
    this.examples = examples;
    examples
        .commands()
        .forEach((command, sentences) ->
            commands.put(command, sentences.stream().map(embedder::embed).toList()));
    texts.fields().forEach((path, words) -> fields.put(path, about(words)));
  }

  private List<float[]> about(FieldTexts words) {
    var about = new ArrayList<float[]>();
    about.add(embedder.embed(words.ask()));
    about.add(embedder.embed(words.label() + ". " + words.help()));
    return List.copyOf(about);
  }

  /** What some words want of the conversation, if they are no answer to this question. */
  Optional<Command> command(String words, Field asked) {
    var vector = embedder.embed(words);
    var best = Optional.<Command>empty();
    var likest = Math.max(examples.least(), alike(vector, asked) + examples.ahead());
    for (var command : commands.entrySet()) {
      var alike = alike(vector, command.getValue());
      if (alike >= likest) {
        best = Optional.of(command.getKey());
        likest = alike;
      }
    }
    return best;
  }

  /**
   * The field that a sentence is about rather than the one asked, if there is one.
   *
   * @param first whether it is what the message begins with
   */
  Optional<Field> field(String sentence, Field asked, boolean first, List<Field> others) {
    var vector = embedder.embed(sentence);
    var ahead = first ? examples.firstAhead() : examples.fieldAhead();
    var best = Optional.<Field>empty();
    var likest = Math.max(examples.fieldLeast(), alike(vector, asked) + ahead);
    for (var other : others) {
      var alike = alike(vector, other);
      if (alike >= likest) {
        best = Optional.of(other);
        likest = alike;
      }
    }
    return best;
  }

  private double alike(float[] vector, Field field) {
    return alike(vector, fields.getOrDefault(ItemPath.template(field.path()), List.of()));
  }

  private static double alike(float[] vector, List<float[]> others) {
    return others.stream().mapToDouble(other -> Vectors.dot(vector, other)).max().orElse(0);
  }
}
