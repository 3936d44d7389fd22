package rapport.lead.proposal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import rapport.lead.text.Terms;

/** The words that are more of one kind of visitor than of the others. */
final class Words {

  private static final Pattern WORD = Pattern.compile("[\\p{L}][\\p{L}\\p{N}'’-]*");
  private static final int MOST = 12;
  private static final int SHORTEST = 3;

  /**
   * A word.
   *
   * @param word as the page writes it, but for the first letter of a sentence
   */
  record Found(String word, Passage at) {}

  private final Map<String, Integer> kindsWith = new HashMap<>();
  private final int kinds;

  Words(List<Kind> all) {
    this.kinds = all.size();
    for (var kind : all) {
      var terms = new HashSet<String>();
      kind.own().forEach(passage -> terms.addAll(Terms.of(passage.quote())));
      terms.forEach(term -> kindsWith.merge(term, 1, Integer::sum));
    }
  }

  /** Of a kind, the telling ones first. */
  List<Found> of(Kind kind) {
    var counts = new LinkedHashMap<String, Integer>();
    var first = new HashMap<String, Found>();
    for (var passage : kind.own()) {
      if (passage.isSaid() && !Wording.isFirstPerson(passage.quote())) {
        continue; // who said it
      }
      var words = WORD.matcher(passage.quote());
      while (words.find()) {
        var terms = Terms.of(words.group());
        if (terms.size() == 1
            && words.group().length() >= SHORTEST
            && !Audience.isWhole("imperative", words.group())
            && !Audience.isWhole("says nothing", words.group())) {
          counts.merge(terms.getFirst(), 1, Integer::sum);
          first.putIfAbsent(
              terms.getFirst(), new Found(plain(words.group(), words.start()), passage));
        }
      }
    }
    var ranked = new ArrayList<>(counts.keySet());
    ranked.sort(Comparator.comparingDouble((String term) -> -weight(term, counts)));
    return ranked.stream().limit(MOST).map(first::get).toList();
  }

  private double weight(String term, Map<String, Integer> counts) {
    var rare = Math.log((kinds + 1d) / kindsWith.getOrDefault(term, 1));
    return counts.getOrDefault(term, 0) * rare;
  }

  private static String plain(String word, int start) {
    return start == 0 && word.substring(1).equals(word.substring(1).toLowerCase(Locale.ROOT))
        ? word.toLowerCase(Locale.ROOT)
        : word;
  }
}
