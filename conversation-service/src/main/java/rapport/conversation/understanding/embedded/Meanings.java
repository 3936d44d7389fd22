package rapport.conversation.understanding.embedded;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import rapport.contracts.ItemPath;
import rapport.conversation.flow.Field;
import rapport.conversation.flow.FlowTexts;
import rapport.conversation.flow.FlowTexts.FieldTexts;
import rapport.conversation.understanding.embedded.Language.Command;
import rapport.embedding.Embedder;
import rapport.embedding.RememberingEmbedder;
import rapport.embedding.intent.Classification;
import rapport.embedding.intent.Example;
import rapport.embedding.intent.IntentClassifier;
import rapport.embedding.intent.Ranked;

/** Tells by their likeness to examples, and to what fields are about, what sentences mean. */
final class Meanings {

  /** The label of sentences that answer the question. */
  private static final String ANSWER = "answer";

  /** What a help text puts in quotes is what people might say. */
  private static final Pattern QUOTED = Pattern.compile("\"([^\"]+)\"");

  /** A message is compared more than once while it is read. */
  private static final int REMEMBERED = 64;

  private final Examples examples;
  private final IntentClassifier classifier;
  private final IntentClassifier subjects;
  private final Map<String, IntentClassifier> options;

  /** Takes a second or two: everything the texts say is embedded. */
  Meanings(Embedder model, Examples examples, FlowTexts texts) {
    var embedder = new RememberingEmbedder(model, REMEMBERED);
    this.examples = examples;
    this.classifier = IntentClassifier.train(embedder, examples(examples, texts));
    this.subjects = IntentClassifier.train(embedder, subjects(texts));
    this.options =
        examples.options().entrySet().stream()
            .filter(field -> texts.fields().containsKey(field.getKey()))
            .collect(
                Collectors.toUnmodifiableMap(
                    Map.Entry::getKey,
                    field -> IntentClassifier.train(embedder, options(field.getValue()))));
  }

  private static List<Example> options(Map<String, List<String>> said) {
    return said.entrySet().stream()
        .flatMap(option ->
            option.getValue().stream().map(sentence -> new Example(sentence, option.getKey())))
        .toList();
  }

  private static List<Example> subjects(FlowTexts texts) {
    return new TreeMap<>(texts.fields())
        .entrySet().stream()
            .flatMap(field ->
                Stream.concat(field.getValue().answers().stream(), answers(field.getValue()))
                    .distinct()
                    .map(answer -> new Example(answer, field.getKey())))
            .toList();
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
        likely(classified, ANSWER),
        classified.ranked().stream()
            .map(Ranked::label)
            .filter(label -> !label.equals(ANSWER))
            .findFirst()
            .map(label -> Command.valueOf(label.toUpperCase(Locale.ROOT)))
            .orElse(Command.HEDGE));
  }

  /** Whether words this likely to be an answer are none. */
  boolean doubtful(Guess guess) {
    return guess.answer() < examples.doubtful();
  }

  /** Whether words this likely to be an answer are one. */
  boolean sure(Guess guess) {
    return guess.answer() >= examples.sure();
  }

  /** The option of a choice that somebody means who says this, if they mean one. */
  Optional<String> option(Field field, String said) {
    return Optional.ofNullable(options.get(field.path()))
        .map(told -> told.classify(said).ranked().getFirst())
        .filter(option -> option.confidence() >= examples.optionLeast())
        .map(Ranked::label)
        .filter(field.options()::contains);
  }

  /** What something said is about. */
  Subject subject(String said) {
    return new Subject(subjects.classify(said), examples);
  }

  /** Which fields something said may be about. */
  record Subject(Classification told, Examples limits) {

    /** The field it is about rather than the one asked, if there is one. */
    Optional<Field> rather(List<Field> others, Field asked) {
      var least = Math.max(limits.fieldLeast(), limits.fieldAhead() * likely(asked));
      return others.stream()
          .max(Comparator.comparingDouble(this::likely))
          .filter(other -> likely(other) >= least);
    }

    /** Whether it is about the second of two fields that were both asked. */
    boolean next(Field other, Field asked) {
      return likely(other) >= limits.nextLeast()
          && likely(other) >= limits.nextAhead() * likely(asked);
    }

    private double likely(Field field) {
      return Meanings.likely(told, ItemPath.template(field.path()));
    }
  }

  private static double likely(Classification told, String label) {
    return told.ranked().stream()
        .filter(ranked -> ranked.label().equals(label))
        .mapToDouble(Ranked::confidence)
        .findFirst()
        .orElse(0);
  }
}
