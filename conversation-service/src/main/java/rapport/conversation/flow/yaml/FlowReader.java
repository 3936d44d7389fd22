package rapport.conversation.flow.yaml;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import rapport.conversation.flow.FlowDefinition;
import rapport.conversation.flow.FlowTexts;

/**
 * Reads all files of the flows folder. It goes on after a mistake, so that one start shows all of
 * them.
 */
public final class FlowReader {

  private static final Pattern MESSAGES = Pattern.compile("messages\\.(?<locale>[\\w-]+)\\.yaml");
  private static final Pattern DEFINITION =
      Pattern.compile("(?<flow>[a-z][a-z0-9-]*)(\\.v(?<version>\\d+))?\\.yaml");
  private static final Pattern TEXTS =
      Pattern.compile("(?<flow>[a-z][a-z0-9-]*)\\.(?<locale>[\\w-]+)\\.yaml");

  private static final String SUMMARY = ".summary.";

  private final Set<String> names = new HashSet<>();
  private final TreeSet<FlowProblem> found = new TreeSet<>();
  private final Map<String, NavigableMap<Integer, FlowDefinition>> definitions =
      new LinkedHashMap<>();
  private final List<DefinitionReader.Source> sources = new ArrayList<>();
  private final List<TextsReader.Source> texts = new ArrayList<>();
  private final Map<String, Messages> messages = new LinkedHashMap<>();

  private FlowReader() {}

  /**
   * Reads and checks the files.
   *
   * @throws InvalidFlowException with every mistake found
   */
  public static FlowCatalog read(List<FlowFile> files) {
    var reader = new FlowReader();
    files.forEach(reader::file);
    reader.checkMigrations();
    reader.checkTexts();
    reader.checkEnglish();
    reader.checkFallbacks();
    if (!reader.found.isEmpty()) {
      throw new InvalidFlowException(List.copyOf(reader.found));
    }
    return new FlowCatalog(reader.inTheirLanguages(), reader.textsByFlow(), reader.messages);
  }

  /** A conversation needs the words of its flow and the messages around them. */
  private Map<String, NavigableMap<Integer, FlowDefinition>> inTheirLanguages() {
    var byFlow = textsByFlow();
    var complete = new LinkedHashMap<String, NavigableMap<Integer, FlowDefinition>>();
    definitions.forEach((flow, versions) -> {
      var languages =
          byFlow.getOrDefault(flow, Map.of()).keySet().stream()
              .filter(messages::containsKey)
              .sorted()
              .toList();
      var spoken = new TreeMap<Integer, FlowDefinition>();
      versions.forEach((version, definition) -> spoken.put(version, definition.in(languages)));
      complete.put(flow, spoken);
    });
    return complete;
  }

  private void file(FlowFile file) {
    if (file.name().contains(SUMMARY)) {
      return; // the summary package reads what summaries are made of
    }
    names.add(file.name());
    var problems = new Problems(file.name(), found);
    var document = YamlNode.read(file, problems);
    if (document == null) {
      return;
    }
    if (MESSAGES.matcher(file.name()).matches()) {
      readMessages(document, problems);
    } else if (DEFINITION.matcher(file.name()).matches()) {
      readDefinition(document, problems);
    } else if (TEXTS.matcher(file.name()).matches()) {
      readTexts(document, problems);
    } else {
      problems.add(
          0,
          "the file's name says nothing",
          "call it <flow>.yaml, <flow>.v<version>.yaml, <flow>.<locale>.yaml or"
              + " messages.<locale>.yaml");
    }
  }

  private void readMessages(YamlNode document, Problems problems) {
    var read = MessagesReader.read(document, problems);
    agree(problems, MESSAGES, "locale", read.locale());
    messages.put(read.locale(), read);
  }

  private void readDefinition(YamlNode document, Problems problems) {
    var source = DefinitionReader.read(document, problems);
    DefinitionCheck.check(source);
    sources.add(source);
    var definition = source.definition();
    agree(problems, DEFINITION, "flow", definition.name());
    agree(problems, DEFINITION, "version", String.valueOf(definition.version()));
    var versions = definitions.computeIfAbsent(definition.name(), _ -> new TreeMap<>());
    if (versions.putIfAbsent(definition.version(), definition) != null) {
      problems.add(
          0,
          "version " + definition.version() + " of " + definition.name() + " is there twice",
          "a change needs a new version");
    }
  }

  private void readTexts(YamlNode document, Problems problems) {
    var source = TextsReader.read(document, problems);
    agree(problems, TEXTS, "flow", source.flow());
    agree(problems, TEXTS, "locale", source.texts().locale());
    texts.add(source);
  }

  private static void agree(Problems problems, Pattern pattern, String part, String inside) {
    var name = pattern.matcher(problems.file());
    if (name.matches() && name.group(part) != null && !name.group(part).equals(inside)) {
      problems.add(
          0,
          "the file's name says " + part + " " + name.group(part) + ", its content " + inside,
          "let both say the same");
    }
  }

  private void checkMigrations() {
    for (var source : sources) {
      var versions = definitions.getOrDefault(source.definition().name(), new TreeMap<>());
      MigrationCheck.check(source, versions);
    }
  }

  private void checkTexts() {
    for (var source : texts) {
      var versions = definitions.get(source.flow());
      if (versions != null) {
        TextsCheck.check(List.copyOf(versions.values()), source);
      } else if (!names.contains(source.flow() + ".yaml")) {
        source
            .problems()
            .add(0, "there is no flow " + source.flow(), "add " + source.flow() + ".yaml");
      }
    }
  }

  private void checkEnglish() {
    Stream.concat(Stream.of("messages"), definitions.keySet().stream())
        .map(of -> of + "." + FlowCatalog.FALLBACK + ".yaml")
        .filter(file -> !names.contains(file))
        .map(file -> new FlowProblem(file, 0, "the file is missing", "add it: it is the fallback"))
        .forEach(found::add);
  }

  private void checkFallbacks() {
    var needed = new TreeSet<String>();
    definitions
        .values()
        .forEach(versions ->
            versions
                .values()
                .forEach(one -> {
                  needed.addAll(one.names().keySet());
                  one.groups().values().forEach(group -> needed.add(group.called()));
                }));
    for (var language : messages.values()) {
      needed.stream()
          .map(MessageKeys::fallback)
          .filter(key -> !language.has(key))
          .map(key -> missingFallback(language.locale(), key))
          .forEach(found::add);
    }
  }

  private static FlowProblem missingFallback(String locale, String key) {
    return new FlowProblem(
        "messages." + locale + ".yaml",
        0,
        "there is no " + key,
        "say what texts call it while it is unknown");
  }

  private Map<String, Map<String, FlowTexts>> textsByFlow() {
    var byFlow = new LinkedHashMap<String, Map<String, FlowTexts>>();
    texts.forEach(source ->
        byFlow
            .computeIfAbsent(source.flow(), _ -> new LinkedHashMap<>())
            .put(source.texts().locale(), source.texts()));
    return byFlow;
  }
}
