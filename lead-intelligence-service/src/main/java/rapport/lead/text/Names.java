package rapport.lead.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Proper names and the ways to spell them, from a resource with a line {@code name = regular
 * expression} each.
 */
public final class Names {

  private record Spelling(String name, Pattern pattern) {}

  /** A name that was found, and where. */
  public record Found(String name, String text, int start, int end) {}

  private final List<Spelling> spellings;

  private Names(List<Spelling> spellings) {
    this.spellings = List.copyOf(spellings);
  }

  /** Reads a resource. */
  public static Names read(String resource) {
    return new Names(Lines.of(resource).stream().map(Names::spelling).toList());
  }

  private static Spelling spelling(String line) {
    var parts = line.split(" = ", 2);
    return new Spelling(parts[0], Cues.anyOf(List.of(parts[1])));
  }

  /** The names in a text in the order they stand there; of two at one place the longer one. */
  public List<Found> in(String text) {
    var all = new ArrayList<Found>();
    for (var spelling : spellings) {
      var matcher = spelling.pattern().matcher(text);
      while (matcher.find()) {
        all.add(new Found(spelling.name(), matcher.group(), matcher.start(), matcher.end()));
      }
    }
    all.sort(
        Comparator.comparingInt(Found::start)
            .thenComparing(Comparator.comparingInt(Found::end).reversed()));
    var apart = new ArrayList<Found>();
    for (var found : all) {
      if (apart.isEmpty() || found.start() >= apart.getLast().end()) {
        apart.add(found);
      }
    }
    return apart;
  }
}
