package rapport.lead.detection;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import rapport.lead.persona.Persona;
import rapport.lead.text.Terms;

/** Which words speak for which of several personas. */
final class WordModel {

  private static final double UNSEEN = .35;
  private static final double MOST = 3;

  private final List<Map<String, Double>> counts;
  private final Map<String, Double> mean;

  WordModel(List<Persona> personas) {
    this.counts = personas.stream().map(WordModel::counts).toList();
    this.mean = new HashMap<>();
    counts.forEach(words ->
        words.forEach((term, count) -> mean.merge(term, count / counts.size(), Double::sum)));
  }

  private static Map<String, Double> counts(Persona persona) {
    var counts = new HashMap<String, Double>();
    var state = persona.state();
    add(counts, state.name(), 2);
    state.vocabulary().forEach(text -> add(counts, text, 1.5));
    persona.thoughts().forEach(text -> add(counts, text, 1));
    state.questions().forEach(question -> add(counts, question.text(), .3));
    state.buttons().forEach(button -> add(counts, button.label(), .5));
    state.knowledge().forEach(answer -> add(counts, answer.question(), .3));
    counts.replaceAll((_, count) -> Math.min(count, MOST));
    return counts;
  }

  private static void add(Map<String, Double> counts, String text, double weight) {
    Terms.of(text).stream().distinct().forEach(term -> counts.merge(term, weight, Double::sum));
  }

  /** How much the words of a text speak for each persona; 0 for a text without a word they have. */
  double[] speakFor(String text) {
    var scores = new double[counts.size()];
    for (var term : Terms.of(text).stream().distinct().toList()) {
      var common = mean.get(term);
      if (common != null) {
        for (var k = 0; k < scores.length; k++) {
          scores[k] +=
              Math.log((counts.get(k).getOrDefault(term, 0d) + UNSEEN) / (common + UNSEEN));
        }
      }
    }
    return scores;
  }
}
