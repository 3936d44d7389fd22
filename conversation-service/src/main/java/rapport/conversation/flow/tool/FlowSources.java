package rapport.conversation.flow.tool;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import rapport.conversation.flow.yaml.DefinitionReader;
import rapport.conversation.flow.yaml.FlowFile;
import rapport.conversation.flow.yaml.FlowProblem;
import rapport.conversation.flow.yaml.FlowReader;
import rapport.conversation.flow.yaml.Problems;
import rapport.conversation.flow.yaml.TextsReader;
import rapport.conversation.flow.yaml.YamlNode;
import rapport.conversation.flow.yaml.YamlNode.Mapping;

/**
 * The definitions and texts of a folder that holds no mistakes, with the places where things stand.
 *
 * @param locales of the general messages
 */
record FlowSources(
    List<DefinitionReader.Source> definitions,
    List<TextsReader.Source> texts,
    List<String> locales) {

  FlowSources {
    definitions = List.copyOf(definitions);
    texts = List.copyOf(texts);
    locales = List.copyOf(locales);
  }

  /** The YAML files of a folder. */
  static List<FlowFile> files(Path folder) {
    try (var files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".yaml"))
          .sorted()
          .map(FlowSources::file)
          .toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  static FlowFile file(Path path) {
    try {
      return new FlowFile(path.getFileName().toString(), Files.readString(path));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /**
   * @throws rapport.conversation.flow.yaml.InvalidFlowException with every mistake found
   */
  static FlowSources read(List<FlowFile> files) {
    FlowReader.read(files);
    var definitions = new ArrayList<DefinitionReader.Source>();
    var texts = new ArrayList<TextsReader.Source>();
    var locales = new ArrayList<String>();
    for (var file : files) {
      var problems = new Problems(file.name(), new TreeSet<FlowProblem>());
      if (YamlNode.read(file, problems) instanceof Mapping document) {
        var keys = document.entries().keySet();
        if (keys.contains("phases") && keys.contains("flow")) {
          definitions.add(DefinitionReader.read(document, problems));
        } else if (keys.contains("texts")) {
          texts.add(TextsReader.read(document, problems));
        } else if (document.entries().get("messages") instanceof YamlNode.Scalar(_, var locale)) {
          locales.add(locale);
        }
      }
    }
    return new FlowSources(definitions, texts, locales);
  }
}
