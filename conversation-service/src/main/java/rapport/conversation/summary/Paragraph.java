package rapport.conversation.summary;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import rapport.contracts.FieldValue;
import rapport.conversation.flow.FlowTexts;

/** Tells everything that is known, each value once: in a sentence, or else after its label. */
final class Paragraph {

  private final Voice voice;
  private final Readings readings;
  private final Map<String, FieldValue> values;
  private final Telling telling;
  private final int turn;
  private final Set<String> used = new HashSet<>();
  private final List<String> sentences = new ArrayList<>();

  /**
   * @param values by path, in the order in which they are told
   * @param turn from 0; equally good wordings take turns
   */
  Paragraph(Voice voice, Readings readings, Map<String, FieldValue> values, int turn) {
    this.voice = voice;
    this.readings = readings;
    this.values = values;
    this.telling = new Telling(voice, readings, values, false);
    this.turn = turn;
  }

  /** Says a sentence in the wording that tells most; false when no wording fits. */
  boolean say(List<Pattern> wordings) {
    var tellable =
        wordings.stream().flatMap(wording -> telling.tell(wording, used, false).stream()).toList();
    var most = tellable.stream().mapToInt(this::toldBy).max().orElse(0);
    if (most == 0) {
      return false;
    }
    var loose =
        tellable.stream()
            .filter(told -> toldBy(told) == most)
            .mapToInt(Told::looseness)
            .min()
            .orElseThrow();
    var best =
        tellable.stream()
            .filter(told -> toldBy(told) == most && told.looseness() == loose)
            .toList();
    var told = best.get(turn % best.size());
    sentences.add(told.text());
    used.addAll(told.paths());
    if (told.named()) {
      used.add(voice.name());
    }
    return true;
  }

  /** How many values a sentence tells; a name that stands for an unknown one is none. */
  private int toldBy(Told told) {
    return told.values() + (told.named() && telling.knowsName() ? 1 : 0);
  }

  /** Says words of its own. */
  void say(String sentence) {
    sentences.add(sentence);
  }

  /** Says what no sentence has told, each value after its label. */
  void sayRest(FlowTexts labels) {
    values.forEach((path, value) -> {
      if (!used.contains(path) && !isTold(value)) {
        var whole = readings.fitting().whole(readings.read(value));
        sentences.add(OutlineSummarizer.entry(labels.field(path).label(), whole));
      }
    });
  }

  /** Whether another field has told the same words. */
  private boolean isTold(FieldValue value) {
    var said = readings.read(value).said();
    return used.stream()
        .flatMap(path -> Stream.ofNullable(values.get(path)))
        .anyMatch(told -> readings.read(told).said().equals(said));
  }

  String text() {
    return String.join(" ", sentences);
  }
}
