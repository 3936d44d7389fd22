package rapport.runtime.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class WordsTest {

  private static List<String> found(List<String> words, int head, String text) {
    var found = new ArrayList<String>();
    new Words(words, head)
        .in(
            text,
            (from, to, word) -> {
              assertThat(Words.folded(text.substring(from, to))).isEqualTo(word);
              found.add(from + word);
              return false;
            });
    return found;
  }

  @Test
  void finds_every_one_that_a_search_for_each_finds_in_any_text() {
    var random = new Random(7);
    for (int round = 0; round < 2_000; round++) {
      var text = letters(random, random.nextInt(60));
      var words = random.ints(8, 3, 7).mapToObj(length -> letters(random, length)).toList();
      var expected = new ArrayList<String>();
      for (var word : words.stream().map(Words::folded).distinct().toList()) {
        var folded = Words.folded(text);
        for (int at = folded.indexOf(word); at >= 0; at = folded.indexOf(word, at + 1)) {
          expected.add(at + word);
        }
      }
      assertThat(found(words, 3, text)).containsExactlyInAnyOrderElementsOf(expected);
    }
  }

  @Test
  void of_two_that_begin_together_the_longer_one_counts_and_nothing_inside_it() {
    var found = new ArrayList<String>();
    new Words(List.of("nora falk", "nora falk-weiss", "falk-weiss"), 6)
        .in("NORA FALK-WEISS", (_, _, word) -> found.add(word));
    assertThat(found).containsExactly("nora falk-weiss");
  }

  private static String letters(Random random, int length) {
    var text = new StringBuilder();
    random.ints(length, 0, 4).forEach(n -> text.append("aBÄb".charAt(n)));
    return text.toString();
  }
}
