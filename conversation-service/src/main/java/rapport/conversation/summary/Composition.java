package rapport.conversation.summary;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import rapport.contracts.FieldValue;
import rapport.conversation.summary.SummaryTexts.Kind;
import rapport.conversation.summary.Topic.Place;

/**
 * Chooses what a text speaks of and in which words. The same values and wishes always give the same
 * text; the choice among wordings depends on the values, so that two records do not sound alike.
 */
final class Composition {

  private static final int FEWEST_SENTENCES = 3;
  private static final int MOST_BESIDES_FOCUS = 3;
  private static final int SPLIT_FROM = 5;

  private final SummaryTexts texts;
  private final Wish wish;
  private final Kind kind;
  private final Telling telling;
  private final long seed;
  private final List<Topic> urgent;
  private final List<Chosen> chosen = new ArrayList<>();
  private final Set<String> used = new HashSet<>();

  private record Chosen(Topic topic, Told told, boolean focused) {}

  Composition(
      SummaryTexts texts, Readings readings, Kind kind, Map<String, FieldValue> values, Wish wish) {
    this.texts = texts;
    this.wish = wish;
    this.kind = kind;
    this.telling = new Telling(texts.voice(), readings, values, kind.addressed());
    this.seed = seed(values);
    this.urgent = urgent();
  }

  /** The text in one or two paragraphs, parted by an empty line. */
  String text() {
    choose(false);
    choose(true);
    if (chosen.stream().allMatch(choice -> choice.topic().place() == Place.LAST)) {
      return telling.knowsName()
          ? telling.tell(texts.onlyName(), Set.of(), false).map(Told::text).orElse(texts.nothing())
          : texts.nothing();
    }
    chosen.sort(Comparator.comparingInt(this::position));
    return paragraphs(words());
  }

  private void choose(boolean lastResort) {
    urgent.forEach(topic -> choose(topic, lastResort));
  }

  /** The topics that may be told, those that matter most first. */
  private List<Topic> urgent() {
    var urgencies = new IdentityHashMap<Topic, Integer>();
    kind.topics().stream()
        .filter(topic -> topic.focus() == null || wish.focuses().contains(topic.focus()))
        .forEach(topic -> urgencies.put(topic, urgency(topic)));
    return kind.topics().stream()
        .filter(urgencies::containsKey)
        .sorted(Comparator.<Topic>comparingInt(urgencies::get).reversed())
        .toList();
  }

  private int urgency(Topic topic) {
    var first = topic.place() == Place.FIRST ? 1000 : 0;
    var focused =
        topic.focus() != null
            || (!wish.paths().isEmpty() && topic.paths().anyMatch(wish.paths()::contains));
    return first + (focused ? 100 : 0) + topic.weight();
  }

  private void choose(Topic topic, boolean lastResort) {
    if (isChosen(topic.id()) || (topic.unless() != null && isChosen(topic.unless()))) {
      return;
    }
    best(topic, lastResort)
        .filter(told -> worthwhile(topic, told))
        .ifPresent(told -> {
          chosen.add(new Chosen(topic, told, focused(topic, told)));
          used.addAll(told.paths());
        });
  }

  private boolean isChosen(String topic) {
    return chosen.stream().anyMatch(choice -> choice.topic().id().equals(topic));
  }

  private Optional<Told> best(Topic topic, boolean lastResort) {
    return tellable(topic, false).stream()
        .filter(told -> told.lastResort() == lastResort)
        .max(
            Comparator.<Told>comparingLong(told -> wished(told.paths()))
                .thenComparingInt(told -> -told.looseness())
                .thenComparingInt(Told::values)
                .thenComparingLong(told -> hash(topic.id() + told.text())));
  }

  private List<Told> tellable(Topic topic, boolean named) {
    return topic.say().stream()
        .flatMap(pattern -> telling.tell(pattern, used, named).stream())
        .toList();
  }

  private boolean worthwhile(Topic topic, Told told) {
    var focused = focused(topic, told);
    if (topic.weight() == 0 && !focused) {
      return false;
    }
    var sentences = chosen.stream().mapToInt(choice -> choice.told().sentences()).sum();
    if (topic.place() == Place.LAST) {
      return true;
    }
    var anyFocused = chosen.stream().anyMatch(Chosen::focused);
    var besides = chosen.stream().filter(choice -> !choice.focused()).count();
    var room = sentences + told.sentences() <= kind.most();
    var quoted = chosen.stream().anyMatch(choice -> choice.told().lastResort());
    return room
        && (focused || !anyFocused || besides < MOST_BESIDES_FOCUS)
        && (!told.lastResort() || focused || !quoted || sentences < FEWEST_SENTENCES);
  }

  private boolean focused(Topic topic, Told told) {
    return topic.focus() != null || wished(told.paths()) > 0;
  }

  private long wished(Set<String> paths) {
    return paths.stream().filter(wish.paths()::contains).count();
  }

  private int position(Chosen choice) {
    var order = kind.orderOf(choice.topic());
    return switch (choice.topic().place()) {
      case FIRST -> order - 2000;
      case ANYWHERE -> choice.focused() ? order - 1000 : order;
      case LAST -> order + 1000;
    };
  }

  /** The sentences in their order, each in the wording that follows the ones before best. */
  private List<String> words() {
    var told = new ArrayList<Told>();
    used.clear();
    for (var choice : chosen) {
      var named = told.stream().anyMatch(Told::named);
      var wordings =
          tellable(choice.topic(), named).stream()
              .filter(wording -> wording.paths().equals(choice.told().paths()))
              .filter(wording -> wording.values() == choice.told().values())
              .filter(wording -> wording.looseness() == choice.told().looseness())
              .min(
                  Comparator.<Told>comparingInt(wording -> repeats(wording, told))
                      .thenComparingLong(wording -> hash(choice.topic().id() + wording.text())))
              .orElse(choice.told());
      told.add(wordings);
      used.addAll(wordings.paths());
    }
    return told.stream().map(Told::text).toList();
  }

  private static int repeats(Told wording, List<Told> before) {
    var repeats = 0;
    for (var back = 1; back <= Math.min(2, before.size()); back++) {
      if (before.get(before.size() - back).opening().equals(wording.opening())) {
        repeats += 3 - back;
      }
    }
    return repeats;
  }

  private String paragraphs(List<String> sentences) {
    var total = chosen.stream().mapToInt(choice -> choice.told().sentences()).sum();
    var split = total < SPLIT_FROM ? 0 : splitBefore();
    return split == 0
        ? String.join(" ", sentences)
        : String.join(" ", sentences.subList(0, split))
            + "\n\n"
            + String.join(" ", sentences.subList(split, sentences.size()));
  }

  /** The change of part nearest to the middle; 0 when every part is too short for a paragraph. */
  private int splitBefore() {
    var best = 0;
    for (var i = 2; i <= chosen.size() - 2; i++) {
      var changes =
          !chosen.get(i).topic().part().equals(chosen.get(i - 1).topic().part())
              || chosen.get(i).focused() != chosen.get(i - 1).focused();
      if (changes && Math.abs(2 * i - chosen.size()) <= Math.abs(2 * best - chosen.size())) {
        best = i;
      }
    }
    return best;
  }

  private static long seed(Map<String, FieldValue> values) {
    var all =
        new TreeMap<>(values)
            .entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue().display())
                .collect(Collectors.joining("\n"));
    return mix(0xcbf29ce484222325L, all);
  }

  private long hash(String text) {
    return mix(seed, text);
  }

  /** FNV-1a with a final stir, so that similar texts are far apart. */
  private static long mix(long start, String text) {
    var hash = start;
    for (var i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
    }
    hash ^= hash >>> 32;
    hash *= 0xd6e8feb86659fd93L;
    return hash ^ (hash >>> 32);
  }
}
