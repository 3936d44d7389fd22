package rapport.embedding.intent.tool;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;
import org.apache.commons.csv.CSVFormat;
import rapport.embedding.intent.Example;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads texts with their labels, by the ending of the file: {@code .csv} with a heading, {@code
 * .tsv} without ({@code text<TAB>label}), {@code .jsonl} with {@code text} and {@code label} (also
 * {@code category}, {@code intent}), {@code .json} as CLINC150 has it: named lists of [text,
 * label].
 */
final class LabelledTexts {

  private static final Set<String> OUT_OF_SCOPE = Set.of("oos", "out_of_scope", "out-of-scope");
  private static final List<String> TEXT = List.of("text", "utterance", "query");
  private static final List<String> LABEL = List.of("label", "category", "intent");

  private LabelledTexts() {}

  /** Texts with this label belong to none of the others. */
  static boolean isOutOfScope(String label) {
    return OUT_OF_SCOPE.contains(label);
  }

  /** What there is to learn from; of a file with several lists those named {@code train}. */
  static List<Example> toLearnFrom(Path file) {
    return read(file, List.of("train"));
  }

  /** What there is to be tested with; of a file with several lists those named so, or else val. */
  static List<Example> toTestWith(Path file) {
    return read(file, List.of("test", "val"));
  }

  private static List<Example> read(Path file, List<String> parts) {
    try {
      var name = file.getFileName().toString();
      var texts =
          switch (name.substring(name.lastIndexOf('.') + 1)) {
            case "csv" -> csv(file);
            case "tsv" -> tsv(file);
            case "jsonl" -> jsonl(file);
            case "json" -> json(file, parts);
            default -> throw new IllegalArgumentException(name + ": not .csv, .tsv, .jsonl, .json");
          };
      if (texts.isEmpty()) {
        throw new IllegalArgumentException(name + ": no labelled texts in it");
      }
      return texts;
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    } catch (JacksonException wrong) {
      throw new IllegalArgumentException(file + ": " + wrong.getOriginalMessage(), wrong);
    }
  }

  private static List<Example> csv(Path file) throws IOException {
    var format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
    try (var parser = format.parse(Files.newBufferedReader(file))) {
      var names = parser.getHeaderNames();
      var text = first(TEXT, names::contains, file);
      var label = first(LABEL, names::contains, file);
      return parser.stream().map(row -> new Example(row.get(text), row.get(label))).toList();
    }
  }

  private static List<Example> tsv(Path file) throws IOException {
    var texts = new ArrayList<Example>();
    for (var line : Files.readAllLines(file)) {
      var columns = line.split("\t", -1);
      if (columns.length != 2) {
        throw new IllegalArgumentException(file + ": not text and label: " + line);
      }
      texts.add(new Example(columns[0], columns[1]));
    }
    return texts;
  }

  private static List<Example> jsonl(Path file) throws IOException {
    return Files.readAllLines(file).stream()
        .filter(line -> !line.isBlank())
        .map(line -> example(JsonMapper.shared().readTree(line), file))
        .toList();
  }

  private static List<Example> json(Path file, List<String> parts) {
    var tree = JsonMapper.shared().readTree(file);
    if (tree.isArray()) {
      return examples(tree, file);
    }
    for (var part : parts) {
      var names = tree.propertyNames().stream().filter(name -> name.contains(part)).toList();
      if (!names.isEmpty()) {
        return names.stream().flatMap(name -> examples(tree.get(name), file).stream()).toList();
      }
    }
    return tree.propertyNames().stream()
        .flatMap(name -> examples(tree.get(name), file).stream())
        .toList();
  }

  private static List<Example> examples(JsonNode list, Path file) {
    return StreamSupport.stream(list.spliterator(), false)
        .map(node -> example(node, file))
        .toList();
  }

  private static Example example(JsonNode node, Path file) {
    return node.isArray()
        ? new Example(node.path(0).asString(), node.path(1).asString())
        : new Example(
            node.get(first(TEXT, node::has, file)).asString(),
            node.get(first(LABEL, node::has, file)).asString());
  }

  private static String first(List<String> names, Predicate<String> present, Path file) {
    return names.stream()
        .filter(present)
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException(file + ": has none of " + String.join(", ", names)));
  }
}
