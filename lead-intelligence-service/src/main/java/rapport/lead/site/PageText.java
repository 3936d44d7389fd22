package rapport.lead.site;

import java.util.ArrayList;
import java.util.List;

/**
 * What a page says, without menus and the like.
 *
 * @param title of the page
 * @param description what the page says of itself to search engines; may be empty
 * @param sections in their order; the first may have no heading
 * @param links to other pages of the site, menus' among them
 */
public record PageText(
    String url, String title, String description, List<Section> sections, List<Link> links) {

  /**
   * A heading and what stands below it.
   *
   * @param level 1 to 6; 0 for what stands before the first heading
   */
  public record Section(int level, String heading, List<Sentence> sentences) {
    public Section {
      sentences = List.copyOf(sentences);
    }
  }

  /**
   * Words of the page, to be quoted as they are.
   *
   * @param isItem whether it is an item of a list
   * @param isSaid whether the page quotes somebody, such as a customer
   */
  public record Sentence(String text, boolean isItem, boolean isSaid) {}

  /**
   * A way to another page.
   *
   * @param label the words of the link
   */
  public record Link(String url, String label) {}

  public PageText {
    sections = List.copyOf(sections);
    links = List.copyOf(links);
  }

  /** The first heading of level 1, or else the title. */
  public String heading() {
    return sections.stream()
        .filter(section -> section.level() == 1)
        .map(Section::heading)
        .findFirst()
        .orElse(title);
  }

  /** Everything that may be quoted. */
  public List<String> quotable() {
    var all = new ArrayList<String>();
    all.add(title);
    all.add(description);
    for (var section : sections) {
      all.add(section.heading());
      section.sentences().forEach(sentence -> all.add(sentence.text()));
    }
    links.forEach(link -> all.add(link.label()));
    all.removeIf(String::isBlank);
    return all;
  }

  /** How many words the text has, headings not counted. */
  public int words() {
    return sections.stream()
        .flatMap(section -> section.sentences().stream())
        .mapToInt(sentence -> sentence.text().split("\\s+").length)
        .sum();
  }
}
