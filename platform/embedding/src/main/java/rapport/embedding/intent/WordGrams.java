package rapport.embedding.intent;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * How alike the wording of texts is: cosine of their words, pairs of words and pieces of words, the
 * rare ones counting more.
 */
final class WordGrams {

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}']+");
  private static final int[] PIECES = {3, 4};

  private final int texts;
  private final Map<String, Integer> textsWith = new HashMap<>();
  private final Map<String, List<Place>> places = new HashMap<>();

  private record Place(int text, double weight) {}

  WordGrams(List<String> texts) {
    this.texts = texts.size();
    var counts = texts.stream().map(WordGrams::counts).toList();
    counts.forEach(one -> one.keySet().forEach(gram -> textsWith.merge(gram, 1, Integer::sum)));
    for (int i = 0; i < counts.size(); i++) {
      var text = i;
      weighed(counts.get(i))
          .forEach((gram, weight) ->
              places.computeIfAbsent(gram, _ -> new ArrayList<>(1)).add(new Place(text, weight)));
    }
  }

  /** From 0 (nothing in common) to 1 (the same words), one number per text given at first. */
  double[] likeness(String text) {
    var likeness = new double[texts];
    weighed(counts(text))
        .forEach((gram, weight) -> {
          for (var place : places.getOrDefault(gram, List.of())) {
            likeness[place.text()] += weight * place.weight();
          }
        });
    return likeness;
  }

  private Map<String, Double> weighed(Map<String, Integer> counts) {
    var weights = new HashMap<String, Double>();
    var squares = 0d;
    for (var entry : counts.entrySet()) {
      var found = textsWith.getOrDefault(entry.getKey(), 0);
      var weight = (1 + Math.log(entry.getValue())) * Math.log((1d + texts) / (1 + found));
      weights.put(entry.getKey(), weight);
      squares += weight * weight;
    }
    var length = squares == 0 ? 1 : Math.sqrt(squares);
    weights.replaceAll((_, weight) -> weight / length);
    return weights;
  }

  private static Map<String, Integer> counts(String text) {
    var words =
        WORD.matcher(text.toLowerCase(Locale.ROOT)).results().map(MatchResult::group).toList();
    var counts = new HashMap<String, Integer>();
    var before = "";
    for (var word : words) {
      counts.merge(word, 1, Integer::sum);
      if (!before.isEmpty()) {
        counts.merge(before + ' ' + word, 1, Integer::sum);
      }
      before = word;
      var marked = '<' + word + '>';
      for (var length : PIECES) {
        for (int i = 0; i + length <= marked.length(); i++) {
          counts.merge('#' + marked.substring(i, i + length), 1, Integer::sum);
        }
      }
    }
    return counts;
  }
}
