package rapport.lead.proposal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * A kind of visitor a site speaks to, gathered from several places.
 *
 * <p>What it is called counts by where it stands: the name of a page says more than a sentence.
 */
final class Kind {

  /** Where a kind of visitor is named. */
  enum Place {
    PAGE(5),
    LABEL(3),
    TIER(3),
    SECTION(3),
    SENTENCE(1);

    final int points;

    Place(int points) {
      this.points = points;
    }
  }

  /** One place that names it. */
  record Naming(String phrase, Place place, Passage at) {}

  private static final int MOST_FROM_SENTENCES = 3;

  private final boolean isTopic;
  private final List<Naming> namings = new ArrayList<>();
  private final Map<String, Passage> own = new LinkedHashMap<>();
  private final Set<String> pages = new LinkedHashSet<>();

  /**
   * @param isTopic whether it is named by what it looks for, since the site does not say who it is
   */
  Kind(boolean isTopic) {
    this.isTopic = isTopic;
  }

  void named(Naming naming) {
    namings.add(naming);
    if (naming.place() == Place.PAGE || naming.place() == Place.LABEL) {
      pages.add(naming.at().page());
    }
  }

  void says(List<Passage> passages) {
    passages.forEach(passage -> own.putIfAbsent(passage.quote(), passage));
  }

  void join(Kind other) {
    other.namings.forEach(this::named);
    pages.addAll(other.pages);
    says(other.own());
  }

  boolean isTopic() {
    return isTopic;
  }

  /** What the site says to it, in order. */
  List<Passage> own() {
    return List.copyOf(own.values());
  }

  List<Naming> namings() {
    return List.copyOf(namings);
  }

  /** Whether a page is all about it. */
  boolean has(String page) {
    return pages.contains(page);
  }

  /** The naming that says most; of equal ones the shortest. */
  Naming best() {
    return namings.stream()
        .min(
            Comparator.<Naming>comparingInt(naming -> -naming.place().points)
                .thenComparingInt(naming -> naming.phrase().length()))
        .orElseThrow();
  }

  int points() {
    var sentences = namings.stream().filter(one -> one.place() == Place.SENTENCE).count();
    var rest =
        namings.stream()
            .filter(one -> one.place() != Place.SENTENCE)
            .mapToInt(one -> one.place().points)
            .sum();
    return rest + (int) Math.min(sentences, MOST_FROM_SENTENCES);
  }

  /** Tells it apart from the others of its site, also in the next crawl. */
  String key() {
    return (isTopic ? "topic-" : "")
        + String.join("-", new TreeSet<>(new Audience(best().phrase()).key()));
  }
}
