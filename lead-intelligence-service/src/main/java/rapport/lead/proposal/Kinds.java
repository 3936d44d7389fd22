package rapport.lead.proposal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import rapport.lead.detection.Meaning;
import rapport.lead.proposal.Kind.Naming;
import rapport.lead.proposal.Kind.Place;
import rapport.lead.site.PageText;
import rapport.lead.site.PageText.Section;
import rapport.lead.text.Terms;

/**
 * Finds the kinds of visitors a site speaks to. Names of pages, labels of links, headings and
 * sentences are looked through for them; those that mean the same become one. Where a site names
 * fewer than three, the subjects of its pages stand for those who look for them.
 */
final class Kinds {

  static final int FEWEST = 3;
  static final int MOST = 8;

  private static final int ENOUGH_POINTS = 3;
  private static final int FILLED_UP_TO = 4;
  private static final int FEWEST_WORDS = 4;
  private static final double SAME_MEANING = .84;

  private final SiteText site;
  private final Meaning meaning;

  Kinds(SiteText site, Meaning meaning) {
    this.site = site;
    this.meaning = meaning;
  }

  /** The most prominent first. */
  List<Kind> find() {
    var named = joined(named());
    var chosen =
        new ArrayList<>(
            named.stream()
                .filter(kind -> kind.points() >= ENOUGH_POINTS && saysEnough(kind))
                .sorted(Comparator.comparingInt(Kind::points).reversed())
                .limit(MOST)
                .toList());
    if (chosen.size() < FEWEST) {
      for (var topic : topics(chosen)) {
        if (chosen.size() < FILLED_UP_TO) {
          chosen.add(topic);
        }
      }
    }
    return chosen;
  }

  private static boolean saysEnough(Kind kind) {
    return kind.own().stream()
            .filter(passage -> !passage.isSaid())
            .mapToInt(passage -> Terms.of(passage.quote()).size())
            .sum()
        >= FEWEST_WORDS;
  }

  private List<Kind> named() {
    var kinds = new ArrayList<Kind>();
    var labels = site.labels();
    for (var page : site.pages()) {
      var whole = page(page, labels.getOrDefault(page.url(), List.of()));
      if (!whole.namings().isEmpty()) {
        whole.says(everything(page));
        kinds.add(whole);
      }
      sections(page, whole, kinds);
    }
    return kinds;
  }

  private static Kind page(PageText page, List<Passage> labels) {
    var kind = new Kind(false);
    for (var title : List.of(page.heading(), page.title())) {
      if (kind.namings().isEmpty() && !isUtility(title)) {
        Audience.inHeading(title)
            .ifPresent(found ->
                kind.named(
                    new Naming(
                        found.phrase(), Place.PAGE, new Passage(page.url(), title, false, false))));
      }
    }
    if (kind.namings().isEmpty() && !isUtility(page.heading())) {
      labels.stream()
          .filter(label -> Audience.inHeading(label.quote()).isPresent())
          .findFirst()
          .ifPresent(label ->
              kind.named(
                  new Naming(
                      Audience.inHeading(label.quote()).orElseThrow().phrase(),
                      Place.LABEL,
                      label)));
    }
    return kind;
  }

  private List<Passage> everything(PageText page) {
    var all = new ArrayList<Passage>();
    for (var section : page.sections()) {
      if (section.level() <= 1 || Audience.inHeading(section.heading()).isEmpty()) {
        all.addAll(site.passages(page, section));
      }
    }
    return all;
  }

  /** What sections and sentences name; on a page about one kind its own sections are no others. */
  private void sections(PageText page, Kind whole, List<Kind> kinds) {
    var sections = page.sections();
    for (var at = 0; at < sections.size(); at++) {
      var section = sections.get(at);
      var heading = section.heading();
      var found = heading(page, sections, at);
      if (found.isPresent()) {
        var kind = new Kind(false);
        var place = new Passage(page.url(), heading, false, false);
        kind.named(new Naming(found.get().phrase(), Place.SECTION, place));
        kind.says(below(page, sections, at));
        kinds.add(kind);
      }
      if (whole.namings().isEmpty() && found.isEmpty()) {
        sentences(page, section, kinds);
      }
    }
  }

  /** Those a heading names: by their own words, or since it stands in a list of them. */
  private static Optional<Audience> heading(PageText page, List<Section> sections, int at) {
    var section = sections.get(at);
    if (section.level() <= 1 || isUtility(section.heading())) {
      return Optional.empty();
    }
    if (isUtility(page.heading())) {
      return section.heading().matches("(?iu).*\\bfor\\b.*")
          ? Audience.inHeading(section.heading())
          : Optional.empty();
    }
    return above(sections, at)
            .filter(heading -> Audience.CUES.in("audience list", heading))
            .isPresent()
        ? Audience.inList(section.heading())
        : Audience.inHeading(section.heading());
  }

  /** The nearest heading of a higher rank. */
  private static Optional<String> above(List<Section> sections, int at) {
    for (var before = at - 1; before >= 0; before--) {
      if (sections.get(before).level() > 0
          && sections.get(before).level() < sections.get(at).level()) {
        return Optional.of(sections.get(before).heading());
      }
    }
    return Optional.empty();
  }

  private List<Passage> below(PageText page, List<Section> sections, int at) {
    var all = new ArrayList<>(site.passages(page, sections.get(at)));
    for (var next = at + 1;
        next < sections.size() && sections.get(next).level() > sections.get(at).level();
        next++) {
      all.addAll(site.passages(page, sections.get(next)));
    }
    return all;
  }

  private void sentences(PageText page, Section section, List<Kind> kinds) {
    for (var passage : site.passages(page, section)) {
      for (var found : Audience.inSentence(passage.quote())) {
        var kind = new Kind(false);
        var isTier = Audience.isPrices(page.heading());
        var place = isTier ? Place.TIER : Place.SENTENCE;
        kind.named(new Naming(found.phrase(), place, passage));
        kind.says(isTier ? site.passages(page, section) : List.of(passage));
        kinds.add(kind);
      }
    }
  }

  private List<Kind> joined(List<Kind> found) {
    var joined = new ArrayList<Kind>();
    var byProminence =
        found.stream().sorted(Comparator.comparingInt(Kind::points).reversed()).toList();
    for (var kind : byProminence) {
      joined.stream()
          .filter(other -> isSame(other, kind))
          .findFirst()
          .ifPresentOrElse(other -> other.join(kind), () -> joined.add(kind));
    }
    return joined;
  }

  private boolean isSame(Kind one, Kind other) {
    var a = new Audience(one.best().phrase()).key();
    var b = new Audience(other.best().phrase()).key();
    return a.equals(b)
        || (shares(a, b) && other.best().place() == Place.SENTENCE)
        || alike(one.best().phrase(), other.best().phrase());
  }

  /** Whether one is a more exact name for the other. */
  private static boolean shares(Set<String> a, Set<String> b) {
    return !a.isEmpty() && !b.isEmpty() && (a.containsAll(b) || b.containsAll(a));
  }

  private boolean alike(String a, String b) {
    var first = meaning.of(a);
    var second = meaning.of(b);
    if (first.isEmpty() || second.isEmpty()) {
      return false;
    }
    var sum = 0d;
    for (var i = 0; i < first.get().length; i++) {
      sum += first.get()[i] * (double) second.get()[i];
    }
    return sum >= SAME_MEANING;
  }

  /** The subjects of pages, or of the parts of the first page, that are nobody's yet. */
  private List<Kind> topics(List<Kind> chosen) {
    var topics = new ArrayList<Kind>();
    var seen = new HashSet<Set<String>>();
    for (var page : site.pages().stream().skip(1).toList()) {
      if (chosen.stream().noneMatch(kind -> kind.has(page.url()))) {
        topic(page, page.heading(), everything(page), Place.PAGE, seen, topics);
      }
    }
    if (topics.size() + chosen.size() < FEWEST && !site.pages().isEmpty()) {
      var first = site.pages().getFirst();
      for (var section : first.sections()) {
        if (section.level() > 1 && Audience.inHeading(section.heading()).isEmpty()) {
          var passages = site.passages(first, section);
          topic(first, section.heading(), passages, Place.SECTION, seen, topics);
        }
      }
    }
    return topics;
  }

  private static void topic(
      PageText page,
      String heading,
      List<Passage> passages,
      Place place,
      Set<Set<String>> seen,
      List<Kind> topics) {
    var name = heading.replaceAll("\\s*[|–—·].*$|[?!.]+$", "").strip();
    var kind = new Kind(true);
    kind.named(new Naming(name, place, new Passage(page.url(), heading, false, false)));
    kind.says(passages);
    var key = new Audience(name).key();
    if (!name.isBlank()
        && !isUtility(name)
        && !key.isEmpty()
        && saysEnough(kind)
        && seen.add(key)) {
      topics.add(kind);
    }
  }

  private static boolean isUtility(String title) {
    var name = title.replaceAll("\\s*[|–—·].*$", "").strip();
    return Audience.isWhole("utility", name);
  }
}
