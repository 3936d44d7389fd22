package rapport.lead.evaluation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import rapport.lead.text.Sentence;

/** A heading of a page and the sentences below it; navigation and the like are left out. */
record PageSection(String heading, List<String> sentences) {

  private static final int SHORTEST = 25;
  private static final int LONGEST = 300;

  PageSection {
    sentences = List.copyOf(sentences);
  }

  /** All sections of the pages in a folder and the folders below it. */
  static List<PageSection> in(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (var files = Files.walk(folder)) {
      return files
          .filter(file -> file.toString().toLowerCase(Locale.ROOT).matches(".*\\.html?"))
          .sorted()
          .flatMap(file -> of(file).stream())
          .toList();
    }
  }

  private static List<PageSection> of(Path file) {
    try {
      var page = Jsoup.parse(file);
      page.select("nav, header, footer, script, style, form").remove();
      var sections = new ArrayList<PageSection>();
      var heading = page.title();
      var sentences = new ArrayList<String>();
      for (var element : page.select("h1, h2, h3, p, li, td, blockquote")) {
        if (isHeading(element)) {
          sections.add(new PageSection(heading, sentences));
          heading = element.text();
          sentences = new ArrayList<>();
        } else {
          Sentence.of(element.text()).stream()
              .map(Sentence::text)
              .filter(text -> text.length() >= SHORTEST && text.length() <= LONGEST)
              .forEach(sentences::add);
        }
      }
      sections.add(new PageSection(heading, sentences));
      return sections.stream().filter(section -> !section.sentences().isEmpty()).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isHeading(Element element) {
    return element.tagName().startsWith("h");
  }
}
