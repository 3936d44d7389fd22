package rapport.lead.proposal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import rapport.lead.site.PageText;
import rapport.lead.site.PageText.Section;

/** What the pages of a site say, without what most of them say alike. */
final class SiteText {

  private static final int FEWEST_PAGES = 3;
  private static final double SHARE = .3;
  private static final int SHORTEST = 15;

  private final List<PageText> pages;
  private final Set<String> everywhere;

  SiteText(List<PageText> pages) {
    this.pages = List.copyOf(pages);
    this.everywhere = everywhere(pages);
  }

  private static Set<String> everywhere(List<PageText> pages) {
    var counts = new HashMap<String, Integer>();
    for (var page : pages) {
      var said = new HashSet<String>();
      page.sections().forEach(section -> section.sentences().forEach(one -> said.add(one.text())));
      said.forEach(sentence -> counts.merge(sentence, 1, Integer::sum));
    }
    var most = Math.max(FEWEST_PAGES, (int) Math.ceil(pages.size() * SHARE));
    var everywhere = new HashSet<String>();
    counts.forEach((sentence, count) -> {
      if (count >= most) {
        everywhere.add(sentence);
      }
    });
    return everywhere;
  }

  List<PageText> pages() {
    return pages;
  }

  /** Sentences of a section that say something. */
  List<Passage> passages(PageText page, Section section) {
    var passages = new ArrayList<Passage>();
    for (var sentence : section.sentences()) {
      var text = sentence.text();
      if (text.length() >= SHORTEST
          && !everywhere.contains(text)
          && !Audience.CUES.in("noise", text)) {
        passages.add(new Passage(page.url(), text, sentence.isItem(), sentence.isSaid()));
      }
    }
    return passages;
  }

  /** Links to other pages by their address, with the page that has them. */
  Map<String, List<Passage>> labels() {
    var labels = new HashMap<String, List<Passage>>();
    for (var page : pages) {
      for (var link : page.links()) {
        if (!link.label().isBlank()) {
          labels
              .computeIfAbsent(link.url(), _ -> new ArrayList<>())
              .add(new Passage(page.url(), link.label(), false, false));
        }
      }
    }
    return labels;
  }
}
