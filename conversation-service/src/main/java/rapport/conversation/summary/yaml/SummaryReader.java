package rapport.conversation.summary.yaml;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import rapport.conversation.flow.FlowDefinition;
import rapport.conversation.summary.Pattern;
import rapport.conversation.summary.SummaryTexts;
import rapport.conversation.summary.SummaryTexts.Kind;
import rapport.conversation.summary.Topic;
import rapport.conversation.summary.Topic.Place;

/** Turns a summary file into patterns and finds every mistake in it. */
final class SummaryReader {

  private final SummaryFile file;
  private final FlowDefinition definition;
  private final PatternReader patterns;

  SummaryReader(String name, SummaryFile file, FlowDefinition definition, List<String> problems) {
    this.file = file;
    this.definition = definition;
    this.patterns = new PatternReader(name, definition, problems);
  }

  SummaryTexts read(Language language) {
    var kinds = new LinkedHashMap<String, Kind>();
    file.texts().forEach((kind, text) -> kinds.put(kind, kind(kind, text)));
    if (kinds.isEmpty()) {
      patterns.problem("there are no texts");
    }
    return new SummaryTexts(
        patterns.voice(file.subject(), language),
        kindField(),
        kinds,
        patterns.focuses(file.focus()),
        Objects.requireNonNullElse(patterns.pattern(file.onlyName()), new Pattern("", List.of())),
        file.nothing());
  }

  private @Nullable String kindField() {
    if (file.kind() == null) {
      return null;
    }
    var path = patterns.knownPath(file.kind());
    definition
        .field(path)
        .ifPresent(field ->
            file.texts().keySet().stream()
                .filter(kind -> !field.options().contains(kind))
                .forEach(kind -> patterns.problem("text '" + kind + "' is no option of " + path)));
    return path;
  }

  private Kind kind(String kind, SummaryFile.Text text) {
    var ids = new HashSet<String>();
    var topics = new ArrayList<Topic>();
    for (var entry : text.topics()) {
      if (!ids.add(entry.id())) {
        patterns.problem("topic '" + entry.id() + "' stands twice in " + kind);
      }
      topics.add(topic(kind + "/" + entry.id(), entry));
    }
    topics.stream()
        .filter(topic -> topic.unless() != null && !ids.contains(topic.unless()))
        .forEach(topic ->
            patterns.problem(
                "topic %s/%s is told unless there is '%s', which is no topic"
                    .formatted(kind, topic.id(), topic.unless())));
    return new Kind(text.most(), text.addressed(), topics);
  }

  private Topic topic(String id, SummaryFile.TopicEntry entry) {
    if (entry.focus() != null && !file.focus().containsKey(entry.focus())) {
      patterns.problem("topic " + id + " is for the unknown focus '" + entry.focus() + "'");
    }
    return new Topic(
        entry.id(),
        entry.part(),
        entry.weight(),
        place(id, entry.place()),
        entry.focus(),
        entry.unless(),
        patterns.wordings(id, entry.say()));
  }

  private Place place(String id, @Nullable String place) {
    try {
      return place == null ? Place.ANYWHERE : Place.valueOf(place.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException _) {
      patterns.problem(
          "topic " + id + " stands '" + place + "'; it can stand first, anywhere or last");
      return Place.ANYWHERE;
    }
  }
}
