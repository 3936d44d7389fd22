package rapport.lead.evaluation;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import rapport.contracts.FieldValue;
import rapport.contracts.FieldValue.Tags;

/**
 * Whether a fact is the one expected: lists element by element, numbers and yes/no exactly, words
 * by how many they share (token F1 of at least .6).
 */
final class FactMatch {

  private static final double SAME = .6;
  private static final Pattern APART = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final Set<String> SMALL =
      Set.of("a", "an", "the", "of", "per", "each", "every", "about", "around", "our", "my", "for");

  private FactMatch() {}

  /** Every path that is expected or found. */
  static Set<String> paths(Judged one) {
    var paths = new TreeSet<>(one.chat().facts().keySet());
    paths.addAll(one.facts().keySet());
    return paths;
  }

  static Tally of(Judged one, String path) {
    var expected = one.chat().facts().get(path);
    var found = one.facts().get(path);
    if (expected instanceof Tags || found instanceof Tags) {
      return Tally.ofSets(tags(expected), tags(found));
    }
    var right = expected != null && found != null && same(expected, found);
    return Tally.of(expected == null ? 0 : 1, found == null ? 0 : 1, right ? 1 : 0);
  }

  private static List<String> tags(@Nullable FieldValue value) {
    return switch (value) {
      case null -> List.of();
      case Tags(var tags) -> tags.stream().map(tag -> tag.toLowerCase(Locale.ROOT)).toList();
      default -> List.of(value.display().toLowerCase(Locale.ROOT));
    };
  }

  private static boolean same(FieldValue expected, FieldValue found) {
    var wanted = expected.display().toLowerCase(Locale.ROOT);
    var said = found.display().toLowerCase(Locale.ROOT);
    if (wanted.equals(said)) {
      return true;
    }
    if (wanted.matches("[\\d-]+") && said.matches("[\\d-]+")) {
      return false;
    }
    var right = words(wanted);
    var words = words(said);
    var shared = words.stream().filter(right::contains).count();
    return shared > 0 && 2d * shared / (right.size() + words.size()) >= SAME;
  }

  private static List<String> words(String text) {
    var words = Stream.of(APART.split(text)).filter(word -> !word.isEmpty()).distinct().toList();
    var telling = words.stream().filter(word -> !SMALL.contains(word)).toList();
    return telling.isEmpty() ? words : telling;
  }
}
