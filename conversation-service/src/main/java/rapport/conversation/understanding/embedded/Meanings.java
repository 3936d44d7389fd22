package rapport.conversation.understanding.embedded;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import rapport.contracts.ItemPath;
import rapport.conversation.flow.Field;
import rapport.conversation.flow.FlowTexts;
import rapport.conversation.flow.FlowTexts.FieldTexts;
import rapport.conversation.understanding.embedded.Language.Command;
import rapport.embedding.Embedder;
import rapport.embedding.RememberingEmbedder;
import rapport.embedding.Vectors;
import rapport.embedding.intent.Classification;
import rapport.embedding.intent.Example;
import rapport.embedding.intent.IntentClassifier;

/** Tells by their likeness to examples, and to what fields are about, what sentences mean. */
final class Meanings {

  /** The label of sentences that answer the question. */
  private static final String ANSWER = "answer";

  /** What a help text puts in quotes is what people might say. */
  private static final Pattern QUOTED = Pattern.compile("\"([^\"]+)\"");

  /** A message is compared more than once while it is read. */
  private static final int REMEMBERED = 64;

  private final Embedder embedder;
  private final Examples examples;
  private final IntentClassifier classifier;
  private final Map<String, List<float[]>> fields = new HashMap<>();

  /** Takes a second or two: everything the texts say is embedded. */
  Meanings(Embedder model, Examples examples, FlowTexts texts) {
    this.embedder = new RememberingEmbedder(model, REMEMBERED);
    this.examples = examples;
    this.classifier = IntentClassifier.train(embedder, examples(examples, texts));
    texts.fields().forEach((path, words) -> fields.put(path, about(words)));
  }

  private static List<Example> examples(Examples examples, FlowTexts texts) {
    var all = new ArrayList<Example>();
    for (var command : Command.values()) {
      examples
          .commands()
          .getOrDefault(command, List.of())
          .forEach(sentence -> all.add(new Example(sentence, label(command))));
    }
    var fields = texts.fields().values().stream().flatMap(Meanings::answers).sorted();
    Stream.concat(examples.answers().stream(), fields)
        .distinct()
        .forEach(sentence -> all.add(new Example(sentence, ANSWER)));
    return List.copyOf(all);
  }

  private static Stream<String> answers(FieldTexts words) {
    var quoted = QUOTED.matcher(words.help()).results().map((MatchResult found) -> found.group(1));
    return Stream.concat(quoted, Stream.ofNullable(words.placeholder()));
  }

  private static String label(Command command) {
    return command.name().toLowerCase(Locale.ROOT);
  }

  private List<float[]> about(FieldTexts words) {
    var about = new ArrayList<float[]>();
    about.add(embedder.embed(words.ask()));
    about.add(embedder.embed(words.label() + ". " + words.help()));
    return List.copyOf(about);
  }

  /**
   * What some words are likely to be.
   *
   * @param answer how likely they answer the question, from 0 to 1
   * @param command what else they most likely want
   */
  record Guess(double answer, Command command) {}

  Guess guess(String words) {
    var classified = classifier.classify(words);
    return new Guess(
        confidence(classified),
        classified.ranked().stream()
            .map(ranked -> ranked.label())
            .filter(label -> !label.equals(ANSWER))
            .findFirst()
            .map(label -> Command.valueOf(label.toUpperCase(Locale.ROOT)))
            .orElse(Command.HEDGE));
  }

  private static double confidence(Classification classified) {
    return classified.ranked().stream()
        .filter(ranked -> ranked.label().equals(ANSWER))
        .mapToDouble(ranked -> ranked.confidence())
        .findFirst()
        .orElse(0);
  }

  /** Whether words this likely to be an answer are none. */
  boolean doubtful(Guess guess) {
    return guess.answer() < examples.doubtful();
  }

  /** Whether words this likely to be an answer are one. */
  boolean sure(Guess guess) {
    return guess.answer() >= examples.sure();
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
