package rapport.lead.evaluation;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import rapport.lead.crawl.StaticSite;
import rapport.lead.site.PageText;

/** A heading of a page and the sentences below it, as a crawl reads them. */
record PageSection(String heading, List<String> sentences) {

  private static final int SHORTEST = 25;
  private static final int LONGEST = 300;

  PageSection {
    sentences = List.copyOf(sentences);
  }

  /** All sections of the pages in a folder and the folders below it. */
  static List<PageSection> in(Path folder) throws IOException {
    return StaticSite.read(folder).stream()
        .flatMap(page -> page.sections().stream().map(section -> of(page, section)))
        .filter(section -> !section.sentences().isEmpty())
        .toList();
  }

  private static PageSection of(PageText page, PageText.Section section) {
    var heading = section.heading().isEmpty() ? page.title() : section.heading();
    return new PageSection(
        heading,
        section.sentences().stream()
            .map(PageText.Sentence::text)
            .filter(text -> text.length() >= SHORTEST && text.length() <= LONGEST)
            .toList());
  }
}
